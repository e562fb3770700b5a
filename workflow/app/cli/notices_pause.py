"""`fristvakt notices pause|resume`: silence for a while, with a reason."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import click

from workflow.app.cli.finding import registered_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import day, say
from workflow.app.wiring import App
from workflow.language import N_
from workflow.notices.rules.commands import PauseNotices, ResumeNotices
from workflow.notices.rules.handlers import rules_in_force


@command(
    "pause",
    N_(
        "Send no reminders for a while, about a duty or to a person.\n\n"
        "Alerts and invitations come all the same. What falls due meanwhile is noted as skipped. Without "
        "--until the pauses in force are listed."
    ),
    'fristvakt notices pause 2026-02 --until 31.08.2026 --reason "Avventer nytt brev" --as kari@example.no\n'
    'fristvakt notices pause --person ola@example.no --until 01.05.2026 --reason "Permisjon"',
)
@argument("duty", N_("The duty: its reference, key or id."), N_("[DUTY]"), required=False)
@option("--person", "recipient", metavar=N_("PERSON"), text=N_("The person who is left in peace."))
@option("--until", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("Until and including this day."))
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why notices are paused."))
@deciding
@formatted
def pause_command(
    duty: str | None, recipient: str | None, until: dt.date | None, reason: str, person: str, form: str
) -> None:
    """Pause, or list the pauses."""
    with opened() as app:
        if until is None:
            return _show(app, form)
        about, to = _scope(app, duty, recipient)
        asked = PauseNotices(duty=about, person=to, until=until, reason=reason, by=decider(app, person))
        return report(app.handle(asked), say(N_("No reminders until {day}."), day=day(until)), form)


@command("resume", N_("End a pause."), "fristvakt notices resume 2026-02 --as kari@example.no")
@argument("duty", N_("The duty: its reference, key or id."), N_("[DUTY]"), required=False)
@option("--person", "recipient", metavar=N_("PERSON"), text=N_("The person who was left in peace."))
@deciding
@formatted
def resume_command(duty: str | None, recipient: str | None, person: str, form: str) -> None:
    """End a pause."""
    with opened() as app:
        about, to = _scope(app, duty, recipient)
        asked = ResumeNotices(duty=about, person=to, by=decider(app, person))
        report(app.handle(asked), say(N_("Reminders are sent again.")), form)


def _scope(app: App, duty: str | None, recipient: str | None) -> tuple[UUID | None, str]:
    if bool(duty) == bool(recipient):
        raise click.UsageError(say(N_("Write either DUTY or --person.")))
    if recipient:
        return None, app.directory.find_person(recipient).id
    return registered_named(app, str(duty)).id, ""


def _show(app: App, form: str) -> None:
    pauses = rules_in_force(app.store, app.settings.agency).pauses
    standing = {scope: pause for scope, pause in pauses.items() if pause.until >= app.today()}
    if form == "json":
        rows = [
            {"duty": duty, "person": person, "until": pause.until, "reason": pause.reason}
            for (duty, person), pause in standing.items()
        ]
        return print_json(rows)
    names = app.names()
    cells = [
        (_titled(app, duty) if duty else names.get(person, person), day(pause.until), pause.reason)
        for (duty, person), pause in standing.items()
    ]
    headings = [N_("For"), N_("Until"), N_("Reason")]
    return print_table([say(heading) for heading in headings], cells, folding=(0, 2))


def _titled(app: App, duty: UUID) -> str:
    found = registered_named(app, str(duty))
    return f"{found.reference} {found.title}"
