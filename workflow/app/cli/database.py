"""`fristvakt db …`: the schema of the database, and how far the projections have come."""

from __future__ import annotations

import os

import click

from events.store import migrate
from projections.engine.status import Status
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Group, command, formatted
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import say
from workflow.app.settings import from_environment
from workflow.app.wiring import datastore_of
from workflow.language import N_

db_command = Group(
    "db",
    members={
        "upgrade": ("database", N_("Bring the database to what this version needs")),
        "status": ("database", N_("Show the database, its schema and how far the projections have come")),
    },
    help=N_("Upgrade the database and show its state."),
    example="fristvakt db upgrade\nfristvakt db status",
)


@command(
    "upgrade",
    N_(
        "Bring the database to what this version needs. Makes it where there is none; running it again "
        "changes nothing."
    ),
    "fristvakt db upgrade\nFRISTVAKT_DATABASE_URL=postgresql://bruker:passord@vert/fristvakt fristvakt db "
    "upgrade",
)
def upgrade_command() -> None:
    """Run the missing migrations."""
    datastore = datastore_of(from_environment(os.environ))
    try:
        before = migrate.current(datastore)
        with progress(say(N_("Upgrading the database"))):
            after = migrate.upgrade(datastore)
    finally:
        datastore.close()
    done, known = N_("The database is upgraded to {revision}."), N_("The database is at {revision} already.")
    click.echo(say(known if before == after else done, revision=after))


@command(
    "status",
    N_("Show the database, its schema and how far the projections have come."),
    "fristvakt db status --format json",
)
@formatted
def status_command(form: str) -> None:
    """Print the state of the store."""
    with opened() as app:
        rows = app.engine.status()
        facts = {
            "database": app.datastore.engine.url.render_as_string(hide_password=True),
            "revision": migrate.current(app.datastore),
            "events": app.store.last_position(),
            "projections": rows,
        }
    if form == "json":
        return print_json(facts)
    click.echo(say(N_("Database: {database} (schema {revision}), {events} events"), **facts))
    return print_table(
        [
            say(N_("Projection")),
            say(N_("Version")),
            say(N_("Position")),
            say(N_("Behind")),
            say(N_("State")),
        ],
        [(row.name, str(row.version), str(row.position), str(row.behind), _state(row)) for row in rows],
    )


def _state(row: Status) -> str:
    return say(N_("follows")) if row.is_live else say(N_("stopped: see above"))
