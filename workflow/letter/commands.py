"""What a controller may ask of a letter; `by` is the id of the person who decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

NO_DECISIONS: Mapping[str, str] = MappingProxyType({})
TO_BE_CLARIFIED = "to_be_clarified"
"""The decision that leaves a deadline open until the ministry has answered («avklares»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLetter:
    """Take a letter in and read it; the same file again changes nothing.

    `channel` is one of allocation_letter, supplementary_letter, assignment_letter, instruction,
    email, oral; `corrects` names the letter that this one replaces.
    """

    name: str
    content: bytes
    year: int | None = None
    channel: str = "allocation_letter"
    dated_on: dt.date | None = None
    case_reference: str = ""
    corrects: UUID | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptProposals:
    """Accept proposals as they were read; without `keys` every clear one.

    Clear is what is new or unchanged and has no doubt. `decisions` settles doubts: the code of
    a doubt, or a part («Del 1»), to the chosen words, or to «to_be_clarified». A proposal «gone:…»
    takes the decision «withdrawal»: the reference of the ministry's approval.
    """

    letter: UUID
    keys: tuple[str, ...] = ()
    decisions: Mapping[str, str] = field(default_factory=lambda: NO_DECISIONS)
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendProposal:
    """Accept a proposal otherwise than it was read.

    `changes` maps title, goal, kind, owed_to, led_by, owner, unit, or «deadline:PART» to the new
    words; «deadline:PART» to «to_be_clarified» leaves it open, to «» takes it out.
    """

    letter: UUID
    key: str
    changes: Mapping[str, str]
    reason: str
    decisions: Mapping[str, str] = field(default_factory=lambda: NO_DECISIONS)
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectProposal:
    """Say that a proposal is no duty of ours (or, for «gone:…», that the duty stands)."""

    letter: UUID
    key: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmLetter:
    """Close the letter; refused while anything in it has no decision."""

    letter: UUID
    by: str
