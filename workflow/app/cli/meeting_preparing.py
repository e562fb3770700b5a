"""`fristvakt meeting arrange` and `agenda`: place, times and agenda."""

from __future__ import annotations

import datetime as dt

import click

from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.meeting_finding import HOURS, journal, meeting_named, which
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import day, say
from workflow.invitations.ics import hours as hours_of
from workflow.language import N_
from workflow.meetings.commands import ArrangeMeeting, SettleAgenda


@command(
    "arrange",
    N_(
        "Say where it is held, and between which times.\n\n"
        "What is not given stays as it is. Those who are invited get the change by e-mail."
    ),
    'fristvakt meeting arrange M-HØST --place "Møterom 3" --at 10.00–12.00',
)
@which
@option("--place", metavar=N_("TEXT"), text=N_("Where: a room, an address or a link."))
@option(
    "--at", "times", type=HOURS, metavar=N_("HH.MM–HH.MM"), text=N_("Between which times, Norwegian time.")
)
@deciding
@formatted
def arrange_command(
    reference: str, place: str | None, times: tuple[dt.time, dt.time | None] | None, person: str, form: str
) -> None:
    """Arrange the meeting."""
    if place is None and times is None:
        raise click.UsageError(say(N_("Write --place, --at, or both.")))
    with opened() as app:
        meeting, by = meeting_named(app, reference), decider(app, person)
        starts_at, ends_at = times or hours_of(meeting)
        known = meeting.meeting.place if meeting.meeting else ""
        asked = ArrangeMeeting(
            meeting=meeting.id,
            place=known if place is None else place,
            starts_at=starts_at,
            ends_at=ends_at,
            by=by,
        )
        report(app.handle(asked), say(N_("{reference} is arranged."), reference=reference), form)


@command(
    "agenda",
    N_("Settle the agenda, normally at least a week before."),
    'fristvakt meeting agenda M-HØST "1. Årsrapport" "2. Risiko" --reference 26/101-9',
)
@which
@argument("items", N_("What is on the agenda, item by item."), N_("ITEM"), nargs=-1, required=True)
@option(
    "--on",
    "settled_on",
    type=DAY,
    metavar=N_("DD.MM.YYYY"),
    text=N_("The day it was settled (default: today)."),
)
@journal
@deciding
@formatted
def agenda_command(
    reference: str, items: tuple[str, ...], settled_on: dt.date | None, journal: str, person: str, form: str
) -> None:
    """Settle the agenda."""
    with opened() as app:
        duty, by = duty_named(app, reference), decider(app, person)
        asked = SettleAgenda(
            meeting=duty, agenda="\n".join(items), settled_on=settled_on, reference=journal, by=by
        )
        outcome = app.handle(asked)
    sentence = say(N_("The agenda of {reference} is settled."), reference=reference)
    late = outcome.facts["late"]
    if isinstance(late, dt.date):
        late_by = say(N_("That is late: it should have been settled by {day}, a week before."), day=day(late))
        sentence = f"{sentence} {late_by}"
    report(outcome, sentence, form)
