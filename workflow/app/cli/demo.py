"""`fristvakt demo`: from the example letter, or one's own, to feeds, with what to do next."""

from __future__ import annotations

import os
from pathlib import Path

import click

from events.store import migrate
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import say
from workflow.app.demo import Shown, show_example, show_letter
from workflow.app.settings import from_environment
from workflow.app.wiring import datastore_of
from workflow.language import N_
from workflow.reading.documents.door import bytes_of


@command(
    "demo",
    N_(
        "Read and confirm the example letter.\n\n"
        "Makes the database where it is missing, imports the example's staff, "
        "reads and confirms its letter, and makes feeds. Running it again changes nothing. "
        "With --letter: the same with a letter of your own, where what has no doubts is accepted "
        "and the doubts wait for you."
    ),
    "fristvakt demo\nfristvakt demo --letter tildelingsbrev.pdf --year 2026",
)
@option(
    "--letter", type=click.Path(path_type=Path), metavar=N_("FILE"), text=N_("A letter of your own instead.")
)
@option(
    "--year",
    type=click.IntRange(1990, 2100),
    metavar=N_("YYYY"),
    text=N_("The letter's year, where the letter does not say it."),
)
@deciding
@formatted
def demo_command(letter: Path | None, year: int | None, person: str, form: str) -> None:
    """Show the whole way."""
    content = bytes_of(letter) if letter else b""
    _upgrade()
    with opened() as app, progress(say(N_("Reading and confirming"))):
        if letter is None:
            shown = show_example(app)
        else:
            shown = show_letter(app, letter, content, year, person or app.settings.user)
    if form == "json":
        return print_json(shown)
    return _print(shown)


def _upgrade() -> None:
    datastore = datastore_of(from_environment(os.environ))
    try:
        migrate.upgrade(datastore)
    finally:
        datastore.close()


def _print(shown: Shown) -> None:
    decided = shown.proposals - shown.waiting
    click.echo(
        say(
            N_("{name} ({year}): {decided} of {proposals} decided."),
            name=shown.letter.name,
            year=shown.letter.year,
            decided=decided,
            proposals=shown.proposals,
        )
    )
    if shown.waiting:
        click.echo(
            say(
                N_("{count} wait for you: fristvakt review --letter {number}"),
                count=shown.waiting,
                number=shown.letter.number,
            )
        )
    click.echo("\n" + say(N_("Subscribe to these addresses in Outlook, Google, Apple or Thunderbird:")))
    for name, address in shown.feeds:
        click.echo(f"  {name}\n    {address}")
    click.echo(
        "\n"
        + say(
            N_("The addresses are secret. They are kept in {file}, which only you can read."),
            file=shown.kept_in,
        )
    )
    click.echo("\n" + say(N_("What to do next:")))
    for line in _next_steps():
        click.echo(f"  {line}")


def _next_steps() -> list[str]:
    letter, year = say(N_("FILE")), say(N_("YYYY"))
    steps = [
        ("fristvakt serve", N_("start the service that answers at the addresses")),
        ("fristvakt due", N_("see what falls due, and when")),
        ("fristvakt reconcile", N_("prove that the calendar matches the letter")),
        (f"fristvakt read {letter} --year {year}", N_("see what is in a letter of your own")),
        (f"fristvakt demo --letter {letter}", N_("take a letter of your own to calendars")),
    ]
    return [f"{line:<36}{say(purpose)}" for line, purpose in steps]
