"""From a draft to what templates see: every notice in words, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from calendars.ical.text import one_line
from projections.engine.duty.state import Duty
from workflow.invitations.ics import hours
from workflow.language import N_
from workflow.notices.messages import headlines
from workflow.notices.messages.deadlines import deadline_told, sources_told
from workflow.notices.messages.deviations import deviation_told, measure_told
from workflow.notices.messages.digests import digest_told
from workflow.notices.messages.headlines import headline, is_late, part_of, subject
from workflow.notices.messages.reader import Reader
from workflow.notices.messages.reasons import rule, why
from workflow.notices.messages.told import DeadlineTold, MailTold, MeetingTold, NoticeTold
from workflow.notices.model import Kind, Notice

_ALERTS = (Kind.STRAKS, Kind.MISSED, Kind.DEVIATION)


def tell(reader: Reader) -> MailTold:
    """Put a draft into words."""
    notices = sorted(reader.draft.notices, key=lambda each: _urgency(each, reader))
    digest = next((digest_told(each, reader) for each in notices if each.kind is Kind.DIGEST), None)
    told = tuple(
        _told(each, reader.draft.duties[each.duty], reader) for each in notices if each.duty is not None
    )
    return MailTold(
        language=reader.speech.language,
        subject=_subject(told, digest.subject if digest else "", reader),
        greeting=reader.speech(N_("Hi, {name}."), name=one_line(reader.draft.recipient.name)),
        notices=told,
        digest=digest,
    )


def _subject(told: Sequence[NoticeTold], digest: str, reader: Reader) -> str:
    """Name the most urgent, and how many come after it."""
    if digest:
        return digest
    first, more = told[0].subject, len(told) - 1
    if not more:
        return first
    return reader.speech.count(
        N_("{first}, and {count} more"), N_("{first}, and {count} more"), more, first=first
    )


def _urgency(notice: Notice, reader: Reader) -> tuple[int, dt.date, str, str]:
    """Alerts first, then what is latest, then what is nearest."""
    duty = reader.draft.duties.get(notice.duty) if notice.duty else None
    rank = _ALERTS.index(notice.kind) if notice.kind in _ALERTS else 3 if is_late(notice) else 4
    day = _day(notice, duty) if duty is not None else None
    return rank, day or dt.date.max, duty.reference if duty else "", notice.subject


def _day(notice: Notice, duty: Duty) -> dt.date | None:
    """Give the day that the notice is about."""
    measure, part = headlines.the_measure(notice, duty), headlines.the_part(notice, duty)
    if measure is not None:
        return measure.due
    return part.current.due if part is not None and part.current is not None else None


def _told(notice: Notice, duty: Duty, reader: Reader) -> NoticeTold:
    day = _day(notice, duty)
    deviation, measure = headlines.the_deviation(notice, duty), headlines.the_measure(notice, duty)
    return NoticeTold(
        kind=notice.kind.value,
        step=notice.step,
        headline=headline(notice, duty, reader),
        subject=subject(notice, duty, reader),
        name=reader.name(duty),
        reference=reader.reference(duty),
        key=reader.key(duty),
        duty_kind=reader.kind(duty),
        part=reader.words(duty, part_of(notice)),
        state=reader.state(duty),
        link=reader.link(duty),
        why=why(notice, duty, reader),
        rule=rule(notice, duty, reader),
        owner=reader.who(duty.owner),
        deputy=reader.who(duty.deputy),
        unit=reader.who(duty.unit),
        is_alert=notice.kind in _ALERTS,
        is_late=is_late(notice),
        is_shielded=not reader.may_read(duty),
        when=reader.speech.day(day) if day else "",
        deadline=_deadline(notice, duty, reader),
        deviation=deviation_told(duty, deviation, reader),
        measure=measure_told(duty, measure, reader) if measure else None,
        meeting=_meeting(duty, reader),
    )


def _deadline(notice: Notice, duty: Duty, reader: Reader) -> DeadlineTold | None:
    """Tell the deadline; of a duty that never had one, where it is said."""
    told = deadline_told(duty, headlines.the_part(notice, duty), reader)
    if told is not None:
        return told
    return DeadlineTold(stated="", sources=sources_told(duty, duty.sources, reader))


def _meeting(duty: Duty, reader: Reader) -> MeetingTold | None:
    if duty.meeting is None:
        return None
    return MeetingTold(
        place=reader.words(duty, duty.meeting.place),
        hours=reader.speech.hours(*hours(duty)),
        agenda=reader.words(duty, duty.meeting.agenda),
        attendees=tuple(name for each in duty.meeting.attendees if (name := reader.who(each))),
    )
