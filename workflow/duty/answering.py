"""Who answers for a duty, who may see its title, and what people write down about it."""

from __future__ import annotations

import datetime as dt

from events.vocabulary import duty as shape
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import Stamp
from workflow.lifecycle import Step


class Answering(Core):
    """The decisions about a duty that no deadline hangs on."""

    def assign(self, owner: str, unit: str, effective_on: dt.date | None, stamp: Stamp) -> None:
        """Say who answers for it."""
        if (self.owner, self.unit) == (owner, unit):
            return
        self.require(Step.ASSIGN)
        self.record(shape.OwnerAssigned, stamp, owner=owner, unit=unit, effective_on=effective_on)

    def assign_deputy(self, deputy: str, stamp: Stamp) -> None:
        """Say who stands in for the owner; empty means nobody."""
        if self.deputy == deputy:
            return
        self.require(Step.ASSIGN)
        if deputy and deputy == self.owner:
            raise refusals.OwnDeputy(duty=self.reference)
        self.record(shape.DeputyAssigned, stamp, deputy=deputy)

    def comment(self, comment: str, stamp: Stamp) -> None:
        """Write something down about it; the same words by the same person again are written once."""
        if self.last_comment == (stamp.by, comment):
            return
        self.require(Step.COMMENT)
        if not comment.strip():
            raise refusals.CommentMissing
        self.record(shape.DutyCommented, stamp, comment=comment)

    def restrict_access(self, reason: str, stamp: Stamp) -> None:
        """Shield the title."""
        if not self.restricted:
            require_reason(reason)
            self.record(shape.AccessRestricted, stamp, reason=reason)

    def open_access(self, reason: str, stamp: Stamp) -> None:
        """Take the shield away."""
        if self.restricted:
            require_reason(reason)
            self.record(shape.AccessOpened, stamp, reason=reason)
