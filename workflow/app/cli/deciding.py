"""`fristvakt accept, amend, reject, confirm`: what a person decides about the proposals of a letter."""

from __future__ import annotations

import click

from workflow.app.cli.finding import letter_named
from workflow.app.cli.kinds import PAIR
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.language import N_
from workflow.letter.commands import AcceptProposals, AmendProposal, ConfirmLetter, RejectProposal

_letter = option(
    "--letter",
    default="",
    metavar=N_("LETTER"),
    text=N_("Number, id or part of the name; not needed when one letter is open."),
)
_decide = option(
    "--decide",
    "decisions",
    type=PAIR,
    multiple=True,
    metavar=N_("CODE=WORDS"),
    text=N_("Settle a doubt, or a disputed part, with the words that count; «avklares» leaves it open."),
)
_key = argument("key", N_("The proposal, as `fristvakt review` names it."), N_("PROPOSAL"))


@command(
    "accept",
    N_(
        "Accept proposals as they were read; they become duties at once.\n\n"
        "--clear accepts everything without doubts in one go. Each doubt needs a decision of its own."
    ),
    "fristvakt accept --clear --as kari@example.no\n"
    'fristvakt accept 2026-09 --decide "Del 1=01.10.2026"\n'
    "fristvakt accept 2026-11 --decide dates_disagree=avklares",
)
@argument("keys", N_("The proposals, as `fristvakt review` names them."), N_("[PROPOSAL]…"), nargs=-1)
@option("--clear", is_flag=True, text=N_("Accept every proposal without doubts."))
@_decide
@_letter
@deciding
@formatted
def accept_command(
    keys: tuple[str, ...],
    clear: bool,
    decisions: tuple[tuple[str, str], ...],
    letter: str,
    person: str,
    form: str,
) -> None:
    """Accept the named proposals, or every clear one."""
    if bool(keys) == clear:
        raise click.UsageError(say(N_("Name the proposals, or write --clear for every one without doubts.")))
    with opened() as app:
        row = letter_named(app, letter)
        asked = AcceptProposals(letter=row.id, keys=keys, decisions=dict(decisions), by=decider(app, person))
        outcome = app.handle(asked)
        report(
            outcome,
            say(
                N_("Accepted. What still waits is shown by: fristvakt review --letter {number}"),
                number=row.number,
            ),
            form,
        )


@command(
    "amend",
    N_(
        "Accept a proposal otherwise than it was read, with the reason.\n\n"
        "What can be set: title, goal, kind, owed_to, led_by, owner, unit, and a deadline as "
        "deadline:PART=WORDS (deadline=WORDS where there are no parts). "
        "The words may be any form of deadline."
    ),
    'fristvakt amend 2026-05 --set "deadline:Del 1=30.06.2026" --reason "Avklart i e-post 12.01.2026"',
)
@_key
@option(
    "--set",
    "changes",
    type=PAIR,
    multiple=True,
    required=True,
    metavar=N_("FIELD=WORDS"),
    text=N_("What is changed, to which words."),
)
@option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why."))
@_decide
@_letter
@deciding
@formatted
def amend_command(
    key: str,
    changes: tuple[tuple[str, str], ...],
    reason: str,
    decisions: tuple[tuple[str, str], ...],
    letter: str,
    person: str,
    form: str,
) -> None:
    """Accept one proposal with changes."""
    with opened() as app:
        asked = AmendProposal(
            letter=letter_named(app, letter).id,
            key=key,
            changes=_changed(changes),
            reason=reason,
            decisions=dict(decisions),
            by=decider(app, person),
        )
        report(app.handle(asked), say(N_("{key} is accepted with the changes."), key=key), form)


@command(
    "reject",
    N_("Reject a proposal: it is no duty of ours."),
    'fristvakt reject referat-fra-mote --reason "Gjelder departementet selv"',
)
@_key
@option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why."))
@_letter
@deciding
@formatted
def reject_command(key: str, reason: str, letter: str, person: str, form: str) -> None:
    """Reject one proposal."""
    with opened() as app:
        asked = RejectProposal(
            letter=letter_named(app, letter).id, key=key, reason=reason, by=decider(app, person)
        )
        report(app.handle(asked), say(N_("{key} is rejected."), key=key), form)


@command(
    "confirm",
    N_("Close a letter when everything in it is decided."),
    "fristvakt confirm --as kari@example.no",
)
@_letter
@deciding
@formatted
def confirm_command(letter: str, person: str, form: str) -> None:
    """Close the letter."""
    with opened() as app:
        row = letter_named(app, letter)
        outcome = app.handle(ConfirmLetter(letter=row.id, by=decider(app, person)))
        report(outcome, say(N_("Letter {number} is confirmed and closed."), number=row.number), form)


def _changed(changes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give the changes; a bare `deadline` is the deadline of a duty without parts."""
    return {"deadline:" if field == "deadline" else field: words for field, words in changes}
