"""The fold: one rule per shape of event. It never refuses what was recorded, and never asks the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import duty as shapes
from events.vocabulary import governance_meeting
from events.vocabulary import report_series as series
from events.vocabulary.base import Event
from projections.engine.duty import (
    fold_deadlines,
    fold_deviations,
    fold_dialogue,
    fold_life,
    fold_meetings,
    fold_series,
)
from projections.engine.duty.state import Duty, Meeting, Part, Version
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
    rule_of(type(event))(duty, event)
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
    else:
        duty.channel, duty.orally = event.channel, event.orally
    if isinstance(event, governance_meeting.MeetingPlanned):
        duty.meeting = Meeting()
    return duty


_FIRST = (shapes.DutyGiven, series.SeriesGiven)
# `Any`: each function takes the one shape that its key names.
_RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    **fold_life.RULES,
    **fold_deadlines.RULES,
    **fold_dialogue.RULES,
    **fold_deviations.RULES,
    **fold_meetings.RULES,
    **fold_series.RULES,
}
_found: dict[type[Event], Callable[[Duty, Any], None]] = {}


def rule_of(kind: type[Event]) -> Callable[[Duty, Any], None]:
    """Find the rule of an event's shape, once per kind."""
    if kind not in _found:
        rule = next((_RULES[shape] for shape in kind.__mro__ if shape in _RULES), None)
        if rule is None:
            raise UnknownEvent(kind.TOPIC)
        _found[kind] = rule
    return _found[kind]
