"""Readings made by hand, with the real calendar: what a letter would have been read as."""

from __future__ import annotations

import datetime as dt

from calendars.deadline import Deadline
from calendars.language import Context, read
from workflow.reading.model import (
    Doubt,
    FoundDeadline,
    Place,
    Proposal,
    Reading,
    SourceDocument,
)

YEAR = 2026


def deadline(words: str, year: int = YEAR) -> Deadline:
    """Read the words of a deadline cell."""
    found = read(words, Context(year=year, column="Frist", cell=True))
    assert found is not None, f"«{words}» is no deadline"
    return found


def due(
    words: str, part: str = "", line: int = 10, *, disputed: bool = False, year: int = YEAR
) -> FoundDeadline:
    """Give one deadline of a proposal, and the line that states it."""
    place = Place(line=line, quote=f"Frist: {words}")
    return FoundDeadline(part, deadline(words, year), (place,), disputed)


def doubt(code: str, **facts: str) -> Doubt:
    """Give a doubt with a quote."""
    return Doubt(code, facts, (Place(line=1, quote="…"),))


def proposal(
    key: str,
    *deadlines: FoundDeadline,
    kind: str = "assignment",
    title: str = "Kartlegge behovet",
    numbered: bool = True,
    doubts: tuple[Doubt, ...] = (),
    goal: int | None = None,
) -> Proposal:
    """Give a proposal; `key` is its number unless it has none."""
    return Proposal(
        key=key,
        reference=key if numbered else None,
        kind=kind,
        title=title,
        raw_title=title,
        goal=goal,
        places=(Place(line=5, quote=title),),
        deadlines=deadlines,
        doubts=doubts,
    )


def report(key: str, *deadlines: FoundDeadline, title: str = "", kind: str = "report") -> Proposal:
    """Give a report without a number."""
    return proposal(key, *deadlines, kind=kind, title=title or key.capitalize(), numbered=False)


def disputed(key: str = "2026-09", part: str = "Del 1") -> Proposal:
    """Give an assignment whose deadline the letter states in two ways."""
    return proposal(
        key,
        due("01.10.2026", part, 12, disputed=True),
        due("01.10.2025", part, 40, disputed=True),
        doubts=(doubt("dates_disagree", part=part, first="01.10.2026", second="01.10.2025"),),
    )


def impossible(key: str = "2026-03") -> Proposal:
    """Give an assignment with a day that does not exist."""
    return proposal(key, due("31.06.2026"), doubts=(doubt("impossible_date", text="31.06.2026"),))


def reading(
    *proposals: Proposal, year: int = YEAR, doubts: tuple[Doubt, ...] = (), name: str = "brev.md"
) -> Reading:
    """Give the reading of a letter that says this."""
    source = SourceDocument(name, "0" * 64, year, 100, dated_on=dt.date(year - 1, 12, 16))
    phrases = sum(len(one.deadlines) for one in proposals)
    return Reading(source, proposals, (), phrases, doubts)
