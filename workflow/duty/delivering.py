"""Deliveries: handed over, sent back by the ministry, accepted by it."""

from __future__ import annotations

import datetime as dt

from events.vocabulary import duty as shape
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import Stamp
from workflow.lifecycle import State, Step


class Delivering(Core):
    """The decisions about deliveries."""

    def deliver(
        self, part: str, delivered_on: dt.date, reference: str, stamp: Stamp, delivered_by: str = ""
    ) -> None:
        """Say that a part, or the whole where it has no parts, was handed over."""
        part = self.known(part) if self.parts else self._whole(part)
        known = self.parts.get(part)
        if known and (known.delivered_on, known.delivery_reference) == (delivered_on, reference):
            return
        self.refuse_delivered(part)
        self.require(self.step_of_delivering(part))
        self.record(
            shape.DutyDelivered,
            stamp,
            part=part,
            delivered_on=delivered_on,
            reference=reference,
            delivered_by=delivered_by,
        )

    def return_delivery(
        self, part: str, returned_on: dt.date, reason: str, reference: str, stamp: Stamp
    ) -> None:
        """Say that the ministry sent a delivery back."""
        known = self.parts.get(self.known(part)) if self.parts else None
        if known and known.delivered_on is None and known.returned == (returned_on, reason, reference):
            return
        self.require(Step.RETURN)
        part = self.known(part)
        if self.parts[part].delivered_on is None:
            raise refusals.NotDelivered(duty=self.named(part))
        require_reason(reason)
        self.record(
            shape.DutyReturned, stamp, part=part, returned_on=returned_on, reason=reason, reference=reference
        )

    def accept(self, accepted_on: dt.date, reference: str, stamp: Stamp) -> None:
        """Say that the ministry accepted what was delivered."""
        if self.state is State.ACCEPTED:
            return
        self.require(Step.ACCEPT)
        self.record(shape.DutyAccepted, stamp, accepted_on=accepted_on, reference=reference)

    def _whole(self, name: str) -> str:
        if name:
            raise self.unknown(name)
        return name
