"""What only a meeting has, on its page: place, agenda, minutes, decisions, who comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import click

from projections.engine.duty.state import Meeting
from workflow.app.cli.speech import day, say
from workflow.language import N_

REPLIES = {
    "accepted": N_("comes"),
    "declined": N_("does not come"),
    "tentative": N_("comes perhaps"),
    "needs-action": N_("has not answered"),
}


def print_meeting(meeting: Meeting | None, names: Mapping[str, str]) -> None:
    """Print what is arranged and decided, and what each of those invited has answered."""
    if meeting is None:
        return
    for label, value in _facts(meeting):
        if value:
            click.echo(f"  {say(label)}: {value}")
    if meeting.decisions:
        click.echo("\n" + say(N_("Decisions")))
    for decision in meeting.decisions.values():
        became = f" → {decision.duty}" if decision.duty is not None else ""
        click.echo(f"  {decision.number}. {decision.text}{became}")
    if meeting.attendees:
        click.echo("\n" + say(N_("Invited")))
    for attendee in meeting.attendees.values():
        comment = f" – {attendee.comment}" if attendee.comment else ""
        click.echo(
            f"  {names.get(attendee.person, attendee.person)}: {say(REPLIES[attendee.reply])}{comment}"
        )


def _facts(meeting: Meeting) -> list[tuple[str, str]]:
    return [
        (N_("Place"), meeting.place),
        (N_("Time"), "–".join(_hour(each) for each in (meeting.starts_at, meeting.ends_at) if each)),
        (N_("Agenda"), _dated(meeting.agenda_settled_on, meeting.agenda, meeting.agenda_reference)),
        (N_("Minutes drafted"), _dated(meeting.minutes_drafted_on, "", meeting.minutes_reference)),
    ]


def _dated(on: dt.date | None, text: str, reference: str) -> str:
    """Write «02.03.2026, 26/1-7: what was settled»; nothing where there is no day."""
    front = ", ".join(each for each in (day(on), reference) if each)
    return f"{front}: {text}" if text else front


def _hour(at: dt.time) -> str:
    return f"{at:%H.%M}"
