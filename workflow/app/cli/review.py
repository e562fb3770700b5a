"""`fristvakt review`: what waits for a decision in a letter, with both quotes side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from events.vocabulary.values import Mention
from workflow.app.cli.finding import letter_named
from workflow.app.cli.names import kind_name
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.reading_tables import place, print_doubt
from workflow.app.cli.review_json import item_json, review_json
from workflow.app.cli.speech import language, say, say_count
from workflow.app.cli.whens import when
from workflow.confirming.review import Item, Review
from workflow.language import N_
from workflow.letter.comparison import Change, What
from workflow.letter.letter import Verdict
from workflow.reading.as_json import as_json

WHAT = {
    What.NEW: N_("new"),
    What.CHANGED: N_("changed"),
    What.UNCHANGED: N_("unchanged"),
    What.GONE: N_("gone"),
    What.DOUBT: N_("about the letter"),
}
VERDICTS = {
    Verdict.ACCEPTED: N_("accepted"),
    Verdict.AMENDED: N_("amended"),
    Verdict.REJECTED: N_("rejected"),
}


@command(
    "review",
    N_(
        "Show what waits for a decision.\n\n"
        "Proposals without doubts first, then each doubt with the quotes it is about, and for a later letter "
        "what is new, changed, unchanged and gone compared with what stands."
    ),
    "fristvakt review\nfristvakt review --letter 2 --all",
)
@option(
    "--letter",
    default="",
    metavar=N_("LETTER"),
    text=N_("Number, id or part of the name; not needed when one letter is open."),
)
@option("--all", "everything", is_flag=True, text=N_("Also what has been decided."))
@argument("key", N_("Only this proposal, in full."), N_("[PROPOSAL]"), required=False)
@formatted
def review_command(letter: str, everything: bool, key: str | None, form: str) -> None:
    """Print what waits."""
    with opened() as app:
        row = letter_named(app, letter)
        found = app.handling.review(row.id)
    items = [item for item in found.items if key in (None, item.key) and (everything or key or _waits(item))]
    if form == "json":
        return print_json(review_json(row.number, found, items, language()))
    click.echo(f"{say(N_('Letter'))} {row.number}: {found.letter.name} ({found.letter.year})")
    _print_items(items, found)
    return click.echo("\n" + _next_step(found, row.number))


def _waits(item: Item) -> bool:
    return item.decided is None and not item.settles_itself


def _print_items(items: Sequence[Item], found: Review) -> None:
    if not items:
        return
    headings = [N_("Proposal"), N_("Duty"), N_("Due"), N_("Compared"), N_("Decision")]
    print_table([say(heading) for heading in headings], _rows(items), folding=(0, 1, 2))
    shown = {row["key"]: row for row in as_json(found.reading, language())["obligations"]}
    for item in items:
        _print_details(item, shown.get(item.key))


def _rows(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    for item in items:
        front = (item.key, _title(item))
        back = (say(WHAT[item.what]), _decision(item))
        for due in _deadlines(item) or [""]:
            yield (*front, due, *back)
            front, back = ("", ""), ("", "")


def _title(item: Item) -> str:
    if item.proposal is not None:
        return f"{item.proposal.title} ({kind_name(item.proposal.kind)})"
    return item.group.as_standing().title if item.group is not None else say(N_("The whole letter"))


def _deadlines(item: Item) -> list[str]:
    if item.proposal is None:
        return []
    return [
        (f"{found.part}: " if found.part else "") + when(found.deadline) + _disputed(found.disputed)
        for found in item.proposal.deadlines
    ]


def _disputed(disputed: bool) -> str:
    return f", {say(N_('disputed'))}" if disputed else ""


def _decision(item: Item) -> str:
    if item.decided is not None:
        return say(VERDICTS[item.decided.verdict])
    return say(N_("in doubt")) if item.doubts else say(N_("waits"))


def _print_details(item: Item, shown: dict[str, Any] | None) -> None:
    """Print the doubts with their quotes, and what is changed with the quotes of before and after."""
    for doubt in shown["doubts"] if shown else ():
        print_doubt(N_("Doubt"), item.key, doubt)
    if item.doubt is not None:
        print_doubt(N_("Doubt"), item.key, item_json(item, language())["doubt"])
    if item.what is What.CHANGED:
        for change in item.changes:
            _print_change(item, change)


def _print_change(item: Item, change: Change) -> None:
    click.echo(f"\n{say(N_('Change'))} · {item.key} · {change.field}")
    _print_side(say(N_("Before")), change.before, change.before_mentions)
    _print_side(say(N_("Now")), change.after, change.after_mentions)


def _print_side(label: str, words: str, mentions: Sequence[Mention]) -> None:
    click.echo(f"  {label}: " + (f"«{words}»" if words else say(N_("nothing"))))
    for mention in mentions:
        click.echo("      " + place(mention.line, mention.page, mention.quote))


def _next_step(found: Review, number: int) -> str:
    """Say how many wait, and what to write next."""
    if found.letter.confirmed:
        return say(N_("The letter is closed."))
    waiting = found.undecided
    if not waiting:
        return say(
            N_("Everything is decided. Close the letter: fristvakt confirm --letter {number}"), number=number
        )
    clear = sum(item.is_clear for item in waiting)
    told = say_count(N_("{count} waits."), N_("{count} wait."), len(waiting))
    if clear:
        return f"{told} " + say(
            N_("{clear} have no doubts; accept them: fristvakt accept --clear --letter {number}"),
            clear=clear,
            number=number,
        )
    return f"{told} " + say(
        N_(
            'Decide each: fristvakt accept PROPOSAL --decide "CODE=WORDS" --letter {number}, '
            "or amend, or reject."
        ),
        number=number,
    )
