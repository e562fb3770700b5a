"""`fristvakt year status`: what must be decided before a year can be closed."""

from __future__ import annotations

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.output import plain, print_json
from workflow.app.cli.parts import command, formatted
from workflow.app.cli.speech import day, say
from workflow.app.cli.year_parts import print_standing, standing_json, year_meant
from workflow.app.closing import standing
from workflow.language import N_


@command(
    "status",
    N_(
        "Show what must be decided before the year can be closed.\n\n"
        "What fell due and is not delivered is delivered, carried over or withdrawn; deviations are closed; "
        "requests are answered; what was given orally is confirmed; letters are decided."
    ),
    "fristvakt year status 2026\nfristvakt year status 2026 --format json",
)
@year_meant
@formatted
def status_command(year: int, form: str) -> None:
    """Print how far the year is decided."""
    with opened() as app:
        found = standing(app, year)
        closed = found.history.year(year).closed
    if form == "json":
        return print_json(standing_json(found) | {"closed": closed and plain(closed.closed_on)})
    print_standing(found)
    if closed is not None:
        facts = {"year": year, "day": day(closed.closed_on), "checkpoint": closed.checkpoint}
        return click.echo(say(N_("{year} was closed {day}. Checkpoint: {checkpoint}"), **facts))
    if not found.blocking:
        click.echo(say(N_("Everything is decided: {year} can be closed when it is over."), year=year))
    return None
