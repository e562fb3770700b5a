"""What an import would change, for the person who is about to do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from workflow.app.cli.speech import day, say
from workflow.directory.importing import Changes
from workflow.directory.people import Person
from workflow.language import N_


def print_changes(changes: Changes) -> None:
    """Print who is new, changed, and not in the list, and what becomes of units."""
    people = {one.id: one.name for one in (*changes.new_people, *changes.changed_people, *changes.unlisted)}
    away = [
        f"{people.get(each.person, each.person)}: {day(each.first)}–{day(each.last)}"
        for each in changes.absences
    ]
    groups = (
        (N_("New people"), _called(changes.new_people)),
        (N_("Changed people"), _called(changes.changed_people)),
        (N_("Not in the list; they stay as they are"), _called(changes.unlisted)),
        (N_("New units"), (one.name for one in changes.new_units)),
        (N_("Changed units"), (one.name for one in changes.changed_units)),
        (N_("Absences"), away),
        (N_("Perhaps the same person with another address"), _moved(changes)),
    )
    for heading, rows in groups:
        _print_group(say(heading), list(rows))
    print_passed_over(changes)
    click.echo(say(N_("Nothing was changed. Without --dry-run, this is imported.")))


def print_passed_over(changes: Changes) -> None:
    """Name the headings that say nothing to us, so that a mistyped one is seen."""
    if changes.passed_over:
        click.echo(say(N_("Columns passed over: {columns}"), columns=", ".join(changes.passed_over)))


def _print_group(heading: str, rows: list[str]) -> None:
    if rows:
        click.echo(f"{heading} ({len(rows)})")
        for row in rows:
            click.echo(f"  {row}")


def _called(people: Iterable[Person]) -> Iterator[str]:
    return (f"{one.name} <{one.email}>" for one in people)


def _moved(changes: Changes) -> Iterator[str]:
    """Find new people who are called like somebody the list lacks."""
    lacking = {one.name.casefold(): one for one in changes.unlisted}
    for new in changes.new_people:
        if known := lacking.get(new.name.casefold()):
            yield f"{new.name}: fristvakt people change {known.email} --email {new.email}"
