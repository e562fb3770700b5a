"""`fristvakt deadline`: set or move the deadline of a duty, never without a source."""

from __future__ import annotations

import datetime as dt

import click

from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.duty.commands import DropDeadline, PostponeDeadline, SetDeadline
from workflow.language import N_


@command(
    "deadline",
    N_(
        "Set or postpone a deadline, with reason and source.\n\n"
        "The words may be any form of deadline: 01.10.2026, medio mai, innen utgangen av 2026. "
        "The earlier deadlines stay visible."
    ),
    'fristvakt deadline 2026-02 --part "Del 1" --postpone-to 01.03.2027 --reason "Avtalt i møte" --source '
    "26/101-4",
)
@argument("reference", N_("The duty: its reference, key or id."), N_("DUTY"))
@option(
    "--part",
    default="",
    metavar=N_("PART"),
    text=N_("The part, for example «Del 1», where the duty has parts."),
)
@option("--set", "new", metavar=N_("WORDS"), text=N_("Give the part its deadline."))
@option("--postpone-to", metavar=N_("WORDS"), text=N_("Move the deadline to this."))
@option("--drop", is_flag=True, text=N_("Take the deadline away, because its source took it back."))
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why it is moved or taken away."))
@option(
    "--source",
    required=True,
    metavar=N_("REFERENCE"),
    text=N_("Where it says so: case number or journal post."),
)
@option("--agreed-on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it was agreed."))
@deciding
@formatted
def deadline_command(
    reference: str,
    part: str,
    new: str | None,
    postpone_to: str | None,
    drop: bool,
    reason: str,
    source: str,
    agreed_on: dt.date | None,
    person: str,
    form: str,
) -> None:
    """Send the one command that was asked for."""
    if [new is not None, postpone_to is not None, drop].count(True) != 1:
        raise click.UsageError(say(N_("Write one of --set, --postpone-to and --drop.")))
    if new is None and not reason:
        raise click.UsageError(say(N_("Write --reason: a deadline is never moved without one.")))
    with opened() as app:
        duty, by = duty_named(app, reference), decider(app, person)
        if new is not None:
            asked: object = SetDeadline(duty=duty, part=part, words=new, source=source, by=by)
        elif postpone_to is not None:
            asked = PostponeDeadline(
                duty=duty,
                part=part,
                words=postpone_to,
                reason=reason,
                source=source,
                agreed_on=agreed_on,
                by=by,
            )
        else:
            asked = DropDeadline(duty=duty, part=part, reason=reason, source=source, by=by)
        _send(app, asked, reference, form)


def _send(app: App, asked: object, reference: str, form: str) -> None:
    outcome = app.handle(asked)
    report(
        outcome,
        say(
            N_("The deadline of {reference} is changed. See: fristvakt show {reference}"), reference=reference
        ),
        form,
    )
