"""A series opens its reports or meetings ahead, each one a duty with a life of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

from calendars.days import EDITION, FIRST_VERIFIED_YEAR, LAST_VERIFIED_YEAR
from calendars.deadline import Deadline, Form
from calendars.language import explain
from calendars.recurrence import occurrences
from events.vocabulary.report_series import Occurrence
from events.vocabulary.values import DeadlineFact
from workflow.duty.aggregate import Duty
from workflow.duty.deadlines import deadline_of, fact_of
from workflow.duty.refusals import YearNotVerified
from workflow.duty.state import DutyFacts, Stamp
from workflow.kinds import STREAM_OF, kind_of_occurrences
from workflow.lifecycle import Step, allowed
from workflow.loading import load_duty, load_letter
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work


def end_of_next_year(today: dt.date) -> dt.date:
    """Give the day to which series open ahead."""
    return dt.date(today.year + 1, 12, 31)


def open_ahead(
    series: ReportSeries, through: dt.date, work: Work, stamp: Stamp, reason: str = ""
) -> list[Duty]:
    """Open what the series lacks up to and including `through`; give every duty that changed.

    Where an earlier rule had opened days that the present one does not have, those are withdrawn
    with `reason`. A rule without a day of its own («månedlig») has no occurrences.
    """
    if through.year > LAST_VERIFIED_YEAR:
        raise YearNotVerified(year=through.year, last=LAST_VERIFIED_YEAR)
    days = occurrences(deadline_of(series.deadline), _start(series, work), through)
    planned = series.planned([(one.stated, one.working) for one in days if one.working is not None])
    earlier = set(series.superseded.values())
    left = earlier - {occurrence.report for occurrence in planned}
    opened = [_opened(series, one, stamp) for one in planned if one.report not in earlier]
    series.open_occurrences(through, planned, stamp)
    return opened + [_withdrawn(work, duty, series, reason, stamp) for duty in sorted(left)]


def open_duties(series: ReportSeries, work: Work, from_on: dt.date = dt.date.min) -> list[Duty]:
    """Give the occurrences from a day on that are still to be delivered."""
    ids = [duty for day, duty in sorted(series.open.items()) if day >= from_on]
    duties = [load_duty(work, duty) for duty in ids]
    return [duty for duty in duties if isinstance(duty, Duty) and allowed(duty.state, Step.WITHDRAW)]


def _start(series: ReportSeries, work: Work) -> dt.date:
    """Count from where the rule says, else from the letter: its whole year when it is the year's letter."""
    verified = dt.date(FIRST_VERIFIED_YEAR, 1, 1)
    if series.counts_from is not None:
        return max(series.counts_from, verified)
    if series.source.letter is None:
        return max(series.given_on or work.today, verified)
    letter = load_letter(work, series.source.letter)
    new_year = dt.date(letter.year, 1, 1)
    whole_year = letter.channel == "allocation_letter" or letter.dated_on is None
    return max(new_year if whole_year else max(new_year, letter.dated_on or new_year), verified)


def _opened(series: ReportSeries, occurrence: Occurrence, stamp: Stamp) -> Duty:
    kind = kind_of_occurrences(series.kind)
    duty = STREAM_OF[kind].give(occurrence.report, _facts(series, occurrence, kind), stamp)
    duty.set_deadline("", _deadline(series, occurrence), series.source, stamp)
    if series.owner or series.unit:
        duty.assign(series.owner, series.unit, None, stamp)
    duty.assign_deputy(series.deputy, stamp)
    if series.restricted:
        duty.restrict_access(series.restriction, stamp)
    return duty


def _facts(series: ReportSeries, occurrence: Occurrence, kind: str) -> DutyFacts:
    return DutyFacts(
        reference="/".join(filter(None, [series.reference, series.part, occurrence.day.isoformat()])),
        kind=kind,
        title=" – ".join(filter(None, [series.title, series.part])),
        raw_title=series.raw_title,
        goal=series.goal,
        owed_to=series.owed_to,
        led_by=series.led_by,
        source=series.source,
        given_on=series.given_on,
        parent=series.id,
    )


def _deadline(series: ReportSeries, occurrence: Occurrence) -> DeadlineFact:
    rule = deadline_of(series.deadline)
    day = Deadline(
        text=rule.text,
        form=Form.DATE,
        pattern="day",
        day=occurrence.day,
        starts_at=rule.starts_at,
        ends_at=rule.ends_at,
        working_date=occurrence.working_date,
        holidays=EDITION,
        tentative=rule.tentative,
        firm=rule.firm,
    )
    return fact_of(replace(day, explanation=explain(day, "nb")))


def _withdrawn(work: Work, duty_id: UUID, series: ReportSeries, reason: str, stamp: Stamp) -> Duty:
    duty = load_duty(work, duty_id)
    assert isinstance(duty, Duty), "a series opens duties, never series"
    if allowed(duty.state, Step.WITHDRAW):
        duty.withdraw(reason, series.source_of_rule.reference or series.reference, work.today, stamp)
    return duty
