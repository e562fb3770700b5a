"""`fristvakt deadline`: set, move or mend the deadline of a duty, or ask the ministry about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import click

from workflow.app.cli.duty_parts import part_meant, step, which
from workflow.app.cli.kinds import DAY
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.duty.commands import DropDeadline, PostponeDeadline, SetDeadline
from workflow.duty.correction_commands import CorrectDeadline
from workflow.duty.dialogue_commands import InquireDeadline, RefusePostponement, RequestPostponement
from workflow.language import N_

_CHANGED = N_("The deadline of {reference} is changed. See: fristvakt show {reference}")
_NOTED = N_("Noted about the deadline of {reference}. See: fristvakt waiting")


@dataclass(frozen=True, slots=True)
class _Told:
    """What was written besides the one thing that is asked for."""

    part: str
    reason: str
    source: str
    day: dt.date | None


@command(
    "deadline",
    N_(
        "Set, postpone or correct a deadline, or ask the ministry for another.\n\n"
        "The words may be any form of deadline: 01.10.2026, medio mai, innen utgangen av 2026. "
        "The earlier deadlines stay visible. When the ministry says yes to a request, postpone."
    ),
    'fristvakt deadline 2026-02 --part "Del 1" --postpone-to 01.03.2027 --reason "Avtalt i møte" --source '
    "26/101-4\n"
    'fristvakt deadline 2026-02 --request 01.03.2027 --reason "Sykefravær" --source 26/101-3\n'
    "fristvakt deadline 2026-07 --inquire --on 12.02.2026",
)
@which
@part_meant
@option("--set", "new", metavar=N_("WORDS"), text=N_("Give the part its deadline."))
@option("--postpone-to", metavar=N_("WORDS"), text=N_("Move the deadline to this."))
@option("--drop", is_flag=True, text=N_("Take the deadline away, because its source took it back."))
@option("--correct", metavar=N_("WORDS"), text=N_("Correct a deadline that was recorded wrongly."))
@option("--request", "wanted", metavar=N_("WORDS"), text=N_("Ask the ministry for this deadline instead."))
@option("--refuse", "refused", is_flag=True, text=N_("The ministry said no to what was requested."))
@option("--inquire", "asked", is_flag=True, text=N_("We asked the ministry when it is due."))
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why, or what was said."))
@option(
    "--source",
    default="",
    metavar=N_("REFERENCE"),
    text=N_("Where it says so: case number or journal post. Needed to set, postpone and drop."),
)
@option(
    "--on",
    "--agreed-on",
    "day",
    type=DAY,
    metavar=N_("DD.MM.YYYY"),
    text=N_("The day it was agreed or asked."),
)
@deciding
@formatted
def deadline_command(
    reference: str,
    part: str,
    new: str | None,
    postpone_to: str | None,
    drop: bool,
    correct: str | None,
    wanted: str | None,
    refused: bool,
    asked: bool,
    reason: str,
    source: str,
    day: dt.date | None,
    person: str,
    form: str,
) -> None:
    """Send the one command that was asked for."""
    words = {"set": new, "postpone": postpone_to, "correct": correct, "request": wanted}
    flags = {"drop": drop, "refuse": refused, "inquire": asked}
    chosen = [*(name for name, said in words.items() if said is not None)]
    chosen += [name for name, said in flags.items() if said]
    _check(chosen, reason, source)
    told = _Told(part, reason, source, day)

    def ask(app: App, duty: UUID, by: str) -> object:
        return _command(chosen[0], words.get(chosen[0]) or "", told, duty, by)

    noted = chosen[0] in ("request", "refuse", "inquire")
    step(reference, person, form, _NOTED if noted else _CHANGED, ask)


def _check(chosen: list[str], reason: str, source: str) -> None:
    if len(chosen) != 1:
        raise click.UsageError(
            say(
                N_("Write one of --set, --postpone-to, --drop, --correct, --request, --refuse and --inquire.")
            )
        )
    if chosen[0] in ("set", "postpone", "drop") and not source:
        raise click.UsageError(say(N_("Write --source: a deadline is set and moved in writing.")))
    if chosen[0] in ("postpone", "drop", "correct", "request") and not reason:
        raise click.UsageError(say(N_("Write --reason: a deadline is never moved without one.")))


def _command(step: str, words: str, told: _Told, duty: UUID, by: str) -> object:
    part, reason, source, day = told.part, told.reason, told.source, told.day
    match step:
        case "set":
            return SetDeadline(duty=duty, part=part, words=words, source=source, by=by)
        case "postpone":
            return PostponeDeadline(
                duty=duty, part=part, words=words, reason=reason, source=source, agreed_on=day, by=by
            )
        case "drop":
            return DropDeadline(duty=duty, part=part, reason=reason, source=source, by=by)
        case "correct":
            return CorrectDeadline(duty=duty, part=part, words=words, reason=reason, source=source, by=by)
        case "request":
            return RequestPostponement(
                duty=duty, part=part, words=words, reason=reason, requested_on=day, reference=source, by=by
            )
        case "refuse":
            return RefusePostponement(
                duty=duty, part=part, refused_on=day, reason=reason, reference=source, by=by
            )
    return InquireDeadline(duty=duty, part=part, inquired_on=day, reference=source, note=reason, by=by)
