"""A duty decides: what is refused is refused here, and what is not becomes one event."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary import duty as shape
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import refusals
from workflow.duty.evolving import EVOLVING
from workflow.duty.state import DutyFacts, Part, Stamp
from workflow.duty.stream import Stream
from workflow.evolution import evolver
from workflow.lifecycle import State, Step, allowed

_evolve = evolver(EVOLVING)


class Duty(BaseAggregate[UUID]):
    """What an assignment, a report and a meeting have in common.

    Every method that decides either records one event, or nothing where all is as asked already,
    or raises a `Refusal`.
    """

    if TYPE_CHECKING:  # an annotation that exists at run time would make eventsourcing build a dataclass
        STREAM: ClassVar[Stream]

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.state = State.GIVEN
        self.reference = self.kind = self.title = self.raw_title = ""
        self.owed_to = self.led_by = self.owner = self.unit = self.withdrawal = ""
        self.goal: int | None = None
        self.parent: UUID | None = None
        self.given_on: dt.date | None = None
        self.source = Source()
        self.parts: dict[str, Part] = {}
        self.dropped: dict[str, Part] = {}
        self.restricted = False
        self.restriction = ""

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @classmethod
    def give(cls, id: UUID, facts: DutyFacts, stamp: Stamp) -> Self:
        """Begin the stream of a duty that a source gives."""
        fields = {name: getattr(facts, name) for name in DutyFacts.__slots__}
        return cls._create(cls.STREAM[shape.DutyGiven], id=id, **fields, **stamp.fields)

    def restate(self, facts: DutyFacts, reason: str, stamp: Stamp) -> None:
        """Say it in a later source's words."""
        named = ("title", "raw_title", "goal", "owed_to", "led_by")
        fields = {name: getattr(facts, name) for name in named}
        if all(getattr(self, name) == value for name, value in fields.items()):
            return
        self._allow(Step.RESTATE)
        self.trigger_event(
            self.STREAM[shape.DutyRestated], **fields, reason=reason, source=facts.source, **stamp.fields
        )

    def set_deadline(self, part: str, deadline: DeadlineFact, source: Source, stamp: Stamp) -> None:
        """Give a part its first deadline, or the day of one that was open or tentative."""
        current = self.parts[part].current if part in self.parts else None
        if current == deadline:
            return
        self._allow_deadline(Step.SET_DEADLINE, part, deadline)
        if current is not None and not can_be_fixed(current, deadline):
            raise refusals.DeadlineAlreadySet(duty=self.reference, words=current.text)
        self.trigger_event(
            self.STREAM[shape.DeadlineSet], part=part, deadline=deadline, source=source, **stamp.fields
        )

    def postpone(
        self,
        part: str,
        deadline: DeadlineFact,
        reason: str,
        source: Source,
        stamp: Stamp,
        agreed_on: dt.date | None = None,
    ) -> None:
        """Move a part's deadline; the earlier ones stay visible."""
        part = self._known(part)
        if self.parts[part].versions and self.parts[part].current == deadline:
            return self._refuse_unless_repeated(part, reason, source)
        self._allow_deadline(Step.POSTPONE, part, deadline)
        _require_reason(reason)
        self.trigger_event(
            self.STREAM[shape.DeadlinePostponed],
            part=part,
            deadline=deadline,
            reason=reason,
            source=source,
            agreed_on=agreed_on,
            **stamp.fields,
        )
        return None

    def drop_deadline(self, part: str, reason: str, source: Source, stamp: Stamp) -> None:
        """Take a part's deadline away."""
        if part in self.dropped and part not in self.parts:
            return
        part = self._known(part)
        self._refuse_delivered(part)
        self._allow(self.step_of_dropping(part))
        _require_reason(reason)
        self.trigger_event(
            self.STREAM[shape.DeadlineDropped], part=part, reason=reason, source=source, **stamp.fields
        )

    def assign(self, owner: str, unit: str, effective_on: dt.date | None, stamp: Stamp) -> None:
        """Say who answers for it."""
        if (self.owner, self.unit) == (owner, unit):
            return
        self._allow(Step.ASSIGN)
        self.trigger_event(
            self.STREAM[shape.OwnerAssigned],
            owner=owner,
            unit=unit,
            effective_on=effective_on,
            **stamp.fields,
        )

    def start(self, started_on: dt.date, stamp: Stamp) -> None:
        """Say that work has begun."""
        if self.state is State.IN_PROGRESS:
            return
        self._allow(Step.START)
        self.trigger_event(self.STREAM[shape.DutyStarted], started_on=started_on, **stamp.fields)

    def deliver(self, part: str, delivered_on: dt.date, reference: str, stamp: Stamp) -> None:
        """Say that a part, or the whole where it has no parts, was handed over."""
        part = self._known(part) if self.parts else self._whole(part)
        known = self.parts.get(part)
        if known and (known.delivered_on, known.delivery_reference) == (delivered_on, reference):
            return
        self._refuse_delivered(part)
        self._allow(self.step_of_delivering(part))
        self.trigger_event(
            self.STREAM[shape.DutyDelivered],
            part=part,
            delivered_on=delivered_on,
            reference=reference,
            **stamp.fields,
        )

    def return_delivery(
        self, part: str, returned_on: dt.date, reason: str, reference: str, stamp: Stamp
    ) -> None:
        """Say that the ministry sent a delivery back."""
        known = self.parts.get(self._known(part)) if self.parts else None
        if known and known.delivered_on is None and known.returned == (returned_on, reason, reference):
            return
        self._allow(Step.RETURN)
        part = self._known(part)
        if self.parts[part].delivered_on is None:
            raise refusals.NotDelivered(duty=self._name(part))
        _require_reason(reason)
        self.trigger_event(
            self.STREAM[shape.DutyReturned],
            part=part,
            returned_on=returned_on,
            reason=reason,
            reference=reference,
            **stamp.fields,
        )

    def accept(self, accepted_on: dt.date, reference: str, stamp: Stamp) -> None:
        """Say that the ministry accepted what was delivered."""
        if self.state is State.ACCEPTED:
            return
        self._allow(Step.ACCEPT)
        self.trigger_event(
            self.STREAM[shape.DutyAccepted], accepted_on=accepted_on, reference=reference, **stamp.fields
        )

    def withdraw(self, reason: str, reference: str, withdrawn_on: dt.date, stamp: Stamp) -> None:
        """Let it lapse, with the reference of the ministry's approval."""
        if self.state is State.WITHDRAWN and self.withdrawal == reference:
            return
        self._allow(Step.WITHDRAW)
        _require_reason(reason)
        if not reference.strip():
            raise refusals.ApprovalMissing(duty=self.reference)
        self.trigger_event(
            self.STREAM[shape.DutyWithdrawn],
            reason=reason,
            reference=reference,
            withdrawn_on=withdrawn_on,
            **stamp.fields,
        )

    def restrict_access(self, reason: str, stamp: Stamp) -> None:
        """Shield the title."""
        if not self.restricted:
            _require_reason(reason)
            self.trigger_event(self.STREAM[shape.AccessRestricted], reason=reason, **stamp.fields)

    def open_access(self, reason: str, stamp: Stamp) -> None:
        """Take the shield away."""
        if self.restricted:
            _require_reason(reason)
            self.trigger_event(self.STREAM[shape.AccessOpened], reason=reason, **stamp.fields)

    def step_of_delivering(self, name: str) -> Step:
        """Tell whether delivering this part delivers the whole."""
        return Step.DELIVER if self._others_delivered(name) else Step.DELIVER_PART

    def step_of_dropping(self, name: str) -> Step:
        """Tell whether dropping this part leaves a duty whose every part is delivered."""
        last = len(self.parts) > 1 and self._others_delivered(name)
        return Step.DROP_LAST_OPEN if last else Step.DROP_DEADLINE

    def _others_delivered(self, name: str) -> bool:
        return all(part.delivered_on for part in self.parts.values() if part.name != name)

    def _allow(self, step: Step) -> None:
        if not allowed(self.state, step):
            raise refusals.not_allowed(self.reference, self.state)

    def _allow_deadline(self, step: Step, part: str, deadline: DeadlineFact) -> None:
        self._allow(step)
        self._refuse_delivered(part)
        if deadline.impossible:
            raise refusals.ImpossibleDeadline(words=deadline.text)
        if deadline.form == "rrule":
            raise refusals.RecurringDeadline(words=deadline.text, duty=self.reference)

    def _refuse_delivered(self, name: str) -> None:
        part = self.parts.get(name)
        if part is not None and part.delivered_on is not None:
            raise refusals.AlreadyDelivered(duty=self._name(name))

    def _refuse_unless_repeated(self, part: str, reason: str, source: Source) -> None:
        last = self.parts[part].versions[-1]
        if (last.reason, last.source) != (reason, source):
            raise refusals.SameDeadline(duty=self._name(part), words=last.deadline.text)

    def _known(self, name: str) -> str:
        """Give the part's name; where there is only one, «» means that one."""
        if name in self.parts:
            return name
        if name == "" and len(self.parts) == 1:
            return next(iter(self.parts))
        raise self._unknown(name)

    def _whole(self, name: str) -> str:
        if name:
            raise self._unknown(name)
        return name

    def _unknown(self, name: str) -> refusals.UnknownPart:
        parts = ", ".join(f"«{part}»" for part in self.parts) or "–"
        return refusals.UnknownPart(duty=self.reference, part=name, parts=parts)

    def _name(self, part: str) -> str:
        return f"{self.reference} {part}".strip()


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise refusals.ReasonMissing


def can_be_fixed(current: DeadlineFact, deadline: DeadlineFact) -> bool:
    """Tell whether a new deadline settles an unsettled one, rather than moves it."""
    if current.form in ("open", "relative") or current.tentative:
        return True
    if current.earliest is None or current.latest is None or deadline.due is None:
        return False
    first = deadline.day or deadline.earliest or deadline.due
    return current.earliest <= first and deadline.due <= current.latest
