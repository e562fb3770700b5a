"""A history with something of everything, and the projections that follow it."""

from __future__ import annotations

from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.kit.eventful_year import year
from tests.kit.happened import Past, record
from tests.projections.following import every_projection
from workflow.replaying import views


def recorded(datastore: Datastore, past: Past | None = None) -> views.Past:
    """Record a past, an eventful year unless another is given, and ask about it."""
    store = EventStore(datastore)
    record(store, past or year())
    return views.Past(store, every_projection())
