"""What a sheet says of a report, row by row: its front, its running text, and what each number rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workflow.language import N_
from workflow.reporting.building.speech import Speech, day
from workflow.reporting.formats.traces import ranges
from workflow.reporting.model import Cell, Figure, Paragraph, Report, Section, Table, Trace

Row = tuple[Cell, ...]
TEXT_HEADINGS = (N_("Section"), N_("Text"), N_("Written by"), N_("Rests on"))
TRACE_HEADINGS = (
    N_("Table"),
    N_("Row"),
    N_("Column"),
    N_("Typed by a person"),
    N_("Reference"),
    N_("Id"),
    N_("Events"),
)


def front(report: Report) -> Iterator[Row]:
    """Give a label and what it says: the report's title, agency, period, moment and facts."""
    speech = Speech(report.language)
    period = f"{day(report.first)}–{day(report.last)}"
    told = [
        (N_("Title"), report.title),
        (N_("Agency"), report.agency),
        (N_("Period"), period),
        (N_("As known"), speech.moment(report.known_at)),
        (N_("Made by"), report.made_by),
    ]
    ours = [(speech.say(label), said) for label, said in told]
    for label, said in dict.fromkeys((*ours, *report.facts)):
        yield Cell(label), Cell(said)


def headings(report: Report, msgids: tuple[str, ...]) -> tuple[str, ...]:
    """Give headings in the report's language."""
    speech = Speech(report.language)
    return tuple(speech.say(each) for each in msgids)


def running_text(report: Report) -> Iterator[Row]:
    """Give a row for each heading and each paragraph, and for each table and figure where it belongs."""
    for section in report.sections:
        yield Cell(section.heading), Cell(""), Cell(""), Cell("")
        yield from _blocks(section)


def _blocks(section: Section) -> Iterator[Row]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            by = Cell(block.by, typed=block.typed)
            yield Cell(section.heading), Cell(block.text, typed=block.typed), by, Cell(basis(block.traces))
        elif isinstance(block, Table):
            yield Cell(section.heading), Cell(block.caption), Cell(""), Cell("")
        else:
            yield Cell(section.heading), Cell(figure_text(block)), Cell(""), Cell("")


def figure_text(figure: Figure) -> str:
    """Give the caption of a figure with what it shows in words."""
    return f"{figure.caption}: {figure.alternative} ({figure.axis})"


def basis(traces: tuple[Trace, ...]) -> str:
    """Write what a statement rests on: references with the positions of the events."""
    return "; ".join(_pointed(each) for each in traces)


def _pointed(trace: Trace) -> str:
    positions = ranges(trace.positions)
    return f"{trace.reference} ({positions})".strip() if positions else trace.reference


def traced(report: Report) -> Iterator[Row]:
    """Give a row for each thing that a cell rests on, and for each cell that a person typed."""
    said = Speech(report.language).say(N_("yes"))
    for table in report.tables():
        for number, row in enumerate(table.rows, 1):
            for heading, cell in zip(table.headings, row, strict=True):
                place = Cell(table.caption), Cell(str(number), number), Cell(heading)
                typed = Cell(said if cell.typed else "")
                yield from ((*place, typed, *_trace(each)) for each in cell.traces or _none(cell))


def _none(cell: Cell) -> tuple[Trace, ...]:
    return (Trace(None, ""),) if cell.typed else ()


def _trace(trace: Trace) -> Row:
    return Cell(trace.reference), Cell(str(trace.duty or "")), Cell(ranges(trace.positions))


def number_text(value: dt.date | float) -> str:
    """Write a number with a comma, or a day as 31.12.2026, as a Norwegian spreadsheet reads them."""
    return day(value) if isinstance(value, dt.date) else f"{value}".removesuffix(".0").replace(".", ",")
