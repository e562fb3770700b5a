"""How a duty's life goes on in the fold: begun, delivered, sent back, accepted, ended, taken up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import correction
from events.vocabulary import duty as shapes
from events.vocabulary.base import Event
from events.vocabulary.values import Source
from projections.engine.duty.state import Comment, Duty, Part

_OWED = ("given", "in_progress")


def add_source(duty: Duty, source: Source) -> None:
    """Keep each source once, in the order they came."""
    if source not in duty.sources:
        duty.sources.append(source)


def stand(duty: Duty, standing: str) -> None:
    """Let the duty stand so; what is owed is in deviation for as long as a deviation of it is open."""
    deviates = standing in _OWED and any(each.closed_on is None for each in duty.deviations.values())
    duty.state, duty.before = ("deviation", standing) if deviates else (standing, "")


def settle(duty: Duty) -> None:
    """A duty is delivered when every part that still stands is, and under way when some are.

    A whole that came back before there were parts is none of them.
    """
    known = (part for part in duty.parts.values() if part.history or part.delivered_on is not None)
    standing = [part for part in known if not part.dropped]
    delivered = [part.delivered_on for part in standing if part.delivered_on is not None]
    if delivered and len(delivered) == len(standing):
        duty.delivered_on = max(delivered)
        stand(duty, "delivered")
    elif delivered:
        stand(duty, "in_progress")


def _restated(duty: Duty, event: shapes.DutyRestated) -> None:
    duty.title, duty.raw_title, duty.goal = event.title, event.raw_title, event.goal
    duty.owed_to, duty.led_by = event.owed_to, event.led_by
    add_source(duty, event.source)


def _owner_assigned(duty: Duty, event: shapes.OwnerAssigned) -> None:
    if event.owner != duty.owner:
        duty.owned_since = event.timestamp if event.owner else None
    duty.owner, duty.unit = event.owner, event.unit


def _deputy_assigned(duty: Duty, event: shapes.DeputyAssigned) -> None:
    duty.deputy = event.deputy


def _commented(duty: Duty, event: shapes.DutyCommented) -> None:
    duty.comments.append(Comment(event.timestamp, event.by, event.comment))


def _started(duty: Duty, event: shapes.DutyStarted) -> None:
    stand(duty, "in_progress")


def _delivered(duty: Duty, event: shapes.DutyDelivered) -> None:
    for part in _meant(duty, event.part):
        part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
        part.delivered_by, part.returned, part.dropped = event.delivered_by, False, False
    duty.delivered_on = event.delivered_on
    settle(duty)


def _returned(duty: Duty, event: shapes.DutyReturned) -> None:
    for part in _meant(duty, event.part):
        _undeliver(duty, part)
        part.returned, part.returned_at = True, event.timestamp
    stand(duty, "in_progress")


def _delivery_corrected(duty: Duty, event: correction.DeliveryCorrected) -> None:
    for part in _meant(duty, event.part):
        if event.delivered_on is None:
            _undeliver(duty, part)
        else:
            part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
    if event.delivered_on is None:
        stand(duty, "in_progress")
    elif duty.delivered_on is not None:
        days = [part.delivered_on for part in duty.parts.values() if part.delivered_on is not None]
        duty.delivered_on = max(days, default=None)


def _accepted(duty: Duty, event: shapes.DutyAccepted) -> None:
    duty.accepted_on = event.accepted_on
    stand(duty, "accepted")


def _acceptance_corrected(duty: Duty, event: correction.AcceptanceCorrected) -> None:
    duty.accepted_on = event.accepted_on
    if event.accepted_on is None:
        stand(duty, "delivered")


def _withdrawn(duty: Duty, event: shapes.DutyWithdrawn) -> None:
    duty.before, duty.state = duty.standing, "withdrawn"
    duty.withdrawn_on, duty.withdrawal = event.withdrawn_on, _joined(event.reason, event.reference)


def _carried_over(duty: Duty, event: shapes.DutyCarriedOver) -> None:
    duty.before, duty.state = duty.standing, "carried_over"
    duty.carried_on, duty.carried_to = event.carried_on, event.to
    duty.carried = _joined(event.reason, event.reference)


def _reopened(duty: Duty, event: shapes.DutyReopened) -> None:
    """Take it up where it was before it ended, or make what was delivered owed again."""
    standing = duty.before if duty.has_ended else "in_progress"
    if event.part or not duty.has_ended:
        for part in _meant(duty, event.part) if event.part else duty.parts.values():
            _undeliver(duty, part)
    duty.accepted_on = duty.withdrawn_on = duty.carried_on = duty.carried_to = None
    duty.withdrawal = duty.carried = ""
    stand(duty, standing)


def _restricted(duty: Duty, event: shapes.AccessRestricted) -> None:
    duty.shielded = True


def _opened(duty: Duty, event: shapes.AccessOpened) -> None:
    duty.shielded = False


def _undeliver(duty: Duty, part: Part) -> None:
    part.delivered_on, part.delivery_reference, part.delivered_by = None, "", ""
    duty.delivered_on = None


def _meant(duty: Duty, name: str) -> list[Part]:
    """Give the part that is named; without a name, every part that stands, or the whole as its one part."""
    standing = [part for part in duty.parts.values() if not part.dropped]
    if not name and name not in duty.parts and standing:
        return standing
    return [duty.parts.setdefault(name, Part(name))]


def _joined(*words: str) -> str:
    return " · ".join(each for each in words if each)


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    shapes.DutyRestated: _restated,
    shapes.OwnerAssigned: _owner_assigned,
    shapes.DeputyAssigned: _deputy_assigned,
    shapes.DutyCommented: _commented,
    shapes.DutyStarted: _started,
    shapes.DutyDelivered: _delivered,
    shapes.DutyReturned: _returned,
    shapes.DutyAccepted: _accepted,
    shapes.DutyWithdrawn: _withdrawn,
    shapes.DutyCarriedOver: _carried_over,
    shapes.DutyReopened: _reopened,
    shapes.AccessRestricted: _restricted,
    shapes.AccessOpened: _opened,
    correction.DeliveryCorrected: _delivery_corrected,
    correction.AcceptanceCorrected: _acceptance_corrected,
}
