"""The readable history of an export, in volumes of so many events that memory does not grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from events.ledger.reading import Row
from events.store.application import Recorded
from events.store.errors import UnreadableEvent
from events.store.mapper import decode
from workflow.app.cli.speech import language, say
from workflow.app.cli.trail_lines import called, lines
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.history import entry
from workflow.replaying.streams import letter_days
from workflow.reporting.model import Cell, Report, ReportKind, Section, Table, Trace

if TYPE_CHECKING:
    from workflow.directory.people import Person
    from workflow.trail.exporting import Historian


def historian(app: App, by: Person) -> Historian:
    """Give what makes a volume: each event with who, when, and what it says."""
    from workflow.reporting.formats.pdf import write_pdf

    known, letters, titles = called(app), letter_days(app.store), _titles(app)

    def cells(row: Row) -> tuple[Cell, ...]:
        traces = (Trace(None, "", (row.position,)),)
        number = Cell(str(row.position), row.position, traces)
        try:
            told = entry(Recorded(row.position, decode(row.topic, row.state)), letters)
        except UnreadableEvent:
            return number, Cell(row.topic), Cell(""), Cell(say(N_("Cannot be read.")))
        first, *more = (each.strip() for each in lines(told, known))
        return number, Cell(first), Cell(titles.get(str(told.stream), "")), Cell("; ".join(more))

    def volume(number: int, rows: Sequence[Row]) -> bytes:
        headings = tuple(say(each) for each in (N_("No."), N_("What and who"), N_("About"), N_("More")))
        caption = say(N_("Events {first} to {last}"), first=rows[0].position, last=rows[-1].position)
        table = Table("events", caption, headings, tuple(map(cells, rows)), narrow=(0,))
        return write_pdf(_report(app, by, number, table))

    return volume


def _report(app: App, by: Person, number: int, table: Table) -> Report:
    title = say(N_("The trail, volume {number}"), number=number)
    today = app.today()
    section = Section("events", table.caption, 1, (table,))
    kind, agency = ReportKind.HISTORY, app.settings.agency
    return Report(kind, title, agency, language(), today, today, app.clock(), by.name, (section,))


def _titles(app: App) -> dict[str, str]:
    from projections.register.queries import listed

    with app.datastore.reading() as connection:
        return {str(each.id): f"{each.reference} {each.title}".strip() for each in listed(connection)}
