"""Cells that a table's style leaves undrawn: rows between shaded ones, columns inside a row's frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from workflow.reading.documents.pdf_lines import Word, lines_of_words

_NEAR = 3.0
_GAP = 0.6
_START = 6.0
_WIDEST_BAND = 60.0
Box = tuple[float, float, float, float]


def edges_of(values: Sequence[float]) -> list[float]:
    """Give the values that differ by more than the width of a rule."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2.0:
            edges.append(value)
    return edges


def columns_of_cells(cells: Sequence[Box]) -> list[float]:
    """Give where columns begin and end."""
    return edges_of([x for cell in cells for x in (cell[0], cell[2])])


def holds(cell: Box, word: Word) -> bool:
    """Say whether the middle of a word stands in a cell."""
    middle, height = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell[0] <= middle <= cell[2] and cell[1] <= height <= cell[3]


def stacked(tables: Sequence[Sequence[Box]], words: Sequence[Word]) -> list[list[Box]]:
    """Put drawn pieces together that have the same columns and no foreign text between them."""
    joined: list[list[Box]] = []
    for cells in sorted(tables, key=lambda cells: min(cell[1] for cell in cells)):
        if joined and _goes_on(joined[-1], cells, words):
            joined[-1] = [*joined[-1], *cells]
        else:
            joined.append(list(cells))
    return joined


def _goes_on(above: Sequence[Box], below: Sequence[Box], words: Sequence[Word]) -> bool:
    columns, others = columns_of_cells(above), columns_of_cells(below)
    foot, head = max(cell[3] for cell in above), min(cell[1] for cell in below)
    near = [abs(a - b) < _NEAR for a, b in zip(columns, others, strict=False)]
    if len(columns) != len(others) or not all(near) or not -_NEAR < head - foot < _WIDEST_BAND:
        return False
    between = [_column(word, columns) for word in words if holds((0.0, foot, 9e9, head), word)]
    return not between or (None not in between and len(set(between)) > 1)


def with_bands(cells: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """Add a cell as wide as the table for each row that is not drawn at all, also after the last."""
    columns, levels = columns_of_cells(cells), edges_of([y for cell in cells for y in (cell[1], cell[3])])
    undrawn = [
        (columns[0], top, columns[-1], foot)
        for top, foot in pairwise(levels)
        if not any(cell[1] <= (top + foot) / 2 <= cell[3] for cell in cells)
    ]
    if undrawn:
        height = median_low([foot - top for _, top, _, foot in undrawn])
        last = (columns[0], levels[-1], columns[-1], levels[-1] + height)
        inside = [_column(word, columns) for word in words if holds((0.0, *last[1:]), word)]
        undrawn += [last] if None not in inside and len(set(inside)) > 1 else []
    return sorted([*cells, *undrawn], key=lambda cell: (cell[1], cell[0]))


def parted(cells: Sequence[Box], words: Sequence[Word]) -> Iterator[tuple[Box, list[Word]]]:
    """Give each cell with its words; one over several columns is parted where its words keep to them."""
    columns = columns_of_cells(cells)
    filled = [(cell, [word for word in words if holds(cell, word)]) for cell in cells]
    starts: dict[int, list[float]] = defaultdict(list)
    for cell, inside in filled:
        if inside and len(_inner(cell, columns)) == 2:
            starts[columns.index(_inner(cell, columns)[0])].append(min(word.x0 for word in inside))
    for cell, inside in filled:
        pieces = _pieces(cell, inside, columns, starts)
        yield from pieces or [(cell, inside)]


def _pieces(
    cell: Box, words: Sequence[Word], columns: Sequence[float], starts: dict[int, list[float]]
) -> list[tuple[Box, list[Word]]]:
    edges = _inner(cell, columns)
    pieces: list[tuple[Box, list[Word]]] = []
    for left, right in pairwise(edges):
        inside = [word for word in words if left - 1 <= word.x0 and word.x1 <= right + 1]
        usual = starts.get(columns.index(left), [])
        if inside and usual and not any(abs(min(w.x0 for w in inside) - x) < _START for x in usual):
            return []
        pieces.append(((left, cell[1], right, cell[3]), inside))
    whole = sum(len(inside) for _, inside in pieces) == len(words)
    several = sum(1 for _, inside in pieces if inside) > 1
    return pieces if whole and several and _is_clear(words, columns) else []


def _is_clear(words: Sequence[Word], columns: Sequence[float]) -> bool:
    """Words of two columns on one line stand well apart."""
    return all(
        _column(before, columns) == _column(after, columns) or after.x0 - before.x1 > _GAP * line.height
        for line in lines_of_words(words)
        for before, after in pairwise(line.words)
    )


def _inner(cell: Box, columns: Sequence[float]) -> list[float]:
    return [edge for edge in columns if cell[0] - _NEAR < edge < cell[2] + _NEAR]


def _column(word: Word, columns: Sequence[float]) -> int | None:
    """Give the column that holds the whole word."""
    bounds = enumerate(pairwise(columns))
    return next((at for at, (left, right) in bounds if left - 1 <= word.x0 and word.x1 <= right + 1), None)
