"""A letter against what stands: what is new, changed, unchanged and gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Mention
from workflow.duty.deadlines import fact_of
from workflow.letter.parts import parts_of
from workflow.letter.settling import DEADLINE, mentions_of
from workflow.reading.model import Proposal


class What(StrEnum):
    """How something in a letter relates to what stands."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    DOUBT = "doubt"
    """A doubt about the letter as a whole, which is decided like a proposal."""


@dataclass(frozen=True, slots=True)
class StandingPart:
    """One part of a duty as it stands, and the places that the standing deadline comes from."""

    name: str
    deadline: DeadlineFact
    mentions: tuple[Mention, ...]
    letter: UUID | None = None
    """The letter that it comes from; None where it was moved by another written source."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A duty as it stands, its series included."""

    title: str
    raw_title: str
    goal: int | None
    owed_to: str
    led_by: str
    mentions: tuple[Mention, ...]
    parts: tuple[StandingPart, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, before and after with the quotes of both; `after` is «» where a part is gone."""

    field: str
    """title, goal, owed_to, led_by, or «deadline:PART»."""
    before: str
    after: str
    before_mentions: tuple[Mention, ...] = ()
    after_mentions: tuple[Mention, ...] = ()


def compare(proposal: Proposal, standing: Standing, *, replaces: bool) -> tuple[Change, ...]:
    """List what a proposal changes in what stands.

    A letter that `replaces` the earlier one takes away the parts it does not state; any other
    only adds to and moves what it names. Parts in dispute are no changes: they are doubts.
    """
    changes = [*_said_otherwise(proposal, standing), *_dated_otherwise(proposal, standing)]
    if replaces:
        changes += _no_longer_stated(proposal, standing)
    return tuple(changes)


def same_deadline(one: DeadlineFact, other: DeadlineFact) -> bool:
    """Tell whether two deadlines mean the same days, whatever their words."""
    return _meaning(one) == _meaning(other)


def same_title(proposal: Proposal, standing: Standing) -> bool:
    """Tell whether a proposal has the standing title, as repaired or as printed."""
    if not proposal.title.strip() or _plain(proposal.title) == _plain(standing.title):
        return True
    return bool(proposal.raw_title) and _plain(proposal.raw_title) == _plain(standing.raw_title)


def says_the_same(one: Proposal, other: Proposal) -> bool:
    """Tell whether two letters say the same about a duty: words, claims, and what is in doubt.

    What was decided about the first then holds for the second.
    """
    return _claimed(one) == _claimed(other)


def moved_since(changes: tuple[Change, ...], standing: Standing) -> tuple[Change, ...]:
    """Keep the changes of deadlines that another source than a letter has moved."""
    moved = {DEADLINE + part.name for part in standing.parts if part.letter is None}
    return tuple(change for change in changes if change.field in moved)


def _claimed(proposal: Proposal) -> tuple[object, ...]:
    claims = {(found.part, found.disputed, _meaning(fact_of(found.deadline))) for found in proposal.deadlines}
    doubts = {
        (doubt.code, tuple(sorted(doubt.facts.items()))) for doubt in proposal.doubts if not doubt.is_remark
    }
    said = (_plain(proposal.raw_title or proposal.title), proposal.goal, proposal.owed_to)
    return (*said, proposal.led_by, proposal.kind, claims, doubts)


def _said_otherwise(proposal: Proposal, standing: Standing) -> list[Change]:
    after_mentions = mentions_of(proposal.places)
    pairs = [
        ("goal", standing.goal, proposal.goal),
        ("owed_to", standing.owed_to, proposal.owed_to),
        ("led_by", standing.led_by, proposal.led_by),
    ]
    if not same_title(proposal, standing):
        pairs.insert(0, ("title", standing.title, proposal.title))
    return [
        Change(field, "" if old is None else str(old), str(new), standing.mentions, after_mentions)
        for field, old, new in pairs
        if new not in (None, "") and old != new
    ]


def _dated_otherwise(proposal: Proposal, standing: Standing) -> list[Change]:
    stands = {part.name: part for part in standing.parts}
    changes = []
    for part in parts_of(proposal):
        if part.needs_choice:
            continue
        fact = fact_of(part.claims[0].deadline)
        old = stands.get(part.name)
        if old is None or not same_deadline(old.deadline, fact):
            before, mentions = (old.deadline.text, old.mentions) if old else ("", ())
            changes.append(
                Change(DEADLINE + part.name, before, fact.text, mentions, mentions_of(part.places))
            )
    return changes


def _no_longer_stated(proposal: Proposal, standing: Standing) -> list[Change]:
    stated = {part.name for part in parts_of(proposal)}
    return [
        Change(DEADLINE + part.name, part.deadline.text, "", part.mentions)
        for part in standing.parts
        if part.name not in stated
    ]


def _meaning(fact: DeadlineFact) -> tuple[object, ...]:
    without_day = fact.pattern if fact.form in ("open", "relative") else ""
    return (
        *(fact.form, fact.day, fact.earliest, fact.latest, fact.rrule, fact.until, fact.anchor),
        *(fact.starts_at, fact.ends_at, fact.tentative, without_day),
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
