"""What comes next in a feed, as the lines that its calendar shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, select

from projections.feeds.blocks import visible
from projections.feeds.selection import Feed
from projections.feeds.tables import feed_entries, feed_texts


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One entry: its last day, and the summary that calendars show.

    `first_day` is an earlier day only for a meeting whose day is not set yet.
    """

    first_day: dt.date
    day: dt.date
    summary: str


def upcoming(connection: Connection, feed: Feed, today: dt.date, most: int) -> list[Upcoming]:
    """Give the first `most` entries of the feed from `today` on, in the order of their days."""
    entry, text = feed_entries.c, feed_texts.c
    query = (
        select(
            case((entry.kind_group == "meetings", entry.first_day), else_=entry.last_day),
            entry.last_day,
            text.summary,
        )
        .join(feed_texts, and_(text.uid == entry.uid, text.language == feed.language))
        .where(visible(feed, today), entry.last_day >= today)
        .order_by(entry.last_day, entry.uid)
        .limit(most)
    )
    return [Upcoming(first, last, summary) for first, last, summary in connection.execute(query)]
