"""From an event to the function that takes it into an aggregate's state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def evolver(table: Mapping[type, Callable[..., None]]) -> Callable[[Any, Any], None]:
    """Give the `evolve` of an aggregate: the table's function for the event's class or shape.

    Raises `LookupError` for an event that the table does not have: such an event cannot have
    been recorded by this aggregate.
    """
    found: dict[type, Callable[..., None]] = {}

    def evolve(aggregate: Any, event: Any) -> None:
        kind = type(event)
        handler = found.get(kind)
        if handler is None:
            handler = found[kind] = _looked_up(table, kind)
        handler(aggregate, event)

    return evolve


def _looked_up(table: Mapping[type, Callable[..., None]], kind: type) -> Callable[..., None]:
    for shape in kind.__mro__:
        if shape in table:
            return table[shape]
    raise LookupError(f"no way to evolve by {kind.__name__}")
