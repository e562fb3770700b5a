"""What the commands of a duty mean for a series, and for the occurrences that are still open."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary.values import DeadlineFact, Source
from workflow.duty import commands
from workflow.duty.deadlines import read_words
from workflow.duty.refusals import OwnSuccessor, SeriesHasNoDelivery
from workflow.duty.state import Stamp
from workflow.loading import load_duty, save
from workflow.recurring import register
from workflow.recurring.opening import end_of_next_year, open_ahead, open_duties
from workflow.report_series.commands import OpenUpcomingReports
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome, Work


def open_upcoming(command: OpenUpcomingReports, work: Work) -> Outcome:
    """Open the reports of every running series ahead."""
    stamp = Stamp(work.now, command.by)
    through = command.through or end_of_next_year(work.today)
    running = register.running(work)
    opened = [duty for series in running for duty in open_ahead(series, through, work, stamp)]
    return save(work, *running, *opened, opened=len(opened))


def assign(series: ReportSeries, command: commands.AssignOwner, work: Work) -> Outcome:
    """Give the series an owner, and every open occurrence that had the series' owner."""
    return save(work, *assigned(series, command, work))


def assigned(series: ReportSeries, command: commands.AssignOwner, work: Work) -> list[BaseAggregate[UUID]]:
    """Give a series and what it opened another owner; gives what is to be saved."""
    stamp = Stamp(work.now, command.by)
    before = (series.owner, series.unit)
    same = [duty for duty in open_duties(series, work) if (duty.owner, duty.unit) == before]
    series.assign(command.owner, command.unit, stamp)
    for duty in same:
        duty.assign(command.owner, command.unit, command.effective_on, stamp)
    return [series, *same]


def assign_deputy(series: ReportSeries, command: commands.AssignDeputy, work: Work) -> Outcome:
    """Give the series a deputy, and every open occurrence that had the series' deputy."""
    return save(work, *with_deputy(series, command, work))


def with_deputy(
    series: ReportSeries, command: commands.AssignDeputy, work: Work
) -> list[BaseAggregate[UUID]]:
    """Give a series and what it opened another deputy; gives what is to be saved."""
    stamp = Stamp(work.now, command.by)
    same = [duty for duty in open_duties(series, work) if duty.deputy == series.deputy]
    series.assign_deputy(command.deputy, stamp)
    for duty in same:
        duty.assign_deputy(command.deputy, stamp)
    return [series, *same]


def comment(series: ReportSeries, command: commands.Comment, work: Work) -> Outcome:
    """Write something down about the series."""
    series.comment(command.comment.strip(), Stamp(work.now, command.by))
    return save(work, series)


def restrict(series: ReportSeries, command: commands.RestrictAccess, work: Work) -> Outcome:
    """Shield the series and every occurrence it ever opened, withdrawn ones too."""
    return save(work, *with_access(series, command, work))


def open_access(series: ReportSeries, command: commands.OpenAccess, work: Work) -> Outcome:
    """Take the shield away from the series and every occurrence it ever opened."""
    return save(work, *with_access(series, command, work))


def with_access(
    series: ReportSeries, command: commands.RestrictAccess | commands.OpenAccess, work: Work
) -> list[BaseAggregate[UUID]]:
    """Shield or open a series with all it ever opened; gives what is to be saved."""
    stamp = Stamp(work.now, command.by)
    streams = [series, *(load_duty(work, duty) for duty in series.reports)]
    for one in streams:
        if isinstance(command, commands.RestrictAccess):
            one.restrict_access(command.reason, stamp)
        else:
            one.open_access(command.reason, stamp)
    return list(streams)


def withdraw(series: ReportSeries, command: commands.WithdrawDuty, work: Work) -> Outcome:
    """End the series, and withdraw the occurrences from that day on."""
    day = command.withdrawn_on or work.today
    stamp = Stamp(work.now, command.by)
    return save(work, *end_series(series, day, command.reason, command.reference, work, stamp))


def carry_over(series: ReportSeries, command: commands.CarryOver, work: Work) -> Outcome:
    """End the series, whose reports the next letter's own series goes on with."""
    day = command.carried_on or work.today
    stamp = Stamp(work.now, command.by)
    reference = successor_reference(command, work)
    return save(work, *end_series(series, day, command.reason, reference, work, stamp))


def successor_reference(command: commands.CarryOver, work: Work) -> str:
    """Give the reference that a carrying over rests on: the one given, else that of what it lives on as."""
    if command.to is None:
        return command.reference.strip()
    successor = load_duty(work, command.to)
    if command.to == command.duty:
        raise OwnSuccessor(duty=successor.reference)
    return command.reference.strip() or successor.reference


def drop(series: ReportSeries, command: commands.DropDeadline, work: Work) -> Outcome:
    """End the series, because its source took the rhythm back."""
    stamp = Stamp(work.now, command.by)
    return save(work, *end_series(series, work.today, command.reason, command.source, work, stamp))


def end_series(
    series: ReportSeries, day: dt.date, reason: str, reference: str, work: Work, stamp: Stamp
) -> list[BaseAggregate[UUID]]:
    """End a series on a day: what is due from then on lapses, what was due before is still owed.

    Gives the series and every occurrence that changed, to be saved.
    """
    duties = open_duties(series, work, from_on=day)
    series.end(day, reason, reference, stamp)
    for duty in duties:
        duty.withdraw(reason, reference, day, stamp)
    register.note(work, series)
    return [series, *duties]


def set_rule(series: ReportSeries, command: commands.SetDeadline, work: Work) -> Outcome:
    """Give the series another rhythm from today on."""
    fact = read_words(command.words, work.today.year)
    reason = f"{series.deadline.text} → {fact.text}"
    return _replace(series, fact, reason, command.source, work, Stamp(work.now, command.by))


def postpone(series: ReportSeries, command: commands.PostponeDeadline, work: Work) -> Outcome:
    """Give the series another rhythm from today on, with the reason."""
    fact = read_words(command.words, work.today.year)
    return _replace(series, fact, command.reason, command.source, work, Stamp(work.now, command.by))


def _replace(
    series: ReportSeries, fact: DeadlineFact, reason: str, source: str, work: Work, stamp: Stamp
) -> Outcome:
    series.replace_rule(fact, work.today, reason, Source(reference=source), stamp)
    duties = open_ahead(series, end_of_next_year(work.today), work, stamp, reason)
    return save(work, series, *duties)


def refuse(series: ReportSeries, _command: object, _work: Work) -> Outcome:
    """What is said of a delivery, or of a single deadline, is said report by report."""
    raise SeriesHasNoDelivery(duty=series.reference)
