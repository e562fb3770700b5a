"""Keeps the list of running series in step with their events, in the same transaction."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, insert, select

from workflow.recurring.tables import running_series
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work


def note(work: Work, series: ReportSeries) -> None:
    """Enter a series that runs, strike one that has ended."""
    column = running_series.c.id
    with work.store.datastore.unit_of_work() as connection:
        known = connection.execute(select(column).where(column == series.id)).first() is not None
        if series.ended_on is not None:
            connection.execute(delete(running_series).where(column == series.id))
        elif not known:
            connection.execute(insert(running_series).values(id=series.id, agency=work.agency))


def running(work: Work) -> list[UUID]:
    """Give the agency's running series."""
    c = running_series.c
    with work.store.datastore.reading() as connection:
        rows = connection.execute(select(c.id).where(c.agency == work.agency).order_by(c.id))
        return list(rows.scalars())
