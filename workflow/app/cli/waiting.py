"""`fristvakt waiting`: what we wait for from the ministry, and when it was last asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import click

from projections.waiting.kinds import WaitingFor
from projections.waiting.queries import WaitingFilter, WaitingRow, listed
from workflow.app.cli.finding import unit_named
from workflow.app.cli.names import kind_name
from workflow.app.cli.opening import opened
from workflow.app.cli.output import plain, print_json, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import day, say, say_count
from workflow.language import N_

GROUPS: Mapping[WaitingFor, str] = {
    WaitingFor.DEADLINE: N_("The deadline is missing: to be set or agreed"),
    WaitingFor.MEETING_DAY: N_("The day of the meeting is missing"),
    WaitingFor.CONFIRMATION: N_("The deadline is tentative"),
    WaitingFor.POSTPONEMENT: N_("Another deadline is asked for, without an answer yet"),
    WaitingFor.WRITING: N_("Given orally, not yet confirmed in writing"),
    WaitingFor.ACCEPTANCE: N_("Delivered, not yet accepted"),
    WaitingFor.MINUTES: N_("The minutes are not yet approved"),
    WaitingFor.DEVIATION: N_("The ministry is told of a deviation that is still open"),
}
_ASKABLE = (WaitingFor.DEADLINE, WaitingFor.MEETING_DAY, WaitingFor.CONFIRMATION)


@command(
    "waiting",
    N_("List what we wait for from the ministry, and when it was last asked."),
    "fristvakt waiting\nfristvakt waiting --kind deadline --unit Analyse",
)
@option("--owner", metavar=N_("PERSON"), text=N_("Only what this person answers for."))
@option("--unit", metavar=N_("UNIT"), text=N_("Only what this unit answers for."))
@option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([each.value for each in WaitingFor]),
    text=N_("Only what is waited for in this way (may be repeated)."),
)
@formatted
def waiting_command(owner: str | None, unit: str | None, kinds: tuple[str, ...], form: str) -> None:
    """Print what is waited for, by what it is."""
    with opened() as app:
        which = WaitingFilter(
            owner=app.directory.find_person(owner).id if owner else None,
            unit=unit_named(app, unit) if unit else None,
            kinds=tuple(WaitingFor(kind) for kind in kinds),
        )
        with app.datastore.reading() as connection:
            rows = listed(connection, which)
        names = app.names()
    if form == "json":
        return print_json([plain(row) | {"owner_name": names.get(row.owner, "")} for row in rows])
    for kind, group in groupby(rows, key=lambda row: row.waiting_for):
        _print(kind, list(group), names)
    return click.echo(
        say_count(N_("We wait for {count} thing."), N_("We wait for {count} things."), len(rows))
    )


def _print(kind: WaitingFor, rows: list[WaitingRow], names: Mapping[str, str]) -> None:
    click.echo(f"{say(GROUPS[kind])} ({len(rows)})")
    headings = [N_("Reference"), N_("Duty"), N_("At stake"), N_("Since"), N_("Last asked"), N_("Owner")]
    print_table([say(heading) for heading in headings], _cells(rows, names), folding=(0, 1, 2, 5))
    click.echo()


def _cells(rows: list[WaitingRow], names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        part = f" – {row.part}" if row.part else ""
        shield = f" [{say(N_('shielded'))}]" if row.shielded else ""
        yield (
            row.reference,
            f"{row.title}{part} ({kind_name(row.kind)}){shield}",
            _at_stake(row),
            day(row.since),
            _asked(row),
            " / ".join(names.get(each, each) for each in (row.owner, row.unit) if each),
        )


def _at_stake(row: WaitingRow) -> str:
    """Give the day, and the words unless they only say that day."""
    worded = f"«{row.words}»" if row.words and row.words != day(row.due) else ""
    return " ".join(each for each in (day(row.due), worded) if each)


def _asked(row: WaitingRow) -> str:
    if row.asked_on is None:
        return say(N_("not asked")) if row.waiting_for in _ASKABLE else ""
    times = say_count(N_("{count} time"), N_("{count} times"), row.times_asked)
    return day(row.asked_on) + (f" ({times})" if row.times_asked > 1 else "")
