"""`fristvakt meeting held`, `minutes`, `approve`, `decide`: what comes of a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

import click

from workflow.app.cli.finding import unit_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.meeting_finding import journal, meeting_named, which
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.duty.commands import AcceptDelivery, DeliverDuty
from workflow.language import N_
from workflow.meetings.commands import DraftMinutes, RecordDecision, Task

_on = option(
    "--on", "day", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it happened (default: today).")
)


def _step(reference: str, person: str, form: str, sentence: str, ask: Callable[[UUID, str], Any]) -> None:
    """Find the meeting and who asks, and send the command that `ask` makes."""
    with opened() as app:
        meeting, by = meeting_named(app, reference), decider(app, person)
        report(app.handle(ask(meeting.id, by)), say(sentence, reference=reference), form)


@command("held", N_("Say that it was held."), "fristvakt meeting held M-HØST --on 14.10.2026")
@which
@_on
@journal
@deciding
@formatted
def held_command(reference: str, day: dt.date | None, journal: str, person: str, form: str) -> None:
    """Record that it was held."""
    _step(
        reference,
        person,
        form,
        N_("{reference} was held."),
        lambda id, by: DeliverDuty(duty=id, delivered_on=day, reference=journal, by=by),
    )


@command(
    "minutes",
    N_("Say that the minutes were drafted, and sent for approval."),
    "fristvakt meeting minutes M-HØST --reference 26/101-14",
)
@which
@_on
@journal
@deciding
@formatted
def minutes_command(reference: str, day: dt.date | None, journal: str, person: str, form: str) -> None:
    """Record the draft."""
    _step(
        reference,
        person,
        form,
        N_("The minutes of {reference} are drafted."),
        lambda id, by: DraftMinutes(meeting=id, drafted_on=day, reference=journal, by=by),
    )


@command(
    "approve",
    N_("Say that the minutes were approved."),
    "fristvakt meeting approve M-HØST --reference 26/101-15",
)
@which
@_on
@journal
@deciding
@formatted
def approve_command(reference: str, day: dt.date | None, journal: str, person: str, form: str) -> None:
    """Record the approval."""
    _step(
        reference,
        person,
        form,
        N_("The minutes of {reference} are approved."),
        lambda id, by: AcceptDelivery(duty=id, accepted_on=day, reference=journal, by=by),
    )


@command(
    "decide",
    N_(
        "Record a decision, and the assignment it becomes.\n\n"
        "With --assignment a duty is given at once, with the minutes as its source."
    ),
    'fristvakt meeting decide M-HØST "Ordningen utredes" --assignment "Utrede ordningen" --due 01.12.2026',
)
@which
@argument("text", N_("What was decided."), N_("TEXT"))
@option("--assignment", metavar=N_("TEXT"), text=N_("Title of the assignment that it becomes."))
@option("--due", "words", default="", metavar=N_("WORDS"), text=N_("The assignment's deadline, in any form."))
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Name, e-mail or id from the directory."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Name or id of a unit from the directory."))
@option("--source", default="", metavar=N_("REFERENCE"), text=N_("Where it says so (default: the minutes)."))
@deciding
@formatted
def decide_command(
    reference: str,
    text: str,
    assignment: str | None,
    words: str,
    owner: str,
    unit: str,
    source: str,
    person: str,
    form: str,
) -> None:
    """Record the decision."""
    if assignment is None and (words or owner or unit):
        raise click.UsageError(
            say(N_("--due, --owner and --unit are of an assignment: write --assignment too."))
        )
    with opened() as app:
        task = _task(app, assignment, words, owner, unit) if assignment is not None else None
        meeting, by = meeting_named(app, reference), decider(app, person)
        asked = RecordDecision(meeting=meeting.id, text=text, task=task, source=source, by=by)
        outcome = app.handle(asked)
    sentence = say(
        N_("Decision {number} of {meeting} is recorded."), number=outcome.facts["number"], meeting=reference
    )
    if given := outcome.facts["reference"]:
        sentence = f"{sentence} {say(N_('The assignment is {reference}.'), reference=given)}"
    report(outcome, sentence, form)


def _task(app: App, title: str, words: str, owner: str, unit: str) -> Task:
    someone = app.directory.find_person(owner).id if owner else ""
    return Task(title=title, words=words, owner=someone, unit=unit_named(app, unit))
