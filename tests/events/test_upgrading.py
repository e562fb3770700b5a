"""The schema: steps that lead to it, and databases that do not match it."""

from __future__ import annotations

from events.store.datastore import Datastore
from events.store.migrate import check, current, head


def test_checking_when_upgraded_passes(datastore: Datastore) -> None:
    """A database of today's schema is taken."""
    check(datastore)
    assert current(datastore) == head()
