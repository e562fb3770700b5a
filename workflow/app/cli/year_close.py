"""`fristvakt year close`: what is left is carried over, the trail sealed, the year closed."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import click

from workflow.app.cli.finding import duty_named, letter_named
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say, say_count
from workflow.app.cli.trail_opening import counting
from workflow.app.cli.year_parts import print_standing, year_meant
from workflow.app.closing import Carrying, Standing, close_year, require_over, standing
from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.work import Outcome
from workflow.year.succession import successor


class NothingToCarry(Refusal):
    """What was named is not among what the year leaves undelivered."""

    code = "nothing-to-carry"
    message = N_("«{duty}» is not among what {year} leaves undelivered. See: fristvakt year status {year}")


class WhereTo(Refusal):
    """Something is to be carried over, and nobody said to which letter."""

    code = "where-to"
    message = N_("Say which letter it is carried over to, with --to-letter. See: fristvakt letter list")


@command(
    "close",
    N_(
        "Carry over, seal the trail and close the year.\n\n"
        "Lists what must be decided, and refuses while anything is. What is carried over is linked to the "
        "duty of the next letter that continues it: by --carry-over OLD=NEW, else by the reference where "
        "that names its year, else by the title. Afterwards nothing that the year counts can be changed "
        "until it is reopened."
    ),
    "fristvakt year close 2026\n"
    "fristvakt year close 2026 --carry-over 2026-02 --carry-over 2026-07=2027-03 --to-letter 2\n"
    "fristvakt year close 2026 --carry-all --to-letter 2",
)
@year_meant
@option(
    "--carry-over",
    "named",
    multiple=True,
    metavar=N_("DUTY[=DUTY]"),
    text=N_("Carry this over, as that; may be repeated."),
)
@option("--carry-all", is_flag=True, text=N_("Carry over everything that is not delivered."))
@option(
    "--to-letter",
    "to",
    default="",
    metavar=N_("LETTER"),
    text=N_("The letter that it lives on under: number, id or part of its name."),
)
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why it is carried over."))
@deciding
@formatted
def close_command(
    year: int, named: tuple[str, ...], carry_all: bool, to: str, reason: str, person: str, form: str
) -> None:
    """Close the year."""
    with opened() as app:
        by = decider(app, person)
        found = standing(app, year)
        carrying = _carrying(app, found, named, carry_all, to, reason)
        left = [each for each in found.blocking if each.duty not in carrying.duties]
        if form != "json" and (left or not found.is_closed):
            print_standing(found)
        require_over(app, year)
        with counting(app, say(N_("Walking the trail"))) as progress:
            outcome = close_year(app, found, carrying, by, progress)
        _show(app, year, carrying, outcome, form)


def _carrying(
    app: App, found: Standing, named: Iterable[str], carry_all: bool, to: str, reason: str
) -> Carrying:
    """Work out what lives on, and as what."""
    owed = dict.fromkeys(each.duty for each in found.left if each.is_owed and each.duty)
    chosen: dict[UUID, UUID | None] = dict.fromkeys(owed) if carry_all else {}
    for each in named:
        old, _, new = each.partition("=")
        duty = duty_named(app, old)
        if duty not in owed:
            raise NothingToCarry(duty=old, year=found.year)
        chosen[duty] = duty_named(app, new) if new else None
    if not chosen:
        return Carrying({}, "", "")
    if not to:
        raise WhereTo
    letter = letter_named(app, to)
    for duty, told in chosen.items():
        next_one = successor(found.history, found.history.duties[duty].duty, letter.id)
        chosen[duty] = told or (next_one.id if next_one else None)
    case = found.history.letters[letter.id].case_reference
    why = reason or say(N_("Not delivered when {year} was closed"), year=found.year)
    return Carrying(chosen, why, case or letter.name)


def _show(app: App, year: int, carrying: Carrying, outcome: Outcome, form: str) -> None:
    closed = standing(app, year).history.year(year).closed
    if form == "json":
        carried = [{"duty": duty, "to": to} for duty, to in carrying.duties.items()]
        facts = {"year": year, "changed": outcome.changed, "carried": carried}
        return print_json(facts | {"checkpoint": closed and closed.checkpoint})
    if not outcome.changed:
        return click.echo(say(N_("No change: it is so already.")))
    linked = sum(to is not None for to in carrying.duties.values())
    one = N_("{count} duty is carried over, {linked} of them to a duty of the next letter.")
    many = N_("{count} duties are carried over, {linked} of them to a duty of the next letter.")
    if carrying.duties:
        click.echo(say_count(one, many, len(carrying.duties), linked=linked))
    seal = closed.checkpoint if closed else ""
    return click.echo(say(N_("{year} is closed. Checkpoint: {checkpoint}"), year=year, checkpoint=seal))
