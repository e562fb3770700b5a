"""A duty ends and is taken up again; who stands in, and what is said of it."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from tests.kit.duties import STREAMS, Past, on
from tests.kit.given import NOW, given
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.lifecycle import State

DAY = dt.date(2026, 3, 2)
NEXT = UUID(int=27)
STAMP = Stamp(NOW, "p-controller")
JUNE, JULY = on("2026-06-01"), on("2026-07-01")
every_stream = pytest.mark.parametrize("stream", STREAMS)


@every_stream
def test_carrying_over_names_where_it_lives_on(stream: type[Duty]) -> None:
    """With a reason and a reference; the same again is nothing new, otherwise it is refused."""
    standing = given(stream, Past(stream).given)
    standing.when(lambda d: d.carry_over(DAY, "Videreføres", " ", None, STAMP)).then_refused(
        refusals.SuccessorMissing
    )
    standing.when(lambda d: d.carry_over(DAY, "", "2027-03", NEXT, STAMP)).then_refused(
        refusals.ReasonMissing
    )
    duty = standing.aggregate
    duty.carry_over(DAY, "Videreføres", "2027-03", NEXT, STAMP)
    duty.carry_over(DAY, "Videreføres", "2027-03", NEXT, STAMP)
    assert (len(duty.pending_events), duty.state) == (1, State.CARRIED_OVER)
    with pytest.raises(refusals.CarriedOver):
        duty.carry_over(DAY, "Videreføres", "2027-04", None, STAMP)


@every_stream
def test_reopening_what_has_not_ended_is_refused(stream: type[Duty]) -> None:
    """There is nothing to take up."""
    past = Past(stream)
    for standing in ((past.given,), (past.given, past.started), (past.given, past.reported())):
        given(stream, *standing).when(lambda d: d.reopen("", DAY, "Likevel", "", STAMP)).then_refused(
            refusals.NothingToReopen
        )


@every_stream
def test_reopening_what_was_accepted_makes_the_part_owed_again(stream: type[Duty]) -> None:
    """The named part, else every one; the reason is required."""
    past = Past(stream)
    done = (
        past.given,
        past.due(JUNE, "Del 1"),
        past.due(JULY, "Del 2"),
        past.delivered("Del 1"),
        past.delivered("Del 2"),
        past.accepted,
    )
    accepted = given(stream, *done)
    accepted.when(lambda d: d.reopen("Del 1", DAY, " ", "", STAMP)).then_refused(refusals.ReasonMissing)
    accepted.when(lambda d: d.reopen("Del 9", DAY, "X", "", STAMP)).then_refused(refusals.UnknownPart)
    accepted.aggregate.reopen("Del 1", DAY, "Mangelfull", "26/118-12", STAMP)
    owed = {part.name for part in accepted.aggregate.parts.values() if part.delivered_on is None}
    assert (owed, accepted.aggregate.state) == ({"Del 1"}, State.IN_PROGRESS)
    whole = given(stream, *done).aggregate
    whole.reopen("", DAY, "Mangelfull", "", STAMP)
    assert all(part.delivered_on is None for part in whole.parts.values())


@every_stream
def test_giving_a_deputy_who_is_the_owner_is_refused(stream: type[Duty]) -> None:
    """Whoever stands in is somebody else; nobody takes the deputy away."""
    duty = given(stream, Past(stream).given).aggregate
    duty.assign("p-1", "", None, STAMP)
    with pytest.raises(refusals.OwnDeputy):
        duty.assign_deputy("p-1", STAMP)
    duty.assign_deputy("p-2", STAMP)
    duty.assign_deputy("p-2", STAMP)
    assert (duty.deputy, len(duty.pending_events)) == ("p-2", 2)
    duty.assign_deputy("", STAMP)
    assert duty.deputy == ""


@every_stream
def test_commenting_is_allowed_in_every_state_and_says_something(stream: type[Duty]) -> None:
    """The same words by the same person are written once; by another, again."""
    past = Past(stream)
    for end in (past.withdrawn, past.carried_over):
        duty = given(stream, past.given, end).aggregate
        duty.comment("Se ny sak", STAMP)
        duty.comment("Se ny sak", STAMP)
        duty.comment("Se ny sak", Stamp(NOW, "p-2"))
        assert len(duty.pending_events) == 2
        with pytest.raises(refusals.CommentMissing):
            duty.comment("  ", STAMP)
