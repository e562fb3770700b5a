"""Corrective measures of a deviation: proposed, moved, completed, dropped."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from events.vocabulary import deviation as shape
from workflow.duty import refusals
from workflow.duty.core import require_reason
from workflow.duty.deviating import Deviating, Which
from workflow.duty.deviation import Deviation, FollowedMeasure
from workflow.duty.state import Stamp


class Measuring(Deviating):
    """The decisions about measures; each has a number within its deviation."""

    def propose_measure(
        self, which: Which, what: str, who: str, due: dt.date, working_date: dt.date, stamp: Stamp
    ) -> None:
        """Propose one more measure: what, who (opaque person id), by when."""
        found = self.deviation(which)
        if any(_says(each, what, who, due) for each in found.measures.values()):
            return
        self.require_open(found)
        if not what.strip():
            raise refusals.MeasureMissing
        number = len(found.measures) + 1
        measure = shape.Measure(number=number, what=what, who=who, due=due, working_date=working_date)
        self.record(shape.MeasureProposed, stamp, deviation=found.id, measure=measure)

    def move_measure(
        self, which: Which, number: int, due: dt.date, working_date: dt.date, reason: str, stamp: Stamp
    ) -> None:
        """Give a measure another day."""
        found, measure = self._measure(which, number)
        if measure.due == due:
            return
        self._require_open_measure(found, measure)
        require_reason(reason)
        facts = {"due": due, "working_date": working_date, "reason": reason}
        self._follow(shape.MeasureMoved, stamp, found.id, number, **facts)

    def complete_measure(
        self, which: Which, number: int, completed_on: dt.date, result: str, stamp: Stamp
    ) -> None:
        """Say that a measure was carried out."""
        found, measure = self._measure(which, number)
        if measure.completed == (completed_on, result):
            return
        self._require_open_measure(found, measure)
        self._follow(
            shape.MeasureCompleted, stamp, found.id, number, completed_on=completed_on, result=result
        )

    def drop_measure(self, which: Which, number: int, reason: str, stamp: Stamp) -> None:
        """Say that a measure will not be carried out."""
        found, measure = self._measure(which, number)
        if measure.dropped == reason.strip() != "":
            return
        self._require_open_measure(found, measure)
        require_reason(reason)
        self._follow(shape.MeasureDropped, stamp, found.id, number, reason=reason.strip())

    def _follow(
        self,
        kind: type[shape.MeasureMoved] | type[shape.MeasureCompleted] | type[shape.MeasureDropped],
        stamp: Stamp,
        deviation: UUID,
        number: int,
        **facts: object,
    ) -> None:
        self.trigger_event(self.STREAM[kind], deviation=deviation, number=number, **facts, **stamp.fields)

    def _measure(self, which: Which, number: int) -> tuple[Deviation, FollowedMeasure]:
        found = self.deviation(which)
        if number not in found.measures:
            raise refusals.NoSuchMeasure(
                deviation=found.number, duty=self.reference, number=number, count=len(found.measures)
            )
        return found, found.measures[number]

    def _require_open_measure(self, deviation: Deviation, measure: FollowedMeasure) -> None:
        self.require_open(deviation)
        if not measure.is_open:
            raise refusals.MeasureIsOver(number=measure.proposed.number, deviation=deviation.number)


def _says(measure: FollowedMeasure, what: str, who: str, due: dt.date) -> bool:
    return measure.is_open and (measure.proposed.what, measure.proposed.who, measure.due) == (what, who, due)
