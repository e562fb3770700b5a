"""The dialogue with the ministry: what we ask it, what it answers, what it puts in writing."""

from __future__ import annotations

import datetime as dt

from events.vocabulary import dialogue as shape
from events.vocabulary.values import Source
from workflow.duty import refusals
from workflow.duty.core import Core, require_reason
from workflow.duty.state import Asked, Stamp
from workflow.lifecycle import Step


class Dialogue(Core):
    """The decisions about what we ask of the ministry, and what it answers."""

    def request_postponement(self, part: str, asked: Asked, stamp: Stamp) -> None:
        """Ask for another deadline; the one that stands goes on until there is an answer."""
        part = self.known(part)
        if self.parts[part].asked == asked:
            return
        self.require(Step.REQUEST_POSTPONEMENT)
        self.refuse_delivered(part)
        self.refuse_impossible(asked.deadline)
        if self.parts[part].current == asked.deadline:
            raise refusals.SameDeadline(duty=self.named(part), words=asked.deadline.text)
        require_reason(asked.reason)
        self.record(
            shape.PostponementRequested,
            stamp,
            part=part,
            deadline=asked.deadline,
            reason=asked.reason,
            requested_on=asked.requested_on,
            reference=asked.reference,
        )

    def refuse_postponement(
        self, part: str, refused_on: dt.date, reason: str, reference: str, stamp: Stamp
    ) -> None:
        """Say that the ministry said no; a yes is the deadline that is moved."""
        part = self.known(part)
        known = self.parts[part]
        if known.asked is None and known.refused == (refused_on, reason, reference):
            return
        self.require(Step.REFUSE_POSTPONEMENT)
        if known.asked is None:
            raise refusals.NothingAsked(duty=self.named(part))
        self.record(
            shape.PostponementRefused,
            stamp,
            part=part,
            refused_on=refused_on,
            reason=reason,
            reference=reference,
        )

    def inquire(self, part: str, inquired_on: dt.date, reference: str, note: str, stamp: Stamp) -> None:
        """Say that we asked the ministry when it is due."""
        part = self.known_or_whole(part)
        if (inquired_on, reference, note) in self.inquiries.get(part, ()):
            return
        self.require(Step.INQUIRE)
        self.refuse_delivered(part)
        self.record(
            shape.DeadlineInquired, stamp, part=part, inquired_on=inquired_on, reference=reference, note=note
        )

    def confirm_in_writing(self, confirmed_on: dt.date, source: Source, stamp: Stamp) -> None:
        """Say where what was given orally has been put in writing."""
        if self.confirmed == (confirmed_on, source):
            return
        self.require(Step.CONFIRM_IN_WRITING)
        if not self.orally:
            raise refusals.NotOral(duty=self.reference)
        if self.confirmed is not None:
            raise refusals.AlreadyInWriting(duty=self.reference, reference=self.confirmed[1].reference)
        self.record(shape.ConfirmedInWriting, stamp, confirmed_on=confirmed_on, source=source)

    @property
    def waits_for_writing(self) -> bool:
        """Whether it was given orally and nobody has put it in writing yet."""
        return self.orally and self.confirmed is None
