"""The outbox: mails that wait, leased by whoever sends them, and settled only by whoever holds the lease."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, update

from events.store.datastore import Datastore
from workflow.notices.tables import mail

WAITING, SENT, FAILED, SKIPPED = "waiting", "sent", "failed", "skipped"

LEASE = dt.timedelta(minutes=10)
"""Longer than the longest that the delivery of one mail may take."""
LONGEST_WAIT = dt.timedelta(hours=1)
"""No attempt is put off for longer."""
CLOCKS_APART = dt.timedelta(minutes=5)
"""How much the clocks of two machines may differ. A time set further ahead than anyone sets it was set by
a clock that has been set back since, and does not count."""


class LeaseLost(Exception):
    """The lease ran out and another took the mail: what came of it is the other's to record."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A mail in hand. `attempts` counts this one; `until` is the lease, and the proof that it is ours."""

    id: UUID
    recipient: str
    attempts: int
    until: dt.datetime


class Outbox:
    """The mails of one database. Every method joins the transaction in progress, or makes one of its own."""

    def __init__(self, datastore: Datastore) -> None:
        """Work in this database."""
        self._datastore = datastore

    def lease(self, now: dt.datetime, limit: int) -> list[Leased]:
        """Take up to `limit` waiting mails, the untried first; nobody else gets them meanwhile."""
        until = now + LEASE
        with self._datastore.unit_of_work() as connection:
            rows = connection.execute(_free(now, limit)).all()
            taken = {"leased_until": until, "attempts": mail.c.attempts + 1}
            connection.execute(update(mail).where(mail.c.id.in_([row.id for row in rows])).values(taken))
        return [Leased(row.id, row.recipient, row.attempts + 1, until) for row in rows]

    def extend(self, leased: Iterable[Leased], now: dt.datetime) -> list[Leased]:
        """Lease again what is still ours, and give only that."""
        until = now + LEASE
        with self._datastore.unit_of_work():
            return [replace(one, until=until) for one in leased if self._write(one, leased_until=until)]

    def hold(self, leased: Leased) -> None:
        """Make sure that a mail is ours until the transaction ends; raises `LeaseLost` where it is not."""
        self._must_write(leased, leased_until=leased.until)

    def release(self, leased: Iterable[Leased]) -> None:
        """Give mails back untried."""
        with self._datastore.unit_of_work():
            for one in leased:
                self._write(one, leased_until=None, attempts=one.attempts - 1)

    def settle(self, leased: Leased, state: str, answer: str) -> None:
        """End a mail as sent, failed or skipped; raises `LeaseLost` where another took it."""
        self._must_write(leased, state=state, leased_until=None, answer=answer)

    def defer(self, leased: Leased, not_before: dt.datetime, answer: str) -> None:
        """Let a mail wait for its next attempt; raises `LeaseLost` where another took it."""
        self._must_write(leased, not_before=not_before, leased_until=None, answer=answer)

    def put_off(self, leased: Iterable[Leased], not_before: dt.datetime) -> None:
        """Give mails back untried, to be looked at again later: their hour has not come."""
        with self._datastore.unit_of_work():
            for one in leased:
                self._write(one, leased_until=None, attempts=one.attempts - 1, not_before=not_before)

    def counts(self) -> Mapping[str, int]:
        """Count the mails by state."""
        with self._datastore.single() as connection:
            rows = connection.execute(select(mail.c.state, func.count()).group_by(mail.c.state)).all()
        return {row[0]: row[1] for row in rows}

    def _must_write(self, leased: Leased, **values: object) -> None:
        if not self._write(leased, **values):
            raise LeaseLost(leased.id)

    def _write(self, leased: Leased, **values: object) -> bool:
        ours = (mail.c.id == leased.id) & (mail.c.state == WAITING) & (mail.c.leased_until == leased.until)
        with self._datastore.unit_of_work() as connection:
            return connection.execute(update(mail).where(ours).values(**values)).rowcount == 1


def _free(now: dt.datetime, limit: int) -> Select[UUID, str, int]:
    """Give the mails that nobody has. PostgreSQL passes over rows that another is taking just now."""
    is_due = _reached(mail.c.not_before, now, LONGEST_WAIT)
    is_free = or_(mail.c.leased_until.is_(None), _reached(mail.c.leased_until, now, LEASE))
    return (
        select(mail.c.id, mail.c.recipient, mail.c.attempts)
        .where(mail.c.state == WAITING, is_due, is_free)
        .order_by(mail.c.attempts, mail.c.not_before, mail.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )


def _reached(
    column: ColumnElement[dt.datetime | None], now: dt.datetime, longest: dt.timedelta
) -> ColumnElement[bool]:
    return or_(column <= now, column > now + longest + CLOCKS_APART)
