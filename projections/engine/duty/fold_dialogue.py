"""How the dialogue with the ministry goes on in the fold: asked, answered, put in writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import dialogue
from events.vocabulary.base import Event
from projections.engine.duty.fold_life import add_source
from projections.engine.duty.state import Asked, Duty, Part


def _requested(duty: Duty, event: dialogue.PostponementRequested) -> None:
    part = duty.parts.setdefault(event.part, Part(event.part))
    part.asked = Asked(event.deadline, event.requested_on, event.reason, event.reference)


def _refused(duty: Duty, event: dialogue.PostponementRefused) -> None:
    duty.parts.setdefault(event.part, Part(event.part)).asked = None


def _inquired(duty: Duty, event: dialogue.DeadlineInquired) -> None:
    """Keep the day with the part that was asked about; without a name, with each that is not delivered."""
    if event.part in duty.parts:
        duty.parts[event.part].inquired_on.append(event.inquired_on)
        return
    duty.inquired_on.append(event.inquired_on)
    for part in duty.parts.values():
        if part.delivered_on is None:
            part.inquired_on.append(event.inquired_on)


def _written(duty: Duty, event: dialogue.ConfirmedInWriting) -> None:
    duty.confirmed_on = event.confirmed_on
    add_source(duty, event.source)


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    dialogue.PostponementRequested: _requested,
    dialogue.PostponementRefused: _refused,
    dialogue.DeadlineInquired: _inquired,
    dialogue.ConfirmedInWriting: _written,
}
