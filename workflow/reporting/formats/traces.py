"""Where each statement comes from, as numbered references that are written once, at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from workflow.reporting.formats.clean import clean
from workflow.reporting.model import Cell, Trace


class References:
    """Numbers what statements rest on: the same foundation has the same number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, traces: Sequence[Trace]) -> int | None:
        """Give the number for a statement's traces; None for a statement without."""
        return self._number(_said(traces))

    def of_row(self, headings: Sequence[str], cells: Sequence[Cell]) -> int | None:
        """Give one number for a row, that tells its columns apart where they rest on different duties."""
        traces = [trace for cell in cells for trace in cell.traces]
        if len({(each.duty, each.reference) for each in traces}) < 2:
            return self.of(traces)
        said = [(heading, _said(cell.traces)) for heading, cell in zip(headings, cells, strict=False)]
        told = [(heading, text) for heading, text in said if text]
        if len({text for _, text in told}) < 2:
            return self._number(told[0][1] if told else "")
        columns: dict[str, list[str]] = {}
        for heading, text in told:
            columns.setdefault(text, []).append(clean(heading))
        return self._number(" · ".join(f"{', '.join(names)} – {text}" for text, names in columns.items()))

    def written(self) -> tuple[str, ...]:
        """Give the references in order; the first has number 1."""
        return tuple(self._numbers)

    def _number(self, said: str) -> int | None:
        return self._numbers.setdefault(said, len(self._numbers) + 1) if said else None


def _said(traces: Iterable[Trace]) -> str:
    """Say «2026-03: 4, 9–11; 2026-04: 12», each duty once, its positions in order."""
    behind: dict[str, set[int]] = {}
    for each in traces:
        name = clean(each.reference) or (str(each.duty) if each.duty else "")
        behind.setdefault(name, set()).update(each.positions)
    return "; ".join(_one(name, positions) for name, positions in behind.items())


def _one(name: str, positions: set[int]) -> str:
    return ": ".join(filter(None, (name, ranges(positions))))


def ranges(positions: Iterable[int]) -> str:
    """Say positions in order, those that follow each other as a range: «4, 9–11»."""
    ordered = enumerate(sorted(set(positions)))
    runs = [[position for _, position in run] for _, run in groupby(ordered, lambda at: at[1] - at[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
