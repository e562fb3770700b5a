"""Deviations: seen by the clock or reported by a person, described, told of, closed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from calendars.zone import OSLO
from events.vocabulary import deviation as shape
from workflow.duty import refusals
from workflow.duty.core import Core
from workflow.duty.deviation import Deviation
from workflow.duty.state import Part, Stamp
from workflow.identity import missed_id
from workflow.lifecycle import Step, allowed

Which = UUID | int | None
"""A deviation by id, or by its number in its duty; None is the only open one."""


class Deviating(Core):
    """The decisions about what is not, or will not be, met as it should."""

    def miss(self, part: str, today: dt.date, stamp: Stamp) -> None:
        """Say that the part's deadline passed undelivered; nothing where that is not so, or is said.

        Only what was recorded before it passed is missed: what was past already when it was
        registered, what is tentative, and what passed while nothing was owed is not.
        """
        known = self.parts.get(part)
        if known is None or not self._has_missed(known, today):
            return
        deadline = known.versions[-1].deadline
        self.record(
            shape.DeadlineMissed,
            stamp,
            deviation=missed_id(self.id, part, known.number),
            part=part,
            deadline_version=known.number,
            deadline=deadline,
            missed_on=(deadline.due or today) + dt.timedelta(days=1),
        )

    def report_deviation(
        self,
        id: UUID,
        part: str,
        discovered_on: dt.date,
        cause: str,
        consequence: str,
        material: bool,
        stamp: Stamp,
    ) -> None:
        """Report that it is not, or will not be, met as it should; `part` is «» for the whole."""
        self.require(Step.REPORT_DEVIATION)
        _require_words(cause, consequence)
        self.record(
            shape.DeviationReported,
            stamp,
            deviation=id,
            part=self.known_or_whole(part),
            discovered_on=discovered_on,
            cause=cause,
            consequence=consequence,
            material=material,
        )

    def describe_deviation(
        self,
        which: Which,
        cause: str | None,
        consequence: str | None,
        material: bool | None,
        stamp: Stamp,
    ) -> None:
        """Give a deviation its cause, consequence or weight; None leaves what is said."""
        found = self.deviation(which)
        told = (
            found.cause if cause is None else cause,
            found.consequence if consequence is None else consequence,
            found.material if material is None else material,
        )
        if told == (found.cause, found.consequence, found.material):
            return
        self.require_open(found)
        _require_words(told[0], told[1])
        self.record(
            shape.DeviationDescribed,
            stamp,
            deviation=found.id,
            cause=told[0],
            consequence=told[1],
            material=told[2],
        )

    def tell_ministry(self, which: Which, told_on: dt.date, how: str, reference: str, stamp: Stamp) -> None:
        """Say that the ministry was told: when, how, and under which reference."""
        found = self.deviation(which)
        if found.told == (told_on, how, reference):
            return
        self.require_open(found)
        if not how.strip():
            raise refusals.HowMissing
        self.record(
            shape.MinistryTold, stamp, deviation=found.id, told_on=told_on, how=how, reference=reference
        )

    def close_deviation(self, which: Which, closed_on: dt.date, result: str, stamp: Stamp) -> None:
        """Close it with its result, when no measure is open; the duty is where it was before."""
        found = self.deviation(which)
        if found.closed == (closed_on, result):
            return
        self.require_open(found)
        if found.open_measures:
            numbers = ", ".join(map(str, found.open_measures))
            raise refusals.OpenMeasures(deviation=found.number, duty=self.reference, numbers=numbers)
        if not result.strip():
            raise refusals.ResultMissing
        self.record(shape.DeviationClosed, stamp, deviation=found.id, closed_on=closed_on, result=result)

    def deviation(self, which: Which) -> Deviation:
        """Give the deviation that is meant; without a name the only open one, else the latest."""
        if which is not None:
            return self._named_deviation(which)
        opened = [one for one in self.deviations.values() if one.is_open]
        if len(opened) > 1:
            numbers = ", ".join(str(one.number) for one in opened)
            raise refusals.SeveralDeviations(duty=self.reference, numbers=numbers)
        found = opened or list(self.deviations.values())[-1:]
        if not found:
            raise refusals.NoDeviation(duty=self.reference)
        return found[0]

    def untouched_deviations(self, part: str) -> list[Deviation]:
        """Give the part's open deviations that the clock opened and nobody has taken further."""
        ours = (one for one in self.deviations.values() if one.part == part)
        return [one for one in ours if one.is_open and one.is_untouched]

    def require_open(self, deviation: Deviation) -> None:
        """Refuse to go on with a deviation that is closed."""
        self.require(Step.FOLLOW_DEVIATION)
        if not deviation.is_open:
            raise refusals.DeviationIsClosed(deviation=deviation.number, duty=self.reference)

    def _named_deviation(self, which: UUID | int) -> Deviation:
        for one in self.deviations.values():
            if which in (one.id, one.number):
                return one
        raise refusals.NoSuchDeviation(duty=self.reference, deviation=which, count=len(self.deviations))

    def _has_missed(self, part: Part, today: dt.date) -> bool:
        due = part.current.due if part.current else None
        if due is None or due >= today or part.delivered_on is not None:
            return False
        last = part.versions[-1]
        owed = allowed(self.state, Step.MISS) and self.kind != "meeting"
        in_time = last.recorded_at.astimezone(OSLO).date() <= due
        said = last.number in part.missed or last.number == part.settled
        return owed and in_time and not said and not last.deadline.tentative


def _require_words(cause: str, consequence: str) -> None:
    if not cause.strip() or not consequence.strip():
        raise refusals.DescriptionMissing
