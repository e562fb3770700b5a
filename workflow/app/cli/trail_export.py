"""`fristvakt trail export`: everything the auditor needs, in open form, with what verifies it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.kinds import DAY
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.speech import day, say
from workflow.app.cli.trail_opening import counting, opened_as_it_stands
from workflow.app.cli.trail_volumes import historian
from workflow.language import N_
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.exporting import Asked, export
from workflow.trail.keys import public_keys
from workflow.trail.placing import placed
from workflow.trail.taking_out import require_may_take_out


@command(
    "export",
    N_(
        "Write the trail in open form, with checkpoints, checksums and a verifier that needs only Python.\n\n"
        "JSON Lines, CSV and a readable PDF/A. With --from or --to only those days' events come along, and "
        "the bare hashes of the others, so that it can be verified all the same."
    ),
    "fristvakt trail export revisjon.zip --as revisor@example.no\n"
    "fristvakt trail export revisjon --from 01.01.2026 --to 31.12.2026",
)
@argument(
    "target",
    N_("A new folder, or an archive that ends in .zip."),
    N_("FOLDER|ZIP"),
    type=click.Path(path_type=Path),
)
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
@reading
@formatted
def export_command(target: Path, first: dt.date | None, last: dt.date | None, person: str, form: str) -> None:
    """Export the trail."""
    with opened_as_it_stands() as app:
        by = reader(app, person)
        require_may_take_out(by)
        asked = Asked(app.settings.agency, app.clock(), by.id, first, last)
        known = Checkpoints(app.datastore)
        keys = public_keys(app.settings.ledger_key) or {each.key for each in known.signed()}
        with placed(target.absolute()) as folder:
            volumes = historian(app, by)
            with counting(app, say(N_("Writing the trail"))) as told, app.datastore.reading() as connection:
                digest = export(connection, folder, asked, known.kept(), keys, volumes, told)
            # Before it takes its name: nothing leaves the house without being recorded.
            period = f" {day(first)}–{day(last)}" if first or last else ""
            consulted(app, by, "export", target.name + period)
    if form == "json":
        print_json({"target": target, "manifest": digest})
    else:
        click.echo(say(N_("Written to {file}."), file=target))
        click.echo(say(N_("Digest of the manifest: {digest}"), digest=digest))
