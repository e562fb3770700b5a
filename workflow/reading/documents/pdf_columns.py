"""Tables of a PDF page without rules: columns that stand straight through several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.reading.documents.blocks import CellBlock, Paragraph, TableBlock
from workflow.reading.documents.pdf_gutters import columns_below
from workflow.reading.documents.pdf_lines import PdfLine, Word, is_bullet, text_of_words, usual_pitch
from workflow.reading.documents.pdf_rows import Split, is_list, row_starts
from workflow.reading.documents.pdf_tables import FoundTable
from workflow.reading.documents.pdf_wraps import mend
from workflow.reading.layout import columns_of

_GAP = 0.9
"""Columns are parted by at least this many heights of a letter."""
_NARROW_GAP = 0.4
"""Where a column is known to begin, this much is enough."""
_WIDE_GAP = 2.0
"""Inside a column no gap is as wide as this."""
_NEAR = 3.0
_MIN_ROWS = 3
_MOST_WRAPS = 4
_LONGEST_STEP = 2.6
_INDENT = 40.0
_ANYWHERE = 1_000.0
_PADDING = 8.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, parted at its wide gaps."""

    line: PdfLine
    segments: tuple[tuple[Word, ...], ...]


def aligned_tables(
    lines: Sequence[PdfLine], rules: Sequence[float], page: int, above: Sequence[float] = ()
) -> list[FoundTable]:
    """Find tables whose columns and rows can be told beyond doubt; `rules` are heights of drawn lines.

    `above` are the columns of a table that ended the page before, which may go on here. Where rows
    cannot be told from wrapped lines, nothing is claimed.
    """
    found: list[FoundTable] = []
    for run in _runs([_Line(line, _parted(line)) for line in lines], usual_pitch(lines)):
        known = above if run and run[0].line is lines[0] else ()
        for part, columns in _tables(run, known):
            table = _table(part, columns, rules, page)
            if table:
                found.append(table)
    return found


def _parted(line: PdfLine) -> tuple[tuple[Word, ...], ...]:
    """Part a line at its wide gaps; the mark of a list stays with the words after it."""
    segments: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        wide = word.x0 - before.x1 > _GAP * line.height
        if wide and not (before is line.words[0] and is_bullet(line.words)):
            segments.append([word])
        else:
            segments[-1].append(word)
    return tuple(map(tuple, segments))


def _runs(lines: Sequence[_Line], pitch: float) -> Iterator[list[_Line]]:
    """Part the lines where they are far from each other, or where many lines have one column only."""
    run: list[_Line] = []
    single = 0
    for line in lines:
        far = bool(run) and line.line.top - run[-1].line.top > _LONGEST_STEP * max(pitch, line.line.height)
        single = single + 1 if len(line.segments) == 1 else 0
        if far or single > _MOST_WRAPS:
            yield run
            run = []
        run.append(line)
    yield run


def _tables(run: list[_Line], above: Sequence[float]) -> Iterator[tuple[list[_Line], list[float]]]:
    """Give the parts of a run that may be tables, with their columns.

    A table has a head of words that such tables have, goes on from the page before, or keeps to its
    columns in several lines.
    """
    heads = [at for at, line in enumerate(run) if _is_head(line)]
    first = heads[0] if heads else len(run)
    if above and first:
        part = _fitting_start(run[:first], above)
        if part and any(len(line.segments) > 1 for line in part):
            yield part, list(above)
            run, heads, first = run[len(part) :], [at - len(part) for at in heads], first - len(part)
    yield from _headless(run[:first])
    for at, end in pairwise([*heads, len(run)]):
        part, columns = _below_head(run[at:end])
        if sum(1 for line in part if len(line.segments) > 1) > 1:
            yield part, columns
        else:
            yield from _headless(run[at:end])


def _below_head(run: list[_Line]) -> tuple[list[_Line], list[float]]:
    """Give the lines that keep to the columns of the head above them, wherever in them they stand."""
    head = run[0].segments
    columns = [segment[0].x0 for segment in head]
    part = _fitting_start(run, columns)
    if sum(1 for line in part if len(line.segments) > 1) > 1:
        return part, columns
    count, others = columns_below(head, [line.line for line in run[1:]])
    part = run[: count + 1]
    while part and set(_cells(part[-1].line, others, loose=True) or (0,)) == {0}:
        part = part[:-1]
    return part, others


def _is_head(line: _Line) -> bool:
    """A head has words that such tables have, or is bold and says no number."""
    texts = [text_of_words(segment, line.line) for segment in line.segments]
    bold = all(word.bold for word in line.line.words) and not any(map(str.isdigit, "".join(texts)))
    return len(texts) > 1 and (bold or columns_of(texts) is not None)


def _headless(run: list[_Line]) -> Iterator[tuple[list[_Line], list[float]]]:
    columns = _columns(run)
    if len(columns) > 1:
        part = _fitting(run, columns)
        if sum(1 for line in part if len(line.segments) > 1) >= _MIN_ROWS:
            yield part, columns


def _columns(run: Sequence[_Line]) -> list[float]:
    """Give the places where segments start in at least three lines that have several."""
    starts = sorted(s[0].x0 for line in run if len(line.segments) > 1 for s in line.segments)
    clusters: list[list[float]] = []
    for x in starts:
        if clusters and x - clusters[-1][0] <= _NEAR:
            clusters[-1].append(x)
        else:
            clusters.append([x])
    return [cluster[0] for cluster in clusters if len(cluster) >= _MIN_ROWS]


def _fitting(run: list[_Line], columns: Sequence[float]) -> list[_Line]:
    """Give the longest stretch of lines that keep to the columns, from its first line with several."""
    stretches: list[list[_Line]] = [[]]
    for line in run:
        if _cells(line.line, columns) is not None:
            stretches[-1].append(line)
        else:
            stretches.append([])
    best = max(stretches, key=len)
    while best and len(best[0].segments) == 1:
        best = best[1:]
    return best


def _fitting_start(run: list[_Line], columns: Sequence[float]) -> list[_Line]:
    """Give the lines that keep to the columns up to the first that does not."""
    for at, line in enumerate(run):
        if _cells(line.line, columns) is None:
            return run[:at]
    return run


def _cells(
    line: PdfLine, columns: Sequence[float], *, loose: bool = False
) -> dict[int, tuple[Word, ...]] | None:
    """Give the words that stand in each column, or None when words stand across or between columns.

    `loose` lets them begin anywhere in their column, close to the words of another.
    """
    indent, gap = (_ANYWHERE, 0.0) if loose else (_INDENT, _NARROW_GAP * line.height)
    cells: dict[int, list[Word]] = {}
    before: Word | None = None
    for word in line.words:
        column = max((at for at, start in enumerate(columns) if word.x0 >= start - _NEAR), default=None)
        if column is None or (column + 1 < len(columns) and word.x1 > columns[column + 1]):
            return None
        if column in cells and before and word.x0 - before.x1 < _WIDE_GAP * line.height:
            cells[column].append(word)
        elif column in cells or word.x0 > columns[column] + indent or (before and word.x0 - before.x1 < gap):
            return None
        else:
            cells[column] = [word]
        before = word
    return {column: tuple(words) for column, words in cells.items()}


def _table(
    part: Sequence[_Line], columns: Sequence[float], rules: Sequence[float], page: int
) -> FoundTable | None:
    splits = [Split(line.line, _cells(line.line, columns, loose=True) or {}) for line in part]
    starts = row_starts(splits, rules)
    if len(starts) < 2 or is_list(splits, starts):
        return None
    edges = [*columns, max(line.line.words[-1].x1 for line in part) + _PADDING]
    rows = [_row(splits[start:end], edges, page) for start, end in pairwise([*starts, len(splits)])]
    return FoundTable(TableBlock(tuple(rows), page), part[0].line.top, part[-1].line.bottom, tuple(columns))


def _row(splits: Sequence[Split], edges: Sequence[float], page: int) -> tuple[CellBlock, ...]:
    return tuple(
        CellBlock(tuple(Paragraph(text, page=page) for text in _texts(splits, column, edges[column + 1])))
        for column in range(len(edges) - 1)
    )


def _texts(splits: Sequence[Split], column: int, right: float) -> list[str]:
    lines = [(split.cells[column], split.line) for split in splits if column in split.cells]
    return mend([(text_of_words(words, line), words) for words, line in lines], right - _PADDING)
