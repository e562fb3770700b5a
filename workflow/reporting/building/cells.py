"""Cells of tables: texts, days and numbers that know what they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from workflow.reporting.building.outcome import Owed
from workflow.reporting.building.speech import day, number
from workflow.reporting.model import Cell, Trace


def text(said: str, *traces: Trace) -> Cell:
    """Give a cell of text."""
    return Cell(said, traces=traces)


def date(value: dt.date | None, *traces: Trace, also: str = "") -> Cell:
    """Give a cell with a day; with `also`, which is written after it, it is no longer only a day."""
    if also:
        return Cell(f"{day(value)} {also}".strip(), traces=traces)
    return Cell(day(value), value, traces if value else ())


def count(value: float | None, traces: Iterable[Trace] = ()) -> Cell:
    """Give a cell with a number; empty for None."""
    return Cell("") if value is None else Cell(number(value), value, tuple(traces))


def counted(owed: Iterable[Owed]) -> Cell:
    """Give how many there are, with the trace of each."""
    found = tuple(owed)
    return count(len(found), (each.trace() for each in found))
