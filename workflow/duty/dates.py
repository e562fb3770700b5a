"""The deadlines of a duty's parts: set, fixed, moved and dropped; every version is kept."""

from __future__ import annotations

import datetime as dt

from events.vocabulary import duty as shape
from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import Stamp
from workflow.lifecycle import Step


class Dates(Core):
    """The decisions about deadlines."""

    def set_deadline(self, part: str, deadline: DeadlineFact, source: Source, stamp: Stamp) -> None:
        """Give a part its first deadline, or the day of one that was open or tentative."""
        current = self.parts[part].current if part in self.parts else None
        if current == deadline:
            return
        self._allow_deadline(Step.SET_DEADLINE, part, deadline)
        if current is not None and not can_be_fixed(current, deadline):
            raise refusals.DeadlineAlreadySet(duty=self.reference, words=current.text)
        self.record(shape.DeadlineSet, stamp, part=part, deadline=deadline, source=source)

    def postpone(
        self,
        part: str,
        deadline: DeadlineFact,
        reason: str,
        source: Source,
        stamp: Stamp,
        agreed_on: dt.date | None = None,
    ) -> None:
        """Move a part's deadline; the earlier ones stay visible, and a request for it is answered."""
        part = self.known(part)
        if self.parts[part].versions and self.parts[part].current == deadline:
            return self._refuse_unless_repeated(part, reason, source)
        self._allow_deadline(Step.POSTPONE, part, deadline)
        require_reason(reason)
        facts = {"part": part, "deadline": deadline, "reason": reason, "source": source}
        return self.record(shape.DeadlinePostponed, stamp, **facts, agreed_on=agreed_on)

    def drop_deadline(self, part: str, reason: str, source: Source, stamp: Stamp) -> None:
        """Take a part's deadline away."""
        if part in self.dropped and part not in self.parts:
            return
        part = self.known(part)
        self.refuse_delivered(part)
        self.require(self.step_of_dropping(part))
        require_reason(reason)
        self.record(shape.DeadlineDropped, stamp, part=part, reason=reason, source=source)

    def _allow_deadline(self, step: Step, part: str, deadline: DeadlineFact) -> None:
        self.require(step)
        self.refuse_delivered(part)
        self.refuse_impossible(deadline)

    def _refuse_unless_repeated(self, part: str, reason: str, source: Source) -> None:
        last = self.parts[part].versions[-1]
        if (last.reason, last.source) != (reason, source):
            raise refusals.SameDeadline(duty=self.named(part), words=last.deadline.text)


def can_be_fixed(current: DeadlineFact, deadline: DeadlineFact) -> bool:
    """Tell whether a new deadline settles an unsettled one, rather than moves it."""
    if current.form in ("open", "relative") or current.tentative:
        return True
    if current.earliest is None or current.latest is None or deadline.due is None:
        return False
    first = deadline.day or deadline.earliest or deadline.due
    return current.earliest <= first and deadline.due <= current.latest
