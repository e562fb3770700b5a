"""Builds the report that was ordered from what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workflow.language import N_
from workflow.reporting.building import half_year, status, year
from workflow.reporting.building.order import Order
from workflow.reporting.building.scope import Scope, scope_of
from workflow.reporting.building.speech import day
from workflow.reporting.history import History
from workflow.reporting.model import Report, ReportKind, Section

_TITLES = {
    ReportKind.YEAR: N_("Annual report {year}"),
    ReportKind.HALF_YEAR: N_("Half-year report {year}"),
    ReportKind.STATUS: N_("Status {day}"),
}
_CHAPTERS: Mapping[ReportKind, Callable[[Scope], Iterator[Section | None]]] = {
    ReportKind.YEAR: year.sections,
    ReportKind.HALF_YEAR: half_year.sections,
    ReportKind.STATUS: status.sections,
}


def build(order: Order, history: History) -> Report:
    """Build a year, half-year or status report; the same order and history give the same report.

    Raises `KeyError` for another kind: those are built elsewhere.
    """
    chapters, scope = _CHAPTERS[order.kind], scope_of(order, history)
    first, last = order.period
    return Report(
        kind=order.kind,
        title=scope.speech.say(_TITLES[order.kind], year=order.year, day=day(last)),
        agency=history.agency,
        language=order.language,
        first=first,
        last=last,
        known_at=history.known_at,
        made_by=order.made_by,
        sections=tuple(each for each in chapters(scope) if each is not None),
        facts=tuple(_facts(scope)),
    )


def _facts(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give what stands on the front."""
    speech, history = scope.speech, scope.history
    first, last = scope.order.period
    yield speech.say(N_("Agency")), history.agency
    yield speech.say(N_("Period")), f"{day(first)}–{day(last)}"
    yield speech.say(N_("As known")), speech.moment(history.known_at)
    yield speech.say(N_("Last entry in the audit trail")), str(history.position)
    yield speech.say(N_("Made by")), scope.order.made_by
    closed = history.year(scope.order.year).closed
    if closed is not None:
        yield speech.say(N_("The year was closed")), day(closed.closed_on)
        yield speech.say(N_("Checkpoint")), closed.checkpoint
    if any(scope.hides(each.duty) for each in scope.duties):
        yield (
            speech.say(N_("Shielding")),
            speech.say(N_("Shielded titles are left out (offentleglova § 15).")),
        )
