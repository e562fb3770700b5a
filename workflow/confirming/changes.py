"""What «amend» may change in a proposal, and how the new words are understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.kinds import STREAM_OF
from workflow.letter import refusals
from workflow.letter.settling import DEADLINE
from workflow.lifecycle import Step, allowed
from workflow.reading.model import Proposal
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work

FIELDS = ("title", "goal", "kind", "owed_to", "led_by", "owner", "unit")


@dataclass(frozen=True, slots=True)
class Amendment:
    """A proposal in a person's words: `deadlines` maps parts to new words, owner and unit are ids."""

    proposal: Proposal
    deadlines: Mapping[str, str]
    owner: str
    unit: str

    def assign(self, stream: BaseAggregate[UUID], stamp: Stamp) -> None:
        """Give a stream the owner and unit that the amendment names; what has ended keeps its own."""
        if isinstance(stream, Duty) and allowed(stream.state, Step.ASSIGN):
            stream.assign(self.owner or stream.owner, self.unit or stream.unit, None, stamp)
        elif isinstance(stream, ReportSeries) and stream.ended_on is None:
            stream.assign(self.owner or stream.owner, self.unit or stream.unit, stamp)


def amendment_of(key: str, changes: Mapping[str, str], proposal: Proposal, work: Work) -> Amendment:
    """Understand the changes. Refuses fields that a proposal does not have, and unknown people."""
    if not changes:
        raise refusals.NothingAmended(key=key)
    for field in changes:
        if field not in FIELDS and not field.startswith(DEADLINE):
            raise refusals.UnknownChange(field=field, fields=", ".join(FIELDS))
    owner, unit = changes.get("owner", ""), changes.get("unit", "")
    return Amendment(
        proposal=_amended(proposal, changes),
        deadlines={
            field.removeprefix(DEADLINE): words
            for field, words in changes.items()
            if field.startswith(DEADLINE)
        },
        owner=work.directory.find_person(owner).id if owner else "",
        unit=work.directory.find_unit(unit).id if unit else "",
    )


def _amended(proposal: Proposal, changes: Mapping[str, str]) -> Proposal:
    return replace(
        proposal,
        title=changes.get("title", proposal.title),
        owed_to=changes.get("owed_to", proposal.owed_to),
        led_by=changes.get("led_by", proposal.led_by),
        kind=_kind(changes.get("kind", proposal.kind)),
        goal=_goal(changes["goal"]) if "goal" in changes else proposal.goal,
    )


def _kind(kind: str) -> str:
    if kind not in STREAM_OF:
        raise refusals.UnknownKind(kind=kind, kinds=", ".join(STREAM_OF))
    return kind


def _goal(goal: str) -> int | None:
    if not goal.strip():
        return None
    if not goal.strip().isdecimal():
        raise refusals.GoalNotANumber(goal=goal)
    return int(goal)
