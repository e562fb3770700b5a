"""Mentions of the same duty become one proposal; different duties with similar ids stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from calendars.deadline import Deadline, Form
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.model import Doubt, FoundDeadline, Place
from workflow.reading.norsk import fold, likeness, overlap, words
from workflow.reading.references import Reference


@dataclass
class Group:
    """The mentions of one duty, with the doubts that putting them together raised."""

    mentions: list[Mention]
    reference: Reference | None = None
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The longest title that a list or the description gives; prose only where there is nothing else."""
        order = {Where.DESCRIPTION: 3, Where.LIST: 2, Where.CALENDAR: 2, Where.MEETINGS: 2, Where.PROSE: 0}
        return max(self.mentions, key=lambda m: (order[m.where], min(len(m.title), 160))).title

    @property
    def kind(self) -> str:
        """The kind that the most telling mention gives."""
        told = [m for m in self.mentions if m.where is not Where.PROSE] or self.mentions
        kinds = [m.kind for m in told]
        return "rd_assignment" if self.reference and self.reference.is_rd else max(kinds, key=kinds.count)

    @property
    def goal(self) -> int | None:
        """The goal that a mention names."""
        return next((m.goal for m in self.mentions if m.goal is not None), None)


def value(deadline: Deadline) -> tuple[object, ...]:
    """What makes two deadlines the same, however they are worded."""
    if deadline.impossible:
        return ("impossible", re.sub(r"\W", "", deadline.text))
    if deadline.form is Form.RELATIVE:
        return (deadline.form, deadline.pattern, fold(deadline.anchor or deadline.text)[:40])
    if deadline.form is Form.OPEN:
        return (deadline.form, deadline.pattern)
    return (
        deadline.form,
        deadline.day,
        deadline.earliest,
        deadline.latest,
        deadline.rrule,
        deadline.first if deadline.rrule else None,
        deadline.until,
    )


def agree(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines can both be true: the same, or a day within the other's window."""
    if value(one) == value(other):
        return True
    for a, b in ((one, other), (other, one)):
        if a.earliest and a.latest and (b.day or b.earliest):
            begin, end = b.day or b.earliest, b.day or b.latest
            if begin and end and a.earliest <= begin and end <= a.latest:
                return True
        if a.day and a.day == b.first and b.rrule:
            return True
    if Form.RELATIVE in (one.form, other.form):
        return one.form is not other.form or _same_anchor(one, other)
    return False


def _same_anchor(one: Deadline, other: Deadline) -> bool:
    return likeness(one.anchor or one.text, other.anchor or other.text) == 1.0


def group(mentions: list[Mention]) -> list[Group]:
    """Put mentions of the same reference together, then those without one by title and deadline."""
    by_key: dict[str, Group] = {}
    rest: list[Mention] = []
    for mention in mentions:
        if mention.reference is None:
            rest.append(mention)
            continue
        key = mention.reference.key
        by_key.setdefault(key, Group([], mention.reference)).mentions.append(mention)
    groups = _rd_numbers(list(by_key.values()))
    for mention in sorted(rest, key=lambda m: m.where is Where.PROSE):
        home = _home(mention, groups)
        if home is None:
            groups.append(Group([mention]))
        else:
            home.mentions.append(mention)
    return sorted(groups, key=lambda g: min(m.place.line for m in g.mentions))


def _rd_numbers(groups: list[Group]) -> list[Group]:
    """«2023-03» in the list of R&D assignments is 2023-FoU3, when that one exists with the same title."""
    known = {g.reference.normal: g for g in groups if g.reference}
    kept: list[Group] = []
    for one in groups:
        numbers = one.reference.year_and_number if one.reference else None
        target = (
            known.get(f"{numbers[0]}-FoU{numbers[1]}")
            if numbers and one.reference and not one.reference.is_rd
            else None
        )
        moved = [
            m
            for m in one.mentions
            if target and m.in_rd and likeness(m.title, target.title) >= 0.6 and not _alike_here(m, one)
        ]
        if target:
            target.mentions.extend(moved)
        one.mentions = [m for m in one.mentions if m not in moved]
        if one.mentions:
            kept.append(one)
    return kept


def _alike_here(mention: Mention, own: Group) -> bool:
    others = [m for m in own.mentions if m is not mention]
    return any(likeness(mention.title, m.title) >= 0.8 for m in others)


def _home(mention: Mention, groups: list[Group]) -> Group | None:
    """The duty that a mention without an id speaks of, if another place names it too."""
    best: tuple[float, Group | None] = (0.0, None)
    for candidate in groups:
        score = max((_score(mention, other) for other in candidate.mentions), default=0.0)
        if score > best[0]:
            best = (score, candidate)
    return best[1] if best[0] >= 0.7 else None


def _score(mention: Mention, other: Mention) -> float:
    if not mention.dues or not other.dues or mention.place == other.place:
        return 0.0
    if mention.where is Where.PROSE:
        return _prose_score(mention, other)
    if other.reference is not None:
        return 0.0
    if mention.where is other.where and mention.section == other.section:
        return 0.0
    same = any(
        agree(a.phrase.deadline, b.phrase.deadline)
        for a in mention.dues
        for b in other.dues
        if a.phrase.deadline and b.phrase.deadline
    )
    return overlap(mention.title, other.title) if same else 0.0


def _prose_score(mention: Mention, other: Mention) -> float:
    """A sentence speaks of a row when it states its deadline and the words around it hold the row's title."""
    pairs = [
        (a.phrase.deadline, b.phrase.deadline)
        for a in mention.dues
        for b in other.dues
        if a.phrase.deadline and b.phrase.deadline
    ]
    firm = any(agree(a, b) for a, b in pairs if a.due and b.due)
    loose = any(agree(a, b) for a, b in pairs)
    if not loose:
        return _same_report(mention, other)
    if other.where is Where.PROSE:
        return overlap(mention.title, other.title) if loose else 0.0
    if firm:
        return max(
            overlap(mention.title, other.title), likeness(other.title, mention.context or mention.title)
        )
    said = " ".join([mention.title, *(due.phrase.text for due in mention.dues)])
    return likeness(other.title, said) if len(words(other.title)) >= 3 and other.reference is None else 0.0


def _same_report(mention: Mention, other: Mention) -> float:
    """A sentence that begins with the name of a report in the calendar speaks of it, with another day."""
    if other.where is Where.PROSE or other.reference or mention.kind != "report" or other.kind != "report":
        return 0.0
    named, begins = words(other.title), words(" ".join(mention.title.split()[:3]))
    days = all(d.phrase.deadline and d.phrase.deadline.day for d in (*mention.dues, *other.dues))
    return 0.9 if days and named and named <= begins else 0.0


def deadlines(group: Group) -> tuple[list[FoundDeadline], list[tuple[FoundDeadline, FoundDeadline]]]:
    """The deadlines of a duty with all their places, and the pairs that disagree.

    Equal deadlines are one, named by the part that any place gives. Two places that state the same
    part differently are both kept, both disputed.
    """
    merged: dict[tuple[object, ...], list[tuple[Due, Mention]]] = defaultdict(list)
    for mention in group.mentions:
        for due in mention.dues:
            if due.phrase.deadline is not None:
                merged[value(due.phrase.deadline)].append((due, mention))
    cells = [(_part(entries), entries) for entries in merged.values()]
    pairs: list[tuple[int, int]] = []
    for i, (part, entries) in enumerate(cells):
        for j in range(i):
            if _disagree(part, entries, cells[j][0], cells[j][1]):
                pairs.append((j, i))
    disputed = {index for pair in pairs for index in pair}
    found = [_found(part, entries, index in disputed) for index, (part, entries) in enumerate(cells)]
    return found, [(found[a], found[b]) for a, b in pairs]


def _part(entries: list[tuple[Due, Mention]]) -> str:
    names = [due.part for due, _ in entries if due.part]
    return max(
        names,
        key=lambda name: (bool(re.match(r"(?:Del|Tiltak|Fase) \d", name)), names.count(name)),
        default="",
    )


def _disagree(
    part: str, one: list[tuple[Due, Mention]], other_part: str, other: list[tuple[Due, Mention]]
) -> bool:
    """Two deadlines disagree when different places give them for the same part, and neither gives both."""
    homes, others = [m for _, m in one], [m for _, m in other]
    if any(a is b for a in homes for b in others):
        return False
    if _rows_of_one_list(homes, others):
        return False
    a, b = one[0][0].phrase.deadline, other[0][0].phrase.deadline
    if a is None or b is None or agree(a, b):
        return False
    if part and other_part:
        return fold(part) == fold(other_part)
    return not _explained(one, other) and not _explained(other, one)


def _rows_of_one_list(homes: list[Mention], others: list[Mention]) -> bool:
    """Two rows of one table with the same id and different things to deliver: two parts of it."""
    return all(
        a.where is b.where and a.where is not Where.PROSE and a.section == b.section and a.title != b.title
        for a in homes
        for b in others
    )


def _explained(one: list[tuple[Due, Mention]], other: list[tuple[Due, Mention]]) -> bool:
    """Whether every place of `other` also states something that agrees with the places of `one`."""
    stated = [d.phrase.deadline for _, m in one for d in m.dues if d.phrase.deadline]
    for _, mention in other:
        own = [
            d.phrase.deadline
            for d in mention.dues
            if d.phrase.deadline and d.phrase.deadline is not other[0][0].phrase.deadline
        ]
        if len(mention.dues) > 1 and any(
            agree(x, y) and bool(x.rrule) == bool(y.rrule) for x in own for y in stated
        ):
            continue
        return False
    return True


def _found(part: str, entries: list[tuple[Due, Mention]], disputed: bool) -> FoundDeadline:
    places: dict[tuple[int, str], Place] = {}
    for due, _ in entries:
        places.setdefault((due.phrase.place.line, due.phrase.text), due.phrase.place)
    ordered = tuple(sorted(dict.fromkeys(places.values()), key=lambda place: place.line))
    chosen = max(
        (due.phrase.deadline for due, _ in entries if due.phrase.deadline),
        key=lambda d: (d.firm, d.tentative),
    )
    return FoundDeadline(part, chosen, ordered, disputed)
