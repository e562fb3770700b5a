"""From a duty given by hand to its streams: the same decisions as for what a letter gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import taking
from workflow.duty.aggregate import Duty
from workflow.duty.deadlines import read_words
from workflow.duty.state import DutyFacts, Stamp
from workflow.giving import refusals
from workflow.giving.commands import CHANNELS, GiveDuty
from workflow.identity import duty_id, series_id
from workflow.kinds import STREAM_OF, always_has_a_stream, kind_of_occurrences
from workflow.loading import load, load_duty, save
from workflow.recurring import register
from workflow.recurring.opening import end_of_next_year, open_ahead
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome, Work

_KEY_LENGTH = 40


@dataclass(frozen=True, slots=True)
class ByHand:
    """What was given: the duty's id, what is to be saved, and whether it was given before."""

    duty: UUID
    reference: str
    streams: tuple[BaseAggregate[UUID], ...]
    known: bool = False


def give(command: GiveDuty, work: Work) -> Outcome:
    """Give the duty with its deadlines and its owner."""
    given = streams(command, work)
    facts = {"duty": given.duty, "reference": given.reference, "known": given.known}
    return save(work, *given.streams, **facts)


def streams(command: GiveDuty, work: Work, deadlines: Mapping[str, DeadlineFact] | None = None) -> ByHand:
    """Decide what the command gives, without saving it; `deadlines` by part take the place of its words."""
    _refuse_unclear(command)
    facts = _facts(command, work)
    made = duty_id(work.agency, (facts.given_on or work.today).year, facts.reference, facts.reference)
    standing = load(work, made) or load(work, series_id(made, ""))
    if isinstance(standing, Duty | ReportSeries):
        if standing.title != facts.title:
            raise refusals.ReferenceTaken(reference=facts.reference, title=standing.title)
        return ByHand(standing.id, standing.reference, (), known=True)
    stated = _stated(command, work) if deadlines is None else deadlines
    return _made(made, facts, stated, command, work)


def _made(
    made: UUID, facts: DutyFacts, stated: Mapping[str, DeadlineFact], command: GiveDuty, work: Work
) -> ByHand:
    stamp = taking.stamp(command.by, work)
    single = {part: fact for part, fact in stated.items() if fact.form != "rrule"}
    recurring = {part: fact for part, fact in stated.items() if fact.form == "rrule"}
    given: list[BaseAggregate[UUID]] = []
    head: Duty | None = None
    if single or not recurring or always_has_a_stream(facts.kind):
        head = STREAM_OF[facts.kind].give(made, facts, stamp, command.channel)
        for part, fact in single.items():
            head.set_deadline(part, fact, facts.source, stamp)
        head.assign(command.owner, command.unit, facts.given_on, stamp)
        given.append(head)
    for part, fact in recurring.items():
        given += _series(series_id(made, part), facts, part, fact, head, command, work, stamp)
    return ByHand(given[0].id, facts.reference, tuple(given))


def _series(
    made: UUID,
    facts: DutyFacts,
    part: str,
    fact: DeadlineFact,
    head: Duty | None,
    command: GiveDuty,
    work: Work,
    stamp: Stamp,
) -> list[BaseAggregate[UUID]]:
    named = {name: getattr(facts, name) for name in DutyFacts.__slots__}
    named |= {"kind": kind_of_occurrences(facts.kind), "parent": head.id if head else facts.parent}
    series = ReportSeries.give(made, DutyFacts(**named), part, fact, stamp)
    series.assign(command.owner, command.unit, stamp)
    opened = open_ahead(series, end_of_next_year(work.today), work, stamp)
    register.note(work, series)
    return [series, *opened]


def _refuse_unclear(command: GiveDuty) -> None:
    if not command.title.strip():
        raise refusals.TitleMissing
    if command.kind not in STREAM_OF:
        raise refusals.UnknownKind(kind=command.kind, kinds=", ".join(STREAM_OF))
    if command.channel not in CHANNELS:
        raise refusals.UnknownGivingChannel(channel=command.channel, channels=", ".join(CHANNELS))
    if command.channel != "oral" and not command.source.strip():
        raise refusals.WrittenSourceMissing


def _facts(command: GiveDuty, work: Work) -> DutyFacts:
    given_on = taking.past(command.given_on, work)
    if command.parent is not None:
        load_duty(work, command.parent)
    title = command.title.strip()
    return DutyFacts(
        reference=command.reference.strip() or f"{given_on.isoformat()}-{_key(title)}",
        kind=command.kind,
        title=title,
        source=Source(reference=command.source.strip()),
        goal=command.goal,
        owed_to=command.owed_to,
        given_on=given_on,
        parent=command.parent,
    )


def _key(title: str) -> str:
    """Give a short readable key of a title."""
    return re.sub(r"\W+", "-", title.casefold()).strip("-")[:_KEY_LENGTH].rstrip("-")


def _stated(command: GiveDuty, work: Work) -> dict[str, DeadlineFact]:
    whole = (("", command.words),) if command.words.strip() else ()
    return {part.strip(): read_words(words, work.today.year) for part, words in (*whole, *command.parts)}
