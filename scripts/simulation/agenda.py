"""What people are going to do, in the order of time."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scripts.simulation.instants import at
from scripts.simulation.oracle.working_days import last_working_day, next_working_day

Doing = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are played; what happens in a year is spread over them, however few they are."""

    first: dt.date
    last: dt.date

    def working_day(self, share: float) -> dt.date:
        """Give the working day on or after that share (0 to 1) of the days."""
        days = round((self.last - self.first).days * share)
        return next_working_day(self.first + dt.timedelta(days=days))


@dataclass(slots=True)
class Agenda:
    """Doings by the moment at which they are done; what stands for a day off is done the day before."""

    _waiting: list[tuple[dt.datetime, int, Doing]] = field(default_factory=list)
    _count: int = 0

    def add(self, day: dt.date, doing: Doing, hour: int = 10) -> None:
        """Write down what is to be done on a day, at an hour at which the clock of the year stands."""
        self._count += 1
        heapq.heappush(self._waiting, (at(last_working_day(day), hour), self._count, doing))

    def due(self, moment: dt.datetime) -> Iterator[Doing]:
        """Give what is to be done by a moment; each once."""
        while self._waiting and self._waiting[0][0] <= moment:
            yield heapq.heappop(self._waiting)[2]
