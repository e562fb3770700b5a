"""The door: a letter's text becomes a reading, in which every date-like phrase is accounted for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from workflow.reading import actors, aliases, doubts, layout, merging, references, whole_letter
from workflow.reading import year as years
from workflow.reading.cutting import Cutter
from workflow.reading.ledger import Ledger
from workflow.reading.mention import Mention
from workflow.reading.model import Doubt, FoundDeadline, Place, Proposal, Reading, SourceDocument
from workflow.reading.repair import mended
from workflow.reading.text import LetterText
from workflow.reading.walker import Walker

READER_VERSION = "1"
_ASCII: dict[int, str] = {ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"}


class DoesNotAddUpError(AssertionError):
    """A phrase was found and neither placed nor listed as unplaced: a fault in the reader itself."""


def read_letter(text: LetterText, year: int | None) -> Reading:
    """Read a letter for a year (None: the year the letter itself says).

    Raises `YearUnknown` when neither says it, and `DoesNotAddUpError` when a phrase got lost.
    """
    year = year if year is not None else years.infer(text)
    ids = references.learn(_beginnings(text))
    ledger = Ledger(text)
    mentions = Walker(ledger, actors.learn(text), ids, year).walk(Cutter(text, ids).cut())
    ledger.sweep()
    mentions = [m for m in mentions if m.dues or m.reference]
    aliases.settle(mentions)
    groups = merging.group(mentions)
    doubts.missing_in_calendar(groups)
    _add_wrong_numbers(groups, mentions, ledger, text)
    dated = years.dated_on(text)
    issued = dated or dt.date(year, 1, 1)
    proposals = _proposals(groups, issued, mended if ledger.damaged else str)
    letter_doubts = [
        *whole_letter.unread_pages(text),
        *whole_letter.missing_meetings(text, groups),
        *whole_letter.placeholders(text),
    ]
    source = SourceDocument(text.name, text.sha256, year, len(text.lines), text.pages, dated)
    reading = Reading(source, proposals, ledger.unplaced(), len(ledger.phrases), tuple(letter_doubts))
    _check(reading, ledger)
    return reading


def _beginnings(text: LetterText) -> list[str]:
    cells = [layout.plain(cell.text) for table in text.tables for row in table.rows for cell in row[:3]]
    return [*(line.text for line in text.lines), *cells]


def _add_wrong_numbers(
    groups: list[merging.Group], mentions: list[Mention], ledger: Ledger, text: LetterText
) -> None:
    lines = [line for line in text.lines if line.text.strip()]
    places = []
    for index, line in enumerate(lines):
        if references.inline(line.text):
            around = " ".join(one.text.strip() for one in lines[max(0, index - 3) : index + 1])
            places.append(Place(line.number, around[-400:], line.page))
    for key, doubt in aliases.wrong_numbers(mentions, ledger, places):
        for group in groups:
            if group.reference and group.reference.key == key:
                group.doubts.append(doubt)


def _proposals(
    groups: list[merging.Group], issued: dt.date, mend: Callable[[str], str]
) -> tuple[Proposal, ...]:
    keys: set[str] = set()
    found = []
    for group in groups:
        proposal = _proposal(group, issued, keys, mend)
        keys.add(proposal.key)
        found.append(proposal)
    return tuple(found)


def _proposal(group: merging.Group, issued: dt.date, taken: set[str], mend: Callable[[str], str]) -> Proposal:
    found, pairs = merging.deadlines(group)
    reference = group.reference.normal if group.reference else None
    places = _places(group, found)
    title = mend(group.title)
    return Proposal(
        key=reference if reference and reference not in taken else _key(reference or title, taken),
        reference=reference,
        kind=group.kind,
        title=title,
        raw_title=group.title,
        goal=group.goal,
        places=places,
        deadlines=tuple(replace(one, part=mend(one.part)) for one in found),
        doubts=tuple(_once(doubts.about(group, found, pairs, issued))),
        owed_to=next((m.owed_to for m in group.mentions if m.owed_to), ""),
        led_by=next((m.led_by for m in group.mentions if m.led_by), ""),
    )


def _places(group: merging.Group, found: list[FoundDeadline]) -> tuple[Place, ...]:
    places = {m.place.line: m.place for m in reversed(group.mentions)}
    return tuple(places[line] for line in sorted(places))


def _once(found: list[Doubt]) -> list[Doubt]:
    return [doubt for index, doubt in enumerate(found) if doubt not in found[:index]]


def _key(words: str, taken: set[str]) -> str:
    """A readable key that is the same every time the same text is read."""
    plain = words.lower().translate(_ASCII)
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "plikt"
    key, number = slug, 2
    while key in taken:
        key, number = f"{slug}-{number}", number + 1
    return key


def _check(reading: Reading, ledger: Ledger) -> None:
    """Every phrase found stands in a proposal or among the unplaced, and none in both."""
    stated = {(place.line, place.quote) for p in reading.proposals for d in p.deadlines for place in d.places}
    lost = [
        key
        for key in ledger.placed
        if (ledger.phrases[key].place.line, ledger.phrases[key].place.quote) not in stated
    ]
    if lost or len(ledger.placed) + len(reading.unplaced) != reading.phrases:
        raise DoesNotAddUpError(
            f"{reading.phrases} phrases, {len(ledger.placed)} placed, {len(reading.unplaced)} unplaced, lost"
            f" {lost}"
        )
