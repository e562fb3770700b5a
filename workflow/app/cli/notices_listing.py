"""`fristvakt notices sent|failed|skipped`: what became of the notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

import click

from projections.engine.duty.state import Duty
from projections.notices.queries import NoticeFilter, NoticeRow, listed
from projections.reminders.queries import duties as duties_by_id
from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.notices_plan import titled
from workflow.app.cli.notices_words import kind_said, reason_said
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Command, command, formatted, option
from workflow.app.cli.speech import moment, say, say_count, weekday
from workflow.app.wiring import App
from workflow.language import N_


def _listing(name: str, text: str) -> Command:
    """Make the command that lists the notices of one state."""

    @command(
        name, text, f"fristvakt notices {name} --from 01.01.2026 --to 31.03.2026 --person kari@example.no"
    )
    @option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
    @option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
    @option("--person", metavar=N_("PERSON"), text=N_("Only what this person gets."))
    @option("--duty", metavar=N_("DUTY"), text=N_("Only about this duty."))
    @formatted
    def list_them(
        first: dt.date | None, last: dt.date | None, person: str | None, duty: str | None, form: str
    ) -> None:
        with opened() as app:
            which = NoticeFilter(
                states=(name,),
                recipient=app.directory.find_person(person).id if person else None,
                duty=duty_named(app, duty) if duty else None,
                first=first,
                last=last,
            )
            with app.datastore.reading() as connection:
                rows = listed(connection, which)
                duties = duties_by_id(connection, {row.duty for row in rows if row.duty})
            _show(app, rows, duties, _LAST[name], form)

    return list_them


def _show(
    app: App,
    rows: list[NoticeRow],
    duties: Mapping[UUID, Duty],
    column: tuple[str, Callable[[NoticeRow], str]],
    form: str,
) -> None:
    if form == "json":
        return print_json(rows)
    names = app.names()
    heading, cell = column
    headings = [N_("Fell due"), N_("Ended"), N_("To"), N_("Notice"), N_("Duty"), heading]
    cells = [
        (
            weekday(row.due_on),
            moment(row.settled_at),
            names.get(row.recipient, row.recipient) or "–",
            " ".join(filter(None, [kind_said(row.kind), row.step if row.step != "alert" else ""])),
            titled(duties.get(row.duty) if row.duty else None),
            cell(row),
        )
        for row in rows
    ]
    print_table([say(each) for each in headings], cells, folding=(2, 3, 4, 5))
    return click.echo("\n" + say_count(N_("{count} notice"), N_("{count} notices"), len(rows)))


_LAST: Mapping[str, tuple[str, Callable[[NoticeRow], str]]] = {
    "sent": (N_("The server answered"), lambda row: row.answer),
    "failed": (N_("What went wrong"), lambda row: " ".join(filter(None, [str(row.code or ""), row.answer]))),
    "skipped": (N_("Why"), lambda row: reason_said(row.reason)),
}

sent_command = _listing("sent", N_("List the notices that were sent."))
failed_command = _listing(
    "failed", N_("List the notices that were given up.\n\nTry one again with: fristvakt notices retry")
)
skipped_command = _listing("skipped", N_("List the notices that were not sent, and why."))
