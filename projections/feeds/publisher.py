"""What a feed answers: its bytes and validators, or one look-up that says nothing has changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection

from calendars.ical.calendar import calendar, frame
from calendars.zone import OSLO
from events.store.datastore import Datastore
from projections.feeds import validators
from projections.feeds.blocks import Block, Blocks, window
from projections.feeds.selection import Feed
from projections.feeds.validators import Validators


@dataclass(frozen=True, slots=True)
class Body:
    """One answer: the calendar's bytes, and the validators that identify exactly these bytes."""

    content: bytes
    validators: Validators


class FeedPublisher:
    """Answers for feeds, in any number of threads and processes with the same answers."""

    def __init__(self, datastore: Datastore) -> None:
        """Read from this database, and keep there what was answered."""
        self._datastore = datastore
        self._blocks = Blocks()

    def current(self, feed: Feed, now: dt.datetime) -> Validators | None:
        """Give the validators of the feed's bytes by one indexed look-up; None when they must be made.

        `now` is aware. A request that has one of these validators is answered by 304 at once.
        """
        with self._datastore.single() as connection:
            return validators.current(connection, feed, _today(now))

    def body(self, feed: Feed, now: dt.datetime) -> Body:
        """Make the feed's bytes as of `now` (aware), and keep what they were answered with."""
        today = _today(now)
        with self._datastore.reading() as connection:
            mark = validators.mark_of(connection, feed)
            blocks = self._blocks.of(connection, feed, today)
            kept = validators.kept(connection, feed)
        etag = _etag(feed, today, blocks)
        if kept is None or not kept.answers(etag, mark, today):
            with self._datastore.unit_of_work() as connection:
                kept = validators.keep(connection, feed, etag, mark, now)
        return Body(_content(feed, today, blocks), Validators(etag, kept.last_modified))


def feed_body(connection: Connection, feed: Feed, now: dt.datetime) -> bytes:
    """Give the feed's bytes as of `now` (aware), with nothing kept: for printing and checking."""
    today = _today(now)
    return _content(feed, today, Blocks().of(connection, feed, today))


def _today(now: dt.datetime) -> dt.date:
    """Give the civil day in Norway."""
    return now.astimezone(OSLO).date()


def _content(feed: Feed, today: dt.date, blocks: list[Block]) -> bytes:
    timed = any(block.state.timed for block in blocks)
    return calendar(feed.name, feed.language, window(today), [block.content for block in blocks], timed=timed)


def _etag(feed: Feed, today: dt.date, blocks: list[Block]) -> str:
    """Hash the bytes: the frame, and the hash of each block, which was made with the block."""
    timed = any(block.state.timed for block in blocks) or not blocks
    whole = hashlib.sha256(frame(feed.name, feed.language, window(today), timed=timed))
    for block in blocks:
        whole.update(block.digest)
    return f'"{whole.hexdigest()[:32]}"'
