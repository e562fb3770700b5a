"""What waits in a letter: every proposal, what it changes, and what is in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from workflow.confirming.standing import Group, given_by_hand, origin_letters, proposal_id, what_stands
from workflow.letter.comparison import Change, What, compare, moved_since, says_the_same
from workflow.letter.letter import Decided, Letter
from workflow.letter.refusals import UnknownLetter
from workflow.letter.settling import open_doubts
from workflow.loading import load_letter
from workflow.reading.model import Doubt, Proposal, Reading
from workflow.work import Work

GONE = "gone:"
LETTER = "letter:"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide. `doubts` are the codes that need a decision before it can be accepted."""

    key: str
    what: What
    duty: UUID | None = None
    proposal: Proposal | None = None
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()
    doubt: Doubt | None = None
    """The doubt itself, where the item is one about the letter as a whole."""
    group: Group | None = None
    """What stands of it, where something does."""
    decided: Decided | None = None

    @property
    def is_clear(self) -> bool:
        """Tell whether it can be accepted together with the others that are clear."""
        return self.what in (What.NEW, What.UNCHANGED) and not self.doubts

    @property
    def settles_itself(self) -> bool:
        """Tell whether confirming the letter is decision enough: it says what stands already."""
        return self.what is What.UNCHANGED and not self.doubts


@dataclass(frozen=True, slots=True)
class Review:
    """A letter with everything in it, in the letter's order; what is gone comes last."""

    letter: Letter
    reading: Reading
    items: tuple[Item, ...]

    @property
    def replaces(self) -> bool:
        """Tell whether the letter takes the place of an earlier one."""
        return self.letter.corrects is not None

    @property
    def undecided(self) -> tuple[Item, ...]:
        """What still needs a person's decision."""
        return tuple(one for one in self.items if one.decided is None and not one.settles_itself)


def review(work: Work, letter_id: UUID) -> Review:
    """Compare a letter with what stands now. Refuses an id that is no letter."""
    letter = load_letter(work, letter_id)
    reading = work.readings.of(letter_id)
    if reading is None:
        raise UnknownLetter(letter=letter_id)
    groups = what_stands(work, letter_id)
    found = [_item(work, letter, reading, proposal, groups) for proposal in reading.proposals]
    items = [*found, *_letter_doubts(letter, reading), *_gone(letter, found, groups)]
    return Review(letter, reading, tuple(items))


def _item(work: Work, letter: Letter, reading: Reading, proposal: Proposal, groups: list[Group]) -> Item:
    duty = proposal_id(work, letter.year, proposal, reading)
    group = _group_of(proposal, duty, groups) or given_by_hand(work, duty, letter.year)
    changes: tuple[Change, ...] = ()
    doubts = open_doubts(proposal)
    if group is not None:
        standing = group.as_standing()
        changes = compare(proposal, standing, replaces=letter.corrects is not None)
        if group.said is not None and says_the_same(group.said, proposal):
            changes, doubts = moved_since(changes, standing), ()
    spoken = group is not None and group.head is not None and group.head.waits_for_writing
    changed = changes or doubts or spoken
    what = What.NEW if group is None else What.CHANGED if changed else What.UNCHANGED
    return Item(
        key=proposal.key,
        what=what,
        duty=group.id if group else duty,
        proposal=proposal,
        changes=changes,
        doubts=doubts,
        group=group,
        decided=letter.decided.get(proposal.key),
    )


def _group_of(proposal: Proposal, duty: UUID, groups: list[Group]) -> Group | None:
    """Find what stands of a proposal.

    By id; and a rhythm without a number, which next year's letter states again, by its key: it
    is the same series that goes on.
    """
    for group in groups:
        if group.id == duty:
            return group
    if proposal.reference or any(found.deadline.form != "rrule" for found in proposal.deadlines):
        return None
    same_key = [
        group for group in groups if group.running and any(key == proposal.key for _, key in group.origins)
    ]
    return same_key[-1] if same_key else None


def _letter_doubts(letter: Letter, reading: Reading) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for doubt in reading.doubts:
        if doubt.is_remark:
            continue
        seen[doubt.code] += 1
        number = f":{seen[doubt.code]}" if seen[doubt.code] > 1 else ""
        key = f"{LETTER}{doubt.code}{number}"
        decided = letter.decided.get(key)
        yield Item(key, What.DOUBT, doubts=(doubt.code,), doubt=doubt, decided=decided)


def _gone(letter: Letter, found: list[Item], groups: list[Group]) -> Iterator[Item]:
    listed = {item.duty for item in found}
    for group in groups:
        if group.id not in listed and _is_missed(letter, group):
            key = f"{GONE}{group.first.reference}"
            yield Item(key, What.GONE, duty=group.id, group=group, decided=letter.decided.get(key))


def _is_missed(letter: Letter, group: Group) -> bool:
    """Tell whether this letter was to list a duty: as the correction of its letter, or as the next year's."""
    decided = f"{GONE}{group.first.reference}" in letter.decided
    if not group.is_live and not decided:
        return False
    if letter.corrects is not None:
        return letter.corrects in origin_letters(group)
    is_next = letter.channel == "allocation_letter" and group.given_in < letter.year
    return is_next and group.is_numbered_assignment
