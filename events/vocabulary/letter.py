"""The stream of one letter: what was read in it, and what a person decided about each proposal."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from events.vocabulary.base import Event, FirstEvent
from events.vocabulary.values import Value


class DoubtSettled(Value):
    """A person's decision about one doubt."""

    code: str
    decision: str


class LetterRegistered(FirstEvent):
    """A governing document came in; its bytes are kept by checksum."""

    TOPIC: ClassVar[str] = "letter.registered"

    agency: str
    name: str
    sha256: str
    year: int
    channel: str
    """allocation_letter · supplementary_letter · assignment_letter · instruction · email · oral."""
    dated_on: dt.date | None = None
    case_reference: str = ""
    corrects: UUID | None = None
    """The letter that this one replaces; None where it stands beside those that came before."""


class LetterRead(Event):
    """The program read it. `reading_sha256` identifies the stored reading with every proposal."""

    TOPIC: ClassVar[str] = "letter.read"

    reader: str
    """Version of the reader."""
    reading_sha256: str
    proposals: tuple[str, ...]
    """Keys of the proposals, in the letter's order."""
    in_doubt: tuple[str, ...]
    unplaced: int


class ProposalAccepted(Event):
    """A proposal became what `duties` names, as it was read; each doubt has a decision."""

    TOPIC: ClassVar[str] = "letter.proposal-accepted"

    key: str
    settled: tuple[DoubtSettled, ...] = ()
    duties: tuple[UUID, ...] = ()


class ProposalAmended(Event):
    """A proposal became what `duties` names, otherwise than it was read."""

    TOPIC: ClassVar[str] = "letter.proposal-amended"

    key: str
    changes: dict[str, str]
    """What was changed, as «field» or «deadline:PART», to the new words."""
    reason: str
    settled: tuple[DoubtSettled, ...] = ()
    duties: tuple[UUID, ...] = ()


class ProposalRejected(Event):
    """A proposal is no duty of ours."""

    TOPIC: ClassVar[str] = "letter.proposal-rejected"

    key: str
    reason: str


class LetterConfirmed(Event):
    """Every proposal has a decision; the letter is closed."""

    TOPIC: ClassVar[str] = "letter.confirmed"

    accepted: int
    amended: int
    rejected: int
