"""How each event changes what a duty remembers. Nothing here refuses or asks the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from events.vocabulary import duty as shape
from workflow.duty import evolving_deviations, evolving_dialogue
from workflow.duty.state import Part, Version
from workflow.lifecycle import State, Step, after

if TYPE_CHECKING:
    from workflow.duty.core import Core

_ENDED = (State.WITHDRAWN, State.CARRIED_OVER)


def _given(duty: Core, event: shape.DutyGiven) -> None:
    duty.reference, duty.kind, duty.parent = event.reference, event.kind, event.parent
    duty.source, duty.given_on = event.source, event.given_on
    duty.channel, duty.orally = event.channel, event.orally
    _named(duty, event)


def _restated(duty: Core, event: shape.DutyRestated) -> None:
    _named(duty, event)


def _named(duty: Core, event: shape.DutyGiven | shape.DutyRestated) -> None:
    duty.title, duty.raw_title, duty.goal = event.title, event.raw_title, event.goal
    duty.owed_to, duty.led_by = event.owed_to, event.led_by


def _deadline_set(duty: Core, event: shape.DeadlineSet) -> None:
    part = duty.dropped.pop(event.part, None) or Part(event.part)
    part = duty.parts.setdefault(event.part, part)
    version = Version(event.deadline, event.source, event.timestamp, number=part.number + 1)
    part.versions.append(version)
    part.asked = None
    duty.standing = after(duty.standing, Step.SET_DEADLINE)


def _deadline_postponed(duty: Core, event: shape.DeadlinePostponed) -> None:
    part = duty.parts[event.part]
    part.asked = None
    part.versions.append(
        Version(event.deadline, event.source, event.timestamp, event.reason, event.agreed_on, part.number + 1)
    )


def _deadline_dropped(duty: Core, event: shape.DeadlineDropped) -> None:
    step = duty.step_of_dropping(event.part)
    part = duty.dropped[event.part] = duty.parts.pop(event.part)
    part.asked = None
    duty.standing = after(duty.standing, step)


def _owner_assigned(duty: Core, event: shape.OwnerAssigned) -> None:
    duty.owner, duty.unit = event.owner, event.unit


def _deputy_assigned(duty: Core, event: shape.DeputyAssigned) -> None:
    duty.deputy = event.deputy


def _commented(duty: Core, event: shape.DutyCommented) -> None:
    duty.last_comment = (event.by, event.comment)


def _started(duty: Core, _event: shape.DutyStarted) -> None:
    duty.standing = after(duty.standing, Step.START)


def _delivered(duty: Core, event: shape.DutyDelivered) -> None:
    step = duty.step_of_delivering(event.part)
    dropped = duty.dropped.pop(event.part, None)  # its deadlines stay its history, and go on counting
    part = duty.parts.setdefault(event.part, dropped or Part(event.part))
    part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
    part.delivered_by = event.delivered_by
    duty.standing = after(duty.standing, step)


def _returned(duty: Core, event: shape.DutyReturned) -> None:
    _undeliver([duty.parts[event.part]], event.returned_on)
    duty.parts[event.part].returned = (event.returned_on, event.reason, event.reference)
    duty.standing = after(duty.standing, Step.RETURN)


def _accepted(duty: Core, event: shape.DutyAccepted) -> None:
    duty.accepted = (event.accepted_on, event.reference)
    duty.standing = after(duty.standing, Step.ACCEPT)


def _withdrawn(duty: Core, event: shape.DutyWithdrawn) -> None:
    duty.withdrawal, duty.before = event.reference, duty.standing
    duty.standing = after(duty.standing, Step.WITHDRAW)


def _carried_over(duty: Core, event: shape.DutyCarriedOver) -> None:
    duty.carried, duty.before = (event.to, event.reference), duty.standing
    duty.standing = after(duty.standing, Step.CARRY_OVER)


def _reopened(duty: Core, event: shape.DutyReopened) -> None:
    ended = duty.standing in _ENDED
    meant = {event.part} if event.part else set() if ended else set(duty.parts)
    owed = [part for part in duty.parts.values() if part.name in meant or part.delivered_on is None]
    _undeliver(owed, event.reopened_on)
    duty.accepted = None
    duty.standing = duty.before if ended else after(duty.standing, Step.REOPEN)


def _undeliver(parts: Iterable[Part], day: dt.date) -> None:
    """Make parts owed again from a day on: what passed while they were not owed was not missed."""
    for part in parts:
        part.delivered_on, part.delivery_reference, part.delivered_by = None, "", ""
        due = part.current.due if part.current else None
        if due is not None and due < day:
            part.settled = part.number


def _restricted(duty: Core, event: shape.AccessRestricted) -> None:
    duty.restricted, duty.restriction = True, event.reason


def _opened(duty: Core, _event: shape.AccessOpened) -> None:
    duty.restricted, duty.restriction = False, ""


# `Any`: each function takes the one shape that its key names.
EVOLVING: Mapping[type, Callable[[Core, Any], None]] = {
    shape.DutyGiven: _given,
    shape.DutyRestated: _restated,
    shape.DeadlineSet: _deadline_set,
    shape.DeadlinePostponed: _deadline_postponed,
    shape.DeadlineDropped: _deadline_dropped,
    shape.OwnerAssigned: _owner_assigned,
    shape.DeputyAssigned: _deputy_assigned,
    shape.DutyCommented: _commented,
    shape.DutyStarted: _started,
    shape.DutyDelivered: _delivered,
    shape.DutyReturned: _returned,
    shape.DutyAccepted: _accepted,
    shape.DutyWithdrawn: _withdrawn,
    shape.DutyCarriedOver: _carried_over,
    shape.DutyReopened: _reopened,
    shape.AccessRestricted: _restricted,
    shape.AccessOpened: _opened,
    **evolving_dialogue.EVOLVING,
    **evolving_deviations.EVOLVING,
}
