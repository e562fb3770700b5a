"""Duties given by hand: by e-mail, in a meeting, orally; and the letter that states them later."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from events.store.datastore import Datastore
from tests.kit.made_readings import due, proposal, reading
from tests.kit.office import BY, Office
from workflow.duty.aggregate import Duty
from workflow.duty.commands import CarryOver, ReopenDuty, WithdrawDuty
from workflow.duty.dialogue_commands import ConfirmInWriting
from workflow.duty.refusals import DayInFuture, OwnSuccessor, UnknownDuty
from workflow.giving import refusals
from workflow.giving.commands import GiveDuty
from workflow.letter.comparison import What
from workflow.letter.refusals import WithdrawnBefore
from workflow.lifecycle import State
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome


@pytest.fixture
def desk(datastore: Datastore) -> Office:
    """An office on each database."""
    return Office(datastore)


def give(desk: Office, title: str = "Notat om ventetider", **more: Any) -> Outcome:
    """Give a duty by e-mail, unless it is said otherwise."""
    return desk.do(GiveDuty(**{"title": title, "channel": "email", "source": "26/7-1", "by": BY} | more))


def duty_of(desk: Office, outcome: Outcome) -> Duty:
    """Give the duty that was given."""
    found = desk.store.load(outcome.facts["duty"])  # type: ignore[arg-type] # the id of the duty
    assert isinstance(found, Duty)
    return found


def test_giving_a_duty_records_how_with_deadline_and_owner(desk: Office) -> None:
    """A key of our own where no number was given; the source is kept."""
    outcome = give(desk, words="15.10.2026", owner="p-7", unit="u-1", goal=2)
    duty = duty_of(desk, outcome)
    assert (duty.reference, duty.channel, duty.orally) == (
        "2026-02-02-notat-om-ventetider",
        "email",
        False,
    )
    assert duty.parts[""].current is not None
    assert duty.parts[""].current.day == dt.date(2026, 10, 15)
    assert (duty.owner, duty.unit, duty.goal, duty.source.reference) == ("p-7", "u-1", 2, "26/7-1")


def test_giving_the_same_again_changes_nothing(desk: Office) -> None:
    """By reference, else by title and day."""
    for more in ({}, {"reference": "2026-31"}):
        first, again = give(desk, **more), give(desk, **more)
        assert first.facts["duty"] == again.facts["duty"]
        assert not again.changed
    with pytest.raises(refusals.ReferenceTaken):
        give(desk, title="Noe annet", reference="2026-31")


def test_giving_parts_gives_each_its_deadline(desk: Office) -> None:
    """A duty with parts is delivered when they are."""
    duty = duty_of(desk, give(desk, parts=(("Del 1", "01.06.2026"), ("Del 2", "medio september 2026"))))
    assert list(duty.parts) == ["Del 1", "Del 2"]


def test_giving_a_rhythm_gives_a_series_that_opens_ahead(desk: Office) -> None:
    """What recurs is a series here too, with its owner; given again it is the same."""
    outcome = give(desk, "Kvartalstall", kind="report", words="hver mandag", owner="p-7")
    series = desk.store.load(outcome.facts["duty"])  # type: ignore[arg-type] # the id of the series
    assert isinstance(series, ReportSeries)
    assert series.open
    report = desk.store.load(next(iter(series.reports)))
    assert isinstance(report, Duty)
    assert report.owner == "p-7"
    assert give(desk, "Kvartalstall", kind="report", words="hver mandag", owner="p-7").facts["known"]


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"title": " "}, refusals.TitleMissing),
        ({"kind": "wish"}, refusals.UnknownKind),
        ({"channel": "pigeon"}, refusals.UnknownGivingChannel),
        ({"source": ""}, refusals.WrittenSourceMissing),
        ({"given_on": dt.date(2026, 2, 3)}, DayInFuture),
        ({"parent": UUID(int=1)}, UnknownDuty),
    ],
)
def test_giving_what_is_unclear_is_refused(desk: Office, more: dict[str, Any], rule: type[Exception]) -> None:
    """Nothing is given by halves."""
    before = desk.position()
    with pytest.raises(rule):
        give(desk, **more)
    assert desk.position() == before


def test_giving_orally_waits_until_it_is_in_writing(desk: Office) -> None:
    """Only the spoken word needs no written source; confirming it names one."""
    outcome = give(desk, channel="oral", source="")
    assert duty_of(desk, outcome).waits_for_writing
    desk.do(ConfirmInWriting(duty=outcome.facts["duty"], source="26/7-2", by=BY))  # type: ignore[arg-type] # its id
    assert not duty_of(desk, outcome).waits_for_writing


def test_stating_in_a_letter_what_was_given_orally_puts_it_in_writing(desk: Office) -> None:
    """The same number is the same duty: the letter's words and deadline stand, and nothing is given twice."""
    outcome = give(desk, channel="oral", source="", reference="2026-05", words="01.06.2026")
    letter = desk.register(reading(proposal("2026-05", due("01.09.2026"))))
    assert [item.what for item in desk.review(letter).undecided] == [What.CHANGED]
    desk.accept(letter, "2026-05")
    duty = duty_of(desk, outcome)
    assert not duty.waits_for_writing
    assert [one.deadline.day for one in duty.parts[""].versions] == [
        dt.date(2026, 6, 1),
        dt.date(2026, 9, 1),
    ]


def test_stating_in_a_letter_just_what_was_said_still_asks_to_put_it_in_writing(desk: Office) -> None:
    """Nothing of the duty changes but that it is in writing now."""
    made = proposal("2026-05", due("01.06.2026"))
    outcome = give(
        desk,
        made.title,
        channel="oral",
        source="",
        reference="2026-05",
        words="01.06.2026",
        owed_to=made.owed_to or "",
    )
    letter = desk.register(reading(made))
    desk.accept(letter, "2026-05")
    assert not duty_of(desk, outcome).waits_for_writing


def test_stating_in_a_letter_what_was_carried_over_takes_it_up_again(desk: Office) -> None:
    """It lives on under its own number, with what the new letter says."""
    first = desk.register(reading(proposal("2026-05", due("01.06.2026"))))
    desk.accept(first)
    duty = desk.duty(first, "2026-05").id
    desk.do(CarryOver(duty=duty, reason="Videreføres", reference="neste brev", by=BY))
    later = desk.register(reading(proposal("2026-05", due("01.09.2026"))), name="brev2.md")
    desk.accept(later, "2026-05")
    found = desk.store.load(duty)
    assert isinstance(found, Duty)
    assert found.state is State.GIVEN


def test_stating_in_a_letter_what_was_withdrawn_is_accepted_once_it_is_reopened(desk: Office) -> None:
    """A withdrawn number does not come back by itself, but a person can bring it back."""
    first = desk.register(reading(proposal("2026-05", due("01.06.2026"))))
    desk.accept(first)
    duty = desk.duty(first, "2026-05").id
    desk.do(WithdrawDuty(duty=duty, reason="Bortfalt", reference="26/7-3", by=BY))
    later = desk.register(reading(proposal("2026-05", due("01.09.2026"))), name="brev2.md")
    with pytest.raises(WithdrawnBefore):
        desk.accept(later, "2026-05")
    desk.do(ReopenDuty(duty=duty, reason="Likevel", by=BY))
    desk.accept(later, "2026-05")


def test_carrying_over_to_a_duty_rests_on_its_reference_and_never_on_itself(desk: Office) -> None:
    """The successor exists; its reference is what the carrying over rests on."""
    old, new = give(desk, "Gammelt"), give(desk, "Nytt", reference="2027-03")
    duty = duty_of(desk, old)
    with pytest.raises(OwnSuccessor):
        desk.do(CarryOver(duty=duty.id, to=duty.id, reason="X", by=BY))
    desk.do(CarryOver(duty=duty.id, to=duty_of(desk, new).id, reason="Videreføres", by=BY))
    assert duty_of(desk, old).carried == (duty_of(desk, new).id, "2027-03")
