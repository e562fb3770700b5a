"""The lease by which one process leads: taken, kept and given back in the database, on both kinds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from events.store.datastore import Datastore
from workflow.app.scheduling.tables import lease

OFFICE = "scheduler"
"""The office of whoever watches the deadlines and sends the notices."""
TTL = dt.timedelta(seconds=30)
"""How long a lease lasts without a sign of life."""
CLOCKS_APART = dt.timedelta(seconds=15)
"""How much the clocks of two machines may differ. A lease that reaches further ahead was written by a clock
that has been set back since; it does not count, for nobody would outlive it."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Who holds a lease, and when it last said so (aware, UTC)."""

    holder: str
    beat: dt.datetime


class Lease:
    """One office that one process at a time may hold. `holder` names this process and no other."""

    def __init__(self, datastore: Datastore, name: str, holder: str) -> None:
        """Compete for the office of this name; nothing is taken yet."""
        self._datastore = datastore
        self._name = name
        self.holder = holder

    def take(self, now: dt.datetime) -> bool:
        """Take the office where it is free, or keep it where it is ours; tells whether we hold it.

        One statement decides, so that of any number who try at once one succeeds.
        """
        mine = {"holder": self.holder, "until": now + TTL, "beat": now}
        free = or_(
            lease.c.holder == self.holder, lease.c.until <= now, lease.c.until > now + TTL + CLOCKS_APART
        )
        insert = postgres_insert if self._datastore.is_postgres else sqlite_insert
        statement = insert(lease).values(name=self._name, **mine)
        with self._datastore.unit_of_work() as connection:
            connection.execute(statement.on_conflict_do_nothing())
            taken = connection.execute(update(lease).where(lease.c.name == self._name, free).values(**mine))
            return taken.rowcount == 1

    def give_back(self) -> None:
        """Leave the office, so that the next one need not wait; nothing where it is not ours."""
        ours = (lease.c.name == self._name) & (lease.c.holder == self.holder)
        with self._datastore.unit_of_work() as connection:
            connection.execute(delete(lease).where(ours))

    def leader(self) -> Leader | None:
        """Tell who holds the office or held it last; None where nobody ever did, or it was given back."""
        with self._datastore.single() as connection:
            row = connection.execute(select(lease).where(lease.c.name == self._name)).one_or_none()
        return None if row is None else Leader(row.holder, _aware(row.beat))


def _aware(stored: dt.datetime) -> dt.datetime:
    """Give a stored moment its zone back: SQLite forgets it, and everything stored is UTC."""
    return stored.replace(tzinfo=dt.UTC) if stored.tzinfo is None else stored.astimezone(dt.UTC)
