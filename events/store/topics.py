"""Stored names and the event classes they mean; a name nobody knows is refused, never imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from events import vocabulary
from events.store.errors import UnreadableEvent
from events.vocabulary.base import Event


def event_class(topic: str) -> type[Event]:
    """Give the event class stored under `topic`; raises `UnreadableEvent` when there is none."""
    found = _known.get(topic)
    if found is None:
        _known.update(event_classes())
        found = _known.get(topic)
    if found is None:
        raise UnreadableEvent(None, topic, "unknown stored name")
    return found


def event_classes() -> dict[str, type[Event]]:
    """Give every event class that has a stored name, by that name."""
    _import_vocabulary()
    return {cls.TOPIC: cls for cls in _subclasses(Event) if "TOPIC" in cls.__dict__}


_known: dict[str, type[Event]] = {}


@cache
def _import_vocabulary() -> None:
    for module in iter_modules(vocabulary.__path__, vocabulary.__name__ + "."):
        import_module(module.name)


def _subclasses(cls: type[Event]) -> Iterator[type[Event]]:
    for child in cls.__subclasses__():
        yield child
        yield from _subclasses(child)
