"""`fristvakt duty give|written`: what no letter gave, and where it was put in writing."""

from __future__ import annotations

import datetime as dt

import click

from workflow.app.cli.duty_parts import happened, step, which
from workflow.app.cli.finding import duty_named, person_named, unit_named
from workflow.app.cli.kinds import DAY, PAIR
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.called import KINDS
from workflow.duty.dialogue_commands import ConfirmInWriting
from workflow.giving.commands import CHANNELS, GiveDuty
from workflow.language import N_


@command(
    "give",
    N_(
        "Give a duty that no letter gave: by e-mail, by letter, in a meeting, or orally.\n\n"
        "What was given orally stays on a list until it is confirmed in writing. Giving the same again "
        "changes nothing."
    ),
    'fristvakt duty give "Notat om ventetider" --due 15.10.2026 --channel email --source 26/101-20\n'
    'fristvakt duty give "Kartlegge behovet" --part "Del 1=01.06.2026" --channel oral',
)
@argument("title", N_("What is to be done."), N_("TITLE"))
@option("--due", "words", default="", metavar=N_("WORDS"), text=N_("The deadline, in any form."))
@option(
    "--part",
    "parts",
    multiple=True,
    type=PAIR,
    metavar=N_("PART=WORDS"),
    text=N_("A part and its deadline (may be repeated)."),
)
@option("--kind", type=click.Choice(list(KINDS)), default="assignment", text=N_("What kind of duty it is."))
@option("--number", default="", metavar=N_("REFERENCE"), text=N_("What it is called, such as 2026-31."))
@option("--channel", required=True, type=click.Choice(CHANNELS), text=N_("How it was given."))
@option(
    "--source",
    default="",
    metavar=N_("REFERENCE"),
    text=N_("Case number or journal post; needed unless oral."),
)
@option("--given-on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it was given (default: today)."))
@option("--goal", type=int, metavar=N_("NUMBER"), text=N_("The goal it belongs to."))
@option("--owed-to", default="", metavar=N_("NAME"), text=N_("Who it is owed to."))
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Name, e-mail or id from the directory."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Name or id of a unit from the directory."))
@option("--parent", default="", metavar=N_("DUTY"), text=N_("The duty or meeting that it belongs to."))
@deciding
@formatted
def give_command(
    title: str,
    words: str,
    parts: tuple[tuple[str, str], ...],
    kind: str,
    number: str,
    channel: str,
    source: str,
    given_on: dt.date | None,
    goal: int | None,
    owed_to: str,
    owner: str,
    unit: str,
    parent: str,
    person: str,
    form: str,
) -> None:
    """Give the duty."""
    with opened() as app:
        command = GiveDuty(
            title=title,
            kind=kind,
            reference=number,
            words=words,
            parts=parts,
            goal=goal,
            owed_to=owed_to,
            owner=person_named(app, owner),
            unit=unit_named(app, unit),
            channel=channel,
            source=source,
            given_on=given_on,
            parent=duty_named(app, parent) if parent else None,
            by=decider(app, person),
        )
        outcome = app.handle(command)
        called = outcome.facts["reference"]
    report(outcome, say(N_("{reference} is given. See: fristvakt show {reference}"), reference=called), form)


@command(
    "written",
    N_("Say where what was given orally has been put in writing."),
    "fristvakt duty written 2026-31 --source 26/101-22",
)
@which
@option(
    "--source",
    required=True,
    metavar=N_("REFERENCE"),
    text=N_("Where it says so: case number or journal post."),
)
@happened
@deciding
@formatted
def written_command(reference: str, source: str, day: dt.date | None, person: str, form: str) -> None:
    """Confirm the duty in writing."""
    step(
        reference,
        person,
        form,
        N_("{reference} is confirmed in writing."),
        lambda app, duty, by: ConfirmInWriting(duty=duty, source=source, confirmed_on=day, by=by),
    )
