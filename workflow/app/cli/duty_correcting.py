"""`fristvakt duty correct`: what was recorded wrongly is mended by a new fact, and stays in the trail."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import click

from workflow.app.cli.duty_parts import because, journal_post, part_meant, step, which
from workflow.app.cli.kinds import DAY
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.duty import correction_commands as asking
from workflow.language import N_


@command(
    "correct",
    N_(
        "Correct a delivery or an acceptance that was recorded wrongly.\n\n"
        "A deadline is corrected with: fristvakt deadline DUTY --correct WORDS"
    ),
    'fristvakt duty correct 2026-02 --delivered-on 28.02.2026 --reason "Feil dato ført"\n'
    'fristvakt duty correct 2026-02 --not-delivered --reason "Ført på feil oppdrag"',
)
@which
@part_meant
@option("--delivered-on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it really was delivered."))
@option("--not-delivered", is_flag=True, text=N_("It was no delivery."))
@option("--accepted-on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it really was accepted."))
@option("--not-accepted", is_flag=True, text=N_("It was no acceptance."))
@because
@journal_post
@deciding
@formatted
def correct_command(
    reference: str,
    part: str,
    delivered_on: dt.date | None,
    not_delivered: bool,
    accepted_on: dt.date | None,
    not_accepted: bool,
    reason: str,
    journal: str,
    person: str,
    form: str,
) -> None:
    """Correct the one thing that was asked for."""
    if [delivered_on is not None, not_delivered, accepted_on is not None, not_accepted].count(True) != 1:
        raise click.UsageError(
            say(N_("Write one of --delivered-on, --not-delivered, --accepted-on and --not-accepted."))
        )

    def ask(app: App, duty: UUID, by: str) -> object:
        if delivered_on is not None or not_delivered:
            return asking.CorrectDelivery(
                duty=duty, part=part, delivered_on=delivered_on, reference=journal, reason=reason, by=by
            )
        return asking.CorrectAcceptance(
            duty=duty, accepted_on=accepted_on, reference=journal, reason=reason, by=by
        )

    step(
        reference, person, form, N_("{reference} is corrected. What was recorded stays in its history."), ask
    )
