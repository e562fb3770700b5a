"""How deadlines go on in the fold: each stays in the history, a corrected one in place of the wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import correction
from events.vocabulary import duty as shapes
from events.vocabulary.base import Event
from projections.engine.duty.fold_life import add_source, settle, stand
from projections.engine.duty.state import Duty, Part, Version


def next_number(part: Part) -> int:
    """Give the number of the part's next deadline; a corrected one counts too."""
    return part.history[-1].number + 1 if part.history else 1


def _set(duty: Duty, event: shapes.DeadlineSet) -> None:
    part = _standing(duty, event.part)
    part.history.append(Version(event.deadline, event.timestamp, event.source, number=next_number(part)))
    add_source(duty, event.source)
    if duty.state == "delivered":
        stand(duty, "in_progress")


def _postponed(duty: Duty, event: shapes.DeadlinePostponed) -> None:
    part = _standing(duty, event.part)
    part.history.append(
        Version(
            event.deadline,
            event.timestamp,
            event.source,
            event.reason,
            event.agreed_on,
            next_number(part),
        )
    )
    add_source(duty, event.source)


def _corrected(duty: Duty, event: correction.DeadlineCorrected) -> None:
    part = duty.parts.setdefault(event.part, Part(event.part))
    number, agreed_on = next_number(part), part.history[-1].agreed_on if part.history else None
    right = Version(event.deadline, event.timestamp, event.source, event.reason, agreed_on, number)
    part.history[-1:] = [right]
    add_source(duty, event.source)


def _dropped(duty: Duty, event: shapes.DeadlineDropped) -> None:
    part = duty.parts.setdefault(event.part, Part(event.part))
    part.dropped, part.asked = True, None
    add_source(duty, event.source)
    settle(duty)


def _standing(duty: Duty, name: str) -> Part:
    """Give the part, which has a deadline again, and whose request for another one is answered."""
    part = duty.parts.setdefault(name, Part(name))
    part.dropped, part.asked = False, None
    return part


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    shapes.DeadlineSet: _set,
    shapes.DeadlinePostponed: _postponed,
    shapes.DeadlineDropped: _dropped,
    correction.DeadlineCorrected: _corrected,
}
