"""What was answered for a feed: kept, so that Last-Modified never goes back and a 304 costs one look-up."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace

from sqlalchemy import BigInteger, Connection, bindparam, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from calendars.zone import OSLO
from projections.engine.moments import aware
from projections.feeds.selection import Feed
from projections.feeds.tables import feed_marks, feed_validators

_kept = feed_validators.c
_SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Validators:
    """The ETag with its quotes, and Last-Modified in whole seconds, aware."""

    etag: str
    last_modified: dt.datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered: for which state of the rows (`mark`) and on which day."""

    etag: str
    last_modified: dt.datetime
    mark: int
    built_on: dt.date

    def answers(self, etag: str, mark: int, today: dt.date) -> bool:
        """Tell whether this answer is still the answer."""
        return (self.etag, self.mark, self.built_on) == (etag, mark, today)


_MARK = (
    select(feed_marks.c.position).where(feed_marks.c.key == _kept.mark_key).correlate(feed_validators)
).scalar_subquery()
_CURRENT = select(_kept.etag, _kept.last_modified).where(
    _kept.feed == bindparam("feed"),
    _kept.built_on == bindparam("today"),
    _kept.mark == func.coalesce(_MARK, literal(0, BigInteger)),
)


def current(connection: Connection, feed: Feed, today: dt.date) -> Validators | None:
    """Give what was last answered, if nothing that the feed shows can have changed since."""
    row = connection.execute(_CURRENT, {"feed": feed.key, "today": today}).first()
    return Validators(row.etag, aware(row.last_modified)) if row is not None else None


def mark_of(connection: Connection, feed: Feed) -> int:
    """Give the position of the last change that may concern the feed."""
    query = select(feed_marks.c.position).where(feed_marks.c.key == feed.filter.mark)
    return connection.execute(query).scalar() or 0


def kept(connection: Connection, feed: Feed) -> Kept | None:
    """Give what was last answered, if anything was."""
    query = select(_kept.etag, _kept.last_modified, _kept.mark, _kept.built_on)
    row = connection.execute(query.where(_kept.feed == feed.key)).first()
    return Kept(row.etag, aware(row.last_modified), row.mark, row.built_on) if row is not None else None


def keep(connection: Connection, feed: Feed, etag: str, mark: int, now: dt.datetime) -> Kept:
    """Keep an answer; Last-Modified moves when the bytes did, by at least a second, and only forward.

    An answer made from older rows than the kept one is not kept.
    """
    at = now.astimezone(dt.UTC).replace(microsecond=0)
    answer = Kept(etag, at, mark, now.astimezone(OSLO).date())
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    fresh = {"feed": feed.key, "mark_key": feed.filter.mark, **asdict(answer)}
    added = insert(feed_validators).values(fresh).on_conflict_do_nothing().returning(_kept.feed)
    if connection.execute(added).first() is not None:
        return answer
    connection.execute(select(_kept.feed).where(_kept.feed == feed.key).with_for_update())
    before = kept(connection, feed) or answer
    if before.etag == etag:
        answer = replace(answer, last_modified=before.last_modified)
    else:
        answer = replace(answer, last_modified=max(at, before.last_modified + _SECOND))
    if (before.mark, before.built_on) <= (answer.mark, answer.built_on):
        changed = update(feed_validators).where(_kept.feed == feed.key)
        connection.execute(changed.values(asdict(answer)))
    return answer
