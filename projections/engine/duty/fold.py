"""The fold: one rule per shape of event. It never refuses what was recorded, and never asks the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from events.vocabulary import duty as shapes
from events.vocabulary import report_series as series
from events.vocabulary.base import Event
from events.vocabulary.values import Source
from projections.engine.duty.state import Duty, Part, Version
from projections.engine.projection import EventOutOfOrder, UnknownEvent


def folded(duty: Duty | None, event: Event) -> Duty:
    """Take one event into the duty; an event it already has changes nothing.

    Raises `EventOutOfOrder` for a hole in the stream and `UnknownEvent` for a shape without a rule.
    """
    if duty is None:
        return _begun(event)
    if event.originator_version <= duty.version:
        return duty
    if event.originator_version != duty.version + 1:
        raise EventOutOfOrder(event.originator_id, duty.version + 1, event.originator_version)
    _rule(type(event))(duty, event)
    duty.version = event.originator_version
    duty.changed_at = event.timestamp
    return duty


def _begun(event: Event) -> Duty:
    """Begin the duty with its first event."""
    if not isinstance(event, _FIRST):
        raise EventOutOfOrder(event.originator_id, 1, event.originator_version)
    duty = Duty(
        id=event.originator_id,
        version=event.originator_version,
        stream=event.TOPIC.partition(".")[0],
        reference=event.reference,
        kind=event.kind,
        title=event.title,
        raw_title=event.raw_title,
        goal=event.goal,
        owed_to=event.owed_to,
        led_by=event.led_by,
        parent=event.parent,
        given_on=event.given_on,
        sources=[event.source],
        created_at=event.timestamp,
        changed_at=event.timestamp,
    )
    if isinstance(event, series.SeriesGiven):
        duty.parts[event.part] = Part(event.part, [Version(event.deadline, event.timestamp, event.source)])
    return duty


def _restated(duty: Duty, event: shapes.DutyRestated | series.SeriesRestated) -> None:
    duty.title, duty.raw_title, duty.goal = event.title, event.raw_title, event.goal
    duty.owed_to, duty.led_by = event.owed_to, event.led_by
    _add_source(duty, event.source)


def _deadline_set(duty: Duty, event: shapes.DeadlineSet) -> None:
    part = duty.parts.setdefault(event.part, Part(event.part))
    part.history.append(Version(event.deadline, event.timestamp, event.source))
    part.dropped = False
    _add_source(duty, event.source)


def _deadline_postponed(duty: Duty, event: shapes.DeadlinePostponed) -> None:
    part = duty.parts.setdefault(event.part, Part(event.part))
    part.history.append(Version(event.deadline, event.timestamp, event.source, event.reason, event.agreed_on))
    part.dropped = False
    _add_source(duty, event.source)


def _rule_replaced(duty: Duty, event: series.SeriesRuleReplaced) -> None:
    for part in duty.parts.values():
        part.history.append(
            Version(event.deadline, event.timestamp, event.source, event.reason, event.from_on)
        )
    _add_source(duty, event.source)


def _deadline_dropped(duty: Duty, event: shapes.DeadlineDropped) -> None:
    duty.parts.setdefault(event.part, Part(event.part)).dropped = True
    _add_source(duty, event.source)
    _settle(duty)


def _owner_assigned(duty: Duty, event: shapes.OwnerAssigned | series.SeriesOwnerAssigned) -> None:
    duty.owner, duty.unit = event.owner, event.unit


def _started(duty: Duty, event: shapes.DutyStarted) -> None:
    duty.state = "in_progress"


def _delivered(duty: Duty, event: shapes.DutyDelivered) -> None:
    for part in _meant(duty, event.part):
        part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
        part.returned = False
    duty.delivered_on = event.delivered_on
    _settle(duty)


def _returned(duty: Duty, event: shapes.DutyReturned) -> None:
    for part in _meant(duty, event.part):
        part.delivered_on, part.delivery_reference, part.returned = None, "", True
    duty.delivered_on = None
    duty.state = "in_progress"


def _accepted(duty: Duty, event: shapes.DutyAccepted) -> None:
    duty.accepted_on, duty.state = event.accepted_on, "accepted"


def _withdrawn(duty: Duty, event: shapes.DutyWithdrawn) -> None:
    _end(duty, event.withdrawn_on, event.reason, event.reference)


def _ended(duty: Duty, event: series.SeriesEnded) -> None:
    _end(duty, event.ended_on, event.reason, event.reference)


def _restricted(duty: Duty, event: shapes.AccessRestricted) -> None:
    duty.shielded = True


def _opened(duty: Duty, event: shapes.AccessOpened) -> None:
    duty.shielded = False


def _occurrences_opened(duty: Duty, event: series.SeriesOccurrencesOpened) -> None:
    duty.opened_through = event.through
    duty.occurrences += len(event.occurrences)


def _end(duty: Duty, day: dt.date, reason: str, reference: str) -> None:
    duty.state, duty.withdrawn_on = "withdrawn", day
    duty.withdrawal = " · ".join(each for each in (reason, reference) if each)


def _meant(duty: Duty, name: str) -> list[Part]:
    """Give the part that is named; without a name, every part that the duty has."""
    if name not in duty.parts and not name:
        return list(duty.parts.values())
    return [duty.parts.setdefault(name, Part(name))]


def _settle(duty: Duty) -> None:
    """A duty is delivered when every part that still stands is, and under way when some are."""
    standing = [part for part in duty.parts.values() if not part.dropped]
    delivered = [part for part in standing if part.delivered_on is not None]
    if len(delivered) == len(standing) and duty.delivered_on is not None:
        duty.state = "delivered"
    elif delivered:
        duty.state = "in_progress"


def _add_source(duty: Duty, source: Source) -> None:
    """Keep each source once, in the order they came."""
    if source not in duty.sources:
        duty.sources.append(source)


_FIRST = (shapes.DutyGiven, series.SeriesGiven)
_RULES: dict[type[Event], Callable[[Duty, Any], None]] = {
    shapes.DutyRestated: _restated,
    shapes.DeadlineSet: _deadline_set,
    shapes.DeadlinePostponed: _deadline_postponed,
    shapes.DeadlineDropped: _deadline_dropped,
    shapes.OwnerAssigned: _owner_assigned,
    shapes.DutyStarted: _started,
    shapes.DutyDelivered: _delivered,
    shapes.DutyReturned: _returned,
    shapes.DutyAccepted: _accepted,
    shapes.DutyWithdrawn: _withdrawn,
    shapes.AccessRestricted: _restricted,
    shapes.AccessOpened: _opened,
    series.SeriesRestated: _restated,
    series.SeriesRuleReplaced: _rule_replaced,
    series.SeriesOwnerAssigned: _owner_assigned,
    series.SeriesOccurrencesOpened: _occurrences_opened,
    series.SeriesEnded: _ended,
}
_found: dict[type[Event], Callable[[Duty, Any], None]] = {}


def _rule(kind: type[Event]) -> Callable[[Duty, Any], None]:
    """Find the rule of an event's shape, once per kind."""
    if kind not in _found:
        rule = next((_RULES[shape] for shape in kind.__mro__ if shape in _RULES), None)
        if rule is None:
            raise UnknownEvent(kind.TOPIC)
        _found[kind] = rule
    return _found[kind]
