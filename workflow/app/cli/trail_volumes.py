"""The readable history of an export, in volumes of so many events that memory does not grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from events.ledger.reading import Row
from events.store.application import Recorded
from events.store.errors import UnreadableEvent
from events.store.mapper import decode
from projections.engine.projection import EventOutOfOrder
from workflow.app.cli.speech import language, moment, say
from workflow.app.cli.trail_lines import by, called, lines
from workflow.app.cli.trail_words import event_said
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.effective_days import Letters
from workflow.replaying.history import Entry, entry, history, is_duty
from workflow.replaying.streams import letter_days
from workflow.reporting.model import Cell, Report, ReportKind, Section, Table, Trace

if TYPE_CHECKING:
    from workflow.directory.people import Person
    from workflow.trail.exporting import Historian


TAMPERED = (
    UnreadableEvent,
    EventOutOfOrder,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
)
"""What comes of reading and folding what is not as it was recorded: it is exported all the same."""

HEADINGS = (N_("No."), N_("Recorded"), N_("Event"), N_("By"), N_("About"), N_("More"))


def historian(app: App, reader: Person) -> Historian:
    """Give what makes a volume: each event with who, when, and what it says."""
    from workflow.reporting.formats.pdf import write_pdf

    known, letters, titles = called(app), _letter_days(app), _titles(app)

    def cells(row: Row, told: Entry | None) -> tuple[Cell, ...]:
        number = Cell(str(row.position), row.position, (Trace(None, "", (row.position,)),))
        if told is None:
            return number, Cell(""), Cell(row.topic), Cell(""), Cell(""), Cell(say(N_("Cannot be read.")))
        _, *more = (each.strip() for each in lines(told, known))
        what, about = event_said(told.topic), titles.get(str(told.stream), "")
        words = (moment(told.recorded_at), what, by(told, known), about, "; ".join(more))
        return number, *map(Cell, words)

    def volume(number: int, rows: Sequence[Row]) -> bytes:
        headings = tuple(say(each) for each in HEADINGS)
        caption = say(N_("In the order they were recorded"))
        heading = say(N_("Events {first} to {last}"), first=rows[0].position, last=rows[-1].position)
        table = Table(
            "events", caption, headings, tuple(map(cells, rows, _told(app, letters, rows))), narrow=(0, 1)
        )
        return write_pdf(_report(app, reader, number, Section("events", heading, 1, (table,))))

    return volume


def _told(app: App, letters: Letters, rows: Sequence[Row]) -> list[Entry | None]:
    """Tell each event with what it changed; of a duty that does not fold, without; None if unreadable."""
    folded: dict[int, Entry] = {}
    for stream in {row.stream for row in rows if is_duty(row.topic)}:
        try:
            folded.update((each.position, each) for each in history(app.store, UUID(bytes=stream)))
        except TAMPERED:
            continue  # each event by itself, then
    return [folded.get(row.position) or _alone(row, letters) for row in rows]


def _alone(row: Row, letters: Letters) -> Entry | None:
    try:
        return entry(Recorded(row.position, decode(row.topic, row.state)), letters)
    except TAMPERED:
        return None


def _report(app: App, reader: Person, number: int, section: Section) -> Report:
    title = say(N_("The trail, volume {number}"), number=number)
    today = app.today()
    kind, agency = ReportKind.HISTORY, app.settings.agency
    return Report(kind, title, agency, language(), today, today, app.clock(), reader.name, (section,))


def _letter_days(app: App) -> Letters:
    try:
        return letter_days(app.store)
    except TAMPERED:
        return {}


def _titles(app: App) -> dict[str, str]:
    from projections.register.queries import listed

    with app.datastore.reading() as connection:
        duties = {str(each.id): f"{each.reference} {each.title}".strip() for each in listed(connection)}
    return duties | {str(each.id): each.name for each in app.letters()}
