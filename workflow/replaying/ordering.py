"""One stream in the order in which it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence

from events.vocabulary import deviation, duty
from events.vocabulary.base import Event
from workflow.replaying.effective_days import Letters, recorded_day, stated_day

_BEGINNING, _DEVIATION, _MEASURE, _DEADLINE = "beginning", "deviation", "measure", "deadline"


def dated(facts: Sequence[Event], letters: Letters) -> list[tuple[dt.date, Event]]:
    """Give each fact of a stream with its effective day, in the order they were recorded.

    A fact is never before what it builds on: the beginning of its stream, the deviation or measure
    it is about, the first deadline of a part that is moved. Where that has no day of its own, it was
    recorded late, and is as old as the oldest fact that builds on it.
    """
    days = [stated_day(each, letters) for each in facts]
    found = [day or recorded_day(each) for day, each in zip(days, facts, strict=True)]
    places = {place: at for at in range(len(facts) - 1, -1, -1) for place in _makes(facts[at], at)}
    built_on = [[places[each] for each in _needs(fact, at) if places.get(each, at) < at]
                for at, fact in enumerate(facts)]  # fmt: skip
    for at in range(len(facts) - 1, -1, -1):  # back to front: what is needed is needed by the oldest
        for base in built_on[at]:
            if days[base] is None:
                found[base] = min(found[base], found[at])
    for at, bases in enumerate(built_on):
        found[at] = max([found[at], *(found[base] for base in bases)])
    return list(zip(found, facts, strict=True))


def _makes(fact: Event, at: int) -> Iterator[Hashable]:
    """Name what others may build on."""
    if at == 0:
        yield _BEGINNING
    if isinstance(fact, deviation.DeadlineMissed | deviation.DeviationReported):
        yield _DEVIATION, fact.deviation
    if isinstance(fact, deviation.DeviationReported):
        yield from ((_MEASURE, fact.deviation, each.number) for each in fact.measures)
    if isinstance(fact, deviation.MeasureProposed):
        yield _MEASURE, fact.deviation, fact.measure.number
    if isinstance(fact, duty.DeadlineSet):
        yield _DEADLINE, fact.part


def _needs(fact: Event, at: int) -> Iterator[Hashable]:
    """Name what it builds on."""
    if at > 0:
        yield _BEGINNING
    about = getattr(fact, "deviation", None)
    if about is not None:
        yield _DEVIATION, about
    if isinstance(fact, deviation.MeasureMoved | deviation.MeasureCompleted | deviation.MeasureDropped):
        yield _MEASURE, fact.deviation, fact.number
    if isinstance(fact, duty.DeadlinePostponed | duty.DeadlineDropped):
        yield _DEADLINE, fact.part
