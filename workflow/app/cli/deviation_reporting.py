"""`fristvakt deviation report|describe|told|close`: a deviation from the day it is found to its result."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import click

from workflow.app.cli.duty_parts import happened, journal_post, part_meant, step, which
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.deviations import commands as asking
from workflow.language import N_

numbered = option(
    "--number",
    type=int,
    metavar=N_("NUMBER"),
    text=N_("Which deviation of the duty, where several are open."),
)


@command(
    "report",
    N_(
        "Report a deviation, or describe one that the clock opened.\n\n"
        "The manager and the controllers are told at once. A material one is to be told to the ministry "
        "at once too: record that with fristvakt deviation told."
    ),
    'fristvakt deviation report 2026-02 --cause "Sykefravær" --consequence "En måned forsinket" --material',
)
@which
@part_meant
@option("--cause", required=True, metavar=N_("TEXT"), text=N_("What caused it."))
@option("--consequence", required=True, metavar=N_("TEXT"), text=N_("What follows from it."))
@option("--material", is_flag=True, text=N_("It is material: the ministry is to be told at once."))
@happened
@deciding
@formatted
def report_command(
    reference: str,
    part: str,
    cause: str,
    consequence: str,
    material: bool,
    day: dt.date | None,
    person: str,
    form: str,
) -> None:
    """Report the deviation."""
    step(
        reference,
        person,
        form,
        N_("The deviation of {reference} is recorded. See: fristvakt deviation list"),
        lambda app, duty, by: asking.ReportDeviation(
            duty=duty,
            part=part,
            discovered_on=day,
            cause=cause,
            consequence=consequence,
            material=material,
            by=by,
        ),
    )


@command(
    "describe",
    N_("Give a deviation better words or another weight. What is not written stays as it is."),
    'fristvakt deviation describe 2026-02 --consequence "To måneder forsinket" --material',
)
@which
@numbered
@option("--cause", metavar=N_("TEXT"), text=N_("What caused it."))
@option("--consequence", metavar=N_("TEXT"), text=N_("What follows from it."))
@option("--material/--not-material", default=None, text=N_("Whether it is material."))
@deciding
@formatted
def describe_command(
    reference: str,
    number: int | None,
    cause: str | None,
    consequence: str | None,
    material: bool | None,
    person: str,
    form: str,
) -> None:
    """Describe the deviation."""
    if cause is None and consequence is None and material is None:
        raise click.UsageError(say(N_("Write --cause, --consequence, --material or --not-material.")))

    def ask(app: App, duty: UUID, by: str) -> asking.DescribeDeviation:
        return asking.DescribeDeviation(
            duty=duty, deviation=number, cause=cause, consequence=consequence, material=material, by=by
        )

    step(reference, person, form, N_("The deviation of {reference} is described."), ask)


@command(
    "told",
    N_("Say that the ministry was told: when, how, and under which reference."),
    "fristvakt deviation told 2026-02 --how e-post --reference 26/101-15",
)
@which
@numbered
@option("--how", required=True, metavar=N_("TEXT"), text=N_("How it was told: e-mail, meeting, letter."))
@happened
@journal_post
@deciding
@formatted
def told_command(
    reference: str,
    number: int | None,
    how: str,
    day: dt.date | None,
    journal: str,
    person: str,
    form: str,
) -> None:
    """Record that the ministry was told."""
    step(
        reference,
        person,
        form,
        N_("The ministry has been told of the deviation of {reference}."),
        lambda app, duty, by: asking.TellMinistry(
            duty=duty, deviation=number, told_on=day, how=how, reference=journal, by=by
        ),
    )


@command(
    "close",
    N_("Close a deviation with its result, when its measures are completed or dropped."),
    'fristvakt deviation close 2026-02 --result "Levert 15.10.2026"',
)
@which
@numbered
@option("--result", required=True, metavar=N_("TEXT"), text=N_("How it ended."))
@happened
@deciding
@formatted
def close_command(
    reference: str, number: int | None, result: str, day: dt.date | None, person: str, form: str
) -> None:
    """Close the deviation."""
    step(
        reference,
        person,
        form,
        N_("The deviation of {reference} is closed."),
        lambda app, duty, by: asking.CloseDeviation(
            duty=duty, deviation=number, closed_on=day, result=result, by=by
        ),
    )
