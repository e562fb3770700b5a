"""Events to bytes and back: UTF-8 JSON that begins with the schema number."""

from __future__ import annotations

import json
from typing import cast
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent
from pydantic import ValidationError

from events.store.errors import UnreadableEvent
from events.store.topics import event_class
from events.upcasting.steps import MissingStep, upcast
from events.vocabulary.base import Event

VERSION_KEY = "class_version"


def encode(event: Event) -> bytes:
    """Give the stored bytes of an event."""
    return _opening(type(event).class_version) + event.__pydantic_serializer__.to_json(event)[1:]


def decode(topic: str, state: bytes) -> Event:
    """Give the event that was stored; raises `UnreadableEvent`."""
    cls = event_class(topic)
    opening = _opening(cls.class_version)
    try:
        # The common case is today's shape: cut the schema number off, and let pydantic read the rest.
        body = b"{" + state[len(opening) :] if state.startswith(opening) else _upcasted(cls, state)
        return cast(Event, cls.__pydantic_validator__.validate_json(body))
    except (ValidationError, ValueError, MissingStep, KeyError, TypeError) as error:
        raise UnreadableEvent(None, topic, str(error)) from error


def _opening(version: int) -> bytes:
    return b'{"%s":%d,' % (VERSION_KEY.encode(), version)


def _upcasted(cls: type[Event], state: bytes) -> bytes:
    decoded = json.loads(state)
    version = decoded.pop(VERSION_KEY)
    return json.dumps(upcast(cls.TOPIC, decoded, version, cls.class_version)).encode()


class EventMapper(Mapper[UUID]):
    """The mapper that eventsourcing asks; it needs no transcoder, compressor or cipher."""

    def __init__(self) -> None:
        """Fill the base class; its transcoder is never asked."""
        super().__init__(transcoder=JSONTranscoder())

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Give the stored form; a class without a stored name of its own is refused."""
        assert isinstance(domain_event, Event)
        cls = type(domain_event)
        if "TOPIC" not in cls.__dict__:
            raise TypeError(f"{cls.__qualname__} has no stored name")
        return StoredEvent(
            originator_id=domain_event.originator_id,
            originator_version=domain_event.originator_version,
            topic=cls.TOPIC,
            state=encode(domain_event),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        """Give back the event that was stored."""
        return decode(stored_event.topic, stored_event.state)
