"""The internal lead dates of what is due: by when unit, director and archive are to have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from calendars.days import UnverifiedYear
from projections.engine.duty.due_row import DueRow
from workflow.app.cli.speech import day
from workflow.app.wiring import App
from workflow.language import N_
from workflow.notices.ladder import LeadDates, lead_dates
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.working_days import working_days

HEADINGS = (N_("With the unit"), N_("With the director"), N_("In the archive"))

Leads = Mapping[tuple[UUID, str], LeadDates]
"""By duty and part."""


def leads_of(app: App, rows: Iterable[DueRow]) -> Leads:
    """Give the lead dates of every deadline; none for meetings, nor where the holidays are not verified."""
    rules = rules_in_force(app.store, app.settings.agency)
    calendar = working_days(app.settings.joint_holiday)
    found = {}
    for row in rows:
        if row.working_date is None or row.kind == "meeting":
            continue
        try:
            dates = lead_dates(row.working_date, rules.leads_of(row.kind, row.duty), calendar)
        except UnverifiedYear:  # a lead time that reaches out of the verified years is not guessed
            continue
        found[row.duty, row.part] = dates
    return found


def cells(row: DueRow, leads: Leads) -> tuple[str, str, str]:
    """Give the three days of a row, empty where it has none."""
    dates = leads.get((row.duty, row.part))
    return (day(dates.unit), day(dates.director), day(dates.archive)) if dates else ("", "", "")
