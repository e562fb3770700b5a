"""What a mail says is so when it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from events.vocabulary import deviation, dialogue, governance_meeting
from events.vocabulary.notice import NoticeRaised
from scripts.simulation.checks.wording import mail_name, notice_name
from scripts.simulation.evidence import Evidence, Violation
from scripts.simulation.oracle.history import Story

RULE = "bare det som fortsatt gjelder"


def nothing_about_what_is_over(evidence: Evidence) -> Iterator[Violation]:
    """No reminder is about what has been delivered, has ended, was moved, or was done."""
    for mail, raised in evidence.sent:
        story = evidence.stories.get(raised.duty) if raised.duty else None
        if story is not None and (why := _why_not(story, raised, mail.at)):
            yield Violation(RULE, f"{mail_name(mail)}: {notice_name(evidence, raised)} – {why}")


def _why_not(story: Story, raised: NoticeRaised, at: dt.datetime) -> str:
    ended = story.ended(at)
    if ended and raised.kind not in ("invitation", "deviation"):
        return f"er avsluttet ({ended})"
    if raised.kind in ("deadline", "missed"):
        return _about_deadline(story, raised, at)
    if raised.kind == "measure":
        return _about_measure(story, raised.subject, at)
    if raised.kind == "straks" and story.is_told_or_closed(UUID(raised.subject), at):
        return "departementet er orientert"
    if raised.kind == "oral" and _has(story, dialogue.ConfirmedInWriting, at):
        return "er bekreftet skriftlig"
    if raised.kind == "agenda" and _has(story, governance_meeting.AgendaSettled, at):
        return "dagsorden er klar"
    return ""


def _about_deadline(story: Story, raised: NoticeRaised, at: dt.datetime) -> str:
    if story.delivered_on(raised.subject, at) is not None:
        return "er levert"
    number = story.number_of(raised.subject, at)
    return "" if str(number) == raised.version else f"fristen er nå versjon {number}"


def _about_measure(story: Story, subject: str, at: dt.datetime) -> str:
    which, _, number = subject.rpartition("/")
    for event in story.until(at):
        if not isinstance(event, deviation.MeasureCompleted | deviation.MeasureDropped):
            continue
        if (str(event.deviation), str(event.number)) == (which, number):
            return "tiltaket er utført eller tatt bort"
    return ""


def _has(story: Story, kind: type, at: dt.datetime) -> bool:
    return any(isinstance(event, kind) for event in story.until(at))
