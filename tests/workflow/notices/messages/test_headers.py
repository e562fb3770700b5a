"""What mail programs and servers read: headers, threads, parts, and nothing that can be smuggled in."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast
from uuid import UUID

import pytest
from icalendar import Calendar

from tests.workflow.notices.messages.drafting import (
    DUTY,
    KARI,
    MAIL,
    OLA,
    deadline,
    draft,
    duty,
    meeting,
    notice,
    recipient,
    subject,
    text,
    written,
)
from workflow.notices.messages.addresses import UnusableAddress, mailbox
from workflow.notices.messages.folding import POLICY
from workflow.notices.model import Kind, Notice

OTHER = UUID(int=6)
EVIL = "Rapport\r\nBcc: alle@ond.example\r\n\r\n<script>alert(1)</script>\x00\x1b[31m\u202e"


def _parts(message: EmailMessage) -> list[str]:
    return [each.get_content_type() for each in message.walk() if not each.is_multipart()]


def _calendar(message: EmailMessage) -> Calendar:
    (found,) = list(message.iter_attachments())
    content = found.get_content()
    return Calendar.from_ical(content if isinstance(content, str) else content.decode())


def test_writing_twice_gives_the_same_message_id() -> None:
    """A mail that goes out twice can be known again by any mail program."""
    first, second = written(draft(duty())), written(draft(duty()))
    assert first["Message-ID"] == second["Message-ID"] == f"<{MAIL}@prove.example>"


def test_writing_about_one_duty_joins_its_thread() -> None:
    """All mails of a duty stand together, whatever their subjects."""
    late = written(draft(duty(), notice(step="+1"), id=OTHER))
    assert late["References"] == late["In-Reply-To"] == written(draft(duty()))["References"]
    assert late["References"] == f"<{DUTY}@prove.example>"


def test_writing_about_several_duties_joins_no_thread() -> None:
    """What is about everything belongs to no one of them."""
    both = {DUTY: duty(), OTHER: duty(id=OTHER, reference="2026-03")}
    message = written(draft(both, notice(), notice(duty=OTHER)))
    assert message["References"] is None


def test_writing_says_that_no_answer_is_expected() -> None:
    """No automatic answers, but notes of non-delivery, which tell that somebody was not told."""
    message = written(draft(duty()))
    assert message["Auto-Submitted"] == "auto-generated"
    assert "OOF" in message["X-Auto-Response-Suppress"]
    assert "NDR" not in message["X-Auto-Response-Suppress"]
    assert message["Date"].datetime.isoformat() == "2026-02-27T07:00:00+01:00"


@pytest.mark.parametrize(("language", "written_as"), [("nb", "nb"), ("nn", "nn"), ("en", "en"), ("sv", "nb")])
def test_writing_names_its_language(language: str, written_as: str) -> None:
    """Screen readers choose a voice by it; who chose a language we lack gets bokmål."""
    message = written(draft(duty(), to=replace(KARI, language=language)))
    assert message["Content-Language"] == written_as
    assert f'<html lang="{written_as}">' in text(message, "html")


def test_writing_a_digest_tells_how_to_be_rid_of_it() -> None:
    """Only what one may do without can be unsubscribed from."""
    weekly = notice(Kind.DIGEST, "", duty=None, role="reader", subject=KARI.id)
    assert written(draft({}, weekly, week=(duty(),)))["List-Unsubscribe"].startswith("<mailto:")
    assert written(draft(duty()))["List-Unsubscribe"] is None


@pytest.mark.parametrize(
    "name",
    [
        "Åse Ørbæk-Ødegård",
        'Kåre "Kompis" Ås, dr. philos. (permisjon)',
        "Émilie Łukasz 😀 Þór",
        "Et svært langt navn " * 5,
        "O'Hara; <ond@ond.example>",
        "",
    ],
)
def test_addressing_any_name_reads_back_as_it_is(name: str) -> None:
    """One recipient, with that name, whatever stands in it."""
    message = written(draft(duty(), to=replace(KARI, name=name)))
    assert recipient(message) == (name.strip(), KARI.email)
    assert len(message["To"].addresses) == 1


@pytest.mark.parametrize("where", ["title", "name", "reference", "part", "names", "letter"])
def test_writing_what_would_smuggle_headers_in_keeps_them_out(where: str) -> None:
    """Line breaks and control characters are spaces or nothing, in every header and in the page."""
    about = {"title": duty(title=EVIL), "reference": duty(reference=EVIL), "part": duty(part=EVIL)}
    reader = replace(KARI, name=EVIL) if where == "name" else KARI
    told = draft(about.get(where, duty()), notice(subject=EVIL if where == "part" else ""), to=reader)
    if where in ("names", "letter"):
        told = replace(told, names=dict.fromkeys(told.names, EVIL))
    message = written(told)
    assert message["Bcc"] is None
    assert [address.addr_spec for address in message["To"].addresses] == [KARI.email]
    assert "<script>" not in text(message, "html")
    shown = str(message["Subject"]) + text(message) + text(message, "html")
    assert not {"\x00", "\x1b", "\u202e"} & set(shown)


def test_titling_with_html_shows_it_as_text() -> None:
    """What looks like a tag is a title, in both forms of the mail."""
    message = written(draft(duty(title='Tiltak <b onclick="x()">1</b> & {{ 7 * 7 }}')))
    assert "<b onclick" not in text(message, "html")
    assert 'Tiltak <b onclick="x()">1</b> & {{ 7 * 7 }}' in text(message)


def test_titling_at_length_keeps_the_subject_short_and_the_reference_in_it() -> None:
    """A subject fits in a list of mails, and still says which duty it is."""
    read = subject(written(draft(duty(title="Kartlegge og vurdere behovet for " * 20))))
    assert len(read) <= 150
    assert read.endswith("… (2026-02)")
    assert read.startswith("Frist om 10 arbeidsdager: Kartlegge og vurdere")


@pytest.mark.parametrize("length", range(40, 80, 3))
def test_folding_a_subject_begins_it_on_its_own_line(length: int) -> None:
    """The library would leave the first line empty where the value fits on the next."""
    title = ("Rapport om behovet " * 5)[:length].strip()
    raw = dict(written(draft(duty(title=title))).raw_items())["Subject"]
    assert not raw[:1].isspace()
    assert " ".join(raw.split()) == f"Frist om 10 arbeidsdager: {title} (2026-02)"


def test_encoding_a_long_subject_loses_no_space() -> None:
    """The library's own encoding drops a space where a line is divided between two words beyond ASCII."""
    long = "språkopplæring over… kommunegrensene-for-språkopplæring-og-språkopplæring-og-språkopplæring"
    for before in range(30):
        message = EmailMessage(policy=POLICY)
        message["Subject"] = f"Frist om 10 arbeidsdager: {'x' * before} {long} (2026-02)"
        read = cast(EmailMessage, message_from_bytes(message.as_bytes(), policy=policy.default))
        assert subject(read) == str(message["Subject"])


def test_reminding_before_the_day_attaches_it_as_a_calendar_file() -> None:
    """One event on the stated day: the feed's UID, no METHOD that would invite, and no personal link."""
    message = written(draft(duty()))
    calendar = _calendar(message)
    (event,) = calendar.walk("VEVENT")
    assert calendar.get("METHOD") is None
    assert event["DTSTART"].dt.isoformat() == "2026-03-15"
    assert "Årsrapport 2025" in event["SUMMARY"]
    assert "https://" not in event.to_ical().decode()
    assert _parts(message) == ["text/plain", "text/html", "text/calendar"]


@pytest.mark.parametrize("told", [notice(step="+1"), notice(Kind.MISSED, "alert"), notice(Kind.ORAL, "1")])
def test_writing_of_what_is_past_or_of_no_deadline_attaches_nothing(told: Notice) -> None:
    """A calendar file helps before the day, not after it."""
    assert _parts(written(draft(duty(), told))) == ["text/plain", "text/html"]


def test_reminding_of_what_has_no_day_attaches_nothing() -> None:
    """There is no day to put in a calendar."""
    undated = duty(deadline("15.03.2026", form="open", day=None, working_date=None))
    assert _parts(written(draft(undated, notice(Kind.CHASE, "1")))) == ["text/plain", "text/html"]


@pytest.mark.parametrize(("step", "method"), [("request", "REQUEST"), ("cancel", "CANCEL")])
def test_inviting_carries_what_calendars_act_on(step: str, method: str) -> None:
    """As an alternative with METHOD, where Outlook and Google look, and as a file (RFC 6047)."""
    told = notice(Kind.INVITATION, step, role="attendee", recipient=OLA.id)
    message = written(draft(meeting(), told, to=OLA, people={OLA.id: OLA, KARI.id: KARI}))
    assert _parts(message) == ["text/plain", "text/html", "text/calendar", "text/calendar"]
    alternative = next(each for each in message.walk() if each.get_content_type() == "text/calendar")
    assert alternative.get_param("method") == method
    read = Calendar.from_ical(alternative.get_content())
    assert read["METHOD"] == method
    assert read.walk("VEVENT")[0]["ORGANIZER"] == "mailto:fristvakt@prove.example"
    assert read.to_ical() == _calendar(message).to_ical()
    assert b"https://" not in read.to_ical()


def test_inviting_the_ministry_gives_no_link_to_the_houses_own_page() -> None:
    """Who is invited from outside sees the meeting, not what the house says to itself about it."""
    told = notice(Kind.INVITATION, "request", role="attendee", recipient=OLA.id)
    outside = replace(OLA, role="ministry")
    message = written(draft(meeting(), told, to=outside, people={OLA.id: outside}))
    assert "https://" not in message.as_string()


@pytest.mark.parametrize(
    "address", ["kari", "kari@", "@prove.example", "a b@prove.example", "k@p\n.example", ""]
)
def test_addressing_what_is_no_address_is_refused(address: str) -> None:
    """It fails before it reaches a server, and says what was wrong."""
    with pytest.raises(UnusableAddress):
        mailbox("Kari", address)


def test_addressing_a_domain_with_letters_uses_what_machines_know_it_by() -> None:
    """blåbær.example is xn--blbr-roah.example on the wire."""
    assert mailbox("Kari", "kari@blåbær.example").addr_spec == "kari@xn--blbr-roah.example"


def test_writing_to_two_people_shares_nothing() -> None:
    """Each has links of their own."""
    mails = [written(draft(duty(), to=one)) for one in (KARI, OLA)]
    assert f"/{KARI.id}/mac" in text(mails[0])
    assert f"/{KARI.id}/mac" not in text(mails[1])
