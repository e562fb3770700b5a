"""Tables of a PDF page without rules: columns that stand straight through several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.reading.documents.blocks import CellBlock, Paragraph, TableBlock
from workflow.reading.documents.pdf_lines import PdfLine, Word, text_of_words, usual_pitch
from workflow.reading.documents.pdf_tables import FoundTable

_GAP = 0.9
"""Columns are parted by at least this many heights of a letter."""
_NEAR = 3.0
_MIN_ROWS = 3
_MOST_WRAPS = 4
_LONGEST_STEP = 2.6
_WIDER_STEP = 1.2


@dataclass(frozen=True, slots=True)
class _Split:
    """A line, parted at its wide gaps."""

    line: PdfLine
    segments: tuple[tuple[Word, ...], ...]

    @property
    def starts(self) -> list[float]:
        return [segment[0].x0 for segment in self.segments]


def aligned_tables(lines: Sequence[PdfLine], rules: Sequence[float], page: int) -> list[FoundTable]:
    """Find tables whose columns and rows can be told beyond doubt; `rules` are heights of drawn lines.

    Where rows cannot be told from wrapped lines, nothing is claimed.
    """
    found = []
    for run in _runs([_split(line) for line in lines], usual_pitch(lines)):
        table = _table(run, rules, page)
        if table:
            found.append(table)
    return found


def _split(line: PdfLine) -> _Split:
    segments: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > _GAP * line.height:
            segments.append([word])
        else:
            segments[-1].append(word)
    return _Split(line, tuple(map(tuple, segments)))


def _runs(splits: Sequence[_Split], pitch: float) -> Iterator[list[_Split]]:
    """Part the lines where they are far from each other, or where many lines have one column only."""
    run: list[_Split] = []
    single = 0
    for split in splits:
        far = bool(run) and split.line.top - run[-1].line.top > _LONGEST_STEP * max(pitch, split.line.height)
        single = single + 1 if len(split.segments) == 1 else 0
        if far or single > _MOST_WRAPS:
            yield run
            run = []
        run.append(split)
    yield run


def _table(run: list[_Split], rules: Sequence[float], page: int) -> FoundTable | None:
    columns = _columns(run)
    if len(columns) < 2:
        return None
    body = _fitting(run, columns)
    if sum(1 for split in body if len(split.segments) > 1) < _MIN_ROWS:
        return None
    placed = [_place(split, columns) for split in body]
    starts = _row_starts(body, placed, rules)
    if len(starts) < 2:
        return None
    rows = [_row(body[start:end], placed[start:end], page) for start, end in pairwise([*starts, len(body)])]
    block = TableBlock(tuple(rows), page)
    return FoundTable(block, body[0].line.top, body[-1].line.bottom, tuple(columns))


def _columns(run: Sequence[_Split]) -> list[float]:
    """Give the places where segments start in at least three lines that have several."""
    starts = sorted(x for split in run if len(split.segments) > 1 for x in split.starts)
    clusters: list[list[float]] = []
    for x in starts:
        if clusters and x - clusters[-1][0] <= _NEAR:
            clusters[-1].append(x)
        else:
            clusters.append([x])
    return [cluster[0] for cluster in clusters if len(cluster) >= _MIN_ROWS]


def _fitting(run: list[_Split], columns: Sequence[float]) -> list[_Split]:
    """Give the longest stretch of lines that keep to the columns, from its first line with several."""
    stretches: list[list[_Split]] = [[]]
    for split in run:
        if _fits(split, columns):
            stretches[-1].append(split)
        else:
            stretches.append([])
    best = max(stretches, key=len)
    while best and len(best[0].segments) == 1:
        best = best[1:]
    return best


def _fits(split: _Split, columns: Sequence[float]) -> bool:
    for segment in split.segments:
        at = _column(segment[0].x0, columns)
        if at is None or (at + 1 < len(columns) and segment[-1].x1 > columns[at + 1]):
            return False
    return True


def _column(x: float, columns: Sequence[float]) -> int | None:
    return next((at for at, start in enumerate(columns) if abs(start - x) <= 2 * _NEAR), None)


def _place(split: _Split, columns: Sequence[float]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for segment in split.segments:
        at = _column(segment[0].x0, columns) or 0
        text = text_of_words(segment, split.line)
        texts[at] = f"{texts[at]} {text}" if at in texts else text
    return texts


def _row_starts(
    body: Sequence[_Split], placed: Sequence[dict[int, str]], rules: Sequence[float]
) -> list[int]:
    """Tell rows by rules between them, by wider steps, or by the first column; [] when none tells."""
    ruled = [
        at
        for at, (above, below) in enumerate(pairwise(body), 1)
        if any(above.line.bottom - 2 <= rule <= below.line.top + 2 for rule in rules)
    ]
    if len(ruled) >= 2:
        return [0, *ruled]
    steps = [below.line.top - above.line.top for above, below in pairwise(body)]
    if max(steps) > _WIDER_STEP * min(steps):
        middle = (max(steps) + min(steps)) / 2
        return [0, *(at for at, step in enumerate(steps, 1) if step > middle)]
    if all(len(texts) > 1 for texts in placed):
        return list(range(len(body)))
    return _first_column_starts(placed)


def _first_column_starts(placed: Sequence[dict[int, str]]) -> list[int]:
    """Rows begin where the first column does, if the wrapped lines below them plainly go on.

    In a table whose cells stand at the foot of the row they would belong to the row below instead.
    """
    starts = [at for at, texts in enumerate(placed) if 0 in texts]
    wraps = [next(iter(texts.values())) for texts in placed if 0 not in texts]
    if starts[:1] != [0] or not wraps:
        return []
    going_on = sum(1 for text in wraps if text[0].islower())
    return starts if going_on > 0.6 * len(wraps) and 0 not in placed[-1] else []


def _row(lines: Sequence[_Split], placed: Sequence[dict[int, str]], page: int) -> tuple[CellBlock, ...]:
    width = max(column for texts in placed for column in texts) + 1
    return tuple(
        CellBlock(tuple(Paragraph(texts[column], page=page) for texts in placed if column in texts))
        for column in range(width)
    )
