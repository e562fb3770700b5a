"""`fristvakt replay --between`: what changed between two days, and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import click

from workflow.app.cli.names import kind_name
from workflow.app.cli.output import print_json
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import day, moment, say, say_count
from workflow.app.cli.trail_lines import Called, as_json, by, called, change_json, source_said
from workflow.app.cli.trail_words import change_said, event_said
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.differences import Difference, Differences
from workflow.replaying.effective_days import civil_day
from workflow.replaying.history import Entry
from workflow.replaying.views import Past

MARKS: Mapping[str, str] = {
    "added": N_("new"),
    "late": N_("entered late"),
    "moved": N_("moved"),
    "dropped": N_("deadline taken back"),
    "delivered": N_("delivered"),
    "accepted": N_("accepted by the ministry"),
    "withdrawn": N_("withdrawn"),
    "carried_over": N_("carried over"),
    "reopened": N_("taken up again"),
    "corrected": N_("corrected"),
}


def print_differences(app: App, first: dt.date, last: dt.date, *, effective: bool, form: str) -> None:
    """Print every duty that changed, before and after, with the events in between."""
    with progress(say(N_("Replaying the events"))):
        found = Past(app.store, ()).between(first, last, effective=effective)
    known = called(app)
    if form == "json":
        return print_json(_as_json(found, known))
    for each in found.duties:
        _print(each, known)
    return _print_end(found)


def _print(difference: Difference, known: Called) -> None:
    shield = f" [{say(N_('shielded'))}]" if difference.shielded else ""
    marks = ", ".join(say(MARKS[each]) for each in difference.marks)
    kind = kind_name(difference.kind)
    click.echo(
        f"{difference.reference}  {difference.title} ({kind}){shield}" + (f": {marks}" if marks else "")
    )
    for change in difference.changes:
        click.echo(f"  {change_said(change, known.names)}")
    for entry in difference.entries:
        click.echo(f"    {_line(entry, known)}")
    click.echo()


def _line(entry: Entry, known: Called) -> str:
    """Give an event in one line: when, what, by whom, when it happened, reason and source."""
    happened = say(N_("happened {day}"), day=day(entry.effective_on))
    late = happened if entry.effective_on != civil_day(entry.recorded_at) else ""
    said = (by(entry, known), late, entry.reason, entry.reference, source_said(entry.source, known))
    return f"{moment(entry.recorded_at)}  {event_said(entry.topic)} · " + " · ".join(filter(None, said))


def _print_end(found: Differences) -> None:
    if found.others:
        counted = ", ".join(f"{event_said(topic)} {count}" for topic, count in found.others)
        click.echo(say(N_("Besides: {events}."), events=counted))
    click.echo(say_count(N_("{count} duty changed"), N_("{count} duties changed"), len(found.duties)))


def _as_json(found: Differences, known: Called) -> dict[str, object]:
    return {
        "first": found.first,
        "last": found.last,
        "duties": [
            {
                "duty": each.duty,
                "reference": each.reference,
                "title": each.title,
                "kind": each.kind,
                "shielded": each.shielded,
                "marks": each.marks,
                "changes": [change_json(change) for change in each.changes],
                "events": [as_json(entry, known) for entry in each.entries],
            }
            for each in found.duties
        ],
        "others": dict(found.others),
    }
