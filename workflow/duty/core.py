"""What every decision about a duty rests on: what it remembers, and what is looked up before deciding."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import refusals
from workflow.duty.deviation import Deviation
from workflow.duty.state import Part, Stamp
from workflow.duty.stream import E, Stream
from workflow.lifecycle import State, Step, allowed

_OWED = (State.GIVEN, State.IN_PROGRESS)


class Core(BaseAggregate[UUID]):
    """The memory of a duty. The decisions about it stand in the classes that build on this one.

    Every method that decides either records what happened, or nothing where all is as asked
    already, or raises a `Refusal`.
    """

    if TYPE_CHECKING:  # an annotation that exists at run time would make eventsourcing build a dataclass
        STREAM: ClassVar[Stream]

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.standing = State.GIVEN
        """Where it stands apart from deviations; `state` is what the table of the life calls it."""
        self.before = State.GIVEN
        """Where it stood before it ended."""
        self.reference = self.kind = self.title = self.raw_title = ""
        self.owed_to = self.led_by = self.owner = self.unit = self.deputy = self.withdrawal = ""
        self.channel = ""
        self.orally = False
        self.confirmed: tuple[dt.date, Source] | None = None
        """When what was given orally was put in writing, and where."""
        self.carried: tuple[UUID | None, str] | None = None
        """What it lives on as, and the reference that rests on."""
        self.accepted: tuple[dt.date, str] | None = None
        self.goal: int | None = None
        self.parent: UUID | None = None
        self.given_on: dt.date | None = None
        self.source = Source()
        self.parts: dict[str, Part] = {}
        self.dropped: dict[str, Part] = {}
        self.inquiries: dict[str, list[tuple[dt.date, str, str]]] = {}
        """By part, when we asked the ministry for a deadline: day, reference, note."""
        self.deviations: dict[UUID, Deviation] = {}
        self.last_comment: tuple[str, str] | None = None
        """Who wrote it, and what."""
        self.restricted = False
        self.restriction = ""

    @property
    def state(self) -> State:
        """Where it stands: in deviation while it is owed and any deviation of it is open."""
        deviates = self.standing in _OWED and any(one.is_open for one in self.deviations.values())
        return State.DEVIATION if deviates else self.standing

    def step_of_delivering(self, name: str) -> Step:
        """Tell whether delivering this part delivers the whole."""
        return Step.DELIVER if self._others_delivered(name) else Step.DELIVER_PART

    def step_of_dropping(self, name: str) -> Step:
        """Tell whether dropping this part leaves a duty whose every part is delivered."""
        last = bool(self._others(name)) and self._others_delivered(name)
        return Step.DROP_LAST_OPEN if last else Step.DROP_DEADLINE

    def record(self, shape: type[E], stamp: Stamp, /, **facts: object) -> None:
        """Record what happened as this stream's event of a shape."""
        self.trigger_event(self.STREAM[shape], **facts, **stamp.fields)

    def require(self, step: Step) -> None:
        """Refuse a step that the table of the life lacks from where the duty stands."""
        if not allowed(self.state, step):
            raise refusals.not_allowed(self.reference, self.state)

    def known(self, name: str) -> str:
        """Give the part's name; where there is only one, «» means that one."""
        if name in self.parts:
            return name
        if name == "" and len(self.parts) == 1:
            return next(iter(self.parts))
        raise self.unknown(name)

    def known_or_whole(self, name: str) -> str:
        """Give the part's name; «» is the whole where there are several parts, or none."""
        if name == "" and len(self.parts) != 1:
            return name
        return self.known(name)

    def unknown(self, name: str) -> refusals.UnknownPart:
        """Give the refusal that names the parts there are."""
        parts = ", ".join(f"«{part}»" for part in self.parts) or "–"
        return refusals.UnknownPart(duty=self.reference, part=name, parts=parts)

    def named(self, part: str) -> str:
        """Give what a person calls a part of this duty."""
        return f"{self.reference} {part}".strip()

    def refuse_delivered(self, name: str) -> None:
        """Refuse what comes too late for a part."""
        part = self.parts.get(name)
        if part is not None and part.delivered_on is not None:
            raise refusals.AlreadyDelivered(duty=self.named(name))

    def refuse_impossible(self, deadline: DeadlineFact) -> None:
        """Refuse a deadline that cannot be that of a single delivery."""
        if deadline.impossible:
            raise refusals.ImpossibleDeadline(words=deadline.text)
        if deadline.form == "rrule":
            raise refusals.RecurringDeadline(words=deadline.text, duty=self.reference)

    def _others_delivered(self, name: str) -> bool:
        return all(part.delivered_on for part in self._others(name))

    def _others(self, name: str) -> list[Part]:
        """Give the other parts; a whole that came back before there were parts is none."""
        others = (part for part in self.parts.values() if part.name != name)
        return [part for part in others if part.versions or part.delivered_on]


def require_reason(reason: str) -> None:
    """Refuse what changes a duty without saying why."""
    if not reason.strip():
        raise refusals.ReasonMissing
