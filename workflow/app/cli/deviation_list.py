"""`fristvakt deviation list`: what deviates, what is done about it, and whether the ministry knows."""

from __future__ import annotations

import datetime as dt

import click

from projections.deviations.queries import DeviationFilter, DeviationRow, MeasureRow, listed
from workflow.app.cli.finding import duty_named, person_named, unit_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import day, say, say_count
from workflow.language import N_


@command(
    "list",
    N_("List deviations with their measures. Without choices: those that are not closed."),
    "fristvakt deviation list --material\nfristvakt deviation list --all --from 01.01.2026 --format json",
)
@option("--all", "everything", is_flag=True, text=N_("Closed ones too."))
@option("--duty", default="", metavar=N_("DUTY"), text=N_("Only those of this duty, closed ones too."))
@option("--material", is_flag=True, text=N_("Only material ones."))
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Only what this person answers for."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Only what this unit answers for."))
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
@formatted
def list_command(
    everything: bool,
    duty: str,
    material: bool,
    owner: str,
    unit: str,
    first: dt.date | None,
    last: dt.date | None,
    form: str,
) -> None:
    """Print the deviations."""
    with opened() as app:
        chosen = DeviationFilter(
            duty=duty_named(app, duty) if duty else None,
            owner=person_named(app, owner) or None,
            unit=unit_named(app, unit) or None,
            material=material or None,
            is_open=None if everything or duty else True,
            first=first,
            last=last,
        )
        with app.datastore.reading() as connection:
            rows = listed(connection, chosen)
        names = app.names()
    if form == "json":
        return print_json(rows)
    for row in rows:
        _print(row, names)
    return click.echo(say_count(N_("{count} deviation"), N_("{count} deviations"), len(rows)))


def _print(row: DeviationRow, names: dict[str, str]) -> None:
    marks = [say(N_("material"))] if row.material else []
    marks += [say(N_("closed {day}"), day=day(row.closed_on))] if row.closed_on else []
    marked = f" [{', '.join(marks)}]" if marks else ""
    title = f"{row.title} – {row.part}" if row.part else row.title
    click.echo(f"{row.reference} · {say(N_('deviation {number}'), number=row.number)}{marked}: {title}")
    for line in _lines(row, names):
        click.echo(f"  {line}")
    click.echo()


def _lines(row: DeviationRow, names: dict[str, str]) -> list[str]:
    said = [
        (N_("Discovered"), _discovered(row)),
        (N_("Owner"), " / ".join(names.get(each, each) for each in (row.owner, row.unit) if each)),
        (N_("Cause"), row.cause or say(N_("not described yet"))),
        (N_("Consequence"), row.consequence),
        (N_("The ministry"), _told(row)),
        *((N_("Measure"), _measure(one, names)) for one in row.measures),
        (N_("Result"), row.result),
    ]
    return [f"{say(heading)}: {text}" for heading, text in said if text]


def _discovered(row: DeviationRow) -> str:
    seen = say(N_("the deadline passed undelivered")) if row.missed is not None else ""
    return f"{day(row.discovered_on)}, {seen}" if seen else day(row.discovered_on)


def _told(row: DeviationRow) -> str:
    if row.told_on is None:
        return say(N_("not told")) if row.material else ""
    how = ", ".join(each for each in (row.told_how, row.told_reference) if each)
    return say(N_("told {day}: {how}"), day=day(row.told_on), how=how)


def _measure(measure: MeasureRow, names: dict[str, str]) -> str:
    found = f"{measure.number}. {measure.what}, {names.get(measure.who, measure.who)}".rstrip(", ")
    if measure.completed_on:
        state = say(N_("completed {day}"), day=day(measure.completed_on))
        return f"{found}, {state}" + (f": {measure.result}" if measure.result else "")
    if measure.dropped:
        return f"{found}, {say(N_('dropped'))}: {measure.dropped}"
    return f"{found}, {say(N_('by {day}'), day=day(measure.due))}"
