"""What comes next in a feed, as the lines that its calendar shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from projections.feeds.blocks import visible
from projections.feeds.selection import Feed
from projections.feeds.tables import feed_entries, feed_texts


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One entry: its last day, and the summary that calendars show."""

    day: dt.date
    summary: str


def upcoming(connection: Connection, feed: Feed, today: dt.date, most: int) -> list[Upcoming]:
    """Give the first `most` entries of the feed from `today` on, in the order of their days."""
    entry, text = feed_entries.c, feed_texts.c
    query = (
        select(entry.last_day, text.summary)
        .join(feed_texts, and_(text.uid == entry.uid, text.language == feed.language))
        .where(visible(feed, today), entry.last_day >= today)
        .order_by(entry.last_day, entry.uid)
        .limit(most)
    )
    return [Upcoming(day, summary) for day, summary in connection.execute(query)]
