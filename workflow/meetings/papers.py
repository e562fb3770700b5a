"""Papers to a meeting are duties of their own, whose deadlines hang on its day; so may others."""

from __future__ import annotations

from uuid import uuid5

from events.vocabulary.values import Source
from projections.register.queries import RegisterFilter, listed
from workflow.duty.aggregate import Duty
from workflow.duty.dates import can_be_fixed
from workflow.duty.refusals import SeriesHasNoDelivery, SourceMissing
from workflow.duty.state import DutyFacts, Stamp
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.governance_meeting.refusals import MeetingHasNoDay
from workflow.kinds import STREAM_OF
from workflow.lifecycle import Step
from workflow.loading import load, load_duty, save
from workflow.meetings.anchoring import Anchor, anchored, words_from
from workflow.meetings.commands import AddPaper, TieDeadline
from workflow.meetings.finding import meeting_of
from workflow.meetings.refusals import PaperExists
from workflow.work import Outcome, Work

KIND = "input"


def add_paper(command: AddPaper, work: Work) -> Outcome:
    """Ask for a paper; the same title is the same paper."""
    meeting = meeting_of(command.meeting, work)
    id = uuid5(meeting.id, f"paper|{command.title.strip().casefold()}")
    known = load(work, id)
    if isinstance(known, Duty):
        return _known(known, command)
    meeting.require(Step.POSTPONE)
    fact = words_from(command.words, _anchor(meeting), _year(meeting, work))
    stamp, facts = Stamp(work.now, command.by), _facts(meeting, command, work)
    paper = STREAM_OF[KIND].give(id, facts, stamp, channel="meeting")
    paper.set_deadline("", fact, facts.source, stamp)
    if command.owner or command.unit or meeting.owner or meeting.unit:
        owner = command.owner or ("" if command.unit else meeting.owner)
        paper.assign(owner, command.unit or meeting.unit, None, stamp)
    if meeting.restricted:
        paper.restrict_access(meeting.restriction, stamp)
    return save(work, paper, reference=paper.reference, day=fact.day, working_date=fact.working_date)


def tie(command: TieDeadline, work: Work) -> Outcome:
    """Hang a deadline on a meeting: one that had no day gets it, one that stood is moved."""
    duty, meeting = load_duty(work, command.duty), meeting_of(command.meeting, work)
    if not isinstance(duty, Duty):
        raise SeriesHasNoDelivery(duty=duty.reference)
    if not command.source.strip():
        raise SourceMissing
    part = duty.known(command.part) if duty.parts else command.part
    current = duty.parts[part].current if part in duty.parts else None
    if meeting.day is None and current is not None and current.due is not None:
        raise MeetingHasNoDay(meeting=meeting.reference)
    if command.words or current is None:
        fact = words_from(command.words, _anchor(meeting), _year(meeting, work))
    else:
        fact = anchored(current, _anchor(meeting))
    stamp, source = Stamp(work.now, command.by), Source(reference=command.source.strip())
    if current is None or can_be_fixed(current, fact):
        duty.set_deadline(part, fact, source, stamp)
    elif current != fact:
        duty.postpone(part, fact, command.reason, source, stamp)
    return save(work, duty, day=fact.day, working_date=fact.working_date)


def _known(paper: Duty, command: AddPaper) -> Outcome:
    current = paper.parts[""].current if "" in paper.parts else None
    if current is None or current.text != command.words:
        raise PaperExists(title=paper.title, reference=paper.reference)
    return Outcome(
        facts={"reference": paper.reference, "day": current.day, "working_date": current.working_date}
    )


def _facts(meeting: GovernanceMeeting, command: AddPaper, work: Work) -> DutyFacts:
    return DutyFacts(
        reference=_next_reference(meeting, work),
        kind=KIND,
        title=command.title.strip(),
        source=Source(reference=command.source.strip() or meeting.reference),
        goal=meeting.goal,
        owed_to=meeting.owed_to,
        given_on=work.today,
        parent=meeting.id,
    )


def _next_reference(meeting: GovernanceMeeting, work: Work) -> str:
    """Number the papers of a meeting; one that was withdrawn keeps its number."""
    series = f"{meeting.reference}/papir-"
    with work.store.datastore.reading() as connection:
        below = listed(connection, RegisterFilter(parent=meeting.id))
    numbers = (one.reference.removeprefix(series) for one in below if one.reference.startswith(series))
    return f"{series}{max((int(each) for each in numbers if each.isdecimal()), default=0) + 1}"


def _anchor(meeting: GovernanceMeeting) -> Anchor:
    stands = [part.current for part in meeting.parts.values() if part.current is not None]
    return Anchor(meeting.id, meeting.day, any(one.tentative for one in stands))


def _year(meeting: GovernanceMeeting, work: Work) -> int:
    return (meeting.day or work.today).year
