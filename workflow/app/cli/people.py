"""`fristvakt people …`: who works here, for owners and for who decides."""

from __future__ import annotations

from pathlib import Path

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Group, argument, command, formatted, option
from workflow.app.cli.people_changes import print_changes, print_passed_over
from workflow.app.cli.speech import language, say, say_count
from workflow.directory.importing import changes_of, import_lists
from workflow.language import N_
from workflow.reading.documents.door import bytes_of

people_command = Group(
    "people",
    members={
        "import": ("people", N_("Import people and units from CSV or Excel: all rows or none")),
        "list": ("people", N_("List people with unit, role and id")),
        "change": ("people_changing", N_("Change name, address, unit, manager, role or language")),
        "deputy": ("people_changing", N_("Name who stands in for a person")),
        "absent": ("people_absence", N_("Note who is away and when, or list it")),
        "digest": ("people_mail", N_("Choose when a person gets the weekly digest")),
        "quiet": ("people_mail", N_("Choose a person's hours without mail")),
        "erase": ("people_erasing", N_("Erase a person; what happened stays, without the name")),
    },
    help=N_("Import, list and change people and units."),
    example="fristvakt people import personer.xlsx\nfristvakt people list",
)


@command(
    "import",
    N_(
        "Import people and units from CSV or Excel: all rows or none.\n\n"
        "People: name, e-mail, unit, manager, role, language, deputy, absent from, absent to. "
        "Units: unit, parent unit, manager; in a workbook they may stand in a sheet «Units». "
        "Headings in Norwegian or English. Who is known by e-mail is changed; nobody is removed, "
        "and what the list has no column for stays."
    ),
    "fristvakt people import personer.csv --units enheter.csv\n"
    "fristvakt people import personer.xlsx --dry-run",
)
@argument("file", N_("The list of people."), N_("FILE"), type=click.Path(path_type=Path))
@option("--units", metavar=N_("FILE"), type=click.Path(path_type=Path), text=N_("The list of units."))
@option("--dry-run", is_flag=True, text=N_("Show what would change, and change nothing."))
@formatted
def import_command(file: Path, units: Path | None, dry_run: bool, form: str) -> None:
    """Import the lists."""
    contents = bytes_of(file), bytes_of(units) if units else None
    with opened() as app:
        changes = changes_of(app.directory, app.new_id, *contents, language())
        if dry_run:
            return print_json(changes) if form == "json" else print_changes(changes)
        done = import_lists(app.datastore, app.new_id, *contents, language())
    if form == "json":
        return print_json(done)
    click.echo(
        say(N_("New or changed: {people} people, {units} units."), people=done.people, units=done.units)
    )
    if done.absences:
        click.echo(say_count(N_("{count} absence noted."), N_("{count} absences noted."), done.absences))
    return print_passed_over(changes)


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
    headings = [N_("Name"), N_("E-mail"), N_("Unit"), N_("Manager"), N_("Deputy"), N_("Role")]
    rows = [
        (
            one.name,
            one.email,
            *(names.get(each, "") for each in (one.unit, one.manager, one.deputy)),
            one.role,
        )
        for one in people
    ]
    return print_table([say(heading) for heading in headings], rows, folding=(0, 1, 2, 3, 4))
