"""Ids that occur once with another number: a slip of the pen or of the scanner, told and not hidden."""

from __future__ import annotations

from collections import Counter, defaultdict

from workflow.reading.ledger import Ledger
from workflow.reading.mention import Mention, Where
from workflow.reading.model import Doubt, Place
from workflow.reading.norsk import likeness, overlap, words
from workflow.reading.references import inline
from workflow.reading.sentences import sentences


def settle(mentions: list[Mention]) -> None:
    """Give a mention whose id occurs once the id under which its title stands elsewhere, with a doubt."""
    named = [m for m in mentions if m.reference is not None]
    counts = Counter(m.reference.key for m in named if m.reference)
    titles: dict[str, list[Mention]] = defaultdict(list)
    for mention in named:
        if mention.reference:
            titles[mention.reference.key].append(mention)
    for mention in named:
        reference = mention.reference
        if reference is None or counts[reference.key] > 1 or not mention.title:
            continue
        for key, others in titles.items():
            twin = next((o for o in others if _same_title(mention, o)), None)
            if (
                key != reference.key
                and counts[key] > 1
                and twin
                and twin.reference
                and not _rd_pair(mention, twin)
            ):
                facts = {"written": reference.normal, "elsewhere": twin.reference.normal}
                mention.doubts.append(Doubt("reference_differs", facts, (mention.place, twin.place)))
                mention.reference = twin.reference
                break


def _same_title(one: Mention, other: Mention) -> bool:
    return (
        overlap(one.title, other.title) >= 0.75 and min(len(words(one.title)), len(words(other.title))) >= 2
    )


def _rd_pair(one: Mention, other: Mention) -> bool:
    """«2023-03» for 2023-FoU3 is the writing of the R&D list, no slip."""
    a, b = one.reference, other.reference
    return bool(a and b and a.year_and_number and a.year_and_number == b.year_and_number)


def wrong_numbers(mentions: list[Mention], ledger: Ledger, passages: list[Place]) -> list[tuple[str, Doubt]]:
    """Sentences that name one assignment and describe another; gives (key of the described, doubt)."""
    titles = {
        m.reference.key: m
        for m in reversed(mentions)
        if m.reference and m.title and m.where is not Where.PROSE
    }
    found: list[tuple[str, Doubt]] = []
    for place in passages:
        for reference, _ in inline(place.quote):
            own = titles.get(reference.key)
            scores = sorted(
                (
                    (likeness(m.title, place.quote), key)
                    for key, m in titles.items()
                    if len(words(m.title)) >= 4
                ),
                reverse=True,
            )
            if not scores or own is None:
                continue
            best, key = scores[0]
            if key != reference.key and best >= 0.6 and likeness(own.title, place.quote) < best - 0.3:
                other = titles[key]
                facts = {
                    "written": reference.normal,
                    "elsewhere": other.reference.normal if other.reference else "",
                }
                found.append(
                    (
                        key,
                        Doubt(
                            "reference_differs",
                            facts,
                            (Place(place.line, place.quote, place.page), other.place),
                        ),
                    )
                )
    return found


__all__ = ["sentences", "settle", "wrong_numbers"]
