"""Running heads and feet: lines that come again in the same place on other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workflow.reading.documents.pdf_lines import PdfLine
from workflow.reading.layout import columns_of

_MARGIN, _LEAST = 0.14, 72.0
"""They stand within this part of the page's height, or so many points, whichever is more."""
_NEAR = 4.0
# A page's number stands alone, after «Side», or parted from what stands beside it.
_NUMBER = re.compile(
    r"(?:^|\bside|\bpage|[|–—-]|\s{2})\s*(\d{1,4})(?:\s*(?:av|of|/)\s*\d{1,4})?\W*$|^(\d{1,4})(?=\s{2})",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s{2,}")
Place = tuple[int, PdfLine]


def repeated_lines(pages: Sequence[tuple[Sequence[PdfLine], float]]) -> tuple[set[int], set[int]]:
    """Give the ids of the head lines and of the foot lines that repeat others; each is kept once.

    `pages` are lines and height of each page. A head is kept on the first page that has it, a foot on
    the last, so that what goes over from page to page is not parted. Apart from one number that grows
    with the pages the lines must say the same.
    """
    heads: dict[tuple[str, int], list[PdfLine]] = defaultdict(list)
    feet: dict[tuple[str, int], list[PdfLine]] = defaultdict(list)
    for number, (lines, height) in enumerate(pages):
        for line in lines:
            margin = max(_MARGIN * height, _LEAST)
            if line.bottom < margin:
                _note(heads, number, line, line.top)
            elif line.top > height - margin:
                _note(feet, number, line, height - line.top)
    return _all_but(heads, keep=0), _all_but(feet, keep=-1)


def _note(found: dict[tuple[str, int], list[PdfLine]], page: int, line: PdfLine, place: float) -> None:
    if columns_of(_GAP.split(line.text)) is None:
        for key in _keys(line.text, page):
            found[key, round(place / _NEAR)].append(line)


def _keys(text: str, page: int) -> Iterator[str]:
    """What a line says, and what it says apart from a number that may be the page's."""
    yield text
    number = _NUMBER.search(text)
    if number:
        start, end = number.span(number.lastindex or 0)
        yield f"{text[:start]}#{int(text[start:end]) - page}{text[end:]}"


def _all_but(found: dict[tuple[str, int], list[PdfLine]], keep: int) -> set[int]:
    repeated = {id(line) for lines in found.values() for line in lines if len(lines) > 1}
    kept = {id(lines[keep]) for lines in found.values() if len(lines) > 1}
    return repeated - kept
