"""`fristvakt due`: what falls when, what is late, and what has no day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from projections.due.queries import DueFilter, between, overdue, undelivered, without_day
from projections.engine.duty.due_row import DueRow
from workflow.app.cli.finding import unit_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.names import kind_name, state_name
from workflow.app.cli.opening import opened
from workflow.app.cli.output import plain, print_json, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import day, say, say_count, weekday
from workflow.app.wiring import App
from workflow.called import KINDS
from workflow.language import N_

if TYPE_CHECKING:  # counted only where they are asked for
    from workflow.app.cli.due_internal import Leads


@command(
    "due",
    N_(
        "List what falls due, and when.\n\n"
        "Without days: everything that is not delivered yet, and then what has no day."
    ),
    "fristvakt due --from 01.01.2027 --to 31.03.2027\nfristvakt due --overdue --unit Analyse",
)
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
@option("--overdue", "late", is_flag=True, text=N_("Only what is not delivered although its day has passed."))
@option("--owner", metavar=N_("PERSON"), text=N_("Only what this person answers for."))
@option("--unit", metavar=N_("UNIT"), text=N_("Only what this unit answers for."))
@option("--goal", type=int, metavar=N_("NUMBER"), text=N_("Only this goal."))
@option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(KINDS)),
    text=N_("Only this kind (may be repeated)."),
)
@option("--internal", is_flag=True, text=N_("Also by when unit, director and archive are to have it."))
@formatted
def due_command(
    first: dt.date | None,
    last: dt.date | None,
    late: bool,
    owner: str | None,
    unit: str | None,
    goal: int | None,
    kinds: tuple[str, ...],
    internal: bool,
    form: str,
) -> None:
    """Print what is due."""
    if late and (first or last):
        raise click.UsageError(say(N_("Write either --overdue, or --from and --to.")))
    with opened() as app:
        which = DueFilter(
            owner=app.directory.find_person(owner).id if owner else None,
            unit=unit_named(app, unit) if unit else None,
            goal=goal,
            kinds=kinds,
        )
        rows = _rows(app, which, first, last, late)
        names = app.names()
        leads = _leads(app, rows) if internal else None
    if form == "json":
        return print_json(rows if leads is None else [_with_leads(row, leads) for row in rows])
    _print([row for row in rows if row.due is not None], names, leads)
    _print_without_day([row for row in rows if row.due is None], names)
    return click.echo("\n" + say_count(N_("{count} deadline"), N_("{count} deadlines"), len(rows)))


def _rows(
    app: App, which: DueFilter, first: dt.date | None, last: dt.date | None, late: bool
) -> list[DueRow]:
    with app.datastore.reading() as connection:
        if late:
            return overdue(connection, app.today(), which)
        if first or last:
            return between(connection, first or dt.date.min, last or dt.date.max, which)
        return undelivered(connection, which) + without_day(connection, which)


def _leads(app: App, rows: list[DueRow]) -> Leads:
    from workflow.app.cli.due_internal import leads_of

    return leads_of(app, rows)


def _with_leads(row: DueRow, leads: Leads) -> dict[str, Any]:
    dates = leads.get((row.duty, row.part))
    return {**plain(row), "internal": dates._asdict() if dates is not None else None}


def _print(rows: list[DueRow], names: dict[str, str], leads: Leads | None) -> None:
    headings = [N_("Due"), N_("Deliver by"), N_("Reference"), N_("Duty"), N_("Owner"), N_("State")]
    cells: list[tuple[str, ...]] = [
        (_stated(row), _deliver_by(row), row.reference, _title(row), _owner(row, names), _state(row))
        for row in rows
    ]
    if leads is not None:
        from workflow.app.cli import due_internal

        headings = [*headings, *due_internal.HEADINGS]
        cells = [(*cell, *due_internal.cells(row, leads)) for cell, row in zip(cells, rows, strict=True)]
    print_table([say(heading) for heading in headings], cells, folding=(2, 3, 4))


def _print_without_day(rows: list[DueRow], names: dict[str, str]) -> None:
    if not rows:
        return
    click.echo("\n" + say(N_("Without a day: someone must find out when")))
    headings = [N_("Words"), N_("Reference"), N_("Duty"), N_("Owner"), N_("State")]
    cells = [(f"«{row.words}»", row.reference, _title(row), _owner(row, names), _state(row)) for row in rows]
    print_table([say(heading) for heading in headings], cells, folding=(0, 1, 2, 3))


def _stated(row: DueRow) -> str:
    assert row.due is not None
    if row.first_day is not None and row.first_day != row.due:
        return f"{day(row.first_day)}–{day(row.due)}"
    return weekday(row.due)


def _deliver_by(row: DueRow) -> str:
    """Give the working day, where it is another than the stated one."""
    return weekday(row.working_date) if row.working_date and row.working_date != row.due else ""


def _title(row: DueRow) -> str:
    part = f" – {row.part}" if row.part else ""
    shield = f" [{say(N_('shielded'))}]" if row.shielded else ""
    return f"{row.title}{part} ({kind_name(row.kind)}){shield}"


def _owner(row: DueRow, names: dict[str, str]) -> str:
    return " / ".join(names.get(each, each) for each in (row.owner, row.unit) if each)


def _state(row: DueRow) -> str:
    return state_name(row.state) + (f", {say(N_('tentative'))}" if row.tentative else "")
