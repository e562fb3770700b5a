"""A report that somebody asks for: gathered from the trail as it was known, and built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calendars.zone import OSLO
from workflow.directory.shielded import require_reader_of_shielded
from workflow.replaying.known import end_of, known_store
from workflow.reporting.building.order import Demanded, Order
from workflow.reporting.building.report import build
from workflow.reporting.calendar.building import build_calendar
from workflow.reporting.demanded import demanded
from workflow.reporting.history import History, gather
from workflow.reporting.model import Report, ReportKind

if TYPE_CHECKING:
    from workflow.app.wiring import App
    from workflow.directory.people import Person


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `as_of` is the day as of whose end it was known; None says what is known now."""

    kind: ReportKind
    by: Person
    language: str
    year: int | None = None
    """None is the year of the day that it is told of."""
    as_of: dt.date | None = None
    shielded: bool = False


def report_of(app: App, wanted: Wanted) -> Report:
    """Build what is asked for; refuses shielded titles to whom they are not for."""
    if wanted.shielded:
        require_reader_of_shielded(wanted.by)
    history = known_history(app, wanted.as_of)
    order = _order(app, wanted, history)
    return build_calendar(order, history) if wanted.kind is ReportKind.CALENDAR else build(order, history)


def known_history(app: App, as_of: dt.date | None) -> History:
    """Gather what was known at the end of a day in Norway; a day that is not over counts until now."""
    now = app.clock()
    if as_of is None or end_of(as_of) >= now:
        return gather(app.store, app.directory, app.settings.agency, now)
    known_at = end_of(as_of)
    return gather(known_store(app.store, known_at), app.directory, app.settings.agency, known_at)


def demands_of(app: App, year: int) -> tuple[Demanded, ...]:
    """Give what the letters demand of the content of the year's reports; the documents are read for it."""
    from workflow.reading.documents.door import text_of

    return demanded(app.readings, app.settings.agency, year, text_of)


def _order(app: App, wanted: Wanted, history: History) -> Order:
    day = history.known_at.astimezone(OSLO).date()
    year = day.year if wanted.year is None else wanted.year
    asks = wanted.kind in (ReportKind.YEAR, ReportKind.HALF_YEAR)
    return Order(
        kind=wanted.kind,
        year=year,
        language=wanted.language,
        made_by=wanted.by.name,
        last=day if wanted.kind is ReportKind.STATUS else None,
        shielded=wanted.shielded,
        demands=tuple(one for one in demands_of(app, year) if one.letter in history.letters) if asks else (),
    )
