"""The feeds follow the events: a component is rendered once, when what it shows has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, select

from events.store.application import Recorded
from projections.engine.duty import letters, touching
from projections.engine.duty.fold import folded
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import from_bytes, to_bytes
from projections.engine.duty.touching import Sorted
from projections.engine.rows import assign
from projections.feeds import rendering, stamps
from projections.feeds.following import Followed
from projections.feeds.tables import feed_duties, feed_entries, feed_letters, feed_marks, feed_texts


class Feeds:
    """Every publishable entry, rendered in every language."""

    name = "feeds"
    version = 2
    tables = (feed_letters, feed_duties, feed_entries, feed_texts, feed_marks)

    def __init__(self, link: str = "") -> None:
        """Link each entry to where its duty is seen: an https address with {reference} in it, or none."""
        self.link = link

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the entries of every duty that the batch touches, and mark what they are part of."""
        found = touching.sort(batch)
        letters.keep(connection, feed_letters, found.letters)
        known = letters.known(connection, feed_letters) if found.duties else {}
        followed = self._followed(connection, found, known)
        _save_duties(connection, followed)
        _save_entries(connection, followed)
        _save_marks(connection, followed)

    def _followed(
        self, connection: Connection, found: Sorted, known: Mapping[UUID, Letter]
    ) -> dict[UUID, Followed]:
        followed = self._loaded(connection, found, known)
        for recorded in found.duties:
            event = recorded.event
            each = followed.get(event.originator_id)
            duty = folded(each.duty if each else None, event)
            if each is None:
                each = followed[duty.id] = Followed.new(duty, known, self.link)
            each.take(recorded)
        return followed

    def _loaded(
        self, connection: Connection, found: Sorted, known: Mapping[UUID, Letter]
    ) -> dict[UUID, Followed]:
        if not found.earlier:
            return {}
        rows = connection.execute(select(feed_duties).where(feed_duties.c.id.in_(found.earlier)))
        return {
            row.id: Followed.loaded(from_bytes(row.record), stamps.from_bytes(row.stamps), known, self.link)
            for row in rows
        }


def _save_marks(connection: Connection, followed: Mapping[UUID, Followed]) -> None:
    """Mark each selection with the last position that changed something in it."""
    in_order = sorted((at, key) for each in followed.values() for key, at in each.marks.items())
    last = {key: at for at, key in in_order}
    assign(connection, feed_marks, [{"key": key, "position": last[key]} for key in sorted(last)])


def _save_duties(connection: Connection, followed: Mapping[UUID, Followed]) -> None:
    rows = [
        {"id": key, "record": to_bytes(each.duty), "stamps": stamps.to_bytes(each.stamps)}
        for key, each in followed.items()
    ]
    assign(connection, feed_duties, rows)


def _save_entries(connection: Connection, followed: Mapping[UUID, Followed]) -> None:
    gone = [uid for each in followed.values() for uid in each.gone]
    if gone:
        connection.execute(delete(feed_entries).where(feed_entries.c.uid.in_(gone)))
    touched = [(each, entry) for each in followed.values() for entry in each.touched]
    assign(connection, feed_entries, [rendering.entry_row(each, entry) for each, entry in touched])
    again = [entry for each, entry in touched if each.looks_new(entry)]
    assign(connection, feed_texts, [row for entry in again for row in rendering.text_rows(entry)])
