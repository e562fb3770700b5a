"""A recurring report or meeting: it opens its occurrences ahead, and ends where its source says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary import report_series as told
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import refusals
from workflow.duty.state import DutyFacts, Stamp
from workflow.evolution import evolver
from workflow.identity import occurrence_id
from workflow.lifecycle import State


class ReportSeries(BaseAggregate[UUID]):
    """One rhythm of one duty. Methods record one event, or nothing where all is as asked, or refuse."""

    TOPIC = "report-series"

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.reference = self.kind = self.title = self.raw_title = self.part = ""
        self.owed_to = self.led_by = self.owner = self.unit = self.end_reference = ""
        self.goal: int | None = None
        self.parent: UUID | None = None
        self.given_on: dt.date | None = None
        self.source = Source()
        self.deadline = DeadlineFact(text="", form="rrule")
        self.counts_from: dt.date | None = None
        self.open: dict[dt.date, UUID] = {}
        """The occurrence of each stated day, as the present rule opened it."""
        self.superseded: dict[dt.date, UUID] = {}
        """Occurrences of an earlier rule that the present one has not yet taken over."""
        self.times_opened: dict[dt.date, int] = {}
        self.reports: dict[UUID, dt.date] = {}
        """Every occurrence that was ever opened, and its stated day."""
        self.deputy = ""
        self.last_comment: tuple[str, str] | None = None
        """Who wrote it, and what."""
        self.restricted = False
        self.restriction = ""
        self.source_of_rule = Source()
        self.ended_on: dt.date | None = None

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @property
    def state(self) -> State:
        """A series is given until it ends; its reports have the rest of the life."""
        return State.GIVEN if self.ended_on is None else State.WITHDRAWN

    @classmethod
    def give(
        cls,
        id: UUID,
        facts: DutyFacts,
        part: str,
        deadline: DeadlineFact,
        stamp: Stamp,
    ) -> Self:
        """Begin the stream of what recurs."""
        fields = {name: getattr(facts, name) for name in DutyFacts.__slots__}
        if deadline.form != "rrule":
            raise refusals.NotRecurring(duty=facts.reference, words=deadline.text)
        return cls._create(told.SeriesGiven, id=id, part=part, deadline=deadline, **fields, **stamp.fields)

    def planned(self, days: Iterable[tuple[dt.date, dt.date]]) -> tuple[told.Occurrence, ...]:
        """Give the occurrences of (stated day, working day) that the present rule has not opened yet."""
        return tuple(
            told.Occurrence(report=self._id_for(day), day=day, working_date=working)
            for day, working in days
            if day not in self.open
        )

    def open_occurrences(
        self, through: dt.date, occurrences: tuple[told.Occurrence, ...], stamp: Stamp
    ) -> None:
        """Open what was planned, up to and including `through`."""
        self._require_running()
        if occurrences or self.superseded:  # else the days stand as they were opened
            self.trigger_event(
                told.SeriesOccurrencesOpened, through=through, occurrences=occurrences, **stamp.fields
            )

    def replace_rule(
        self, deadline: DeadlineFact, from_on: dt.date, reason: str, source: Source, stamp: Stamp
    ) -> None:
        """Give the series another rhythm from a day on; earlier reports stand."""
        if self.deadline == deadline:
            return
        self._require_running()
        if deadline.form != "rrule":
            raise refusals.NotRecurring(duty=self.reference, words=deadline.text)
        _require_reason(reason)
        self.trigger_event(
            told.SeriesRuleReplaced,
            deadline=deadline,
            from_on=from_on,
            reason=reason,
            source=source,
            **stamp.fields,
        )

    def restate(self, facts: DutyFacts, reason: str, stamp: Stamp) -> None:
        """Say it in a later source's words."""
        named = ("title", "raw_title", "goal", "owed_to", "led_by")
        fields = {name: getattr(facts, name) for name in named}
        if all(getattr(self, name) == value for name, value in fields.items()):
            return
        self._require_running()
        self.trigger_event(told.SeriesRestated, **fields, reason=reason, source=facts.source, **stamp.fields)

    def assign(self, owner: str, unit: str, stamp: Stamp) -> None:
        """Say who answers for the reports that are opened from now on."""
        if (self.owner, self.unit) == (owner, unit):
            return
        self._require_running()
        self.trigger_event(told.SeriesOwnerAssigned, owner=owner, unit=unit, **stamp.fields)

    def assign_deputy(self, deputy: str, stamp: Stamp) -> None:
        """Say who stands in for the owner of the reports that are opened from now on."""
        if self.deputy == deputy:
            return
        self._require_running()
        if deputy and deputy == self.owner:
            raise refusals.OwnDeputy(duty=self.reference)
        self.trigger_event(told.SeriesDeputyAssigned, deputy=deputy, **stamp.fields)

    def comment(self, comment: str, stamp: Stamp) -> None:
        """Write something down about it; the same words by the same person again are written once."""
        if self.last_comment == (stamp.by, comment):
            return
        if not comment.strip():
            raise refusals.CommentMissing
        self.trigger_event(told.SeriesCommented, comment=comment, **stamp.fields)

    def end(self, ended_on: dt.date, reason: str, reference: str, stamp: Stamp) -> None:
        """Open no more reports."""
        if self.ended_on is not None and self.end_reference == reference:
            return
        self._require_running()
        _require_reason(reason)
        if not reference.strip():
            raise refusals.ApprovalMissing(duty=self.reference)
        self.trigger_event(
            told.SeriesEnded, ended_on=ended_on, reason=reason, reference=reference, **stamp.fields
        )

    def restrict_access(self, reason: str, stamp: Stamp) -> None:
        """Shield the title."""
        if not self.restricted:
            _require_reason(reason)
            self.trigger_event(told.SeriesAccessRestricted, reason=reason, **stamp.fields)

    def open_access(self, reason: str, stamp: Stamp) -> None:
        """Take the shield away."""
        if self.restricted:
            _require_reason(reason)
            self.trigger_event(told.SeriesAccessOpened, reason=reason, **stamp.fields)

    def _id_for(self, day: dt.date) -> UUID:
        kept = self.superseded.get(day)
        return kept or occurrence_id(self.id, day, self.times_opened.get(day, 0))

    def _require_running(self) -> None:
        if self.ended_on is not None:
            raise refusals.not_allowed(self.reference, self.state)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise refusals.ReasonMissing


def _given(series: ReportSeries, event: told.SeriesGiven) -> None:
    series.reference, series.kind, series.part = event.reference, event.kind, event.part
    series.parent, series.source, series.given_on = event.parent, event.source, event.given_on
    series.deadline, series.counts_from = event.deadline, event.deadline.first
    series.source_of_rule = event.source
    _named(series, event)


def _named(series: ReportSeries, event: told.SeriesGiven | told.SeriesRestated) -> None:
    series.title, series.raw_title, series.goal = event.title, event.raw_title, event.goal
    series.owed_to, series.led_by = event.owed_to, event.led_by


def _occurrences_opened(series: ReportSeries, event: told.SeriesOccurrencesOpened) -> None:
    for occurrence in event.occurrences:
        day = occurrence.day
        if day not in series.superseded:
            series.times_opened[day] = series.times_opened.get(day, 0) + 1
        series.open[day] = occurrence.report
        series.reports[occurrence.report] = day
    series.superseded = {}


def _rule_replaced(series: ReportSeries, event: told.SeriesRuleReplaced) -> None:
    series.deadline, series.counts_from = event.deadline, event.from_on
    series.source_of_rule = event.source
    later = {day: report for day, report in series.open.items() if day >= event.from_on}
    series.superseded |= later
    series.open = {day: report for day, report in series.open.items() if day not in later}


def _owner_assigned(series: ReportSeries, event: told.SeriesOwnerAssigned) -> None:
    series.owner, series.unit = event.owner, event.unit


def _deputy_assigned(series: ReportSeries, event: told.SeriesDeputyAssigned) -> None:
    series.deputy = event.deputy


def _commented(series: ReportSeries, event: told.SeriesCommented) -> None:
    series.last_comment = (event.by, event.comment)


def _ended(series: ReportSeries, event: told.SeriesEnded) -> None:
    series.ended_on, series.end_reference = event.ended_on, event.reference


def _restricted(series: ReportSeries, event: told.SeriesAccessRestricted) -> None:
    series.restricted, series.restriction = True, event.reason


def _access_opened(series: ReportSeries, _event: told.SeriesAccessOpened) -> None:
    series.restricted, series.restriction = False, ""


# `Any`: each function takes the one event that its key names.
EVOLVING: Mapping[type, Callable[[ReportSeries, Any], None]] = {
    told.SeriesGiven: _given,
    told.SeriesRestated: _named,
    told.SeriesOccurrencesOpened: _occurrences_opened,
    told.SeriesRuleReplaced: _rule_replaced,
    told.SeriesOwnerAssigned: _owner_assigned,
    told.SeriesDeputyAssigned: _deputy_assigned,
    told.SeriesCommented: _commented,
    told.SeriesEnded: _ended,
    told.SeriesAccessRestricted: _restricted,
    told.SeriesAccessOpened: _access_opened,
}
_evolve = evolver(EVOLVING)
