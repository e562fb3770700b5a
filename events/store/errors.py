"""What can be wrong with the store, in codes that a program can tell apart and a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from eventsourcing import persistence
from sqlalchemy import exc


class Reason(StrEnum):
    """Why the store cannot be used; the codes are stable, the words are the caller's."""

    DISK_FULL = "disk_full"
    LOCKED = "locked"
    NOT_A_DATABASE = "not_a_database"
    CANNOT_OPEN = "cannot_open"
    READ_ONLY = "read_only"
    WRONG_LOGIN = "wrong_login"
    NO_SUCH_DATABASE = "no_such_database"
    UNREACHABLE = "unreachable"
    BAD_ADDRESS = "bad_address"
    NOT_UPGRADED = "not_upgraded"
    NEWER_THAN_PROGRAM = "newer_than_program"


class StoreUnavailable(persistence.OperationalError):
    """The store cannot be used now, and nothing was written.

    `reason` says why; `detail` says it in the database's own words, for whoever runs it.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Keep the reason and the database's own words."""
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)


class UnreadableEvent(persistence.PersistenceError):
    """A stored event cannot be read: an unknown stored name, or a state that is no such event."""

    def __init__(self, position: int | None, topic: str, why: str) -> None:
        """Name the event and what is wrong with it; `position` is None outside the common order."""
        self.position = position
        self.topic = topic
        self.why = why
        super().__init__(f"event {position or '?'} ({topic}): {why}")


# SQLite's primary result codes (sqlite.org/rescode.html); the extended code's low byte.
_SQLITE = {
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: Reason.CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: Reason.NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: Reason.NOT_A_DATABASE,
}

# PostgreSQL's SQLSTATE codes (appendix A of its manual), by prefix; the longest match counts.
_SQLSTATE = {
    "28": Reason.WRONG_LOGIN,
    "3D": Reason.NO_SUCH_DATABASE,
    "53100": Reason.DISK_FULL,
    "53300": Reason.UNREACHABLE,
    "55P03": Reason.LOCKED,
    "40P01": Reason.LOCKED,
    "40001": Reason.LOCKED,
    "25006": Reason.READ_ONLY,
    "57P": Reason.UNREACHABLE,
    "08": Reason.UNREACHABLE,
}

# libpq gives no SQLSTATE when no session was made; its words are all there is.
_LIBPQ = {
    "password authentication failed": Reason.WRONG_LOGIN,
    "no password supplied": Reason.WRONG_LOGIN,
    "pg_hba.conf": Reason.WRONG_LOGIN,
    'role "': Reason.WRONG_LOGIN,
    'database "': Reason.NO_SUCH_DATABASE,
}


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's errors into eventsourcing's, so that callers know one family."""
    try:
        yield
    except exc.TimeoutError as error:
        raise StoreUnavailable(Reason.LOCKED, str(error)) from error
    except exc.DBAPIError as error:
        raise _translation(error) from error


def _translation(error: exc.DBAPIError) -> persistence.PersistenceError:
    reason = reason_of(error)
    if reason is not None:
        return StoreUnavailable(reason, str(error.orig).strip())
    name = type(error).__name__
    family: type[persistence.PersistenceError] = getattr(persistence, name, persistence.DatabaseError)
    return family(str(error))


def reason_of(error: exc.DBAPIError) -> Reason | None:
    """Tell why the store cannot be used; None when the error is about the statement, not the store."""
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _SQLITE.get(getattr(original, "sqlite_errorcode", -1) & 0xFF)
    state = getattr(original, "sqlstate", None)
    if state:
        return next((_SQLSTATE[state[:n]] for n in (5, 3, 2) if state[:n] in _SQLSTATE), None)
    if not isinstance(error, exc.OperationalError):
        return None
    words = str(original)
    return next((reason for hint, reason in _LIBPQ.items() if hint in words), Reason.UNREACHABLE)
