"""Planning three months of notices for a large agency, against reading and decoding the same rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.vocabulary.assignment import AssignmentOwnerAssigned
from events.vocabulary.base import Event
from projections.engine.duty.state import Duty
from projections.engine.engine import Engine
from projections.reminders.projection import Reminders
from projections.reminders.queries import open_duties
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, milliseconds
from workflow.directory.directory import Directory
from workflow.directory.importing import import_lists
from workflow.directory.people import Person
from workflow.notices.picture import Picture
from workflow.notices.planner import due_now, plan, until_today
from workflow.notices.said import Said

DUTIES, PEOPLE, UNITS = 10_000, 2_000, 100
AT_ONCE = 500
NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
A_QUARTER = dt.timedelta(days=90)


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure planning 90 days for 10,000 duties and 2,000 people, and what each tick plans anew."""
    store = EventStore(datastore)
    owners = _employ(datastore)
    for first in range(0, DUTIES, AT_ONCE):
        store.save(*(event for number in range(first, first + AT_ONCE) for event in _owned(number, owners)))
    Engine(store, datastore, [Reminders()]).catch_up()
    picture = Picture(store, Directory(datastore), "bench")
    yield _row(
        "plan 90 days, 10 000 duties, 2 000 people", kind, datastore, lambda: _planned(datastore, picture)
    )
    yield _row("what is due now, of the same", kind, datastore, lambda: _due(datastore, picture))


def _row(what: str, kind: str, datastore: Datastore, ours: Callable[[], int]) -> Row:
    timed = in_turn(lambda: _read(datastore), ours, rounds=3)
    return Row(
        what,
        kind,
        "read and decode the same rows",
        milliseconds(timed.floor),
        milliseconds(timed.ours),
        timed.times_floor,
        "at most 5×",
        timed.times_floor <= 5,
    )


def _read(datastore: Datastore) -> list[Duty]:
    with datastore.reading() as connection:
        return open_duties(connection)


def _planned(datastore: Datastore, picture: Picture) -> int:
    duties = _read(datastore)
    last = NOW.date() + A_QUARTER
    found = plan(duties, picture.at(NOW, duties, NOW.date(), last))
    assert len(found) > DUTIES
    return len(found)


def _due(datastore: Datastore, picture: Picture) -> int:
    duties = _read(datastore)
    around = picture.at(NOW, duties)
    return len(due_now(until_today(duties, around), around, NOW, Said((), around.today)))


def _owned(number: int, owners: Sequence[Person]) -> Iterator[Event]:
    owner = owners[number % len(owners)]
    yield from invented.given(number)
    yield AssignmentOwnerAssigned(
        originator_id=invented.duty_id(number),
        originator_version=3,
        timestamp=invented.BEGAN,
        by="p-1",
        owner=owner.id,
        unit=owner.unit,
    )


def _employ(datastore: Datastore) -> list[Person]:
    """Import a director, a manager for each unit, and everyone else under those."""
    ids = (f"id-{number}" for number in count())
    people = ["name;email;unit;manager_email;role", "Direktør;p0@bench.example;Enhet 0;;manager"]
    people += [
        f"Leder {number};p{number + 1}@bench.example;Enhet {number};p0@bench.example;manager"
        for number in range(UNITS)
    ]
    people += [
        f"Person {number};p{number}@bench.example;Enhet {number % UNITS};"
        f"p{number % UNITS + 1}@bench.example;contributor"
        for number in range(UNITS + 1, PEOPLE + UNITS + 1)
    ]
    import_lists(datastore, lambda: next(ids), "\n".join(people).encode())
    return [one for one in Directory(datastore).people() if one.role == "contributor"]
