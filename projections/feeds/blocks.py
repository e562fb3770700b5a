"""The entries of a feed, a month to a block: a block is joined again only when something in it changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import ColumnElement, Connection, Integer, and_, case, cast, func, or_, select

from calendars.ical.component import alarmed
from projections.feeds.rendering import month_of
from projections.feeds.selection import Feed
from projections.feeds.tables import feed_entries, feed_texts

_entry = feed_entries.c
_ROOM = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class State:
    """What identifies the content of a month: a change adds a position, a removal takes from the counts."""

    entries: int
    position: int
    timed: int
    reminding: int


@dataclass(frozen=True, slots=True)
class Block:
    """The joined components of one month, and the hash of those bytes."""

    state: State
    content: bytes
    digest: bytes


class Blocks:
    """Remembers the blocks it was last asked for, up to `room` bytes; safe between threads."""

    def __init__(self, room: int = _ROOM) -> None:
        """Start empty."""
        self._room = room
        self._used = 0
        self._kept: OrderedDict[tuple[str, int], Block] = OrderedDict()
        self._lock = Lock()

    def of(self, connection: Connection, feed: Feed, today: dt.date) -> list[Block]:
        """Give the blocks of the feed as the connection sees it, in the order of their months."""
        states = _states(connection, feed, today)
        with self._lock:
            known = {month: self._kept.get((feed.key, month)) for month in states}
        found = {m: block for m, block in known.items() if block is not None and block.state == states[m]}
        stale = [month for month in states if month not in found]
        made = _made(connection, feed, today, {month: states[month] for month in stale}) if stale else {}
        self._keep(feed.key, made)
        return [found.get(month) or made[month] for month in states]

    def _keep(self, key: str, made: Mapping[int, Block]) -> None:
        with self._lock:
            for month, block in made.items():
                old = self._kept.pop((key, month), None)
                self._kept[key, month] = block
                self._used += len(block.content) - (len(old.content) if old is not None else 0)
            while self._used > self._room and self._kept:
                _, dropped = self._kept.popitem(last=False)
                self._used -= len(dropped.content)


def window(today: dt.date) -> tuple[int, int]:
    """Give the years that are published: this one and the next."""
    return today.year, today.year + 1


def visible(feed: Feed, today: dt.date) -> ColumnElement[bool]:
    """Select the entries that the feed shows today."""
    first, last = window(today)
    return and_(
        _entry.month >= month_of(first, 1),
        _entry.first_day <= dt.date(last, 12, 31),
        or_(_entry.hidden_after.is_(None), _entry.hidden_after >= today),
        *feed.filter.conditions,
    )


def _states(connection: Connection, feed: Feed, today: dt.date) -> dict[int, State]:
    """Tell by the index alone what each month is now."""
    reminding = func.sum(case((_entry.alarm_until >= today, 1), else_=0))
    query = (
        select(
            _entry.month,
            func.count(),
            func.max(_entry.position),
            func.sum(cast(_entry.timed, Integer)),
            reminding,
        )
        .where(visible(feed, today))
        .group_by(_entry.month)
        .order_by(_entry.month)
    )
    return {month: State(*map(int, facts)) for month, *facts in connection.execute(query)}


def _made(
    connection: Connection, feed: Feed, today: dt.date, states: Mapping[int, State]
) -> dict[int, Block]:
    """Join the months anew by one statement."""
    query = (
        select(_entry.month, feed_texts.c.plain, feed_texts.c.alarms, _entry.alarm_until >= today)
        .join(feed_texts, and_(feed_texts.c.uid == _entry.uid, feed_texts.c.language == feed.language))
        .where(visible(feed, today), _entry.month.in_(list(states)))
        .order_by(_entry.month, _entry.last_day, _entry.uid)
    )
    parts: dict[int, list[bytes]] = {month: [] for month in states}
    for month, plain, alarms, reminds in connection.execute(query).all():
        parts[month].append(alarmed(plain, alarms) if reminds and feed.alarms else plain)
    return {month: _block(states[month], found) for month, found in parts.items()}


def _block(state: State, parts: Iterable[bytes]) -> Block:
    content = b"".join(parts)
    return Block(state, content, hashlib.sha256(content).digest())
