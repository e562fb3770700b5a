"""A whole command (load, decide, append, save) against the same change as an ORM row and a history row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import cast

from sqlalchemy import Date, Integer, Text, Uuid, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from events.store.application import EventStore
from events.store.datastore import Datastore
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, milliseconds
from workflow.directory.directory import Directory
from workflow.duty.commands import PostponeDeadline
from workflow.handling import Handling
from workflow.letter.readings import Readings

COMMANDS = 50
DUTIES = 50
FEW, MANY = 100, 1_000_000
PAGE = 2_000
EARLY, LATE = 10**7, 2 * 10**7
"""The first of the duties that are postponed: new ones each time, so that histories are as long."""


class Base(DeclarativeBase):
    """The tables of the floor."""


class Duty(Base):
    """A duty as an ordinary row that is changed in place."""

    __tablename__ = "bench_duty"
    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    due: Mapped[dt.date] = mapped_column(Date)


class Change(Base):
    """One row of the history beside it."""

    __tablename__ = "bench_change"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    duty: Mapped[str] = mapped_column(Uuid, index=True)
    before: Mapped[dt.date] = mapped_column(Date)
    after: Mapped[dt.date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text)


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure a postponement with few events in the store, and again with a million."""
    store = EventStore(datastore)
    handling = Handling(
        store, lambda: invented.BEGAN, Directory(datastore), cast(Readings, None), "virksomheten"
    )
    _append(store, 0, FEW)
    Base.metadata.create_all(datastore.engine)
    with Session(datastore.engine) as session, session.begin():
        session.add_all(Duty(id=invented.duty_id(n), due=invented.FIRST_DAY) for n in range(DUTIES))
    turn, other = count(), count()
    _set_up(store, EARLY)
    timed = in_turn(lambda: _rows(datastore, next(other)), lambda: _commands(handling, EARLY, next(turn)))
    yield Row(
        "a command: postpone a deadline",
        kind,
        "an ORM row and a history row",
        milliseconds(timed.floor / COMMANDS),
        milliseconds(timed.ours / COMMANDS),
        timed.times_floor,
        "no dearer than the floor",
        timed.times_floor <= 1.0,
    )
    _append(store, 1000, MANY)
    _set_up(store, LATE)
    later = in_turn(lambda: _rows(datastore, next(other)), lambda: _commands(handling, LATE, next(turn)))
    growth = later.ours / timed.ours
    yield Row(
        "the same with 1 000 000 events in the store",
        kind,
        f"the same with {FEW}",
        milliseconds(timed.ours / COMMANDS),
        milliseconds(later.ours / COMMANDS),
        growth,
        "at most 1.2×",
        growth <= 1.2,
    )


def _set_up(store: EventStore, first: int) -> None:
    for number in range(DUTIES):
        store.save(*invented.given(first + number))


def _append(store: EventStore, first: int, events: int) -> None:
    """Append that many events of duties from number `first` on."""
    batch = []
    number = first
    written = 0
    while written < events:
        batch.extend(invented.life(number))
        number += 1
        if len(batch) >= PAGE or written + len(batch) >= events:
            store.save(*batch)
            written += len(batch)
            batch = []


def _commands(handling: Handling, first: int, turn: int) -> None:
    for number in range(COMMANDS):
        day = invented.FIRST_DAY + dt.timedelta(days=turn % 300 + 1)
        handling.handle(
            PostponeDeadline(
                duty=invented.duty_id(first + number % DUTIES),
                words=f"{day:%d.%m.%Y}",
                reason="avtalt i styringsmøtet",
                source="26/123-4",
                by="p-1",
            )
        )


def _rows(datastore: Datastore, turn: int) -> None:
    for number in range(COMMANDS):
        with Session(datastore.engine) as session, session.begin():
            query = select(Duty).where(Duty.id == invented.duty_id(number % DUTIES))
            duty = session.execute(query).scalar_one()
            after = invented.FIRST_DAY + dt.timedelta(days=turn % 300 + 1)
            change = Change(duty=duty.id, before=duty.due, after=after, reason="avtalt i styringsmøtet")
            session.add(change)
            duty.due = after
