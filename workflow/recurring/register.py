"""Keeps the list of series in step with their events, in the same transaction."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, insert, select, update

from workflow.loading import load_duty
from workflow.recurring.tables import series as table
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work


def note(work: Work, series: ReportSeries) -> None:
    """Enter a series, and whether it runs."""
    running = series.ended_on is None
    with work.store.datastore.unit_of_work() as connection:
        changed = connection.execute(update(table).where(table.c.id == series.id).values(running=running))
        if changed.rowcount == 0:
            row = {"id": series.id, "agency": work.agency, "parent": series.parent, "running": running}
            connection.execute(insert(table).values(row))


def running(work: Work) -> list[ReportSeries]:
    """Give the agency's running series."""
    return _series(work, (table.c.agency == work.agency) & table.c.running)


def below(work: Work, duty: UUID) -> list[ReportSeries]:
    """Give the series that recur in a duty, ended ones too."""
    return _series(work, table.c.parent == duty)


def _series(work: Work, which: ColumnElement[bool]) -> list[ReportSeries]:
    with work.store.datastore.reading() as connection:
        ids = list(connection.execute(select(table.c.id).where(which).order_by(table.c.id)).scalars())
    found = [load_duty(work, one) for one in ids]
    return [one for one in found if isinstance(one, ReportSeries)]
