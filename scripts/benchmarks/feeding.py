"""A feed of 10,000 entries after one duty changed, against building the same calendar with icalendar."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterator, Sequence

from icalendar import Calendar, Component, Event

from events.store.application import EventStore
from events.store.datastore import Datastore
from projections.engine.engine import Engine
from projections.feeds.projection import Feeds
from projections.feeds.publisher import FeedPublisher
from projections.feeds.selection import Feed
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, milliseconds, seconds

ENTRIES = 10_000
AT_ONCE = 500
CHANGES = 9
NOW = dt.datetime(2026, 2, 2, 11, 0, tzinfo=dt.UTC)
ALL = Feed("Alle frister")


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure taking one change in and giving the whole calendar again, and giving it alone."""
    store = EventStore(datastore)
    engine = Engine(store, datastore, [Feeds()])
    for first in range(0, ENTRIES, AT_ONCE):
        store.save(*(each for number in range(first, first + AT_ONCE) for each in invented.given(number)))
    engine.catch_up()
    publisher = FeedPublisher(datastore)
    whole = publisher.body(ALL, NOW).content
    facts = _facts(whole)
    assert len(facts) == ENTRIES
    floor = seconds(lambda: _built(facts))
    taken, given = zip(*_changed(store, engine, publisher), strict=True)
    yield _row("a feed of 10 000 entries after one duty changed", kind, floor, given, 300)
    both = [a + b for a, b in zip(taken, given, strict=True)]
    yield _row("the same, together with taking the change in", kind, floor, both, None)


def _row(what: str, kind: str, floor: float, ours: Sequence[float], aim: float | None) -> Row:
    median = statistics.median(ours)
    return Row(
        what,
        kind,
        "build it with icalendar",
        milliseconds(floor),
        milliseconds(median),
        floor / median,
        f"at least {aim}× as fast" if aim else "for information",
        aim is None or floor / median >= aim,
    )


def _changed(store: EventStore, engine: Engine, publisher: FeedPublisher) -> Iterator[tuple[float, float]]:
    """Move a deadline, take it in and give the calendar; the seconds of the last two, over and over."""
    before = publisher.body(ALL, NOW).validators.etag
    for number in range(CHANGES):
        store.save(invented.moved(number * 37, 3))
        taken, given = seconds(engine.catch_up), seconds(lambda: publisher.body(ALL, NOW))
        yield taken, given
        after = publisher.body(ALL, NOW).validators.etag
        assert after != before
        before = after


Facts = list[tuple[str, object]]


def _facts(content: bytes) -> list[tuple[Facts, list[Facts]]]:
    """Take the calendar apart into plain values: of each entry, and of its reminders."""
    events = Calendar.from_ical(content).walk("VEVENT")
    return [(_values(event), [_values(alarm) for alarm in event.walk("VALARM")]) for event in events]


def _values(component: Component) -> Facts:
    dated = ("DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED", "TRIGGER")
    return [
        (name, component.decoded(name) if name in dated else str(value)) for name, value in component.items()
    ]


def _built(facts: list[tuple[Facts, list[Facts]]]) -> bytes:
    """Build the calendar as any program would."""
    calendar = Calendar()
    calendar.add("prodid", "-//Bench//Bench//NO")
    calendar.add("version", "2.0")
    for values, alarms in facts:
        event = _component(Event(), values)
        for each in alarms:
            event.add_component(_component(Component(name="VALARM"), each))
        calendar.add_component(event)
    return calendar.to_ical()


def _component(component: Component, values: Facts) -> Component:
    for name, value in values:
        component.add(name, value)
    return component
