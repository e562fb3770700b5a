"""The letters in which somebody still has to decide something."""

from __future__ import annotations

from collections.abc import Iterable

from events.store.application import EventStore
from workflow.letter.letter import Letter
from workflow.letter.readings import LetterRow


def letters_open(store: EventStore, letters: Iterable[LetterRow]) -> tuple[LetterRow, ...]:
    """Give those that nobody has closed."""
    found = ((each, store.load(each.id)) for each in letters)
    return tuple(each for each, letter in found if isinstance(letter, Letter) and not letter.confirmed)
