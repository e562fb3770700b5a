"""The annual report from the trail, against reading and decoding the same events once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from events.store.application import EventStore
from events.store.datastore import Datastore
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, milliseconds
from workflow.directory.directory import Directory
from workflow.reporting.building.order import Order
from workflow.reporting.building.report import build
from workflow.reporting.formats.catalogue import FORMATS
from workflow.reporting.history import gather
from workflow.reporting.model import Report, ReportKind

DUTIES = 300
"""More than an agency has in a year."""
EVENTS = 6 * DUTIES
PAGE = 1000
KNOWN_AT = dt.datetime(2028, 12, 31, 12, 0, tzinfo=dt.UTC)
YEAR = 2026


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure the report's content, and then the dearest of its formats against the content."""
    store = EventStore(datastore)
    store.save(*invented.history(EVENTS))
    built = in_turn(lambda: _read(store), lambda: _built(store, datastore), rounds=3)
    yield Row(
        f"the content of an annual report, {EVENTS} events",
        kind,
        "read and decode the events",
        milliseconds(built.floor),
        milliseconds(built.ours),
        built.times_floor,
        "at most 20× the floor",
        built.times_floor <= 20,
    )
    report = _built(store, datastore)
    written = in_turn(lambda: FORMATS["json"].write(report), lambda: FORMATS["docx"].write(report), rounds=1)
    yield Row(
        "the same as a Word document, figures drawn",
        kind,
        "the same as JSON",
        milliseconds(written.floor),
        milliseconds(written.ours),
        written.times_floor,
        "at most 12× the floor",
        written.times_floor <= 12,
    )


def _built(store: EventStore, datastore: Datastore) -> Report:
    history = gather(store, Directory(datastore), "Direktoratet for prøver", KNOWN_AT)
    return build(Order(kind=ReportKind.YEAR, year=YEAR, language="nb", made_by="Kari Nes"), history)


def _read(store: EventStore) -> None:
    position = 0
    while page := store.recorded(position, PAGE):
        position = page[-1].position
