"""`fristvakt register` and `show`: every duty, and one of them with its sources and its history."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import click

from projections.engine.duty.state import SERIES
from projections.register.entry import RegisteredDuty, RegisteredPart
from projections.register.queries import RegisterFilter, listed
from workflow.app.cli.finding import letter_named, registered_named, unit_named
from workflow.app.cli.names import kind_name, state_name
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.register_json import as_json
from workflow.app.cli.register_page import print_page
from workflow.app.cli.speech import say, say_count
from workflow.app.cli.whens import when
from workflow.app.wiring import App
from workflow.called import KINDS
from workflow.language import N_
from workflow.lifecycle import State


@command(
    "register",
    N_("List all duties.\n\nThe reports that a series opens are left out unless --occurrences is given."),
    "fristvakt register --kind report --unowned\nfristvakt register --format json",
)
@option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in State]),
    text=N_("Only those in this state (may be repeated)."),
)
@option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(KINDS)),
    text=N_("Only this kind (may be repeated)."),
)
@option("--goal", type=int, metavar=N_("NUMBER"), text=N_("Only this goal."))
@option("--owner", metavar=N_("PERSON"), text=N_("Only what this person answers for."))
@option("--unit", metavar=N_("UNIT"), text=N_("Only what this unit answers for."))
@option("--text", metavar=N_("TEXT"), text=N_("Only what has this in title, parts or deadlines."))
@option("--letter", metavar=N_("LETTER"), text=N_("Only what this letter says something about."))
@option("--unowned", is_flag=True, text=N_("Only what nobody answers for."))
@option("--without-day", is_flag=True, text=N_("Only what has no day, so that someone must chase it."))
@option("--occurrences", is_flag=True, text=N_("Also the reports that series have opened."))
@formatted
def register_command(
    states: tuple[str, ...],
    kinds: tuple[str, ...],
    goal: int | None,
    owner: str | None,
    unit: str | None,
    text: str | None,
    letter: str | None,
    unowned: bool,
    without_day: bool,
    occurrences: bool,
    form: str,
) -> None:
    """Print the register."""
    with opened() as app:
        which = RegisterFilter(
            states=states,
            kinds=kinds,
            goal=goal,
            text=text,
            unowned=unowned,
            without_day=without_day,
            owner=str(app.directory.find_person(owner).id) if owner else None,
            unit=unit_named(app, unit) if unit else None,
            letter=letter_named(app, letter).id if letter else None,
        )
        with app.datastore.reading() as connection:
            duties = listed(connection, which)
        shown = duties if occurrences else _without_occurrences(app, duties)
        names = app.names()
    if form == "json":
        return print_json([as_json(duty, names) for duty in shown])
    _print(shown, names)
    return click.echo("\n" + say_count(N_("{count} duty"), N_("{count} duties"), len(shown)))


def _without_occurrences(app: App, duties: list[RegisteredDuty]) -> list[RegisteredDuty]:
    """Leave out what a series opened: the series stands for it."""
    with app.datastore.reading() as connection:
        series = {duty.id for duty in listed(connection) if duty.stream == SERIES}
    return [duty for duty in duties if duty.parent not in series]


def _print(duties: list[RegisteredDuty], names: dict[str, str]) -> None:
    headings = [N_("Reference"), N_("Duty"), N_("Due"), N_("State"), N_("Owner")]
    print_table([say(heading) for heading in headings], _rows(duties, names), folding=(0, 1, 2, 4))


def _rows(duties: list[RegisteredDuty], names: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for duty in duties:
        shield = f" [{say(N_('shielded'))}]" if duty.shielded else ""
        front = (duty.reference, f"{duty.title} ({kind_name(duty.kind)}){shield}")
        back = (
            _state(duty),
            " / ".join(names.get(each, each) for each in (duty.owner, duty.unit) if each),
        )
        for part in duty.parts or (None,):
            yield (*front, _due(duty, part), *back)
            front, back = ("", ""), ("", "")


def _state(duty: RegisteredDuty) -> str:
    """Give the state, and how many deviations are open where the state does not say so alone."""
    if not duty.open_deviations or (duty.state == State.DEVIATION and duty.open_deviations == 1):
        return state_name(duty.state)
    opened = say_count(N_("{count} open deviation"), N_("{count} open deviations"), duty.open_deviations)
    return f"{state_name(duty.state)}, {opened}"


def _due(duty: RegisteredDuty, part: RegisteredPart | None) -> str:
    if part is None or part.current is None:
        return say(N_("no deadline stated"))
    name = f"{part.part}: " if part.part else ""
    opened = " · " + say_count(N_("{count} report opened"), N_("{count} reports opened"), duty.occurrences)
    return name + when(part.current) + (opened if duty.stream == SERIES else "")


@command("show", N_("Show one duty with its sources and history."), "fristvakt show 2026-02")
@argument("reference", N_("The duty: its reference, key or id."), N_("DUTY"))
@formatted
def show_command(reference: str, form: str) -> None:
    """Print one duty."""
    with opened() as app:
        duty, names = registered_named(app, reference), app.names()
        related = _related(app, duty.id)
    if form == "json":
        return print_json(
            as_json(duty, names) | {"belongs_to_it": [as_json(each, names) for each in related]}
        )
    return print_page(duty, related, names)


def _related(app: App, duty: UUID) -> list[RegisteredDuty]:
    with app.datastore.reading() as connection:
        return listed(connection, RegisterFilter(parent=duty))
