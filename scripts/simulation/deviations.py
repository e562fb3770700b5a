"""How people deal with deviations: foreseen or described afterwards, told of, measured, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from projections.engine.duty.state import Deviation, Duty, Measure
from scripts.simulation.agenda import Agenda
from scripts.simulation.chances import Chances
from scripts.simulation.oracle.working_days import working_days_after
from scripts.simulation.service import Service
from workflow.deviations.commands import (
    CloseDeviation,
    CompleteMeasure,
    DescribeDeviation,
    MoveMeasure,
    NewMeasure,
    ProposeMeasure,
    ReportDeviation,
    TellMinistry,
)

CAUSE = "Leverandøren av data ble forsinket."
CONSEQUENCE = "Departementet får tallene senere enn avtalt."
MATERIAL = 0.45
"""How often a described deviation is material."""


@dataclass(slots=True)
class Deviations:
    """Plans what becomes of a deviation."""

    service: Service
    agenda: Agenda
    chances: Chances

    def foresee(self, duty: Duty, part: str, day: dt.date) -> None:
        """Plan that the owner reports before the deadline that it will not be met."""
        self.agenda.add(day, lambda: self._report(duty.id, part))

    def describe_missed(self, duty: UUID, part: str, day: dt.date) -> None:
        """Plan that somebody may describe what the clock found."""
        if self.chances.happens(0.5, "describes", duty, part, day):
            self.agenda.add(day, lambda: self._describe(duty, part), hour=14)

    def _report(self, duty: UUID, part: str) -> None:
        if not self.service.is_open(duty, part):
            return
        material = self.chances.happens(MATERIAL, "material", duty, part)
        self.service.do(
            ReportDeviation(
                duty=duty,
                part=part,
                discovered_on=self.service.today,
                cause=CAUSE,
                consequence=CONSEQUENCE,
                material=material,
                by=self.service.owner(duty),
            )
        )
        self._follow_up(duty, part)

    def _describe(self, duty: UUID, part: str) -> None:
        found = self._open(duty, part)
        if found is None or found.cause:
            return
        material = self.chances.happens(MATERIAL, "material", duty, part)
        self.service.do(
            DescribeDeviation(
                duty=duty,
                deviation=found.id,
                cause=CAUSE,
                consequence=CONSEQUENCE,
                material=material,
                by=self.service.owner(duty),
            )
        )
        self._follow_up(duty, part)

    def _follow_up(self, duty: UUID, part: str) -> None:
        """Tell the ministry at once or late, propose measures and carry them out, and close."""
        found = self._open(duty, part)
        if found is None:
            return
        chance = self.chances.of("follow-up", duty, part)
        if found.material and chance.random() < 0.85:
            told = working_days_after(self.service.today, chance.choice((0, 1, 1, 2, 3)))
            self.agenda.add(told, self._on(duty, found.id, self._tell), hour=16)
        for _ in range(chance.randrange(3)):
            due = working_days_after(self.service.today, chance.randrange(6, 25))
            self._propose(duty, found.id, due)
        self._carry_out(duty, found.id)
        close = working_days_after(self.service.today, chance.randrange(10, 45))
        self.agenda.add(close, self._on(duty, found.id, self._close))

    def _propose(self, duty: UUID, deviation: UUID, due: dt.date) -> None:
        owner = self.service.owner(duty)
        words = f"{due:%d.%m.%Y}"
        what = "Hente tallene direkte fra registeret."
        measure = NewMeasure(what=what, due=words, who=owner)
        self.service.do(ProposeMeasure(duty=duty, deviation=deviation, measure=measure, by=owner))

    def _carry_out(self, duty: UUID, deviation: UUID) -> None:
        for measure in self.service.duty(duty).deviations[deviation].measures.values():
            chance = self.chances.of("measure", duty, deviation, measure.number)
            if chance.random() < 0.25:
                before = measure.due - dt.timedelta(days=3)
                later = measure.due + dt.timedelta(days=14)
                self.agenda.add(before, self._on_measure(duty, deviation, measure.number, self._move(later)))
            day = measure.due + dt.timedelta(days=chance.choice((-4, -2, -1, 0, 2, 6)))
            self.agenda.add(day, self._on_measure(duty, deviation, measure.number, self._complete))

    def _on(self, duty: UUID, deviation: UUID, act: Callable[[UUID, UUID], None]) -> Callable[[], None]:
        def doing() -> None:
            found = self.service.duty(duty).deviations.get(deviation)
            if found is not None and found.closed_on is None:
                act(duty, deviation)

        return doing

    def _on_measure(
        self, duty: UUID, deviation: UUID, number: int, act: Callable[[UUID, UUID, Measure], None]
    ) -> Callable[[], None]:
        def doing(duty: UUID, deviation: UUID) -> None:
            measure = self.service.duty(duty).deviations[deviation].measures[number]
            if measure.is_open:
                act(duty, deviation, measure)

        return self._on(duty, deviation, doing)

    def _tell(self, duty: UUID, deviation: UUID) -> None:
        by = self.service.controller
        self.service.do(
            TellMinistry(duty=duty, deviation=deviation, how="e-post", reference="26/33-5", by=by)
        )

    def _move(self, due: dt.date) -> Callable[[UUID, UUID, Measure], None]:
        def move(duty: UUID, deviation: UUID, measure: Measure) -> None:
            words, reason = f"{due:%d.%m.%Y}", "Avtalen er ikke signert."
            by = self.service.owner(duty)
            self.service.do(
                MoveMeasure(
                    duty=duty, deviation=deviation, number=measure.number, due=words, reason=reason, by=by
                )
            )

        return move

    def _complete(self, duty: UUID, deviation: UUID, measure: Measure) -> None:
        by, number = self.service.owner(duty), measure.number
        self.service.do(
            CompleteMeasure(duty=duty, deviation=deviation, number=number, result="Utført.", by=by)
        )

    def _close(self, duty: UUID, deviation: UUID) -> None:
        by = self.service.controller
        self.service.do(CloseDeviation(duty=duty, deviation=deviation, result="Lukket etter tiltak.", by=by))

    def _open(self, duty: UUID, part: str) -> Deviation | None:
        deviations = self.service.duty(duty).deviations.values()
        return next((one for one in deviations if one.part == part and one.closed_on is None), None)
