"""`fristvakt trail list`: what happened, and by whom."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice
from uuid import UUID

import click

from events.store.topics import event_classes
from projections.reminders.queries import duties as duties_by_id
from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import opened
from workflow.app.cli.output import plain, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import day, moment, say, say_count
from workflow.app.cli.trail_lines import Called, as_json, by, called
from workflow.app.cli.trail_words import event_said
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.effective_days import civil_day
from workflow.replaying.history import Entry
from workflow.replaying.listing import TrailFilter, listed

_AT_ONCE = 500


@command(
    "list",
    N_("List what happened, and by whom, in the order it was recorded."),
    "fristvakt trail list --from 01.01.2026 --to 31.01.2026 --by kari@example.no\n"
    "fristvakt trail list --kind assignment.delivered",
)
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
@option("--by", "author", metavar=N_("PERSON"), text=N_("Only what this person recorded."))
@option(
    "--kind",
    metavar=N_("KIND"),
    default="",
    text=N_("Only events of this kind, such as assignment, letter or assignment.delivered."),
)
@formatted
@reading
def list_command(
    first: dt.date | None, last: dt.date | None, author: str | None, kind: str, form: str, person: str
) -> None:
    """Print the trail."""
    _check(kind)
    with opened() as app:
        who = reader(app, person)
        by_whom = app.directory.find_person(author).id if author else None
        asked = {"from": first, "to": last, "by": by_whom, "kind": kind}
        consulted(app, who, "list", " ".join(f"{name} {value}" for name, value in asked.items() if value))
        entries = listed(app.store, TrailFilter(first, last, by_whom, kind))
        known = called(app)
        if form == "json":
            return _print_json(entries, known)
        return _print(app, entries, known)


def _check(kind: str) -> None:
    topics = event_classes()
    kinds = {topic.partition(".")[0] for topic in topics}
    if kind and kind not in topics and kind not in kinds:
        raise click.UsageError(
            say(
                N_("«{kind}» is no kind of event. There are: {kinds}."),
                kind=kind,
                kinds=", ".join(sorted(kinds)),
            )
        )


def _print_json(entries: Iterator[Entry], known: Called) -> None:
    """Print one list, an entry at a time: the trail is longer than memory."""
    before = "["
    for each in entries:
        click.echo(before)
        click.echo(json.dumps(as_json(each, known), ensure_ascii=False, default=plain), nl=False)
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def _print(app: App, entries: Iterator[Entry], known: Called) -> None:
    """Print a table for every so many events: the trail is longer than memory."""
    count = 0
    headings = [N_("Recorded"), N_("Happened"), N_("Event"), N_("About"), N_("By")]
    while page := list(islice(entries, _AT_ONCE)):
        titles = _titles(app, {each.stream for each in page})
        cells = [
            (
                moment(each.recorded_at),
                day(each.effective_on) if each.effective_on != civil_day(each.recorded_at) else "",
                event_said(each.topic),
                titles.get(each.stream, ""),
                by(each, known),
            )
            for each in page
        ]
        print_table([say(each) for each in headings], cells, folding=(2, 3, 4))
        count += len(page)
    click.echo("\n" + say_count(N_("{count} event"), N_("{count} events"), count))


def _titles(app: App, streams: set[UUID]) -> dict[UUID, str]:
    with app.datastore.reading() as connection:
        duties = duties_by_id(connection, streams)
    letters = {row.id: row.name for row in app.letters()}
    return letters | {each.id: f"{each.reference} {each.title}" for each in duties.values()}
