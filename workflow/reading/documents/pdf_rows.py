"""Where the rows of a table without rules begin: by steps, or by which columns go on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.reading.documents.pdf_lines import PdfLine, Word, has_room
from workflow.reading.documents.pdf_wraps import is_open

_WIDER_STEP = 1.2
_FURTHEST = 2.0
_OVERLAP = 0.2
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zæøå])[.)]|[•·▪◦○●‣*–—-]")


@dataclass(frozen=True, slots=True)
class Split:
    """A line of a table, and the words that stand in each of its columns."""

    line: PdfLine
    cells: Mapping[int, tuple[Word, ...]]


def row_starts(splits: Sequence[Split], rules: Sequence[float]) -> list[int]:
    """Tell rows by rules between them, by wider steps, or by what goes on; [] when none tells."""
    ruled = [
        at
        for at, (above, below) in enumerate(pairwise(splits), 1)
        if any(above.line.bottom - 2 <= rule <= below.line.top + 2 for rule in rules)
    ]
    if len(ruled) >= 2:
        return [0, *ruled]
    if any(_overlap(*pair) for pair in pairwise(splits)):
        return _by_overlap(splits)
    stepped = _wider_steps(splits)
    if stepped and (len(stepped) > 1 or len(splits) < 4) and _agrees(splits, stepped):
        return [0, *stepped]
    return _by_content(splits)


def _overlap(above: Split, below: Split) -> bool:
    return below.line.top < above.line.bottom - _OVERLAP * above.line.height


def _by_overlap(splits: Sequence[Split]) -> list[int]:
    """Rows whose cells stand in the middle: lines beside the middle of others are of their row."""
    rights = _rights(splits)
    beside = [_overlap(above, below) for above, below in pairwise(splits)] + [False]
    starts = [0]
    for at, (above, below) in enumerate(pairwise(splits), 1):
        goes_on = all(_continues(above, below, column, rights) for column in below.cells)
        if not beside[at - 1] and (beside[at] or not goes_on):
            starts.append(at)
    return starts


def _rights(splits: Sequence[Split]) -> dict[int, float]:
    """Where the longest cell of each column ends."""
    rights: dict[int, float] = {}
    for split in splits:
        for column, words in split.cells.items():
            rights[column] = max(rights.get(column, 0.0), words[-1].x1)
    return rights


def is_list(splits: Sequence[Split], starts: Sequence[int]) -> bool:
    """Say whether two columns are a list: marks or numbers, and what they number."""
    if any(column > 1 for split in splits for column in split.cells):
        return False
    firsts = [splits[at].cells.get(0) for at in starts]
    return all(words is not None and len(words) == 1 and _MARK.fullmatch(words[0].text) for words in firsts)


def _wider_steps(splits: Sequence[Split]) -> list[int]:
    steps = [below.line.top - above.line.top for above, below in pairwise(splits)]
    least = min(steps, default=0.0)
    return [at for at, step in enumerate(steps, 1) if step > _WIDER_STEP * least]


def _agrees(splits: Sequence[Split], starts: Sequence[int]) -> bool:
    """Steps part all rows where no row that they make is seen to hold several.

    A row with its cells at the head is filled from its first line on; where cells stand in the
    middle or at the foot instead, no row that has several lines is.
    """
    groups = [splits[a:b] for a, b in pairwise([0, *starts, len(splits)]) if b - a > 1]
    headed = sum(1 for group in groups if not any(_opens(*pair) for pair in pairwise(group)))
    return headed == len(groups) or 2 * headed <= len(groups)


def _opens(above: Split, below: Split) -> bool:
    return bool(below.cells.keys() - above.cells.keys())


def _by_content(splits: Sequence[Split]) -> list[int]:
    """Rows whose cells stand at the head: a column that is blank has ended until the next row."""
    rights = _rights(splits)
    starts = [0]
    for at, (above, below) in enumerate(pairwise(splits), 1):
        if _begins(above, below, rights):
            if any(_continues(above, below, column, rights) for column in below.cells):
                return []
            starts.append(at)
    return starts


def _begins(above: Split, below: Split, rights: Mapping[int, float]) -> bool:
    if _opens(above, below) or _stands_off(above.line, below.line):
        return True
    first = min(below.cells)
    roomy = _is_roomy(above, below, first, rights)
    if first == 0 and roomy:
        return True
    if any(_text(below, column)[0].islower() for column in below.cells):
        return False
    if len(below.cells) > 1:
        return not any(is_open(above.cells[column][-1].text) for column in below.cells)
    return roomy and first != max(rights) and not any(map(str.isdigit, _text(below, first)))


def _stands_off(above: PdfLine, below: PdfLine) -> bool:
    """No line that goes on is so far below, or plain where the one above is bold."""
    plain = not any(word.bold for word in below.words)
    far = below.top - above.top > _FURTHEST * below.height
    return far or (plain and all(word.bold for word in above.words))


def _continues(above: Split, below: Split, column: int, rights: Mapping[int, float]) -> bool:
    """A word in lower case that had no room above belongs to the line above."""
    goes_on = column in above.cells and _text(below, column)[0].islower()
    return goes_on and not _is_roomy(above, below, column, rights)


def _is_roomy(above: Split, below: Split, column: int, rights: Mapping[int, float]) -> bool:
    return has_room(above.cells[column], below.cells[column][0], rights[column])


def _text(split: Split, column: int) -> str:
    return split.cells[column][0].text
