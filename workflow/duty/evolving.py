"""How each event changes what a duty remembers. Nothing here refuses or asks the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from events.vocabulary import duty as shape
from workflow.duty.state import Part, Version
from workflow.lifecycle import Step, after

if TYPE_CHECKING:
    from workflow.duty.aggregate import Duty


def _given(duty: Duty, event: shape.DutyGiven) -> None:
    duty.reference, duty.kind, duty.parent = event.reference, event.kind, event.parent
    duty.source, duty.given_on = event.source, event.given_on
    _named(duty, event)


def _restated(duty: Duty, event: shape.DutyRestated) -> None:
    _named(duty, event)


def _named(duty: Duty, event: shape.DutyGiven | shape.DutyRestated) -> None:
    duty.title, duty.raw_title, duty.goal = event.title, event.raw_title, event.goal
    duty.owed_to, duty.led_by = event.owed_to, event.led_by


def _deadline_set(duty: Duty, event: shape.DeadlineSet) -> None:
    part = duty.dropped.pop(event.part, None) or Part(event.part)
    part = duty.parts.setdefault(event.part, part)
    part.versions.append(Version(event.deadline, event.source))
    duty.state = after(duty.state, Step.SET_DEADLINE)


def _deadline_postponed(duty: Duty, event: shape.DeadlinePostponed) -> None:
    version = Version(event.deadline, event.source, event.reason, event.agreed_on)
    duty.parts[event.part].versions.append(version)


def _deadline_dropped(duty: Duty, event: shape.DeadlineDropped) -> None:
    step = duty.step_of_dropping(event.part)
    duty.dropped[event.part] = duty.parts.pop(event.part)
    duty.state = after(duty.state, step)


def _owner_assigned(duty: Duty, event: shape.OwnerAssigned) -> None:
    duty.owner, duty.unit = event.owner, event.unit


def _started(duty: Duty, _event: shape.DutyStarted) -> None:
    duty.state = after(duty.state, Step.START)


def _delivered(duty: Duty, event: shape.DutyDelivered) -> None:
    step = duty.step_of_delivering(event.part)
    part = duty.parts.setdefault(event.part, Part(event.part))
    part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
    duty.state = after(duty.state, step)


def _returned(duty: Duty, event: shape.DutyReturned) -> None:
    part = duty.parts[event.part]
    part.delivered_on, part.delivery_reference = None, ""
    part.returned = (event.returned_on, event.reason, event.reference)
    duty.state = after(duty.state, Step.RETURN)


def _accepted(duty: Duty, _event: shape.DutyAccepted) -> None:
    duty.state = after(duty.state, Step.ACCEPT)


def _withdrawn(duty: Duty, event: shape.DutyWithdrawn) -> None:
    duty.withdrawal = event.reference
    duty.state = after(duty.state, Step.WITHDRAW)


def _restricted(duty: Duty, event: shape.AccessRestricted) -> None:
    duty.restricted, duty.restriction = True, event.reason


def _opened(duty: Duty, _event: shape.AccessOpened) -> None:
    duty.restricted, duty.restriction = False, ""


# `Any`: each function takes the one shape that its key names.
EVOLVING: Mapping[type, Callable[[Duty, Any], None]] = {
    shape.DutyGiven: _given,
    shape.DutyRestated: _restated,
    shape.DeadlineSet: _deadline_set,
    shape.DeadlinePostponed: _deadline_postponed,
    shape.DeadlineDropped: _deadline_dropped,
    shape.OwnerAssigned: _owner_assigned,
    shape.DutyStarted: _started,
    shape.DutyDelivered: _delivered,
    shape.DutyReturned: _returned,
    shape.DutyAccepted: _accepted,
    shape.DutyWithdrawn: _withdrawn,
    shape.AccessRestricted: _restricted,
    shape.AccessOpened: _opened,
}
