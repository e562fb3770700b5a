"""Which event class a stream uses for each shape that all duties share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import TypeVar, cast

from events.vocabulary.base import Event

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Stream:
    """The event classes of one kind of duty, by the shape they have."""

    classes: Mapping[type[Event], type[Event]]

    def __getitem__(self, shape: type[E]) -> type[E]:
        """Give this stream's class of a shape."""
        return cast(type[E], self.classes[shape])


def stream_of(vocabulary: ModuleType) -> Stream:
    """Gather the classes of a vocabulary module: each has its shape as its first base."""
    told = [each for each in vars(vocabulary).values() if isinstance(each, type) and "TOPIC" in vars(each)]
    return Stream(
        MappingProxyType({each.__bases__[0]: each for each in told if each.__bases__[0] is not Event})
    )
