from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.vocabulary import notice
from tests.kit.eventful_year import year
from tests.kit.happened import record
from tests.kit.reported import AGENCY, KNOWN_AT, order, report_of, table, traces
from workflow.directory.directory import Directory
from workflow.reporting.building.report import build
from workflow.reporting.history import gather
from workflow.reporting.model import Figure, ReportKind

KINDS = [ReportKind.YEAR, ReportKind.HALF_YEAR, ReportKind.STATUS]


@pytest.mark.parametrize("kind", KINDS)
def test_tracing_a_report_ends_at_events_of_the_duty_itself(kind: ReportKind) -> None:
    """Every position that a statement rests on is an event of that duty, and none is a notice."""
    past = year()
    found = list(traces(report_of(past, kind, last=dt.date(2026, 6, 1))))
    assert len(found) > 50
    for each in found:
        events = [past.events[position - 1] for position in each.positions]
        assert events
        assert {event.originator_id for event in events} == {each.duty}
        assert not any(isinstance(event, notice.NoticeRaised) for event in events)


@pytest.mark.parametrize("kind", KINDS)
def test_tracing_a_number_gives_as_many_deliveries_as_it_counts(kind: ReportKind) -> None:
    """What is counted can be counted again: a number carries one trace for each delivery behind it."""
    report = report_of(year(), kind, last=dt.date(2026, 6, 1))
    counted = [row[1] for row in table(report, "key-numbers").rows]
    for section in report.sections:
        for figure in section.blocks:
            if isinstance(figure, Figure) and figure.key != "lead":
                counted += [cell for row in figure.table.rows for cell in row[1:]]
    assert len(counted) > 50
    assert all(cell.value == len(cell.traces) for cell in counted)


@pytest.mark.parametrize("kind", KINDS)
def test_building_a_report_gives_sections_and_tables_that_a_format_can_write(kind: ReportKind) -> None:
    """Keys are unique, levels never skip, and every row is as long as its headings."""
    report = report_of(year(), kind, last=dt.date(2026, 6, 1))
    keys = [each.key for each in report.sections]
    tables = [each.key for each in report.tables()]
    assert len(set(keys)) == len(keys)
    assert len(set(tables)) == len(tables)
    assert all(key.isascii() for key in keys + tables)
    levels = [0, *(each.level for each in report.sections)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for each in report.tables():
        assert {len(row) for row in each.rows} <= {len(each.headings)}
        assert all(column < len(each.headings) for column in each.narrow)


def test_gathering_from_a_store_gives_the_same_report_every_time(datastore: Datastore) -> None:
    """On either database, the same trail gives the same report, to the letter."""
    store = EventStore(datastore)
    record(store, year())
    directory = Directory(datastore)
    first = build(order(), gather(store, directory, AGENCY, KNOWN_AT))
    again = build(order(), gather(store, directory, AGENCY, KNOWN_AT))
    assert first == again
    assert "2026-01" in repr(first)


def test_gathering_up_to_a_moment_leaves_out_what_was_recorded_later() -> None:
    """A report as known on a day is the report that would have been made that day."""
    past = year()
    cut = len(past.events) // 2
    known = past.events[cut - 1].timestamp
    whole, half = report_of(past, known_at=known), year()
    del half.events[cut:]
    assert whole == report_of(half, known_at=known)
    assert dict(whole.facts)["Siste nummer i revisjonssporet"] == str(cut)
