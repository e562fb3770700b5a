"""Taking a batch: all of it, or everything before the one event that cannot be taken."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, exc

from events.store.application import Recorded
from events.store.errors import reason_of
from projections.engine.garbage import collecting_later
from projections.engine.projection import Projection
from projections.engine.status import Stopped


def take(connection: Connection, projection: Projection, batch: Sequence[Recorded]) -> Stopped | None:
    """Apply the batch; on an error, apply all up to the event that causes it, and name that event.

    A failure of the database itself (locked, full, gone) is raised: no event is to blame for it.
    """
    try:
        with connection.begin_nested(), collecting_later():
            projection.apply(connection, batch)
    except Exception as error:  # any error at all parks the event: it is recorded, never swallowed
        if _is_the_databases(error):
            raise
        return _narrowed(connection, projection, batch, error)
    return None


def _narrowed(
    connection: Connection, projection: Projection, batch: Sequence[Recorded], error: Exception
) -> Stopped | None:
    """Halve the batch until one event is left to blame."""
    if len(batch) == 1:
        return _blamed(batch[0], error)
    middle = len(batch) // 2
    return take(connection, projection, batch[:middle]) or take(connection, projection, batch[middle:])


def _is_the_databases(error: Exception) -> bool:
    """Tell whether the database cannot be used, as opposed to not taking this statement."""
    if not isinstance(error, exc.DBAPIError):
        return False
    return error.connection_invalidated or reason_of(error) is not None


def _blamed(recorded: Recorded, error: Exception) -> Stopped:
    """Describe the event that could not be taken."""
    event, why = recorded.event, f"{type(error).__name__}: {error}"
    return Stopped(recorded.position, event.TOPIC, str(event.originator_id), why)
