"""Moves a meeting with everything that is counted from its day, as it was planned, whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from events.vocabulary.values import DeadlineFact, Source
from projections.reminders.queries import anchored_to
from workflow.duty.aggregate import Duty
from workflow.duty.dates import can_be_fixed
from workflow.duty.deadlines import read_words
from workflow.duty.refusals import ReasonMissing, SourceMissing
from workflow.duty.state import Stamp
from workflow.governance_meeting.agenda import settled_by
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.language import N_, translator
from workflow.lifecycle import State, Step, allowed
from workflow.loading import load_duty, save
from workflow.meetings.anchoring import Anchor, anchored
from workflow.meetings.commands import MoveMeeting
from workflow.meetings.finding import meeting_of
from workflow.meetings.plan import Caution, Moment, MovePlan, Shift, Stays, moment, plan_id
from workflow.meetings.refusals import MoveNeedsDay, NotTied, PlanChanged
from workflow.work import Outcome, Work

_MOVED = N_("{meeting} is moved to {day}: {reason}")
_SHIELDED = N_("The meeting")
"""A shielded title stays out of the reasons of what hangs on the meeting."""


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline on its way to another day."""

    duty: Duty
    part: str
    fact: DeadlineFact
    shift: Shift

    def apply(self, reason: str, source: Source, agreed_on: dt.date | None, stamp: Stamp) -> None:
        """Set the day that was open, or move the one that stood."""
        known = self.duty.parts.get(self.part)
        current = known.current if known else None
        if current is None or can_be_fixed(current, self.fact):
            self.duty.set_deadline(self.part, self.fact, source, stamp)
        else:
            self.duty.postpone(self.part, self.fact, reason, source, stamp, agreed_on)


def move(command: MoveMeeting, work: Work) -> Outcome:
    """Make the plan; where the command names that very plan, carry it out."""
    meeting = meeting_of(command.meeting, work)
    if not command.reason.strip():
        raise ReasonMissing
    if not command.source.strip():
        raise SourceMissing
    changes = list(_changes(meeting, command, work))
    plan = _plan(meeting, changes, command)
    if not command.plan or not plan.changes:
        return Outcome(facts={"plan": plan})
    if command.plan != plan.id:
        raise PlanChanged(plan=command.plan)
    return _carried_out(meeting, changes, plan, command, work)


def _carried_out(
    meeting: GovernanceMeeting, changes: list[Change], plan: MovePlan, command: MoveMeeting, work: Work
) -> Outcome:
    stamp, source = Stamp(work.now, command.by), Source(reference=command.source.strip())
    first, *others = (one for one in changes if one.duty is meeting or one.shift.stays is None)
    if first.shift.stays is None:
        first.apply(command.reason, source, command.agreed_on, stamp)
        if first.fact.starts_at is not None and meeting.arrangements.starts_at is not None:
            meeting.arrange(meeting.arrangements.place, first.fact.starts_at, first.fact.ends_at, stamp)
    say = translator("nb").gettext
    name = say(_SHIELDED) if meeting.restricted else meeting.title
    day = f"{first.fact.day:%d.%m.%Y}"
    for one in others:
        reason = say(_MOVED).format(meeting=name, day=day, reason=command.reason)
        one.apply(reason, source, command.agreed_on, stamp)
    moved = {duty.id: duty for duty in (meeting, *(one.duty for one in others))}
    return save(work, *moved.values(), plan=plan)


def _changes(meeting: GovernanceMeeting, command: MoveMeeting, work: Work) -> Iterator[Change]:
    """Give the meeting's own change first, then that of each deadline counted from it."""
    part = next(iter(meeting.parts), "")
    known = meeting.parts.get(part)
    current = known.current if known else None
    fact = read_words(command.words, _year(current, work))
    if fact.day is None:
        raise MoveNeedsDay(words=command.words)
    yield Change(meeting, part, fact, _of_meeting(meeting, part, current, fact, work))
    hanging = list(dependents(meeting, work))
    strangers = command.keep - {duty.id for duty, _, _ in hanging}
    for stranger in sorted(strangers):
        raise NotTied(duty=load_duty(work, stranger).reference)
    anchor = Anchor(meeting.id, fact.day, fact.tentative)
    for duty, name, stands in hanging:
        moved = anchored(stands, anchor)
        yield Change(duty, name, moved, _of_dependent(duty, name, stands, moved, command, work))


def dependents(meeting: GovernanceMeeting, work: Work) -> Iterator[tuple[Duty, str, DeadlineFact]]:
    """Give what is counted from the meeting, as its own events say; the projection says where to look."""
    with work.store.datastore.reading() as connection:
        found = anchored_to(connection, meeting.id)
    duties = {duty: load_duty(work, duty) for duty, _ in found}
    for id, name in found:
        duty = duties[id]
        if not isinstance(duty, Duty) or name not in duty.parts:
            continue
        current = duty.parts[name].current
        if current and current.anchored_to == meeting.id and not _has_ended(duty):
            yield duty, name, current


def _has_ended(duty: Duty) -> bool:
    """Tell whether nothing is owed of it any more: it was withdrawn or carried over."""
    return duty.state in (State.WITHDRAWN, State.CARRIED_OVER)


def _of_meeting(
    meeting: GovernanceMeeting, part: str, current: DeadlineFact | None, fact: DeadlineFact, work: Work
) -> Shift:
    same = current is not None and current.day == fact.day and _times(current, fact)
    if same:
        stays: Stays | None = Stays.UNCHANGED
    else:
        stays = None
        if not allowed(meeting.state, Step.POSTPONE):  # says why in the meeting's own words
            meeting.require(Step.POSTPONE)
    return _shift(
        meeting, part, fact.text, moment(current), moment(fact), stays, _minded(fact, current, work)
    )


def _times(current: DeadlineFact, fact: DeadlineFact) -> bool:
    return fact.starts_at is None or (fact.starts_at, fact.ends_at) == (current.starts_at, current.ends_at)


def _of_dependent(
    duty: Duty, name: str, stands: DeadlineFact, moved: DeadlineFact, command: MoveMeeting, work: Work
) -> Shift:
    stays = _stays(duty, name, stands, moved, command)
    cautions = () if stays else _minded(moved, stands, work)
    return _shift(duty, name, stands.text, moment(stands), moment(moved), stays, cautions)


def _stays(
    duty: Duty, name: str, stands: DeadlineFact, moved: DeadlineFact, command: MoveMeeting
) -> Stays | None:
    if duty.parts[name].delivered_on is not None:
        return Stays.DELIVERED
    if stands.day == moved.day:
        return Stays.UNCHANGED
    return Stays.KEPT if duty.id in command.keep else None


def _minded(fact: DeadlineFact, before: DeadlineFact | None, work: Work) -> tuple[Caution, ...]:
    working = fact.working_date or fact.day
    found = {
        Caution.PAST: working is not None and working < work.today,
        Caution.NO_WORKING_DAY: fact.working_date is not None and fact.working_date != fact.day,
        Caution.FIRM: before is not None and before.firm,
    }
    return tuple(caution for caution, holds in found.items() if holds)


def _shift(
    duty: Duty,
    part: str,
    words: str,
    before: Moment,
    after: Moment,
    stays: Stays | None,
    cautions: tuple[Caution, ...] = (),
) -> Shift:
    return Shift(
        duty.id, duty.reference, duty.title, part, words, duty.version, before, after, stays, cautions
    )


def _plan(meeting: GovernanceMeeting, changes: list[Change], command: MoveMeeting) -> MovePlan:
    own, *dependents = (change.shift for change in changes)
    shifts = (own, *dependents)
    facts = (command.words, command.reason, command.source, str(command.agreed_on))
    return MovePlan(plan_id(shifts, facts), own, _agenda(meeting, own), tuple(dependents))


def _agenda(meeting: GovernanceMeeting, own: Shift) -> Shift | None:
    """Give the day by which the agenda is to be settled, which follows the meeting by itself."""
    if meeting.arrangements.agenda_settled_on is not None or own.after.day is None:
        return None
    before = settled_by(meeting.day) if meeting.day else None
    after = settled_by(own.after.day)
    stays = Stays.UNCHANGED if before == after else None
    return _shift(meeting, "", "", Moment(before, before), Moment(after, after), stays)


def _year(current: DeadlineFact | None, work: Work) -> int:
    return current.due.year if current and current.due else work.today.year
