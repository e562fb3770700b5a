from __future__ import annotations

import datetime as dt
from types import ModuleType

import pytest

from events.store.application import Recorded
from events.vocabulary import (
    assignment,
    governance_meeting,
    letter,
    notice,
    notice_rules,
    report,
    report_series,
)
from events.vocabulary.base import Event, FirstEvent
from projections.engine.duty.fold import folded, rule_of
from projections.engine.duty.state import Duty, from_bytes, to_bytes
from projections.engine.duty.touching import sort
from tests.kit import eventful_year as kit
from tests.kit.eventful_year import day
from tests.kit.happened import SOURCE, Past, on, stream, undated

ABOUT_DUTIES = (assignment, report, governance_meeting, report_series)


def kinds(*modules: ModuleType) -> list[type[Event]]:
    """Give every event class of the modules that goes on with a stream."""
    return [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and "TOPIC" in vars(each) and not issubclass(each, FirstEvent)
    ]


def duty(past: Past, name: str = "2026-01") -> Duty:
    """Fold one stream of the past."""
    found: Duty | None = None
    for event in past.events:
        if event.originator_id == stream(name):
            found = folded(found, event)
    assert found is not None
    return found


def given() -> Past:
    """An assignment with a deadline that passes."""
    return Past().assignment("2026-01").due("2026-01", "2026-03-15")


@pytest.mark.parametrize("kind", kinds(*ABOUT_DUTIES), ids=lambda kind: kind.TOPIC)
def test_folding_any_event_of_a_duty_has_a_rule(kind: type[Event]) -> None:
    """Every stored name of the four streams of duties means something to the fold."""
    assert callable(rule_of(kind))


def test_sorting_passes_over_what_is_about_no_duty() -> None:
    """Letters being decided on, notices and the rules of notices leave every duty as it is."""
    others = kinds(letter, notice, notice_rules)
    assert len(others) > 12
    batch = [Recorded(number, kind.model_construct()) for number, kind in enumerate(others, start=1)]
    assert sort(batch).duties == []


def test_folding_a_whole_year_keeps_every_duty_in_its_stored_form() -> None:
    """Whatever happened, the stored form of a duty gives it back."""
    past = kit.year()
    names = [f"2026-0{number}" for number in range(1, 9)] + ["esm", "juni", "papir"]
    for name in names:
        found = duty(past, name)
        assert from_bytes(to_bytes(found)) == found


def test_missing_a_deadline_puts_the_duty_in_deviation_beside_where_it_stood() -> None:
    """The clock opens a deviation that nobody has described; closing it gives back the state before."""
    past = kit.missed(given(), "2026-01")
    found = duty(past)
    assert (found.state, found.standing) == ("deviation", "given")
    assert found.parts[""].missed == [1]
    assert (found.deviations[kit.MISSED].missed, found.deviations[kit.MISSED].cause) == (1, "")
    assert duty(kit.closed(past, "2026-01", kit.MISSED)).state == "given"


def test_starting_in_deviation_is_seen_when_the_last_deviation_closes() -> None:
    """Two deviations: the state returns when both are closed, to where the work has come meanwhile."""
    past = kit.deviates(kit.missed(given(), "2026-01"), "2026-01")
    past.happens(assignment.AssignmentStarted, "2026-01", started_on=day("2026-03-17"))
    kit.closed(past, "2026-01", kit.MISSED)
    assert duty(past).state == "deviation"
    assert duty(kit.closed(past, "2026-01", kit.MATERIAL)).state == "in_progress"


def test_delivering_in_deviation_delivers_and_being_sent_back_deviates_again() -> None:
    """An open deviation stands beside a delivery, and shows again when the work is owed again."""
    past = kit.deviates(given(), "2026-01").delivered("2026-01")
    assert duty(past).state == "delivered"
    sent_back = {"part": "", "returned_on": day("2026-03-20"), "reason": "Mangler"}
    past.happens(assignment.AssignmentReturned, "2026-01", **sent_back)
    assert (duty(past).state, duty(past).standing) == ("deviation", "in_progress")


def test_describing_as_material_later_starts_the_clock_then() -> None:
    """The clock of «straks» counts from when it was recorded as material, and stops when it is not."""
    past = kit.missed(given(), "2026-01")
    described = {"deviation": kit.MISSED, "cause": "Sykdom", "consequence": "Stor"}
    past.happens(assignment.AssignmentDeviationDescribed, "2026-01", **described, material=True)
    since = past.now
    past.happens(assignment.AssignmentDeviationDescribed, "2026-01", **described, material=True)
    assert duty(past).deviations[kit.MISSED].material_since == since
    past.happens(assignment.AssignmentDeviationDescribed, "2026-01", **described, material=False)
    assert duty(past).deviations[kit.MISSED].material_since is None


def test_moving_a_measure_gives_it_another_version_and_completing_ends_it() -> None:
    """A measure is followed like a deadline: each new day is a version, and it is open until it is done."""
    past = kit.deviates(given(), "2026-01")
    about = {"deviation": kit.MATERIAL, "number": 1}
    moved = {"due": day("2026-03-20"), "working_date": day("2026-03-20"), "reason": "Ferie"}
    past.happens(assignment.AssignmentMeasureMoved, "2026-01", **about, **moved)
    measure = duty(past).deviations[kit.MATERIAL].measures[1]
    assert (measure.due, measure.version, measure.is_open) == (day("2026-03-20"), 2, True)
    past.happens(assignment.AssignmentMeasureCompleted, "2026-01", **about, completed_on=day("2026-03-19"))
    assert not duty(past).deviations[kit.MATERIAL].measures[1].is_open


def test_correcting_a_deadline_replaces_it_under_a_new_number() -> None:
    """The wrong day was never moved, so that the history is as long as before; who was told is told again."""
    past = given().postponed("2026-01", "2026-06-15")
    right = {"deadline": on("2026-06-25"), "reason": "Lest feil", "source": SOURCE}
    past.happens(assignment.AssignmentDeadlineCorrected, "2026-01", part="", **right)
    history = duty(past).parts[""].history
    assert [(each.number, each.deadline.day) for each in history] == [
        (1, day("2026-03-15")),
        (3, day("2026-06-25")),
    ]
    past.postponed("2026-01", "2026-07-01")
    assert duty(past).parts[""].history[-1].number == 4


def test_undoing_what_was_no_delivery_makes_it_owed_again() -> None:
    """A delivery that was none is gone; an acceptance that was none leaves it delivered."""
    past = given().delivered("2026-01")
    past.happens(assignment.AssignmentAccepted, "2026-01", accepted_on=day("2026-03-02"))
    none = {"accepted_on": None, "reason": "Feil sak"}
    past.happens(assignment.AssignmentAcceptanceCorrected, "2026-01", **none)
    assert (duty(past).state, duty(past).accepted_on) == ("delivered", None)
    undone = {"part": "", "delivered_on": None, "reason": "Feil sak"}
    past.happens(assignment.AssignmentDeliveryCorrected, "2026-01", **undone)
    found = duty(past)
    assert (found.state, found.delivered_on, found.parts[""].delivered_on) == ("in_progress", None, None)


def test_correcting_the_day_of_a_delivery_leaves_it_delivered() -> None:
    """Another day is another fact about the same delivery."""
    past = given().delivered("2026-01", day="2026-03-01")
    other = {"part": "", "delivered_on": day("2026-03-04"), "reference": "26/12-5", "reason": "Feil dag"}
    past.happens(assignment.AssignmentDeliveryCorrected, "2026-01", **other)
    found = duty(past)
    assert (found.state, found.delivered_on) == ("delivered", day("2026-03-04"))
    assert found.parts[""].delivery_reference == "26/12-5"


def two_parts() -> Past:
    """An assignment whose first part is delivered."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-15", "Del 1")
    return past.due("2026-01", "2026-04-15", "Del 2").delivered("2026-01", "Del 1")


def reopened(past: Past, part: str = "") -> Duty:
    """Take it up again."""
    facts = {"reopened_on": day("2026-06-01"), "reason": "Likevel", "part": part}
    return duty(past.happens(assignment.AssignmentReopened, "2026-01", **facts))


@pytest.mark.parametrize("ended", ["withdrawn", "carried over"])
def test_reopening_what_had_ended_takes_up_where_it_was(ended: str) -> None:
    """What lapsed or was carried over goes on where it stood, and what was delivered of it stays so."""
    past = two_parts()
    if ended == "withdrawn":
        past.withdrawn("2026-01")
    else:
        carried = {"carried_on": day("2026-02-20"), "reason": "Videreføres", "reference": "Brev 2027"}
        past.happens(assignment.AssignmentCarriedOver, "2026-01", **carried)
    assert duty(past).has_ended
    found = reopened(past)
    assert (found.state, found.withdrawn_on, found.carried_on) == ("in_progress", None, None)
    assert found.withdrawal == found.carried == ""
    assert found.parts["Del 1"].delivered_on is not None


@pytest.mark.parametrize(("part", "owed"), [("Del 1", ["Del 1"]), ("", ["Del 1", "Del 2"])])
def test_reopening_what_was_accepted_makes_what_is_named_owed_again(part: str, owed: list[str]) -> None:
    """The part that was not good enough is to be delivered again; without a name all of it."""
    past = two_parts().delivered("2026-01", "Del 2")
    past.happens(assignment.AssignmentAccepted, "2026-01", accepted_on=day("2026-05-01"))
    found = reopened(past, part)
    assert (found.state, found.accepted_on) == ("in_progress", None)
    assert [each.part for each in found.parts.values() if each.delivered_on is None] == owed


def test_asking_about_the_whole_is_kept_with_every_part_that_waits() -> None:
    """Whoever asks about a duty has asked about each part that is not delivered, and adds no part to it."""
    past = (
        Past().assignment("2026-01").due("2026-01", undated(), "Del 1").due("2026-01", "2026-04-15", "Del 2")
    )
    past.delivered("2026-01", "Del 2")
    past.happens(assignment.AssignmentDeadlineInquired, "2026-01", part="", inquired_on=day("2026-02-02"))
    found = duty(past)
    assert list(found.parts) == ["Del 1", "Del 2"]
    assert [part.inquired_on for part in found.parts.values()] == [[day("2026-02-02")], []]
    assert found.inquired_on == [day("2026-02-02")]


def test_setting_a_deadline_answers_a_request_for_another() -> None:
    """A yes is the deadline that was moved; a no leaves the one that stands."""
    wanted = {"deadline": on("2026-06-15"), "reason": "Mangler data", "requested_on": day("2026-02-03")}
    past = given().happens(assignment.AssignmentPostponementRequested, "2026-01", part="", **wanted)
    assert duty(past).parts[""].asked is not None
    refused = {"part": "", "refused_on": day("2026-02-10")}
    answered = past.happens(assignment.AssignmentPostponementRefused, "2026-01", **refused)
    assert duty(answered).parts[""].asked is None
    past.happens(assignment.AssignmentPostponementRequested, "2026-01", part="", **wanted)
    assert duty(past.postponed("2026-01", "2026-06-15")).parts[""].asked is None


def test_assigning_another_owner_counts_from_then() -> None:
    """Another unit is not another owner."""
    past = given().owned("2026-01", "kari", "analyse")
    since = past.now
    assert duty(past.owned("2026-01", "kari", "jus")).owned_since == since
    assert duty(past.owned("2026-01", "ola", "jus")).owned_since == past.now
    assert duty(past.owned("2026-01", "", "jus")).owned_since is None


def test_arranging_a_meeting_gives_it_hours_that_go_before_the_source() -> None:
    """Times as arranged; the source's where nothing is arranged."""
    past = Past().meeting("esm").held_on("esm", on("2026-05-05", starts_at="12:00"))
    stated = on("2026-05-05", starts_at="12:00")
    assert duty(past, "esm").hours(stated) == (dt.time(12), None)
    assert duty(kit.arranged(past, "esm"), "esm").hours(stated) == (dt.time(9), dt.time(11))
