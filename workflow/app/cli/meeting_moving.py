"""`fristvakt meeting move`: shows every dependent date before and after, and moves them when confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.meeting_finding import which
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import day, say, weekday
from workflow.language import N_
from workflow.meetings.commands import MoveMeeting
from workflow.meetings.plan import Caution, Moment, MovePlan, Shift, Stays
from workflow.work import Outcome

_STAYS = {
    Stays.KEPT: N_("stays: kept out"),
    Stays.DELIVERED: N_("stays: delivered"),
    Stays.UNCHANGED: N_("stays: same day"),
}
_CAUTIONS = {
    Caution.PAST: N_("the day has passed"),
    Caution.NO_WORKING_DAY: N_("no working day"),
    Caution.FIRM: N_("the source says that it cannot be moved"),
}


@command(
    "move",
    N_(
        "Move it with all that hangs on it; shows the plan first.\n\n"
        "Without --confirm every dependent date is shown before and after, and nothing is changed. "
        "--confirm takes the number of the plan, and is refused when anything has changed since. "
        "Those who are invited get the new day by e-mail."
    ),
    "fristvakt meeting move M-HØST --to 14.10.2026 --reason Avtalt --source 26/101-3\n"
    "fristvakt meeting move M-HØST --to 14.10.2026 --reason Avtalt --source 26/101-3 --confirm 4f1c09aa72",
)
@which
@option(
    "--to", "words", required=True, metavar=N_("WORDS"), text=N_("The new day, with times if they change.")
)
@option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why it is moved."))
@option(
    "--source",
    required=True,
    metavar=N_("REFERENCE"),
    text=N_("Where it says so: case number or journal post."),
)
@option("--agreed-on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it was agreed."))
@option("--keep", multiple=True, metavar=N_("DUTY"), text=N_("Leave this duty where it is; may be repeated."))
@option("--confirm", "plan", default="", metavar=N_("PLAN"), text=N_("Carry out the plan of this number."))
@deciding
@formatted
def move_command(
    reference: str,
    words: str,
    reason: str,
    source: str,
    agreed_on: dt.date | None,
    keep: tuple[str, ...],
    plan: str,
    person: str,
    form: str,
) -> None:
    """Show the plan, or carry it out."""
    with opened() as app:
        asked = MoveMeeting(
            meeting=duty_named(app, reference),
            words=words,
            reason=reason,
            source=source,
            agreed_on=agreed_on,
            keep=frozenset(duty_named(app, one) for one in keep),
            plan=plan,
            by=decider(app, person),
        )
        outcome = app.handle(asked)
    _report(outcome, form)


def _report(outcome: Outcome, form: str) -> None:
    plan = outcome.facts["plan"]
    assert isinstance(plan, MovePlan), "moving a meeting always gives its plan"
    moved = bool(outcome.changed)
    if form == "json":
        return print_json({"changed": outcome.changed, **_json(plan)})
    print_table(
        [say(each) for each in (N_("What"), N_("Before"), N_("After"), N_("Note"))],
        list(_rows(plan)),
        folding=(0, 3),
    )
    return click.echo("\n" + _conclusion(plan, moved=moved))


def _conclusion(plan: MovePlan, *, moved: bool) -> str:
    if not plan.changes:
        return say(N_("No change: it is so already."))
    if moved:
        return say(N_("Moved as shown."))
    return say(
        N_("Nothing is moved yet. To carry this out, give the same command with: --confirm {plan}"),
        plan=plan.id,
    )


def _rows(plan: MovePlan) -> Iterator[tuple[str, ...]]:
    yield _row(plan.meeting, f"{plan.meeting.reference}  {plan.meeting.title}", at_work=False)
    if plan.agenda is not None:
        yield _row(plan.agenda, say(N_("Agenda to be settled by")), at_work=False)
    for one in plan.dependents:
        name = " ".join(filter(None, (one.reference, one.part, one.title, f"«{one.words}»")))
        yield _row(one, name, at_work=True)


def _row(shift: Shift, name: str, *, at_work: bool) -> tuple[str, ...]:
    after = shift.before if shift.stays in (Stays.KEPT, Stays.DELIVERED) else shift.after
    notes = [say(_STAYS[shift.stays])] if shift.stays else [say(_CAUTIONS[each]) for each in shift.cautions]
    return name, _when(shift.before, at_work), _when(after, at_work), ", ".join(notes)


def _when(moment: Moment, at_work: bool) -> str:
    """Write the stated day, and by which working day it is to be delivered where that is another."""
    if moment.day is None:
        return "–"
    if moment.first is not None:
        return f"{day(moment.first)}–{day(moment.day)}"
    moved = at_work and moment.working_date is not None and moment.working_date != moment.day
    by = f" ({say(N_('deliver by {day}'), day=day(moment.working_date))})" if moved else ""
    return weekday(moment.day) + by


def _json(plan: MovePlan) -> dict[str, Any]:
    return {**asdict(plan), "plan": plan.id, "changes": plan.changes}
