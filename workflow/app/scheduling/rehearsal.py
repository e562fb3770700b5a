"""A rehearsal: everything the scheduler would do at a moment is done, looked at, and undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from projections.engine.duty.state import Duty
from projections.notices.queries import NoticeRow, listed
from projections.reminders.queries import duties
from workflow.app.scheduling.look import THE_SERVICE
from workflow.app.wiring import App
from workflow.deviations.commands import RecordMissedDeadlines
from workflow.report_series.commands import OpenUpcomingReports


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would be done: how many series open reports, how many duties miss a deadline, what is raised."""

    opened: int
    missed: int
    notices: list[NoticeRow]
    duties: Mapping[UUID, Duty]


class _Undone(Exception):
    """Rolls the rehearsal back."""


def rehearse(app: App) -> Rehearsed:
    """Tell what the scheduler would do at the app's clock, with the facts of today; nothing stays done.

    One transaction that is rolled back: what it tells is what would happen, not a second opinion.
    """
    done: list[Rehearsed] = []
    with suppress(_Undone), app.datastore.unit_of_work():
        done.append(_done(app, app.clock()))
        raise _Undone
    return done[0]


def _done(app: App, now: dt.datetime) -> Rehearsed:
    opened = app.handle(OpenUpcomingReports(by=THE_SERVICE)).changed
    missed = app.handle(RecordMissedDeadlines(by=THE_SERVICE)).changed
    app.raising.raise_due(now)
    app.catch_up()
    with app.datastore.reading() as connection:
        raised = [row for row in listed(connection) if row.raised_at == now]
        about = duties(connection, {row.duty for row in raised if row.duty is not None})
    return Rehearsed(len(opened), len(missed), raised, about)
