"""What an agency's letters demand of a report on a year, found in the documents as they were received."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workflow.letter.readings import LetterRow, Readings
from workflow.reading.demands import DemandedOf, demands
from workflow.reading.text import LetterText
from workflow.reporting.building.order import Demanded
from workflow.reporting.model import ReportKind

TextOf = Callable[[str, bytes], LetterText]
_KIND = {DemandedOf.YEAR: ReportKind.YEAR, DemandedOf.HALF_YEAR: ReportKind.HALF_YEAR}


def demanded(readings: Readings, agency: str, year: int, text_of: TextOf) -> tuple[Demanded, ...]:
    """Give the demands on the year's reports, letter by letter in the order they came.

    A letter speaks of its own year unless the words name another: next year's letter may still
    demand something of this year's annual report. `text_of` turns a document (name, bytes) into text.
    """
    rows = [row for row in readings.letters(agency) if row.year in (year, year + 1)]
    return tuple(one for row in rows for one in _of_letter(row, readings, year, text_of))


def _of_letter(row: LetterRow, readings: Readings, year: int, text_of: TextOf) -> Iterator[Demanded]:
    content = readings.original(row.id)
    for one in demands(text_of(row.name, content)) if content is not None else ():
        if (one.year or row.year) == year:
            yield Demanded(row.id, one.key, one.words, one.line, one.page, _KIND[one.report])
