"""`fristvakt deviation measure`: what is done about a deviation, by whom and by when."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import click

from workflow.app.cli.deviation_reporting import numbered
from workflow.app.cli.duty_parts import happened, step, which
from workflow.app.cli.finding import person_named
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.deviations import commands as asking
from workflow.language import N_


@command(
    "measure",
    N_(
        "Propose a measure with --what and --due; or complete, move or drop one by its number.\n\n"
        "Whoever is to carry it out is reminded as of a deadline; without a person that is the owner."
    ),
    'fristvakt deviation measure 2026-02 --what "Leie inn hjelp" --who kari@example.no --due 15.09.2026\n'
    'fristvakt deviation measure 2026-02 1 --done --result "Hjelp på plass"\n'
    'fristvakt deviation measure 2026-02 1 --move-to 01.10.2026 --reason "Anskaffelsen tok tid"',
)
@which
@argument("measure", N_("The number of a measure."), N_("[MEASURE]"), type=int, required=False)
@numbered
@option("--what", metavar=N_("TEXT"), text=N_("What is to be done."))
@option("--who", default="", metavar=N_("PERSON"), text=N_("Who is to carry it out."))
@option("--due", metavar=N_("WORDS"), text=N_("By when."))
@option("--done", is_flag=True, text=N_("It was carried out."))
@option("--move-to", "moved", metavar=N_("WORDS"), text=N_("Another day for it."))
@option("--drop", is_flag=True, text=N_("It will not be carried out."))
@option("--result", default="", metavar=N_("TEXT"), text=N_("What came of it."))
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why it is moved or dropped."))
@happened
@deciding
@formatted
def measure_command(
    reference: str,
    measure: int | None,
    number: int | None,
    what: str | None,
    who: str,
    due: str | None,
    done: bool,
    moved: str | None,
    drop: bool,
    result: str,
    reason: str,
    day: dt.date | None,
    person: str,
    form: str,
) -> None:
    """Send the one command that was asked for."""
    _check(measure, what, due, [done, moved is not None, drop])

    def ask(app: App, duty: UUID, by: str) -> object:
        if measure is None:
            proposed = asking.NewMeasure(what=what or "", due=due or "", who=person_named(app, who))
            return asking.ProposeMeasure(duty=duty, deviation=number, measure=proposed, by=by)
        if done:
            return asking.CompleteMeasure(
                duty=duty, deviation=number, number=measure, completed_on=day, result=result, by=by
            )
        if moved is not None:
            return asking.MoveMeasure(
                duty=duty, deviation=number, number=measure, due=moved, reason=reason, by=by
            )
        return asking.DropMeasure(duty=duty, deviation=number, number=measure, reason=reason, by=by)

    sentence = N_("The measure is recorded. See: fristvakt deviation list --duty {reference}")
    step(reference, person, form, sentence, ask)


def _check(measure: int | None, what: str | None, due: str | None, steps: list[bool]) -> None:
    """Say how it is written, where it is written otherwise."""
    if measure is None and (what is None or due is None or any(steps)):
        raise click.UsageError(say(N_("Write --what and --due for a new measure, or the number of one.")))
    if measure is not None and (steps.count(True) != 1 or what is not None or due is not None):
        raise click.UsageError(say(N_("Write one of --done, --move-to and --drop.")))
