"""`fristvakt reconcile`: the proof, row by row in both directions, that the feeds match the letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from projections.feeds.reconcile import Difference, Differences
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import complain, print_json, print_table
from workflow.app.cli.parts import command, deciding, formatted
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import say, say_count
from workflow.app.reconciling import prove
from workflow.app.wiring import App
from workflow.language import N_

ORIGINS = {
    "service": N_("The calendar was fetched from the running service at {address}."),
    "in_process": N_("No service answers at {address}; the calendar was made by the same program here."),
}
DIFFERENCES = {
    "missing": N_("has no entry in the calendar"),
    "extra": N_("stands in the calendar without a row"),
    "doubled": N_("stands in the calendar more than once"),
    "wrong_day": N_("stands on the wrong day"),
    "wrong_title": N_("has another title in the calendar"),
    "wrong_status": N_("is cancelled in one place only"),
    "shielded_words": N_("is shielded, but its words are in the calendar"),
    "not_in_register": N_("was accepted, but is not in the register"),
    "day_differs": N_("has another day than the letter, without a sourced change"),
}
REASONS = {
    "impossible": N_("impossible date, waits for an answer"),
    "rule_without_days": N_("recurs without a day"),
    "relative": N_("hangs on another day"),
    "open": N_("has no day yet"),
    "no_day": N_("has no day yet"),
    "occurrences_instead": N_("a series: each occurrence has its own entry"),
    "outside_window": N_("before this year or after the next"),
    "cancelled_before": N_("cancelled more than 30 days ago"),
}


@command(
    "reconcile",
    N_(
        "Prove that the feeds match the letter, row by row.\n\n"
        "The complete calendar is fetched as a client does and parsed; each confirmed row must have "
        "its entry on the right day, and each entry its row. Exit code 1 and both lists when not."
    ),
    "fristvakt reconcile\nfristvakt reconcile --format json",
)
@deciding
@formatted
def reconcile_command(person: str, form: str) -> int:
    """Print the outcome; gives 0 when all agrees, 1 when not."""
    with opened() as app:
        who = _reader(app, person)
        with progress(say(N_("Fetching and comparing"))):
            proof = prove(app, who)
        address = app.settings.base_url
    complain(say(ORIGINS[proof.fetched.origin], address=address))
    if form == "json":
        print_json(_json(proof.outcome) | {"origin": proof.fetched.origin})
    else:
        _print(proof.outcome)
    return 0 if proof.outcome.agree else 1


def _reader(app: App, person: str) -> str:
    """Give whose access is used: who is named, else anyone, since the address is erased again."""
    people = app.directory.people()
    return decider(app, person) if person or app.settings.user or not people else people[0].id


def _json(outcome: Differences) -> dict[str, object]:
    return {
        "agree": outcome.agree,
        "agreeing": outcome.agreeing,
        "differences": outcome.differences,
        "explained": outcome.explained,
    }


def _print(outcome: Differences) -> None:
    """Print what lacks its entry, what lacks its row, and what has no entry for a reason."""
    extra = [each for each in outcome.differences if each.code == "extra"]
    others = [each for each in outcome.differences if each.code != "extra"]
    _print_list(say(N_("In the register and the letters, but not so in the calendar")), others)
    _print_list(say(N_("In the calendar, but not in the register")), extra)
    click.echo(say_count(N_("{count} entry agrees."), N_("{count} entries agree."), outcome.agreeing))
    for reason, count in sorted(Counter(each.reason for each in outcome.explained).items()):
        told = say_count(N_("{count} row without an entry"), N_("{count} rows without an entry"), count)
        click.echo(f"{told}: {say(REASONS[reason])}")
    if outcome.agree:
        click.echo(say(N_("The calendar matches the letters.")))


def _print_list(heading: str, rows: Sequence[Difference]) -> None:
    if not rows:
        return
    click.echo(heading)
    headings = [N_("Row"), N_("Difference"), N_("Should be"), N_("Is")]
    cells = [(each.label, say(DIFFERENCES[each.code]), each.should, each.found) for each in rows]
    print_table([say(each) for each in headings], cells, folding=(0, 1))
    click.echo()
