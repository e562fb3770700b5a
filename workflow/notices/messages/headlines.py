"""The headline of a notice: what is the matter, so that a subject is useful alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

from calendars.ical.text import one_line
from calendars.zone import OSLO
from projections.engine.duty.state import Deviation, Duty, Measure, Part
from workflow.language import N_
from workflow.notices.messages.reader import Reader
from workflow.notices.model import Kind, Notice
from workflow.notices.working_days import working_days

SUBJECT_LIMIT = 150
_OF_A_PART = (Kind.DEADLINE, Kind.MISSED, Kind.CHASE, Kind.AGENDA, Kind.MINUTES)


def headline(notice: Notice, duty: Duty, reader: Reader) -> str:
    """Say what is the matter: «Frist om 10 arbeidsdager»."""
    return _HEADLINES[notice.kind](notice, duty, reader)


def subject(notice: Notice, duty: Duty, reader: Reader) -> str:
    """Write the subject of a notice that has a mail to itself; never the title of what is shielded."""
    part = f" – {part_of(notice)}" if part_of(notice) and not duty.shielded else ""
    reference = f" ({reader.reference(duty)})" if reader.reference(duty) else ""
    room = SUBJECT_LIMIT - len(reference)
    return one_line(f"{headline(notice, duty, reader)}: {reader.outside(duty)}{part}", room) + reference


def part_of(notice: Notice) -> str:
    """Give the part of the duty that a notice is about; «» for the whole."""
    return notice.subject if notice.kind in _OF_A_PART else ""


def the_part(notice: Notice, duty: Duty) -> Part | None:
    """Give the part itself; for what concerns the whole duty the only one, if there is one."""
    if part_of(notice) in duty.parts:
        return duty.parts[part_of(notice)]
    return next(iter(duty.parts.values()), None) if len(duty.parts) == 1 else None


def the_deviation(notice: Notice, duty: Duty) -> Deviation | None:
    """Give the deviation that a notice is about."""
    if notice.kind is Kind.MISSED:
        found = (
            each
            for each in duty.deviations.values()
            if each.part == notice.subject and str(each.missed) == notice.version
        )
        return next(found, None)
    if notice.kind in (Kind.DEVIATION, Kind.STRAKS, Kind.MEASURE):
        return duty.deviations.get(UUID(notice.subject.partition("/")[0]))
    return None


def the_measure(notice: Notice, duty: Duty) -> Measure | None:
    """Give the measure that a notice is about."""
    if notice.kind is not Kind.MEASURE:
        return None
    deviation = the_deviation(notice, duty)
    return deviation.measures.get(int(notice.subject.partition("/")[2])) if deviation else None


def working_date(notice: Notice, duty: Duty) -> dt.date | None:
    """Give the working date that the notice's steps are counted back from."""
    if (measure := the_measure(notice, duty)) is not None:
        return measure.working_date
    part = the_part(notice, duty)
    return part.current.working_date if part is not None and part.current is not None else None


def is_late(notice: Notice) -> bool:
    """Tell whether the notice is about something that should have been done."""
    return notice.kind in (Kind.MISSED, Kind.STRAKS) or notice.step.startswith("+")


def _deadline(notice: Notice, duty: Duty, reader: Reader) -> str:
    say, part = reader.speech, the_part(notice, duty)
    stated = part.current if part else None
    days = _distance(notice, stated.working_date if stated else None, stated.due if stated else None, reader)
    if duty.is_meeting:
        return _counted(days, reader, N_("Meeting today"), _MEETING, _LATE)
    if stated is not None and stated.tentative:
        return _counted(days, reader, N_("Tentative deadline today"), _TENTATIVE, _LATE)
    if days == 0 and part is not None and part.returned:
        return say(N_("Due today, sent back by the ministry"))
    return _counted(days, reader, N_("Due today"), _DUE, _LATE)


def _measure(notice: Notice, duty: Duty, reader: Reader) -> str:
    measure = the_measure(notice, duty)
    days = _distance(
        notice, measure.working_date if measure else None, measure.due if measure else None, reader
    )
    return _counted(days, reader, N_("Measure due today"), _MEASURE, _MEASURE_LATE)


def _distance(notice: Notice, working: dt.date | None, due: dt.date | None, reader: Reader) -> int:
    """Give the working days from today to the deadline, negative after it, as the calendar has them."""
    if working is None or due is None:
        return -int(notice.step)
    calendar, today = working_days(), reader.today
    if today <= working:
        return calendar.between(today, working)
    return -calendar.between(due, today)


def _counted(days: int, reader: Reader, today: str, before: tuple[str, str], after: tuple[str, str]) -> str:
    if days == 0:
        return reader.speech(today)
    return reader.speech.count(*(before if days > 0 else after), abs(days))


_DUE = N_("Due in {count} working day"), N_("Due in {count} working days")
_MEETING = N_("Meeting in {count} working day"), N_("Meeting in {count} working days")
_TENTATIVE = N_("Tentative deadline in {count} working day"), N_("Tentative deadline in {count} working days")
_LATE = N_("{count} working day late"), N_("{count} working days late")
_MEASURE = N_("Measure due in {count} working day"), N_("Measure due in {count} working days")
_MEASURE_LATE = N_("Measure {count} working day late"), N_("Measure {count} working days late")


def _missed(notice: Notice, duty: Duty, reader: Reader) -> str:
    return reader.speech(N_("Deadline missed"))


def _deviation(notice: Notice, duty: Duty, reader: Reader) -> str:
    found = the_deviation(notice, duty)
    material = found is not None and found.material
    return reader.speech(N_("Material deviation reported") if material else N_("Deviation reported"))


def _straks(notice: Notice, duty: Duty, reader: Reader) -> str:
    return reader.speech(N_("Material deviation, and the ministry has not been told"))


def _chase(notice: Notice, duty: Duty, reader: Reader) -> str:
    part = the_part(notice, duty)
    if part is not None and part.current is not None and part.current.tentative:
        return reader.speech(N_("Tentative deadline, ask the ministry"))
    since = part.history[-1].recorded_at if part is not None and part.history else duty.created_at
    texts = _NO_MEETING_DAY if duty.is_meeting else _NO_DEADLINE
    return reader.speech.count(*texts, _working_days_since(since, reader))


def _oral(notice: Notice, duty: Duty, reader: Reader) -> str:
    return reader.speech.count(*_ORALLY, _working_days_since(duty.created_at, reader))


def _working_days_since(moment: dt.datetime, reader: Reader) -> int:
    """Count from a recorded moment to today, so that no reminder is said twice in the same words."""
    return working_days().between(moment.astimezone(OSLO).date(), reader.today)


_NO_DEADLINE = (
    N_("No deadline after {count} working day, ask the ministry"),
    N_("No deadline after {count} working days, ask the ministry"),
)
_NO_MEETING_DAY = (
    N_("No meeting day after {count} working day, ask the ministry"),
    N_("No meeting day after {count} working days, ask the ministry"),
)
_ORALLY = (
    N_("Given orally {count} working day ago, not yet in writing"),
    N_("Given orally {count} working days ago, not yet in writing"),
)


def _agenda(notice: Notice, duty: Duty, reader: Reader) -> str:
    return reader.speech(N_("The agenda is not settled"))


def _minutes(notice: Notice, duty: Duty, reader: Reader) -> str:
    if notice.step == "held" or duty.delivered_on is None:
        return reader.speech(N_("Was the meeting held?"))
    return reader.speech.count(*_NO_MINUTES, working_days().between(duty.delivered_on, reader.today))


_NO_MINUTES = (
    N_("No minutes {count} working day after the meeting"),
    N_("No minutes {count} working days after the meeting"),
)


def _invitation(notice: Notice, duty: Duty, reader: Reader) -> str:
    if notice.step == "cancel":
        return reader.speech(N_("Cancelled"))
    return reader.speech(N_("Invitation") if notice.version in ("0", "1") else N_("Updated invitation"))


_HEADLINES: Mapping[Kind, Callable[[Notice, Duty, Reader], str]] = {
    Kind.DEADLINE: _deadline,
    Kind.MISSED: _missed,
    Kind.DEVIATION: _deviation,
    Kind.STRAKS: _straks,
    Kind.MEASURE: _measure,
    Kind.CHASE: _chase,
    Kind.ORAL: _oral,
    Kind.AGENDA: _agenda,
    Kind.MINUTES: _minutes,
    Kind.INVITATION: _invitation,
}
