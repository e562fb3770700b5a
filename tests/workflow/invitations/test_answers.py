"""Answers found in mails, as each calendar writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.workflow.invitations.replies import (
    UID,
    apple,
    calendar,
    forwarded,
    google,
    outlook,
    stripped,
)
from workflow.invitations.answers import FoundAnswer, UnreadableAnswer, answers_in

AT = dt.datetime(2026, 9, 1, 10, 15, tzinfo=dt.UTC)


def found(reply: str, address: str, comment: str = "") -> FoundAnswer:
    """Give an answer to the first invitation."""
    return FoundAnswer("REPLY", str(UID), 1, (address,), reply, AT, comment)


@pytest.mark.parametrize(
    ("mail", "answer"),
    [
        pytest.param(
            outlook(), found("accepted", "ase@prove.example", "Kommer litt sent, men kommer"), id="outlook"
        ),
        pytest.param(google(), found("declined", "kari@prove.example"), id="google"),
        pytest.param(apple(), found("tentative", "ola@prove.example"), id="apple"),
        pytest.param(stripped(), found("accepted", "ase@prove.example"), id="type taken away"),
        pytest.param(forwarded(google()), found("declined", "kari@prove.example"), id="forwarded"),
    ],
)
def test_reading_a_mail_finds_the_one_answer_in_it(mail: bytes, answer: FoundAnswer) -> None:
    """Whatever the calendar leaves out, adds or says twice, it is one answer."""
    assert answers_in(mail) == [answer]


def test_reading_a_calendar_file_finds_its_answer() -> None:
    """Some save the attachment alone."""
    told = calendar("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ase@prove.example", "SEQUENCE:1")
    assert answers_in(told.encode()) == [found("accepted", "ase@prove.example")]


def test_reading_a_method_from_the_type_when_the_calendar_has_none() -> None:
    """RFC 6047 says it in both places; one is enough."""
    told = calendar("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no", method="")
    mail = f"Content-Type: text/calendar; method=reply\n\n{told}".encode()
    assert [one.method for one in answers_in(mail)] == ["REPLY"]


def test_reading_an_answer_without_a_time_takes_that_of_the_mail() -> None:
    """What answers later must be known to be later."""
    told = calendar("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no").replace("DTSTAMP:20260901T101500Z\r\n", "")
    mail = f"Date: Tue, 01 Sep 2026 12:15:10 +0200\nContent-Type: text/calendar\n\n{told}".encode()
    assert [one.replied_at for one in answers_in(mail)] == [AT.replace(second=10)]


def test_reading_an_answer_without_a_sequence_counts_as_the_first() -> None:
    """Left out means zero (RFC 5545 section 3.8.7.4)."""
    told = calendar("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no")
    assert [one.sequence for one in answers_in(told.encode())] == [0]


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"From: x@y.no\n\nKommer dessverre ikke.",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--b--",
    ],
)
def test_reading_a_mail_without_a_calendar_finds_nothing(mail: bytes) -> None:
    """Words are for people."""
    assert answers_in(mail) == []


@pytest.mark.parametrize(
    "body", ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "tull", "BEGIN:VCALENDAR\r\n;;;\r\nEND:"]
)
def test_reading_a_broken_calendar_says_that_it_cannot_be_read(body: str) -> None:
    """Listed for a person, never passed over."""
    with pytest.raises(UnreadableAnswer):
        answers_in(f"Content-Type: text/calendar\n\n{body}".encode())


def test_reading_latin_letters_in_an_old_charset_keeps_the_answer() -> None:
    """An old Windows writes its calendar in another charset than the standard's."""
    told = calendar("ATTENDEE;CN=Øvrebø;PARTSTAT=ACCEPTED:mailto:a@b.no").encode("latin-1")
    assert [one.reply for one in answers_in(b"Content-Type: text/calendar\n\n" + told)] == ["accepted"]
