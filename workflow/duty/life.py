"""A duty begins, is said in other words, gets under way, and ends or is taken up again."""

from __future__ import annotations

import datetime as dt
from typing import Self
from uuid import UUID

from events.vocabulary import duty as shape
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import DutyFacts, Stamp
from workflow.lifecycle import State, Step, allowed


class Life(Core):
    """The decisions that begin a duty, move it on and end it."""

    @classmethod
    def give(cls, id: UUID, facts: DutyFacts, stamp: Stamp, channel: str = "") -> Self:
        """Begin the stream of a duty that a source gives; `channel` says how, where no letter did."""
        fields = {name: getattr(facts, name) for name in DutyFacts.__slots__}
        how = {"channel": channel, "orally": channel == "oral"}
        return cls._create(cls.STREAM[shape.DutyGiven], id=id, **fields, **how, **stamp.fields)

    def restate(self, facts: DutyFacts, reason: str, stamp: Stamp) -> None:
        """Say it in a later source's words."""
        named = ("title", "raw_title", "goal", "owed_to", "led_by")
        fields = {name: getattr(facts, name) for name in named}
        if all(getattr(self, name) == value for name, value in fields.items()):
            return
        self.require(Step.RESTATE)
        self.record(shape.DutyRestated, stamp, **fields, reason=reason, source=facts.source)

    def start(self, started_on: dt.date, stamp: Stamp) -> None:
        """Say that work has begun."""
        if self.standing is State.IN_PROGRESS:
            return
        self.require(Step.START)
        self.record(shape.DutyStarted, stamp, started_on=started_on)

    def withdraw(self, reason: str, reference: str, withdrawn_on: dt.date, stamp: Stamp) -> None:
        """Let it lapse, with the reference of the ministry's approval."""
        if self.state is State.WITHDRAWN and self.withdrawal == reference:
            return
        self.require(Step.WITHDRAW)
        require_reason(reason)
        if not reference.strip():
            raise refusals.ApprovalMissing(duty=self.reference)
        self.record(shape.DutyWithdrawn, stamp, reason=reason, reference=reference, withdrawn_on=withdrawn_on)

    def carry_over(
        self, carried_on: dt.date, reason: str, reference: str, to: UUID | None, stamp: Stamp
    ) -> None:
        """Let it live on under the next letter, as the duty `to` where that is given already."""
        if self.carried == (to, reference) and self.state is State.CARRIED_OVER:
            return
        self.require(Step.CARRY_OVER)
        require_reason(reason)
        if not reference.strip():
            raise refusals.SuccessorMissing(duty=self.reference)
        self.record(
            shape.DutyCarriedOver, stamp, carried_on=carried_on, reason=reason, reference=reference, to=to
        )

    def reopen(self, part: str, reopened_on: dt.date, reason: str, reference: str, stamp: Stamp) -> None:
        """Take up again what had ended, or what was delivered and not good enough after all.

        `part` is what was not good enough: it counts as undelivered again. Without a name that is
        every part of what was delivered, and no part of what had ended undelivered.
        """
        if not allowed(self.state, Step.REOPEN):
            raise refusals.NothingToReopen(duty=self.reference)
        require_reason(reason)
        part = self.known_or_whole(part) if part else part
        self.record(
            shape.DutyReopened, stamp, reopened_on=reopened_on, reason=reason, reference=reference, part=part
        )
