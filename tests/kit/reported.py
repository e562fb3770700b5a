"""Reports of what happened: built in memory from the events of a past, and searched for what they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from events.store.application import Recorded
from tests.kit.happened import Past
from workflow.reporting.building.order import Order
from workflow.reporting.building.report import build
from workflow.reporting.building.scope import Scope, scope_of
from workflow.reporting.history import History
from workflow.reporting.model import Cell, Paragraph, Report, ReportKind, Section, Table, Trace

AGENCY = "Direktoratet for prøver"
KNOWN_AT = dt.datetime(2027, 1, 15, 12, 0, tzinfo=dt.UTC)
NAMES = {"kari": "Kari Nes", "ola": "Ola Li", "p-controller": "Siv Controller", "analyse": "Analyse"}


def history_of(past: Past, known_at: dt.datetime = KNOWN_AT, **more: Any) -> History:
    """Give the history of a past, as the store would give it."""
    history = History(AGENCY, known_at, names=NAMES, **more)
    history.take([Recorded(position, event) for position, event in enumerate(past.events, 1)])
    return history


def order(kind: ReportKind = ReportKind.YEAR, **more: Any) -> Order:
    """Order a report of 2026 in bokmål."""
    return Order(**({"kind": kind, "year": 2026, "language": "nb", "made_by": "Kari Nes"} | more))


def report_of(
    past: Past, kind: ReportKind = ReportKind.YEAR, known_at: dt.datetime = KNOWN_AT, **more: Any
) -> Report:
    """Build the report of a past."""
    return build(order(kind, **more), history_of(past, known_at))


def scope(past: Past, known_at: dt.datetime = KNOWN_AT, **more: Any) -> Scope:
    """Give what the sections are built from."""
    return scope_of(order(**more), history_of(past, known_at))


def section(report: Report, key: str) -> Section:
    """Give a section by its key."""
    return next(each for each in report.sections if each.key == key)


def table(report: Report, key: str) -> Table:
    """Give a table by its key."""
    return next(each for each in report.tables() if each.key == key)


def rows(report: Report, key: str) -> list[list[str]]:
    """Give the texts of a table, row by row."""
    return [[cell.text for cell in row] for row in table(report, key).rows]


def cells(report: Report) -> Iterator[Cell]:
    """Give every cell of every table."""
    for each in report.tables():
        for row in each.rows:
            yield from row


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Give every paragraph."""
    for each in report.sections:
        yield from (block for block in each.blocks if isinstance(block, Paragraph))


def traces(report: Report) -> Iterator[Trace]:
    """Give everything that any statement rests on."""
    for each in (*cells(report), *paragraphs(report)):
        yield from each.traces


def everything_said(report: Report) -> str:
    """Give all texts of the report and all that they rest on, to search in."""
    return repr(report)
