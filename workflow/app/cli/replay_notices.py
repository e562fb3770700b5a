"""`fristvakt replay … notices`: every notice as it stood."""

from __future__ import annotations

import click

from projections.notices.queries import listed
from projections.reminders.queries import duties as duties_by_id
from workflow.app.cli.notices_plan import titled
from workflow.app.cli.notices_words import kind_said, reason_said
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import command, formatted
from workflow.app.cli.speech import moment, say, say_count, weekday
from workflow.language import N_

STATES = {
    "raised": N_("waits to be sent"),
    "sent": N_("sent"),
    "failed": N_("given up"),
    "skipped": N_("not sent"),
}


@command(
    "notices",
    N_("List every notice as it stood."),
    "fristvakt replay --as-of 30.06.2026 notices",
)
@formatted
def notices_command(form: str) -> None:
    """Print the notices."""
    with opened() as app:
        with app.datastore.reading() as connection:
            rows = listed(connection)
            duties = duties_by_id(connection, {row.duty for row in rows if row.duty})
        names = app.names()
    if form == "json":
        return print_json(rows)
    headings = [N_("Fell due"), N_("Ended"), N_("To"), N_("Notice"), N_("Duty"), N_("State")]
    cells = [
        (
            weekday(row.due_on),
            moment(row.settled_at),
            names.get(row.recipient, row.recipient) or "–",
            kind_said(row.kind),
            titled(duties.get(row.duty) if row.duty else None),
            ": ".join(filter(None, [say(STATES[row.state]), reason_said(row.reason) if row.reason else ""])),
        )
        for row in rows
    ]
    print_table([say(each) for each in headings], cells, folding=(2, 3, 4, 5))
    return click.echo("\n" + say_count(N_("{count} notice"), N_("{count} notices"), len(rows)))
