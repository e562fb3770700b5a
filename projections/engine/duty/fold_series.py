"""How a series goes on in the fold: other words, another rhythm, reports opened, ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import report_series as series
from events.vocabulary.base import Event
from projections.engine.duty.fold_deadlines import next_number
from projections.engine.duty.fold_life import add_source
from projections.engine.duty.state import Duty, Version


def _restated(duty: Duty, event: series.SeriesRestated) -> None:
    duty.title, duty.raw_title, duty.goal = event.title, event.raw_title, event.goal
    duty.owed_to, duty.led_by = event.owed_to, event.led_by
    add_source(duty, event.source)


def _rule_replaced(duty: Duty, event: series.SeriesRuleReplaced) -> None:
    for part in duty.parts.values():
        part.history.append(
            Version(
                event.deadline, event.timestamp, event.source, event.reason, event.from_on, next_number(part)
            )
        )
    add_source(duty, event.source)


def _owner_assigned(duty: Duty, event: series.SeriesOwnerAssigned) -> None:
    if event.owner != duty.owner:
        duty.owned_since = event.timestamp if event.owner else None
    duty.owner, duty.unit = event.owner, event.unit


def _occurrences_opened(duty: Duty, event: series.SeriesOccurrencesOpened) -> None:
    duty.opened_through = event.through
    duty.occurrences += len(event.occurrences)


def _ended(duty: Duty, event: series.SeriesEnded) -> None:
    duty.state, duty.withdrawn_on = "withdrawn", event.ended_on
    duty.withdrawal = " · ".join(each for each in (event.reason, event.reference) if each)


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    series.SeriesRestated: _restated,
    series.SeriesRuleReplaced: _rule_replaced,
    series.SeriesOwnerAssigned: _owner_assigned,
    series.SeriesOccurrencesOpened: _occurrences_opened,
    series.SeriesEnded: _ended,
}
