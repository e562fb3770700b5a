"""`fristvakt meeting paper` and `tie`: what is counted from a meeting's day."""

from __future__ import annotations

import datetime as dt

from workflow.app.cli.finding import duty_named, unit_named
from workflow.app.cli.meeting_finding import which
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import day, say
from workflow.language import N_
from workflow.meetings.commands import AddPaper, TieDeadline
from workflow.work import Outcome

_WORDS = N_("How long before or after the meeting, for example «to uker før møtet».")


@command(
    "paper",
    N_(
        "Ask for a paper, due as counted from the meeting.\n\n"
        "The paper is a duty of its own. Its deadline moves with the meeting; without a day it waits for one."
    ),
    'fristvakt meeting paper M-HØST --title "Risikovurdering" --due "to uker før møtet" --owner "Kari Nes"',
)
@which
@option("--title", required=True, metavar=N_("TEXT"), text=N_("What the paper is about."))
@option("--due", "words", required=True, metavar=N_("WORDS"), text=_WORDS)
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Who writes it (default: the meeting's owner)."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Name or id of a unit from the directory."))
@option("--source", default="", metavar=N_("REFERENCE"), text=N_("Where it says so (default: the meeting)."))
@deciding
@formatted
def paper_command(
    reference: str, title: str, words: str, owner: str, unit: str, source: str, person: str, form: str
) -> None:
    """Ask for a paper."""
    with opened() as app:
        asked = AddPaper(
            meeting=duty_named(app, reference),
            title=title,
            words=words,
            owner=app.directory.find_person(owner).id if owner else "",
            unit=unit_named(app, unit),
            source=source,
            by=decider(app, person),
        )
        outcome = app.handle(asked)
    name = outcome.facts["reference"]
    report(outcome, f"{say(N_('The paper is {reference}.'), reference=name)} {_due(outcome)}", form)


@command(
    "tie",
    N_("Hang a deadline on the meeting's day. From then on it moves with the meeting."),
    'fristvakt meeting tie 2026-07 --to M-HØST --words "en uke før møtet" --reason Avtalt --source 26/101-3',
)
@argument("duty", N_("The duty: its reference, key or id."), N_("DUTY"))
@option(
    "--to",
    "reference",
    required=True,
    metavar=N_("MEETING"),
    text=N_("The meeting: its reference, key or id."),
)
@option(
    "--part",
    default="",
    metavar=N_("PART"),
    text=N_("The part, for example «Del 1», where the duty has parts."),
)
@option(
    "--words", default="", metavar=N_("WORDS"), text=N_("As --due of a paper (default: the words it has).")
)
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why; required where it had a day."))
@option(
    "--source",
    required=True,
    metavar=N_("REFERENCE"),
    text=N_("Where it says so: case number or journal post."),
)
@deciding
@formatted
def tie_command(
    duty: str, reference: str, part: str, words: str, reason: str, source: str, person: str, form: str
) -> None:
    """Tie a deadline to the meeting."""
    with opened() as app:
        asked = TieDeadline(
            duty=duty_named(app, duty),
            part=part,
            meeting=duty_named(app, reference),
            words=words,
            reason=reason,
            source=source,
            by=decider(app, person),
        )
        outcome = app.handle(asked)
    tied = say(N_("{duty} hangs on {meeting}."), duty=duty, meeting=reference)
    report(outcome, f"{tied} {_due(outcome)}", form)


def _due(outcome: Outcome) -> str:
    stated, working = outcome.facts["day"], outcome.facts["working_date"]
    if not isinstance(stated, dt.date):
        return say(N_("It gets its day when the meeting gets one."))
    if isinstance(working, dt.date) and working != stated:
        return say(N_("It is due {day}: deliver by {working}."), day=day(stated), working=day(working))
    return say(N_("It is due {day}."), day=day(stated))
