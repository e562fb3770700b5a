"""A duty as one can compare it: every fact about it under a name, in values that nobody changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from events.vocabulary.values import DeadlineFact
from projections.engine.duty.state import Deviation, Duty, Measure, Meeting, Part

Value = str | int | bool | dt.date | dt.time | UUID | DeadlineFact | None
Place = tuple[str, str]
"""What kind of fact, and of what: a part, a deviation's number, a person; «» for the duty itself."""
Picture = Mapping[Place, Value]

_PLAIN = (
    *("title", "state", "goal", "owed_to", "led_by", "owner", "unit", "deputy", "shielded", "confirmed_on"),
    *("accepted_on", "withdrawn_on", "carried_on", "carried_to", "opened_through", "occurrences"),
)
_OF_DEVIATION = ("cause", "consequence", "material", "told_on", "told_how", "closed_on", "result")
_OF_MEETING = (
    *("place", "starts_at", "ends_at", "agenda_settled_on", "agenda", "minutes_drafted_on"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after; `what` and `subject` are its place."""

    what: str
    subject: str
    before: Value
    after: Value


def picture(duty: Duty | None) -> Picture:
    """Give every fact; none where there is no duty."""
    return dict(_facts(duty)) if duty is not None else {}


def changes(before: Picture, after: Picture) -> tuple[Change, ...]:
    """Give what differs; a fact that says nothing is as good as none."""
    places = [*after, *(place for place in before if place not in after)]
    pairs = ((place, before.get(place), after.get(place)) for place in places)
    return tuple(Change(*place, old, new) for place, old, new in pairs if (old or None) != (new or None))


def _facts(duty: Duty) -> Iterator[tuple[Place, Value]]:
    for name in _PLAIN:
        yield (name, ""), getattr(duty, name)
    for part in duty.parts.values():
        yield from _of_part(part)
    for number, deviation in enumerate(duty.deviations.values(), start=1):
        yield from _of_deviation(str(number), deviation)
    if duty.meeting is not None:
        yield from _of_meeting(duty.meeting)


def _of_part(part: Part) -> Iterator[tuple[Place, Value]]:
    yield ("deadline", part.part), None if part.dropped else part.current
    yield ("delivered_on", part.part), part.delivered_on
    yield ("returned", part.part), part.returned
    yield ("asked", part.part), part.asked.deadline if part.asked else None
    yield ("inquired_on", part.part), part.inquired_on[-1] if part.inquired_on else None


def _of_deviation(number: str, deviation: Deviation) -> Iterator[tuple[Place, Value]]:
    yield ("deviation", number), deviation.discovered_on
    for name in _OF_DEVIATION:
        yield (name, number), getattr(deviation, name)
    for measure in deviation.measures.values():
        yield from _of_measure(f"{number}/{measure.number}", measure)


def _of_measure(number: str, measure: Measure) -> Iterator[tuple[Place, Value]]:
    yield ("measure", number), measure.what
    yield ("measure_by", number), measure.who
    yield ("measure_due", number), measure.due
    yield ("completed_on", number), measure.completed_on
    yield ("dropped", number), measure.dropped


def _of_meeting(meeting: Meeting) -> Iterator[tuple[Place, Value]]:
    for name in _OF_MEETING:
        yield (name, ""), getattr(meeting, name)
    for decision in meeting.decisions.values():
        yield ("decision", str(decision.number)), decision.text
    for attendee in meeting.attendees.values():
        yield ("reply", attendee.person), attendee.reply
