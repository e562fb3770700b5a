"""The life of a duty: the one table of states and of the steps that each state allows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

DOC = Path(__file__).parent / "docs" / "lifecycle.md"


class State(StrEnum):
    """Where a duty stands; open, tentative, postponed, returned and shielded are facts beside it."""

    GIVEN = "given"
    IN_PROGRESS = "in_progress"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    DEVIATION = "deviation"
    WITHDRAWN = "withdrawn"
    CARRIED_OVER = "carried_over"


class Step(StrEnum):
    """What may happen to a duty. Those up to `MISS` move it; the others change facts about it."""

    START = "start"
    DELIVER_PART = "deliver_part"
    DELIVER = "deliver"
    ACCEPT = "accept"
    RETURN = "return"
    WITHDRAW = "withdraw"
    CARRY_OVER = "carry_over"
    REOPEN = "reopen"
    UNDO_DELIVERY = "undo_delivery"
    UNDO_ACCEPTANCE = "undo_acceptance"
    DROP_LAST_OPEN = "drop_last_open"
    SET_DEADLINE = "set_deadline"
    REPORT_DEVIATION = "report_deviation"
    CLOSE_DEVIATION = "close_deviation"
    MISS = "miss"
    FOLLOW_DEVIATION = "follow_deviation"
    POSTPONE = "postpone"
    DROP_DEADLINE = "drop_deadline"
    REQUEST_POSTPONEMENT = "request_postponement"
    REFUSE_POSTPONEMENT = "refuse_postponement"
    INQUIRE = "inquire"
    CONFIRM_IN_WRITING = "confirm_in_writing"
    CORRECT = "correct"
    RESTATE = "restate"
    ASSIGN = "assign"
    RESTRICT = "restrict"
    OPEN = "open"
    COMMENT = "comment"


_GIVEN, _PROGRESS, _DELIVERED = State.GIVEN, State.IN_PROGRESS, State.DELIVERED
_ALWAYS = (Step.RESTRICT, Step.OPEN, Step.COMMENT, Step.FOLLOW_DEVIATION)
_FACTS = (Step.RESTATE, Step.ASSIGN, Step.CONFIRM_IN_WRITING, Step.CORRECT, *_ALWAYS)
_DATES = (Step.POSTPONE, Step.SET_DEADLINE, Step.DROP_DEADLINE)
_DIALOGUE = (Step.REQUEST_POSTPONEMENT, Step.REFUSE_POSTPONEMENT, Step.INQUIRE)
_OWED = (*_DATES, *_DIALOGUE, *_FACTS)
_LATER = (Step.REPORT_DEVIATION, Step.CLOSE_DEVIATION)
"""What is found out, or closed, when the duty is out of our hands leaves it where it is."""


def _staying(state: State, *steps: Step) -> dict[Step, State]:
    return dict.fromkeys(steps, state)


_ENDS: dict[Step, State] = {
    Step.DELIVER: State.DELIVERED,
    Step.WITHDRAW: State.WITHDRAWN,
    Step.CARRY_OVER: State.CARRIED_OVER,
}
_DEVIATES = {Step.REPORT_DEVIATION: State.DEVIATION, Step.MISS: State.DEVIATION}

LIFE: Mapping[State, Mapping[Step, State]] = MappingProxyType(
    {
        _GIVEN: {
            Step.START: _PROGRESS,
            Step.DELIVER_PART: _PROGRESS,
            **_DEVIATES,
            **_ENDS,
            **_staying(_GIVEN, *_OWED),
        },
        _PROGRESS: {
            Step.DROP_LAST_OPEN: _DELIVERED,
            **_DEVIATES,
            **_ENDS,
            **_staying(_PROGRESS, Step.DELIVER_PART, Step.RETURN, Step.UNDO_DELIVERY, *_OWED),
        },
        State.DEVIATION: {
            Step.CLOSE_DEVIATION: _PROGRESS,
            Step.DROP_LAST_OPEN: _DELIVERED,
            **_ENDS,
            **_staying(State.DEVIATION, Step.START, Step.DELIVER_PART, Step.RETURN, Step.UNDO_DELIVERY),
            **_staying(State.DEVIATION, *_DEVIATES, *_OWED),
        },
        _DELIVERED: {
            Step.ACCEPT: State.ACCEPTED,
            Step.RETURN: _PROGRESS,
            Step.REOPEN: _PROGRESS,
            Step.UNDO_DELIVERY: _PROGRESS,
            Step.SET_DEADLINE: _PROGRESS,
            **_staying(_DELIVERED, *_LATER, *_FACTS),
        },
        State.ACCEPTED: {
            Step.REOPEN: _PROGRESS,
            Step.UNDO_ACCEPTANCE: _DELIVERED,
            **_staying(State.ACCEPTED, *_LATER, *_FACTS),
        },
        State.WITHDRAWN: {
            Step.REOPEN: _PROGRESS,
            **_staying(State.WITHDRAWN, Step.CLOSE_DEVIATION, *_ALWAYS),
        },
        State.CARRIED_OVER: {
            Step.REOPEN: _PROGRESS,
            **_staying(State.CARRIED_OVER, Step.CLOSE_DEVIATION, *_ALWAYS),
        },
    }
)
"""State → step → state after it. A step that is not here is refused.

Closing the last open deviation, and reopening what had ended, return the duty to where it was
before: `in_progress` stands here for both, `given` when work had not begun. What is given or in
progress is in `deviation` while any deviation of it is open; so where a step leads to `in_progress`
from elsewhere, an open deviation makes that `deviation`.
"""


def allowed(state: State, step: Step) -> bool:
    """Tell whether the table has the step from this state."""
    return step in LIFE[state]


def after(state: State, step: Step) -> State:
    """Give the state that a step leads to.

    What happened, happened: a step that today's table lacks from this state leads where it leads
    from any other, so that a history decided by an older table can always be read.
    """
    if step in LIFE[state]:
        return LIFE[state][step]
    elsewhere = (steps[step] for origin, steps in LIFE.items() if steps.get(step, origin) is not origin)
    return next(elsewhere, state)


def as_markdown() -> str:
    """Draw the table: a picture of what moves a duty, and the whole table below it."""
    return "\n".join([*_heading(), *_picture(), "", *_table(), ""])


def _heading() -> list[str]:
    return [
        "# The life of a duty",
        "",
        "Written by `python -m workflow.lifecycle` from the table in `workflow/lifecycle.py`;",
        "a test fails when the two differ.",
        "",
    ]


def _picture() -> list[str]:
    moves = [
        f"    {state} --> {target}: {step}"
        for state, steps in LIFE.items()
        for step, target in steps.items()
        if target is not state
    ]
    return ["```mermaid", "stateDiagram-v2", f"    [*] --> {State.GIVEN}", *moves, "```"]


def _table() -> list[str]:
    rows = [
        f"| {step} | " + " | ".join(str(LIFE[state].get(step, "–")) for state in State) + " |"
        for step in Step
    ]
    return [
        "| step | " + " | ".join(f"from {state}" for state in State) + " |",
        "|---|" + "---|" * len(State),
        *rows,
    ]


if __name__ == "__main__":
    DOC.write_text(as_markdown(), encoding="utf-8")
