"""The life of a duty is what the table says, in the docs and in every stream."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from tests.kit.duties import FACTS, LETTER, MAIL, STREAMS, Past, on
from tests.kit.given import STAMP, Told, given
from workflow.duty.aggregate import Duty
from workflow.duty.state import Asked
from workflow.lifecycle import DOC, LIFE, State, Step, after, allowed, as_markdown
from workflow.refusals import Refusal

DAY = dt.date(2026, 3, 2)
JUNE, JULY, AUGUST = on("2026-06-01"), on("2026-07-01"), on("2026-08-01")
ASKED = Asked(AUGUST, DAY, "Sykdom")


def pasts(past: Past) -> dict[State, tuple[Told, ...]]:
    """Give a past that leads to each state that events lead to today, with two parts due."""
    both = (past.given, past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"))
    done = (*both, past.delivered("Del 1"), past.delivered("Del 2"))
    return {
        State.GIVEN: both,
        State.IN_PROGRESS: (*both, past.delivered("Del 1")),
        State.DELIVERED: done,
        State.ACCEPTED: (*done, past.accepted),
        State.DEVIATION: (*both, past.delivered("Del 1"), past.reported("Del 2")),
        State.WITHDRAWN: (*both, past.delivered("Del 1"), past.withdrawn),
        State.CARRIED_OVER: (*both, past.delivered("Del 1"), past.carried_over),
    }


# Each decision is new in words, so that being «as asked already» cannot hide a refusal.
STEPS: dict[Step, Callable[[Duty], object]] = {
    Step.START: lambda d: d.start(DAY, STAMP),
    Step.DELIVER: lambda d: [d.deliver(part, DAY, "ny", STAMP) for part in _open(d)],
    Step.DELIVER_PART: lambda d: d.deliver(_open(d)[0], DAY, "ny", STAMP),
    Step.ACCEPT: lambda d: d.accept(DAY, "", STAMP),
    Step.RETURN: lambda d: d.return_delivery("Del 1", DAY, "Mangler tall", "", STAMP),
    Step.WITHDRAW: lambda d: d.withdraw("Bortfalt", "ny", DAY, STAMP),
    Step.SET_DEADLINE: lambda d: d.set_deadline("Del 3", AUGUST, LETTER, STAMP),
    Step.POSTPONE: lambda d: d.postpone("Del 2", AUGUST, "Avtalt", MAIL, STAMP),
    Step.DROP_DEADLINE: lambda d: d.drop_deadline("Del 2", "Bortfalt", MAIL, STAMP),
    Step.RESTATE: lambda d: d.restate(dataclasses.replace(FACTS, title="Nytt"), "Brev 2", STAMP),
    Step.ASSIGN: lambda d: d.assign("p-9", "", None, STAMP),
    Step.RESTRICT: lambda d: d.restrict_access("Offl. § 15", STAMP),
    Step.CARRY_OVER: lambda d: d.carry_over(DAY, "Videreføres", "ny", None, STAMP),
    Step.REOPEN: lambda d: d.reopen("", DAY, "Likevel", "", STAMP),
    Step.UNDO_DELIVERY: lambda d: d.correct_delivery("Del 1", None, "", "Feil ført", STAMP),
    Step.UNDO_ACCEPTANCE: lambda d: d.correct_acceptance(None, "", "Feil ført", STAMP),
    Step.REPORT_DEVIATION: lambda d: d.report_deviation(UUID(int=7), "", DAY, "X", "Y", False, STAMP),
    Step.REQUEST_POSTPONEMENT: lambda d: d.request_postponement("Del 2", ASKED, STAMP),
    Step.REFUSE_POSTPONEMENT: lambda d: [
        d.request_postponement("Del 2", ASKED, STAMP),
        d.refuse_postponement("Del 2", DAY, "Nei", "", STAMP),
    ],
    Step.INQUIRE: lambda d: d.inquire("Del 2", DAY, "", "", STAMP),
    Step.CORRECT: lambda d: d.correct_deadline("Del 2", AUGUST, "Feil ført", MAIL, STAMP),
    Step.COMMENT: lambda d: d.comment("Husk vedlegget", STAMP),
}


def _open(duty: Duty) -> list[str]:
    return [part.name for part in duty.parts.values() if part.delivered_on is None] or ["Del 2"]


def step_taken(step: Step, state: State) -> Step:
    """Give the row of the table that a decision is, from this state with these two parts."""
    if state is not State.GIVEN and step is Step.DELIVER_PART:
        return Step.DELIVER  # the second part is the last
    if state in (State.IN_PROGRESS, State.DEVIATION) and step is Step.DROP_DEADLINE:
        return Step.DROP_LAST_OPEN
    return step


def again(step: Step, state: State) -> bool:
    """Tell whether the step finds everything as it asks: then it changes nothing and is not refused."""
    started = step is Step.START and state in (State.IN_PROGRESS, State.DEVIATION)
    return started or (step, state) == (Step.ACCEPT, State.ACCEPTED)


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", [*pasts(Past(STREAMS[0]))])
def test_deciding_anything_in_any_state_follows_the_table(
    stream: type[Duty], step: Step, state: State
) -> None:
    """What the table has is allowed and leads where it says; what it lacks is refused."""
    duty = given(stream, *pasts(Past(stream))[state]).aggregate
    assert duty.state is state
    if again(step, state):
        STEPS[step](duty)
        assert not duty.pending_events
    elif allowed(state, step_taken(step, state)):
        STEPS[step](duty)
        assert duty.pending_events
        assert duty.state is after(state, step_taken(step, state))
    else:
        with pytest.raises(Refusal):
            STEPS[step](duty)
        assert not duty.pending_events


@pytest.mark.parametrize("stream", STREAMS)
def test_opening_the_title_is_allowed_in_every_state(stream: type[Duty]) -> None:
    """Access follows the law, not the state."""
    for past in pasts(Past(stream)).values():
        duty = given(stream, *past).aggregate
        duty.restrict_access("Offl. § 15", STAMP)
        duty.open_access("Ikke lenger", STAMP)
        assert not duty.restricted


def test_reading_the_docs_shows_the_table_as_it_is() -> None:
    """`python -m workflow.lifecycle` was run after the table was changed."""
    assert DOC.read_text(encoding="utf-8") == as_markdown()


def test_following_the_table_reaches_every_state_from_given() -> None:
    """No state of the design is unreachable."""
    reached, queue = {State.GIVEN}, [State.GIVEN]
    while queue:
        for target in LIFE[queue.pop()].values():
            if target not in reached:
                reached.add(target)
                queue.append(target)
    assert reached == set(State)


def test_ending_a_life_leaves_only_what_is_about_it_to_change() -> None:
    """What is withdrawn or carried over is closed, until it is reopened."""
    for state in (State.WITHDRAWN, State.CARRIED_OVER):
        moves = {step for step, target in LIFE[state].items() if target is not state}
        assert moves == {Step.REOPEN}
        assert set(LIFE[state]) - moves == {
            Step.RESTRICT,
            Step.OPEN,
            Step.COMMENT,
            Step.FOLLOW_DEVIATION,
            Step.CLOSE_DEVIATION,
        }


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize("begun", [False, True])
def test_reopening_what_had_ended_returns_it_to_where_it_was(stream: type[Duty], begun: bool) -> None:
    """Given where nothing was done, in progress where something was, in deviation while one is open."""
    past = Past(stream)
    before = (past.given, past.due(JUNE), *((past.started,) if begun else ()))
    for end in (past.withdrawn, past.carried_over):
        duty = given(stream, *before, end).aggregate
        duty.reopen("", DAY, "Likevel", "", STAMP)
        assert duty.state is (State.IN_PROGRESS if begun else State.GIVEN)
        deviating = given(stream, *before, past.reported(), end).aggregate
        deviating.reopen("", DAY, "Likevel", "", STAMP)
        assert deviating.state is State.DEVIATION


def test_taking_a_step_that_the_table_lacks_leads_where_it_leads_elsewhere() -> None:
    """A history that an older table allowed is read, never refused: only deciding refuses."""
    assert after(State.DELIVERED, Step.DELIVER) is State.DELIVERED
    assert after(State.ACCEPTED, Step.WITHDRAW) is State.WITHDRAWN
    assert after(State.WITHDRAWN, Step.ASSIGN) is State.WITHDRAWN
