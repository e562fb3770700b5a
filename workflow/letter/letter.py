"""One letter: registered, read, decided proposal by proposal, and confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from eventsourcing.domain import BaseAggregate, CanMutateAggregate

from events.vocabulary import letter as told
from events.vocabulary.base import Event
from workflow.duty.refusals import ReasonMissing
from workflow.duty.state import Stamp
from workflow.evolution import evolver
from workflow.letter import refusals


class Verdict(StrEnum):
    """What was decided about a proposal."""

    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the duties that came of it."""

    verdict: Verdict
    duties: tuple[UUID, ...] = ()
    settled: tuple[told.DoubtSettled, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """What is known about a letter before it is read; the fields of `LetterRegistered`."""

    agency: str
    name: str
    sha256: str
    year: int
    channel: str
    dated_on: dt.date | None = None
    case_reference: str = ""
    corrects: UUID | None = None


class Letter(BaseAggregate[UUID]):
    """A governing document and every decision about what was found in it."""

    TOPIC = "letter"

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.name = self.agency = self.sha256 = self.channel = self.case_reference = ""
        self.year = 0
        self.dated_on: dt.date | None = None
        self.corrects: UUID | None = None
        self.reading_sha256 = ""
        self.proposals: tuple[str, ...] = ()
        self.decided: dict[str, Decided] = {}
        self.confirmed = False

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @classmethod
    def register(cls, id: UUID, facts: Registration, stamp: Stamp) -> Self:
        """Begin the stream of a letter that came in."""
        fields = {name: getattr(facts, name) for name in Registration.__slots__}
        return cls._create(told.LetterRegistered, id=id, **fields, **stamp.fields)

    def take_reading(
        self,
        reader: str,
        reading_sha256: str,
        proposals: tuple[str, ...],
        in_doubt: tuple[str, ...],
        unplaced: int,
        stamp: Stamp,
    ) -> None:
        """Take what the program read."""
        self.trigger_event(
            told.LetterRead,
            reader=reader,
            reading_sha256=reading_sha256,
            proposals=proposals,
            in_doubt=in_doubt,
            unplaced=unplaced,
            **stamp.fields,
        )

    def stands(self, key: str, wanted: Decided) -> bool:
        """Tell whether this was decided already, in the same words; refuse where it was otherwise.

        `wanted` is compared without its duties, which follow from it.
        """
        if key in self.decided and replace(self.decided[key], duties=()) == wanted:
            return True
        if self.confirmed:
            raise refusals.LetterClosed(letter=self.name)
        if key in self.decided:
            raise refusals.AlreadyDecided(key=key)
        return False

    def decide(self, key: str, wanted: Decided, stamp: Stamp) -> None:
        """Accept, amend or reject a proposal, once."""
        if self.stands(key, replace(wanted, duties=())):
            return
        if wanted.verdict is not Verdict.ACCEPTED and not wanted.reason.strip():
            raise ReasonMissing
        event_class, fields = _EVENT_OF[wanted.verdict]
        values = {name: getattr(wanted, name) for name in fields}
        if "changes" in values:
            values["changes"] = dict(wanted.changes)
        self.trigger_event(event_class, key=key, **values, **stamp.fields)

    def confirm(self, undecided: Iterable[str], stamp: Stamp) -> None:
        """Close the letter; `undecided` names what has no decision yet."""
        if self.confirmed:
            return
        keys = tuple(undecided)
        if keys:
            raise refusals.ProposalsUndecided(count=len(keys), keys=", ".join(keys))
        self.trigger_event(
            told.LetterConfirmed,
            **{verdict.value: self._count(verdict) for verdict in Verdict},
            **stamp.fields,
        )

    def _count(self, verdict: Verdict) -> int:
        return sum(self.decided[key].verdict is verdict for key in self.proposals if key in self.decided)


# Verdict → its event and the fields of `Decided` that the event carries.
_EVENT_OF: Mapping[Verdict, tuple[type[CanMutateAggregate[UUID]], tuple[str, ...]]] = {
    Verdict.ACCEPTED: (told.ProposalAccepted, ("settled", "duties")),
    Verdict.AMENDED: (told.ProposalAmended, ("changes", "reason", "settled", "duties")),
    Verdict.REJECTED: (told.ProposalRejected, ("reason",)),
}


def _registered(letter: Letter, event: told.LetterRegistered) -> None:
    letter.agency, letter.name, letter.sha256 = event.agency, event.name, event.sha256
    letter.year, letter.channel, letter.dated_on = event.year, event.channel, event.dated_on
    letter.case_reference, letter.corrects = event.case_reference, event.corrects


def _read(letter: Letter, event: told.LetterRead) -> None:
    letter.reading_sha256, letter.proposals = event.reading_sha256, event.proposals


def _accepted(letter: Letter, event: told.ProposalAccepted) -> None:
    letter.decided[event.key] = Decided(Verdict.ACCEPTED, event.duties, event.settled)


def _amended(letter: Letter, event: told.ProposalAmended) -> None:
    changes = tuple(event.changes.items())
    letter.decided[event.key] = Decided(Verdict.AMENDED, event.duties, event.settled, changes, event.reason)


def _rejected(letter: Letter, event: told.ProposalRejected) -> None:
    letter.decided[event.key] = Decided(Verdict.REJECTED, reason=event.reason)


def _confirmed(letter: Letter, _event: told.LetterConfirmed) -> None:
    letter.confirmed = True


# `Any`: each function takes the one event that its key names.
EVOLVING: Mapping[type, Callable[[Letter, Any], None]] = {
    told.LetterRegistered: _registered,
    told.LetterRead: _read,
    told.ProposalAccepted: _accepted,
    told.ProposalAmended: _amended,
    told.ProposalRejected: _rejected,
    told.LetterConfirmed: _confirmed,
}
_evolve = evolver(EVOLVING)
