"""`fristvakt meeting invite` and `uninvite`: who is to come."""

from __future__ import annotations

from workflow.app.cli.finding import duty_named
from workflow.app.cli.meeting_finding import which
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.language import N_
from workflow.meetings.commands import InviteAttendees, UninviteAttendees

_people = argument(
    "people", N_("Names, e-mail addresses or ids from the directory."), N_("PERSON"), nargs=-1, required=True
)


@command(
    "invite",
    N_(
        "Invite people by e-mail.\n\n"
        "They get an invitation that their calendar can answer, and every later change of day, time and "
        "place. Who is invited already stays so."
    ),
    'fristvakt meeting invite M-HØST "Kari Nes" ola@example.no',
)
@which
@_people
@deciding
@formatted
def invite_command(reference: str, people: tuple[str, ...], person: str, form: str) -> None:
    """Invite people."""
    with opened() as app:
        asked = InviteAttendees(
            meeting=duty_named(app, reference),
            people=tuple(app.directory.find_person(one).id for one in people),
            by=decider(app, person),
        )
        report(
            app.handle(asked),
            say(N_("Invited to {reference}. The invitation goes out by e-mail."), reference=reference),
            form,
        )


@command(
    "uninvite",
    N_("Take invitations back. Their calendars are told by e-mail."),
    'fristvakt meeting uninvite M-HØST "Kari Nes" --reason "Saken er trukket"',
)
@which
@_people
@option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why."))
@deciding
@formatted
def uninvite_command(reference: str, people: tuple[str, ...], reason: str, person: str, form: str) -> None:
    """Take invitations back."""
    with opened() as app:
        asked = UninviteAttendees(
            meeting=duty_named(app, reference),
            people=tuple(app.directory.find_person(one).id for one in people),
            reason=reason,
            by=decider(app, person),
        )
        report(app.handle(asked), say(N_("No longer invited to {reference}."), reference=reference), form)
