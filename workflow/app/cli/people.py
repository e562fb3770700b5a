"""`fristvakt people …`: who works here, for owners and for who decides."""

from __future__ import annotations

from pathlib import Path

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Group, argument, command, formatted, option
from workflow.app.cli.speech import language, say
from workflow.directory.importing import import_lists
from workflow.language import N_
from workflow.reading.documents.door import bytes_of

people_command = Group(
    "people",
    members={
        "import": ("people", N_("Import people and units from CSV files: all rows or none")),
        "list": ("people", N_("List people with unit, role and id")),
    },
    help=N_("Import and list people and units."),
    example="fristvakt people import personer.csv --units enheter.csv\nfristvakt people list",
)


@command(
    "import",
    N_(
        "Import people and units from CSV files: all rows or none.\n\n"
        "People: name, email, unit, manager_email, role, language. Units: unit, parent, manager_email. "
        "Who is known by e-mail is changed; nobody is removed."
    ),
    "fristvakt people import personer.csv --units enheter.csv",
)
@argument("file", N_("The list of people."), N_("FILE"), type=click.Path(path_type=Path))
@option("--units", metavar=N_("FILE"), type=click.Path(path_type=Path), text=N_("The list of units."))
@formatted
def import_command(file: Path, units: Path | None, form: str) -> None:
    """Import the lists."""
    with opened() as app:
        done = import_lists(
            app.datastore, app.new_id, bytes_of(file), bytes_of(units) if units else None, language()
        )
    if form == "json":
        return print_json(done)
    return click.echo(
        say(N_("New or changed: {people} people, {units} units."), people=done.people, units=done.units)
    )


@command("list", N_("List people with unit, role and id."), "fristvakt people list --format json")
@formatted
def list_command(form: str) -> None:
    """Print the directory."""
    with opened() as app:
        people, units, names = app.directory.people(), app.directory.units(), app.names()
    if form == "json":
        return print_json({"people": people, "units": units})
    if not people:
        return click.echo(say(N_("The directory is empty. Fill it with: fristvakt people import FILE")))
    headings = [N_("Name"), N_("E-mail"), N_("Unit"), N_("Manager"), N_("Role")]
    rows = [
        (one.name, one.email, names.get(one.unit, ""), names.get(one.manager, ""), one.role) for one in people
    ]
    return print_table([say(heading) for heading in headings], rows, folding=(0, 1, 2, 3))
