"""Reports and inputs: single ones one by one, recurring ones counted with what was late named."""

from __future__ import annotations

from uuid import UUID

from workflow.language import N_
from workflow.reporting.building import assignment_table, cells, numbers
from workflow.reporting.building.outcome import Outcome, Owed
from workflow.reporting.building.scope import REPORTS, Scope
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Block, Cell, Section, Table


def section(scope: Scope) -> Section:
    """Give the reports and inputs of the period."""
    say, owed = scope.speech.say, scope.owed(scope.of(*REPORTS))
    by_series = numbers.grouped(owed, lambda each: _series(scope, each))
    single, recurring = by_series.pop(None, ()), by_series
    blocks: list[Block] = [numbers.sentence(scope.speech, owed)]
    if single:
        caption = say(N_("Reports and inputs delivered one by one"))
        blocks.append(assignment_table.table(scope, "reports-single", caption, single))
    if recurring:
        blocks.append(_recurring(scope, recurring))
    return with_typed(scope, Section("reports", say(N_("Reports and inputs")), 1, tuple(blocks)))


def _series(scope: Scope, owed: Owed) -> UUID | None:
    parent = owed.followed.duty.parent
    found = scope.history.duties.get(parent) if parent else None
    return found.duty.id if found and found.duty.is_series else None


_COLUMNS = (Outcome.IN_TIME, Outcome.AGREED, Outcome.LATE, Outcome.OPEN, Outcome.OVERDUE)


def _recurring(scope: Scope, by_series: dict[UUID | None, tuple[Owed, ...]]) -> Table:
    say = scope.speech.say
    heads = (
        N_("Reference"),
        N_("Recurring report"),
        N_("Number"),
        N_("In time"),
        N_("In time after postponement"),
        N_("Too late"),
        N_("Not yet due"),
        N_("Overdue"),
        N_("Which were late or are overdue"),
    )
    rows = tuple(_row(scope, series, owed) for series, owed in by_series.items() if series)
    headings = tuple(say(each) for each in heads)
    caption = say(N_("Recurring reports, counted"))
    return Table("reports-recurring", caption, headings, rows, narrow=(0, 2, 3, 4, 5, 6, 7))


def _row(scope: Scope, series: UUID, owed: tuple[Owed, ...]) -> tuple[Cell, ...]:
    followed = scope.history.duties[series]
    late = numbers.having(owed, Outcome.LATE, Outcome.OVERDUE)
    named = "; ".join(
        f"{scope.when(each.followed.duty, each.part.current)}: {assignment_table.result(scope, each)}"
        for each in late
    )
    return (
        cells.text(scope.named(followed.duty), followed.trace()),
        cells.text(scope.title(followed.duty), followed.trace()),
        cells.counted(owed),
        *(cells.counted(numbers.having(owed, outcome)) for outcome in _COLUMNS),
        cells.text(named, *(each.trace() for each in late)),
    )
