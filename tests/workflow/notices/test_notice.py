from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid5

import pytest

from events.vocabulary import notice as vocabulary
from tests.kit.given import ID, STAMP, Told, given, told
from workflow.notices.model import Kind, Notice, SkipReason
from workflow.notices.notice import NoticeNotFailed, NoticeSettled, RaisedNotice
from workflow.notices.recording import without_address
from workflow.notices.waits import MOST_ATTEMPTS_ANSWERED, MOST_ATTEMPTS_UNANSWERED, wait_after

MAIL = uuid5(ID, "mail")
NOTICE = Notice(
    kind=Kind.DEADLINE,
    duty=ID,
    subject="",
    version="1",
    step="-10",
    role="owner",
    recipient="p-kari",
    due_on=dt.date(2026, 3, 2),
)
FACTS = {name: getattr(NOTICE, name) for name in Notice.__slots__} | {"kind": "deadline"}
RAISED = told(vocabulary.NoticeRaised, mail=MAIL, **FACTS)
SENT = told(vocabulary.NoticeSent, message_id="<m@prove.example>", attempts=1, answer="OK")
FAILED = told(vocabulary.NoticeFailed, attempts=3, code=550, answer="no")
SKIPPED = told(vocabulary.NoticeSkipped, reason="moved")
RETRIED = told(vocabulary.NoticeRetried, mail=uuid5(ID, "another"))

send: Callable[[RaisedNotice], None] = lambda one: one.send("<m@prove.example>", 1, "OK", STAMP)  # noqa: E731 - a decision, as a value
fail: Callable[[RaisedNotice], None] = lambda one: one.fail(3, 550, "no", STAMP)  # noqa: E731 - a decision, as a value
skip: Callable[[RaisedNotice], None] = lambda one: one.skip(SkipReason.MOVED, STAMP)  # noqa: E731 - a decision, as a value


def test_raising_a_notice_gives_the_id_that_follows_from_what_it_is() -> None:
    """The same notice is the same stream, whichever process raises it."""
    first, second = (RaisedNotice.raise_(NOTICE, "agency", mail, STAMP) for mail in (MAIL, UUID(int=0)))
    assert first.id == second.id == NOTICE.id("agency")
    assert first.notice == NOTICE


@pytest.mark.parametrize(("end", "event"), [(send, SENT), (fail, FAILED), (skip, SKIPPED)])
@pytest.mark.parametrize("past", [(RAISED,), (RAISED, FAILED, RETRIED)])
def test_ending_a_raised_or_retried_notice_records_how(
    past: tuple[Told, ...], end: Callable[[RaisedNotice], None], event: Told
) -> None:
    """Each ending is a fact of its own."""
    given(RaisedNotice, *past).when(end).then(event)


@pytest.mark.parametrize("end", [send, fail, skip])
@pytest.mark.parametrize("ended", [SENT, FAILED, SKIPPED])
def test_ending_twice_is_refused(ended: Told, end: Callable[[RaisedNotice], None]) -> None:
    """A notice ends once, until someone asks to have a failed one tried again."""
    given(RaisedNotice, RAISED, ended).when(end).then_refused(NoticeSettled)


@pytest.mark.parametrize("past", [(RAISED,), (RAISED, SENT), (RAISED, SKIPPED)])
def test_retrying_what_has_not_failed_is_refused(past: tuple[Told, ...]) -> None:
    """What was sent is not sent again, and what was skipped was skipped for a reason."""
    given(RaisedNotice, *past).when(lambda one: one.retry(MAIL, STAMP)).then_refused(NoticeNotFailed)


def test_waiting_grows_to_an_hour_and_ends() -> None:
    """1, 5 and 15 minutes, then hours; a silent server is tried three times as long as one that answers."""
    waits = [wait_after(number, 451) for number in range(1, 6)]
    assert waits == [dt.timedelta(minutes=each) for each in (1, 5, 15, 60, 60)]
    assert wait_after(MOST_ATTEMPTS_ANSWERED, 451) is None
    assert wait_after(MOST_ATTEMPTS_ANSWERED, None) == dt.timedelta(hours=1)
    assert wait_after(MOST_ATTEMPTS_UNANSWERED, None) is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("5.1.1 <kari.nes@prove.example>: unknown", "5.1.1 <…>: unknown"),
        ("mailbox of other@prove.example is full", "mailbox of … is full"),
        ("OK: queued as 4F2", "OK: queued as 4F2"),
    ],
)
def test_keeping_a_servers_words_leaves_addresses_out(said: str, kept: str) -> None:
    """Events outlive a person, so a server's words are kept without the address they repeat."""
    assert without_address(said, None) == kept
