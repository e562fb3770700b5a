"""The styringskalender of a year as a report: what is due by date, and every duty with all its deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from events.vocabulary import duty as shapes
from workflow.called import KINDS
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.assignment_table import DEADLINES, DELIVERY
from workflow.reporting.building.order import Order
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import Speech, day
from workflow.reporting.calendar import words
from workflow.reporting.calendar.rows import CalendarRow, Listed, listed, span
from workflow.reporting.history import History
from workflow.reporting.model import Cell, Paragraph, Report, ReportKind, Section, Table, Trace

GONE = ("withdrawn", "carried_over", words.DROPPED)
"""What is not printed by date, because nothing falls due any more."""


def build_calendar(order: Order, history: History) -> Report:
    """Build the calendar of the order's year; the same order and history give the same report."""
    scope = Scope(order, history, Speech(order.language), ())
    rows, (first, last) = listed(scope), order.period
    say = scope.speech.say
    return Report(
        kind=ReportKind.CALENDAR,
        title=say(N_("Governance calendar {year}"), year=order.year),
        agency=history.agency,
        language=order.language,
        first=first,
        last=last,
        known_at=history.known_at,
        made_by=order.made_by,
        sections=(_by_date(scope, rows), _by_duty(scope, rows)),
        facts=tuple(_facts(scope)),
    )


def calendar_rows(order: Order, history: History) -> tuple[CalendarRow, ...]:
    """Give what the calendar's table by duty says, row by row."""
    return tuple(each.row for each in listed(Scope(order, history, Speech(order.language), ())))


def _facts(scope: Scope) -> list[tuple[str, str]]:
    say, (first, last) = scope.speech.say, scope.order.period
    return [
        (say(N_("Agency")), scope.history.agency),
        (say(N_("Period")), f"{day(first)}–{day(last)}"),
        (say(N_("As known")), scope.speech.moment(scope.history.known_at)),
        (say(N_("Made by")), scope.order.made_by),
    ]


def _by_date(scope: Scope, rows: tuple[Listed, ...]) -> Section:
    dated = sorted((each for each in rows if falls_due(scope.order, each.row)), key=_order)
    one, many = N_("{count} deadline in the year."), N_("{count} deadlines in the year.")
    counted = Paragraph(scope.speech.count(one, many, len(dated)), tuple(_trace(each) for each in dated))
    blocks = (counted, _table(scope, "by-date", words.BY_DATE, dated))
    return Section("by-date", scope.speech.say(N_("By date")), 1, blocks)


def falls_due(order: Order, row: CalendarRow) -> bool:
    """Tell whether it stands, and its day or a day of its window is in the year."""
    first, last = order.period
    dated = row.first is not None and row.last is not None and row.first <= last and row.last >= first
    return dated and row.state not in GONE


def _order(about: Listed) -> tuple[dt.date, dt.date, str, str]:
    row = about.row
    return row.last or dt.date.max, row.first or dt.date.max, row.reference, row.part


def _by_duty(scope: Scope, rows: tuple[Listed, ...]) -> Section:
    return Section(
        "by-duty", scope.speech.say(N_("By duty")), 1, (_table(scope, "by-duty", words.BY_DUTY, rows),)
    )


_CAPTIONS = {
    "by-date": N_("By date: governance calendar {year}"),
    "by-duty": N_("By duty: governance calendar {year}"),
}
_NARROW = (words.REFERENCE, words.DUE, words.DELIVERED)


def _table(
    scope: Scope, key: str, columns: tuple[str, ...], rows: tuple[Listed, ...] | list[Listed]
) -> Table:
    narrow = tuple(at for at, name in enumerate(columns) if name in _NARROW)
    filled = tuple(_cells(scope, columns, each) for each in rows)
    headings = tuple(scope.speech.say(name) for name in columns)
    return Table(key, scope.speech.say(_CAPTIONS[key], year=scope.order.year), headings, filled, narrow)


def _cells(scope: Scope, columns: tuple[str, ...], about: Listed) -> tuple[Cell, ...]:
    said = _said(scope, about)
    return tuple(said[name] for name in columns)


def _said(scope: Scope, about: Listed) -> Mapping[str, Cell]:
    """Give what stands in each column."""
    row, followed, say = about.row, about.followed, scope.speech.say
    given, agreed = followed.trace(), _trace(about)
    owned = followed.trace(shapes.OwnerAssigned)
    return {
        words.REFERENCE: cells.text(row.reference, given),
        words.TITLE: cells.text(row.title, followed.trace(shapes.DutyGiven, shapes.DutyRestated)),
        words.PART: cells.text(row.part, agreed),
        words.KIND: cells.text(say(KINDS.get(row.kind, row.kind)), given),
        words.WORDS: cells.text(row.words, agreed),
        words.DUE: _due(about, agreed),
        words.WAS: cells.text(scope.speech.when(about.was), agreed),
        words.OWED_TO: cells.text(row.owed_to, given),
        words.ANSWERS: cells.text(scope.responsible(followed.duty), owned),
        words.STATE: cells.text(say(words.STATES.get(row.state, row.state)), _last(about)),
        words.DELIVERED: cells.date(row.delivered_on, followed.trace(*DELIVERY, part=about.part.part)),
        words.STATED: cells.text(scope.place(followed.duty.sources[0]), given),
    }


def _due(about: Listed, trace: Trace) -> Cell:
    """Give a day as such and a window as its first and last day; nothing where there is no day."""
    first, last = span(about.part.current)
    if first is None or first == last:
        return cells.date(last, trace)
    return cells.text(f"{day(first)}–{day(last)}", trace)


def _trace(about: Listed) -> Trace:
    return about.followed.trace(*DEADLINES, part=about.part.part)


def _last(about: Listed) -> Trace:
    """Point to the last event: the state is what all of them made it."""
    duty = about.followed.duty
    return Trace(duty.id, duty.reference, (about.followed.recorded[-1].position,))
