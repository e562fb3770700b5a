"""`fristvakt people erase`: who leaves for good, and what becomes of what they answered for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from projections.register.entry import RegisteredDuty
from projections.register.queries import RegisterFilter, listed
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say, say_count
from workflow.app.wiring import App
from workflow.directory.erasing import Traces, erase, traces
from workflow.directory.people import Person
from workflow.language import N_
from workflow.lifecycle import State

OPEN = tuple(state.value for state in (State.GIVEN, State.IN_PROGRESS, State.DEVIATION, State.DELIVERED))


@command(
    "erase",
    N_(
        "Erase a person; what happened stays, without the name.\n\n"
        "Shows first what the person answers for and who takes over, and erases with --confirm. "
        "Name, address, absences and feeds go for good; the trail keeps an id that stands for nobody."
    ),
    "fristvakt people erase kari@example.no\nfristvakt people erase kari@example.no --confirm",
)
@argument("who", N_("The person: name, e-mail or id."), N_("PERSON"))
@option("--confirm", is_flag=True, text=N_("Erase. It cannot be undone."))
@deciding
@formatted
def erase_command(who: str, confirm: bool, person: str, form: str) -> None:
    """Show what goes, and erase when that is confirmed."""
    with opened() as app:
        if who in app.directory.erased():
            return _done(erase(app.datastore, who, decider(app, person), app.clock()), form)
        leaving = app.directory.find_person(who)
        owned, taking_over = _owned(app, leaving), _above(app, leaving)
        left = traces(app.directory, leaving.id)
        if confirm:
            return _done(erase(app.datastore, leaving.id, decider(app, person), app.clock()), form)
    if form == "json":
        duties = [{"id": each.id, "reference": each.reference, "title": each.title} for each in owned]
        return print_json({"person": leaving, "owns": duties, "takes_over": taking_over, **asdict(left)})
    return _print(leaving, owned, taking_over, left)


def _owned(app: App, leaving: Person) -> list[RegisteredDuty]:
    with app.datastore.reading() as connection:
        return listed(connection, RegisterFilter(owner=leaving.id, states=OPEN))


def _above(app: App, leaving: Person) -> str:
    """Give the name of who gets the mail about what nobody owns any more."""
    line = app.directory.line()
    found = line.above(leaving.id) or next(iter(line.controllers()), "")
    return app.names().get(found, "")


def _print(leaving: Person, owned: Sequence[RegisteredDuty], taking_over: str, left: Traces) -> None:
    click.echo(f"{leaving.name} <{leaving.email}>")
    click.echo("  " + say_count(N_("answers for {count} duty"), N_("answers for {count} duties"), len(owned)))
    for each in owned:
        click.echo(f"    {each.reference}  {each.title}")
    if owned:
        click.echo(
            "  " + say(N_("Mail about them goes to {name} until they have an owner:"), name=taking_over)
        )
        click.echo(f"    fristvakt duty assign {owned[0].reference} --owner PERSON")
    for text, count in (
        (N_("feeds that end: {count}"), left.feeds),
        (N_("absences: {count}"), left.absences),
    ):
        click.echo("  " + say(text, count=count))
    for text, names in (
        (N_("Lose their manager: {names}"), left.manager_of),
        (N_("Lose their deputy: {names}"), left.deputy_of),
    ):
        if names:
            click.echo("  " + say(text, names=", ".join(names)))
    click.echo(say(N_("Nobody was erased. Erase with --confirm; it cannot be undone.")))


def _done(overwritten: bool, form: str) -> None:
    if form == "json":
        return print_json({"erased": True, "overwritten": overwritten})
    click.echo(say(N_("The person is erased. What happened stays, by an id that stands for nobody.")))
    if not overwritten:
        click.echo(
            say(
                N_(
                    "Others were using the database, so that its file may still hold what was deleted. "
                    "Run the command again with the id, at a quiet time."
                )
            )
        )
    return None
