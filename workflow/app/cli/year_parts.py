"""What the commands about a year share: the year, and what is left of it as a table or for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from workflow.app.cli.output import print_table
from workflow.app.cli.parts import argument
from workflow.app.cli.speech import day, say, say_count
from workflow.app.closing import Standing
from workflow.language import N_
from workflow.year.undecided import Matter, Undecided

year_meant = argument("year", N_("The year."), N_("YEAR"), type=click.IntRange(1990, 2100))

MATTERS = {
    Matter.UNDELIVERED: N_("not delivered"),
    Matter.UNDATED: N_("not delivered, no deadline"),
    Matter.UNANSWERED: N_("request for another deadline without answer"),
    Matter.UNCONFIRMED: N_("given orally, not confirmed in writing"),
    Matter.DEVIATES: N_("open deviation"),
    Matter.LETTER_OPEN: N_("letter with undecided proposals"),
    Matter.UNACCEPTED: N_("delivered, not accepted"),
    Matter.DEVIATES_ON: N_("open deviation of what has ended"),
}


def print_standing(found: Standing) -> None:
    """Print what must be decided, and what is only to be known."""
    blocking = found.blocking
    known = tuple(each for each in found.left if not each.blocks)
    if blocking:
        one = N_("{count} matter must be decided before {year} can be closed:")
        many = N_("{count} matters must be decided before {year} can be closed:")
        click.echo(say_count(one, many, len(blocking), year=found.year) + "\n")
        _print(blocking)
    if known:
        one = N_("{count} matter does not keep the year open:")
        many = N_("{count} matters do not keep the year open:")
        click.echo(("\n" if blocking else "") + say_count(one, many, len(known)) + "\n")
        _print(known)


def standing_json(found: Standing) -> dict[str, Any]:
    """Give the same for programs."""
    return {
        "year": found.year,
        "closed": found.history.year(found.year).closed,
        "left": [
            {
                "matter": each.matter,
                "blocks": each.blocks,
                "duty": each.duty,
                "reference": each.reference,
                "name": each.name,
                "part": each.part,
                "due": each.due,
                "shielded": each.shielded,
            }
            for each in found.left
        ],
    }


def _print(left: Sequence[Undecided]) -> None:
    headings = [N_("Reference"), N_("Name"), N_("Part"), N_("Deadline"), N_("What is left")]
    cells = [
        (
            each.reference,
            each.name + (f" [{say(N_('shielded'))}]" if each.shielded else ""),
            each.part,
            day(each.due),
            say(MATTERS[each.matter]),
        )
        for each in left
    ]
    print_table([say(each) for each in headings], cells, folding=(1, 4))
