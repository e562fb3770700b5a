"""`fristvakt rebuild`: the projections anew from the events."""

from __future__ import annotations

import click

from workflow.app.cli.opening import opened, stoppage
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, formatted
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import say
from workflow.language import N_
from workflow.refusals import Refusal


class NoSuchProjection(Refusal):
    """There is no projection of that name."""

    code = "no-such-projection"
    message = N_("There is no projection «{name}». There are: {names}.")


@command(
    "rebuild",
    N_("Build the projections anew from the events.\n\nWhat is shown meanwhile is what stood before."),
    "fristvakt rebuild\nfristvakt rebuild register",
)
@argument("name", N_("One projection; without it, all of them."), N_("[PROJECTION]"), required=False)
@formatted
def rebuild_command(name: str | None, form: str) -> None:
    """Rebuild one projection or all."""
    with opened() as app:
        if name is not None and name not in app.engine.projections:
            raise NoSuchProjection(name=name, names=", ".join(app.engine.projections))
        with progress(say(N_("Building the projections"))):
            taken = app.engine.rebuild(name)
        rows = app.engine.status()
    stopped = [stoppage(row.name, row.stopped) for row in rows if row.stopped is not None]
    if stopped:
        raise stopped[0]
    if form == "json":
        return print_json({"events": taken, "projections": rows})
    return click.echo(
        say(
            N_("Built anew from {events} events: {names}."),
            events=taken,
            names=name or ", ".join(row.name for row in rows),
        )
    )
