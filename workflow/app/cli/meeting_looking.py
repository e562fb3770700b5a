"""`fristvakt meeting list` and `show`: how the meetings stand."""

from __future__ import annotations

import click

from projections.engine.duty.state import Duty, Meeting
from workflow.app.cli.meeting_finding import (
    all_meetings,
    hanging_on,
    held_on,
    meeting_named,
    references_of,
    when_held,
    which,
    worded_hours,
)
from workflow.app.cli.meeting_page import as_json, print_meeting
from workflow.app.cli.names import state_name
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import day, say
from workflow.governance_meeting.agenda import settled_by
from workflow.invitations.ics import hours
from workflow.language import N_

_OVER = frozenset({"delivered", "accepted", "withdrawn", "carried_over"})


@command("list", N_("List the meetings."), "fristvakt meeting list --all")
@option("--all", "everything", is_flag=True, text=N_("Also those that were held, cancelled or carried over."))
@formatted
def list_command(everything: bool, form: str) -> None:
    """Print the meetings."""
    with opened() as app:
        found, names = all_meetings(app), app.names()
        rows = [one for one in found if everything or one.state not in _OVER]
        if form == "json":
            return print_json([as_json(one, hanging_on(app, one.id), names) for one in rows])
    if not rows:
        return click.echo(say(N_("There are no meetings.")))
    headings = [N_("Reference"), N_("Title"), N_("Day"), N_("Time"), N_("Agenda"), N_("Coming"), N_("State")]
    return print_table([say(each) for each in headings], [_row(one) for one in rows], folding=(0, 1, 4))


@command(
    "show",
    N_("Show one meeting, what hangs on it and who comes."),
    "fristvakt meeting show M-HØST\nfristvakt meeting show M-HØST --format json",
)
@which
@formatted
def show_command(reference: str, form: str) -> None:
    """Print one meeting."""
    with opened() as app:
        meeting, names = meeting_named(app, reference), app.names()
        hung = hanging_on(app, meeting.id)
        decisions = meeting.meeting.decisions.values() if meeting.meeting else ()
        given = references_of(app, [one.duty for one in decisions if one.duty is not None])
    if form == "json":
        return print_json(as_json(meeting, hung, names))
    return print_meeting(meeting, hung, given, names)


def _row(meeting: Duty) -> tuple[str, ...]:
    about = meeting.meeting or Meeting()
    coming = sum(one.reply == "accepted" for one in about.attendees.values())
    return (
        meeting.reference,
        say(N_("shielded")) if meeting.shielded else meeting.title,
        when_held(meeting),
        worded_hours(*hours(meeting)),
        _agenda(meeting, about),
        f"{coming}/{len(about.attendees)}" if about.attendees else "",
        state_name(meeting.state),
    )


def _agenda(meeting: Duty, about: Meeting) -> str:
    if about.agenda_settled_on is not None:
        return say(N_("settled {day}"), day=day(about.agenda_settled_on))
    on = held_on(meeting)
    return say(N_("to be settled by {day}"), day=day(settled_by(on))) if on else ""
