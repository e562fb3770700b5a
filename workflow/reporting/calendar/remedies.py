"""The command that would do what a proposal says, for a person to decide on and fill in."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from workflow.language import N_
from workflow.reporting.calendar import words
from workflow.reporting.calendar.comparing import Change, Proposal

BLANK = "<…>"
"""What the person fills in: a reason, a reference, a day. A shell refuses it as it stands."""
_STEPS: Mapping[str, tuple[str, ...]] = {
    "in_progress": ("duty", "start"),
    "delivered": ("duty", "deliver"),
    "accepted": ("duty", "accept"),
    "withdrawn": ("duty", "withdraw"),
    "carried_over": ("duty", "carry-over"),
    "deviation": ("deviation", "report"),
    "given": ("duty", "reopen"),
}
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "delivered": ("on", "reference"),
    "accepted": ("on", "reference"),
    "withdrawn": ("reason", "reference"),
    "carried_over": ("reason",),
    "deviation": ("cause", "consequence"),
    "given": ("reason", "reference"),
}
_OPEN, _OVER = ("given", "in_progress"), ("accepted", "withdrawn", "carried_over")
ONLY_A_LETTER = N_(
    "Only a letter changes this: register the supplementary letter or the e-mail that says so."
)


def command_for(proposal: Proposal) -> str:
    """Give the command line; nothing where only a letter helps, or a person must read the cell."""
    if proposal.change is Change.ADDED:
        due = _told("due", proposal.before) if proposal.before else ()
        return _line("duty", "give", *due, *_blank("source"), "--", proposal.after or BLANK)
    if proposal.change is Change.REMOVED:
        return _line("duty", "withdraw", proposal.reference, *_blank("reason", "reference"))
    if proposal.change is not Change.CHANGED:
        return ""
    if proposal.column in (words.DUE, words.WORDS):
        return _deadline(proposal)
    if proposal.column == words.DELIVERED:
        return _delivery(proposal)
    return _step(proposal) if proposal.column == words.STATE else ""


def _deadline(proposal: Proposal) -> str:
    part = _told("part", proposal.part) if proposal.part else ()
    if not proposal.after:
        return _line("deadline", proposal.reference, *part, "--drop", *_blank("reason", "source"))
    never = proposal.row is not None and not proposal.row.words
    if never:
        return _line("deadline", proposal.reference, *part, *_told("set", proposal.after), *_blank("source"))
    moved = _told("postpone-to", proposal.after)
    return _line("deadline", proposal.reference, *part, *moved, *_blank("reason", "source"))


def _delivery(proposal: Proposal) -> str:
    part = _told("part", proposal.part) if proposal.part else ()
    if not proposal.before:
        told = (*part, *_told("on", proposal.after), *_blank("reference"))
        return _line("duty", "deliver", proposal.reference, *told)
    right = _told("delivered-on", proposal.after) if proposal.after else ("--not-delivered",)
    return _line("duty", "correct", proposal.reference, *part, *right, *_blank("reason"))


def _step(proposal: Proposal) -> str:
    state, part = proposal.state, _told("part", proposal.part) if proposal.part else ()
    if state == words.DROPPED:
        return _line("deadline", proposal.reference, *part, "--drop", *_blank("reason", "source"))
    if state in _OPEN and proposal.row is not None and proposal.row.state == "delivered":
        return _line("duty", "return", proposal.reference, *part, *_blank("reason"))
    if state in (*_OPEN, "delivered") and proposal.row is not None and proposal.row.state in _OVER:
        return _line("duty", "reopen", proposal.reference, *_blank("reason", "reference"))
    told = part if state in ("delivered", "deviation") else ()
    return _line(*_STEPS[state], proposal.reference, *told, *_blank(*_NEEDS.get(state, ())))


def _told(option: str, value: str) -> tuple[str, str]:
    return f"--{option}", value


def _blank(*options: str) -> tuple[str, ...]:
    return tuple(each for option in options for each in _told(option, BLANK))


def _line(*words_: str) -> str:
    """Quote what came from the file, so that pasting the line runs nothing else."""
    return " ".join(["fristvakt", *(each if each == BLANK else shlex.quote(each) for each in words_)])
