"""What was true of each duty at each moment, read from the recorded events and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from events.vocabulary import correction, deviation, dialogue, duty
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact

DEADLINES = (duty.DeadlineSet, duty.DeadlinePostponed, correction.DeadlineCorrected)
ENDS = (duty.DutyWithdrawn, duty.DutyCarriedOver, duty.DutyReopened, duty.DutyAccepted)


@dataclass(frozen=True, slots=True)
class Version:
    """One deadline of a part, and when it was recorded; numbered from 1."""

    part: str
    number: int
    at: dt.datetime
    deadline: DeadlineFact


@dataclass(slots=True)
class Story:
    """Everything that was recorded of one duty, in the order it was recorded."""

    given: duty.DutyGiven
    events: list[Event] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        """The id of the duty."""
        return self.given.originator_id

    @property
    def is_meeting(self) -> bool:
        """Whether it is held rather than delivered."""
        return self.given.TOPIC.startswith("governance-meeting.")

    def versions(self) -> Iterator[Version]:
        """Give every deadline of every part."""
        numbers: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, DEADLINES):
                numbers[event.part] = numbers.get(event.part, 0) + 1
                yield Version(event.part, numbers[event.part], event.timestamp, event.deadline)

    def until(self, at: dt.datetime) -> Iterator[Event]:
        """Give what was recorded by a moment."""
        return (event for event in self.events if event.timestamp <= at)

    def number_of(self, part: str, at: dt.datetime) -> int:
        """Give the number of the deadline that counts at a moment; 0 where there is none (any more)."""
        number = 0
        dropped = False
        for event in self.until(at):
            if isinstance(event, DEADLINES) and event.part == part:
                number, dropped = number + 1, False
            elif isinstance(event, duty.DeadlineDropped) and event.part == part:
                dropped = True
        return 0 if dropped else number

    def delivered_on(self, part: str, at: dt.datetime) -> dt.date | None:
        """Give the day on which a part was delivered, as it was known at a moment."""
        found: dt.date | None = None
        for event in self.until(at):
            if isinstance(event, duty.DutyDelivered | correction.DeliveryCorrected) and event.part == part:
                found = event.delivered_on
            elif (isinstance(event, duty.DutyReturned) and event.part == part) or (
                isinstance(event, duty.DutyReopened) and event.part in ("", part)
            ):
                found = None
        return found

    def ended(self, at: dt.datetime) -> str:
        """Give how it had ended by a moment, «» where it had not."""
        ended = ""
        for event in self.until(at):
            if isinstance(event, duty.DutyWithdrawn):
                ended = "withdrawn"
            elif isinstance(event, duty.DutyCarriedOver):
                ended = "carried_over"
            elif isinstance(event, duty.DutyReopened):
                ended = ""
        return ended

    def owner(self, at: dt.datetime) -> tuple[str, str]:
        """Give the person and the unit that answered for it at a moment, and the person's deputy apart."""
        person = unit = ""
        for event in self.until(at):
            if isinstance(event, duty.OwnerAssigned):
                person, unit = event.owner, event.unit
        return person, unit

    def deputy(self, at: dt.datetime) -> str:
        """Give who stood in for the owner at a moment."""
        found = ""
        for event in self.until(at):
            if isinstance(event, duty.DeputyAssigned):
                found = event.deputy
        return found

    def title(self, at: dt.datetime) -> str:
        """Give its title at a moment."""
        found = self.given.title
        for event in self.until(at):
            if isinstance(event, duty.DutyRestated):
                found = event.title
        return found

    def is_shielded(self, at: dt.datetime) -> bool:
        """Tell whether its title might not leave at a moment."""
        shielded = False
        for event in self.until(at):
            if isinstance(event, duty.AccessRestricted | duty.AccessOpened):
                shielded = isinstance(event, duty.AccessRestricted)
        return shielded

    def material(self) -> Iterator[tuple[UUID, dt.datetime]]:
        """Give every deviation that was recorded as material, and when it first was."""
        seen: set[UUID] = set()
        for event in self.events:
            if not isinstance(event, deviation.DeviationReported | deviation.DeviationDescribed):
                continue
            if event.material and event.deviation not in seen:
                seen.add(event.deviation)
                yield event.deviation, event.timestamp

    def is_told_or_closed(self, which: UUID, at: dt.datetime) -> bool:
        """Tell whether the ministry had been told of a deviation by a moment, or it was over."""
        return any(
            isinstance(event, deviation.MinistryTold | deviation.DeviationClosed) and event.deviation == which
            for event in self.until(at)
        )

    def was_asked(self, part: str, at: dt.datetime) -> bool:
        """Tell whether the ministry had been asked by a moment when a part is due."""
        return any(
            isinstance(event, dialogue.DeadlineInquired) and event.part == part for event in self.until(at)
        )


def _undoes(event: Event, part: str) -> bool:
    """Tell whether what was delivered is to be delivered again."""
    if isinstance(event, duty.DutyReopened):
        return event.part in ("", part)
    return isinstance(event, duty.DutyReturned) and event.part == part


def stories(events: Iterable[Event]) -> dict[UUID, Story]:
    """Gather what was recorded of every duty; what is no duty's is passed over."""
    found: dict[UUID, Story] = {}
    for event in events:
        if isinstance(event, duty.DutyGiven):
            found[event.originator_id] = Story(event)
        elif event.originator_id in found:
            found[event.originator_id].events.append(event)
    return found
