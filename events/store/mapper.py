"""Events to bytes and back: UTF-8 JSON that begins with the schema number."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from events.store.errors import UnreadableEvent
from events.store.topics import event_class
from events.upcasting.steps import MissingStep, upcast
from events.vocabulary.base import Event

VERSION_KEY = "class_version"


def encode(event: Event) -> bytes:
    """Give the stored bytes of an event; a class without a stored name of its own is refused."""
    _, opening, write = _writers.get(type(event)) or _writer(type(event))
    return opening + write(event)[1:]


def decode(topic: str, state: bytes) -> Event:
    """Give the event that was stored; raises `UnreadableEvent`."""
    opening, cut, validate = _readers.get(topic) or _reader(topic)
    try:
        # The common case is today's shape: cut the schema number off, and let pydantic read the rest.
        event: Event = validate(b"{" + state[cut:] if state.startswith(opening) else _upcasted(topic, state))
    except (ValueError, KeyError, TypeError, MissingStep) as error:
        raise UnreadableEvent(None, topic, str(error)) from error
    return event


_Writer = tuple[str, bytes, Callable[[Event], bytes]]
_Reader = tuple[bytes, int, Callable[[bytes], Any]]

_writers: dict[type[Event], _Writer] = {}
"""By class: its stored name, how its bytes begin, and what writes the rest."""

_readers: dict[str, _Reader] = {}
"""By stored name: how today's shape begins, how much of that to cut, and what reads the rest."""


def _writer(cls: type[Event]) -> _Writer:
    if "TOPIC" not in cls.__dict__:
        raise TypeError(f"{cls.__qualname__} has no stored name")
    _writers[cls] = writer = (cls.TOPIC, _opening(cls.class_version), cls.__pydantic_serializer__.to_json)
    return writer


def _reader(topic: str) -> _Reader:
    cls = event_class(topic)
    opening = _opening(cls.class_version)
    _readers[topic] = reader = (opening, len(opening), cls.__pydantic_validator__.validate_json)
    return reader


def _opening(version: int) -> bytes:
    return b'{"%s":%d,' % (VERSION_KEY.encode(), version)


def _upcasted(topic: str, state: bytes) -> bytes:
    decoded = json.loads(state)
    version = decoded.pop(VERSION_KEY, None) if isinstance(decoded, dict) else None
    if not isinstance(version, int):
        raise ValueError("no schema number")
    return json.dumps(upcast(topic, decoded, version, event_class(topic).class_version)).encode()


class EventMapper(Mapper[UUID]):
    """The mapper that eventsourcing asks; it needs no transcoder, compressor or cipher."""

    def __init__(self) -> None:
        """Fill the base class; its transcoder is never asked."""
        super().__init__(transcoder=JSONTranscoder())

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Give the stored form."""
        cls = cast(type[Event], type(domain_event))
        topic, opening, write = _writers.get(cls) or _writer(cls)
        state = opening + write(cast(Event, domain_event))[1:]
        return StoredEvent(domain_event.originator_id, domain_event.originator_version, topic, state)

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        """Give back the event that was stored."""
        return decode(stored_event.topic, stored_event.state)
