"""`fristvakt people absent`: who is away, when, and who stands in."""

from __future__ import annotations

import datetime as dt

import click

from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.speech import day, say
from workflow.app.wiring import App
from workflow.directory.changing import Changing
from workflow.directory.people import Absence
from workflow.language import N_


@command(
    "absent",
    N_(
        "Note who is away and when, or list it.\n\n"
        "Both days are included. While a person is away, mail goes to the deputy, else one level up. "
        "Without --from and --remove, the absences that are not over are listed."
    ),
    "fristvakt people absent kari@example.no --from 06.07.2026 --to 31.07.2026 --deputy ola@example.no\n"
    "fristvakt people absent kari@example.no --remove 06.07.2026\nfristvakt people absent",
)
@argument("who", N_("The person: name, e-mail or id."), N_("[PERSON]"), required=False)
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The first day away."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The last day away."))
@option("--deputy", metavar=N_("PERSON"), text=N_("Who stands in this time (default: the person's deputy)."))
@option("--remove", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("Take away the absence that begins then."))
@formatted
def absent_command(
    who: str | None,
    first: dt.date | None,
    last: dt.date | None,
    deputy: str | None,
    remove: dt.date | None,
    form: str,
) -> None:
    """Note, remove or list absences."""
    if (first is None) != (last is None) or (remove and first) or (who is None and (first or remove)):
        raise click.UsageError(say(N_("Write PERSON with both --from and --to, or with --remove.")))
    with opened() as app:
        person = app.directory.find_person(who) if who else None
        if person and first and last:
            stand_in = app.directory.find_person(deputy).id if deputy else ""
            Changing(app.datastore).absent(Absence(person.id, first, last, stand_in))
        elif person and remove:
            Changing(app.datastore).back(person.id, remove)
        rows = [one for one in app.directory.absences() if person is None or one.person == person.id]
        return _print(app, [one for one in rows if one.last >= app.today()], form)


def _print(app: App, rows: list[Absence], form: str) -> None:
    if form == "json":
        return print_json(rows)
    if not rows:
        return click.echo(say(N_("Nobody is away, today or later.")))
    names, line = app.names(), app.directory.line()
    usual = {one.person: line.people[one.person].deputy for one in rows}
    headings = [N_("Person"), N_("From"), N_("To"), N_("Deputy")]
    cells = [
        (names[one.person], day(one.first), day(one.last), names.get(one.deputy or usual[one.person], ""))
        for one in rows
    ]
    return print_table([say(heading) for heading in headings], cells, folding=(0, 3))
