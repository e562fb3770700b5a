"""Mistakes are mended by new facts: what was written wrongly stays in the trail."""

from __future__ import annotations

import datetime as dt

from events.vocabulary import correction as shape
from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import Stamp
from workflow.lifecycle import State, Step


class Correcting(Core):
    """The decisions that mend what was written down wrongly."""

    def correct_deadline(
        self, part: str, deadline: DeadlineFact, reason: str, source: Source | None, stamp: Stamp
    ) -> None:
        """Mend a deadline that was written wrongly; without a source, the one it had is meant."""
        part = self.known(part)
        if not self.parts[part].versions:
            raise refusals.NoDeadline(duty=self.named(part))
        last = self.parts[part].versions[-1]
        meant = source or last.source
        if last.deadline == deadline:
            if (last.reason, last.source) == (reason, meant):
                return
            raise refusals.SameDeadline(duty=self.named(part), words=deadline.text)
        self.require(Step.CORRECT)
        self.refuse_impossible(deadline)
        require_reason(reason)
        facts = {"part": part, "deadline": deadline, "reason": reason, "source": meant}
        self.record(shape.DeadlineCorrected, stamp, **facts)

    def correct_delivery(
        self, part: str, delivered_on: dt.date | None, reference: str, reason: str, stamp: Stamp
    ) -> None:
        """Mend a delivery: another day or reference, or None where it was no delivery."""
        part = self.known(part)
        known = self.parts[part]
        if known.delivered_on is None:
            raise refusals.NotDelivered(duty=self.named(part))
        if (known.delivered_on, known.delivery_reference) == (delivered_on, reference):
            return
        self.require(Step.CORRECT if delivered_on else Step.UNDO_DELIVERY)
        require_reason(reason)
        self.record(
            shape.DeliveryCorrected,
            stamp,
            part=part,
            delivered_on=delivered_on,
            reference=reference,
            reason=reason,
        )

    def correct_acceptance(
        self, accepted_on: dt.date | None, reference: str, reason: str, stamp: Stamp
    ) -> None:
        """Mend an acceptance: another day or reference, or None where it was none."""
        if self.state is not State.ACCEPTED:
            raise refusals.NotAccepted(duty=self.reference)
        if accepted_on and self.accepted == (accepted_on, reference):
            return
        self.require(Step.CORRECT if accepted_on else Step.UNDO_ACCEPTANCE)
        require_reason(reason)
        self.record(
            shape.AcceptanceCorrected, stamp, accepted_on=accepted_on, reference=reference, reason=reason
        )
