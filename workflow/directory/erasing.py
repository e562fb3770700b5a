"""Erases a person: what names them goes, what happened stays, by an id that stands for nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, delete, func, insert, select, text, update

from events.store.datastore import Datastore
from events.store.errors import StoreUnavailable
from workflow.directory.directory import Directory
from workflow.directory.tables import absence, erased_person, person, unit
from workflow.feeds.tables import subscription
from workflow.notices.tables import mail

NAMELESS = "–"
"""What an erased person's feeds are called."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What of a person stands beside the events, before it is erased."""

    feeds: int
    absences: int
    manager_of: tuple[str, ...]
    """Names of people and units that lose their manager."""
    deputy_of: tuple[str, ...]


def traces(directory: Directory, who: str) -> Traces:
    """Tell what erasing a person (id) takes with it."""
    people, units = directory.people(), directory.units()
    with directory.datastore.reading() as connection:
        feeds = select(func.count()).where(subscription.c.owner == who, subscription.c.revoked_at.is_(None))
        count = connection.execute(feeds).scalar_one()
    return Traces(
        feeds=count,
        absences=sum(one.person == who for one in directory.absences()),
        manager_of=(
            *(one.name for one in units if one.manager == who),
            *(one.name for one in people if one.manager == who),
        ),
        deputy_of=tuple(one.name for one in people if one.deputy == who),
    )


def erase(datastore: Datastore, who: str, by: str, at: dt.datetime) -> bool:
    """Erase the person with this id, in a transaction of its own; `by` is the id of who decided.

    Events are left as they are: they know the id only. Feeds are revoked and lose their name,
    whoever had the person as manager or deputy has none, and `erased_person` keeps that the id
    was somebody's. What the rows held is then overwritten in the database's own files; False when
    others used the database so that this must be tried again, which erasing again does.
    """
    directory = Directory(datastore)
    with datastore.unit_of_work() as connection:
        if who not in directory.erased():
            found = directory.find_person(who)
            _forget(connection, found.id, by, at)
            connection.execute(insert(erased_person).values(id=found.id, erased_at=at, by=by))
    return _postgres_overwritten(datastore) if datastore.is_postgres else _sqlite_overwritten(datastore)


def _forget(connection: Connection, who: str, by: str, at: dt.datetime) -> None:
    connection.execute(delete(absence).where(absence.c.person == who))
    for table, column in ((absence, "deputy"), (person, "manager"), (person, "deputy"), (unit, "manager")):
        _unpoint(connection, table, column, who)
    theirs = subscription.c.owner == who
    nameless = {"name": NAMELESS, "slug": "kalender", "last_client": None}
    connection.execute(update(subscription).where(theirs).values(**nameless))
    open_ones = and_(theirs, subscription.c.revoked_at.is_(None))
    connection.execute(update(subscription).where(open_ones).values(revoked_at=at, revoked_by=by))
    connection.execute(update(mail).where(mail.c.recipient == who).values(answer=""))
    connection.execute(delete(person).where(person.c.id == who))


def _unpoint(connection: Connection, table: Table, column: str, who: str) -> None:
    connection.execute(update(table).where(table.c[column] == who).values({column: None}))


def _sqlite_overwritten(datastore: Datastore) -> bool:
    """Write the file anew without what was deleted, and empty its log: deleting only marks it as free."""
    try:
        with datastore.single() as connection:
            connection.execute(text("VACUUM"))
            busy, *_ = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            return not busy
    except StoreUnavailable:  # locked by others: the rows are gone, their bytes may not be
        return False


def _postgres_overwritten(datastore: Datastore) -> bool:
    tables = ", ".join(each.name for each in (person, absence, unit, subscription, mail))
    with datastore.single() as connection:
        connection.execute(text(f"VACUUM (FULL) {tables}"))
    return True
