"""`fristvakt year demands`: the checklist of what the letters demand of the content of a year's reports."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from workflow.app.cli.names import REPORTS
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.cli.year_parts import year_meant
from workflow.app.reporting import demands_of, known_history
from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.reporting.building.order import Demanded
from workflow.year.commands import TickDemand, UntickDemand


class NoSuchDemand(Refusal):
    """None of the year's letters makes a demand by that key."""

    code = "no-such-demand"
    message = N_("No letter makes the demand «{demand}». They are listed by: fristvakt year demands {year}")


@command(
    "demands",
    N_(
        "List what the letters demand of the content of the year's reports, and tick what is met.\n\n"
        "The demands are found in the words of the letters («skal i årsrapporten …»); the list stands in the "
        "report too, each ticked or not."
    ),
    "fristvakt year demands 2026\n"
    'fristvakt year demands 2026 --tick year-3f2a9c --where "Del III, punkt 2"\n'
    'fristvakt year demands 2026 --untick year-3f2a9c --reason "Tallene mangler"',
)
@year_meant
@option("--tick", default="", metavar=N_("KEY"), text=N_("The report meets this demand."))
@option("--where", default="", metavar=N_("TEXT"), text=N_("Where in the report."))
@option("--untick", default="", metavar=N_("KEY"), text=N_("The report does not meet this demand after all."))
@option("--reason", default="", metavar=N_("TEXT"), text=N_("Why not."))
@deciding
@formatted
def demands_command(
    year: int, tick: str, where: str, untick: str, reason: str, person: str, form: str
) -> None:
    """List the demands, or tick one."""
    if tick and untick:
        raise click.UsageError(say(N_("Write one of --tick and --untick.")))
    with opened() as app:
        if not tick and not untick:
            return _print(app, year, form)
        one, by = _demand(app, year, tick or untick), decider(app, person)
        asked: TickDemand | UntickDemand
        if tick:
            asked = TickDemand(year=year, letter=one.letter, demand=one.key, where=where, by=by)
        else:
            asked = UntickDemand(year=year, letter=one.letter, demand=one.key, reason=reason, by=by)
        sentence = N_("{demand} is ticked as met.") if tick else N_("{demand} is no longer ticked.")
        return report(app.handle(asked), say(sentence, demand=one.key), form)


def _demand(app: App, year: int, key: str) -> Demanded:
    found = next((one for one in demands_of(app, year) if one.key == key), None)
    if found is None:
        raise NoSuchDemand(demand=key, year=year)
    return found


def _print(app: App, year: int, form: str) -> None:
    """Print each demand with where the report meets it."""
    ticks = known_history(app, None).year(year).ticks
    found = [(one, ticks.get((one.letter, one.key))) for one in demands_of(app, year)]
    if form == "json":
        return print_json([_as_json(one, tick.where if tick else None) for one, tick in found])
    headings = [N_("Key"), N_("Report"), N_("Line"), N_("Demand"), N_("Met"), N_("Where")]
    names = {row.id: row.name for row in app.letters()}
    cells = [
        (
            one.key,
            say(REPORTS[one.report]),
            f"{names.get(one.letter, '')} {one.line}".strip(),
            one.words,
            say(N_("yes")) if tick else say(N_("no")),
            tick.where if tick else "",
        )
        for one, tick in found
    ]
    return print_table([say(heading) for heading in headings], cells, folding=(2, 3, 5))


def _as_json(one: Demanded, where: str | None) -> dict[str, Any]:
    return {**asdict(one), "met": where is not None, "where": where or ""}
