"""Corrected, supplementary and next year's letters: differences, each accepted by itself."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from events.store.datastore import Datastore
from events.vocabulary.assignment import AssignmentDeadlineSet
from events.vocabulary.values import DeadlineFact
from tests.kit.made_readings import disputed, doubt, due, proposal, reading, report
from tests.kit.office import BY, NOW, Office
from workflow.confirming.review import Item
from workflow.duty.aggregate import Duty
from workflow.duty.commands import DeliverDuty, PostponeDeadline
from workflow.duty.refusals import AlreadyDelivered
from workflow.letter import refusals
from workflow.letter.commands import AmendProposal, RejectProposal
from workflow.letter.comparison import What
from workflow.lifecycle import State
from workflow.reading.model import Proposal


@pytest.fixture
def office(datastore: Datastore) -> Office:
    """Open an office on each database."""
    return Office(datastore)


@pytest.fixture
def desk(sqlite_datastore: Datastore) -> Office:
    """Open an office where the database makes no difference."""
    return Office(sqlite_datastore)


def first(office: Office, *proposals: Proposal) -> UUID:
    """Register, accept and confirm the year's letter."""
    letter = office.register(reading(*proposals))
    office.accept(letter)
    office.confirm(letter)
    return letter


def corrected(office: Office, letter: UUID, *proposals: Proposal) -> UUID:
    """Register the letter that replaces the first."""
    return office.register(reading(*proposals), "rettet.md", corrects=letter)


def supplement(office: Office, *proposals: Proposal) -> UUID:
    """Register a supplementary letter."""
    return office.register(
        reading(*proposals), "supplerende.md", channel="supplementary_letter", case_reference="26/118-5"
    )


def items(office: Office, letter: UUID) -> dict[str, Item]:
    """Give what the letter has, by key."""
    return {item.key: item for item in office.review(letter).items}


def current(duty: Duty, part: str = "") -> DeadlineFact:
    """Give the deadline that stands."""
    found = duty.parts[part].current
    assert found is not None
    return found


ONE, TWO = proposal("2026-01", due("01.06.2026")), proposal("2026-02", due("01.07.2026"))


def test_correcting_a_letter_tells_new_changed_unchanged_and_gone_apart(office: Office) -> None:
    """Each proposal is set against the duty that stands."""
    letter = first(office, ONE, TWO, proposal("2026-03", due("01.08.2026")))
    moved = proposal("2026-02", due("15.07.2026", line=33))
    later = corrected(office, letter, ONE, moved, proposal("2026-04", due("01.09.2026")))
    found = items(office, later)
    assert {key: item.what for key, item in found.items()} == {
        "2026-01": What.UNCHANGED,
        "2026-02": What.CHANGED,
        "2026-04": What.NEW,
        "gone:2026-03": What.GONE,
    }
    (change,) = found["2026-02"].changes
    assert (change.field, change.before, change.after) == ("deadline:", "01.07.2026", "15.07.2026")
    assert (change.before_mentions[0].line, change.after_mentions[0].line) == (10, 33)


def test_accepting_the_clear_ones_of_a_later_letter_moves_no_deadline(office: Office) -> None:
    """What changes or takes away is accepted by itself."""
    letter = first(office, ONE, TWO)
    later = corrected(office, letter, proposal("2026-01", due("15.06.2026")))
    office.accept(later)
    assert {item.key for item in office.review(later).undecided} == {"2026-01", "gone:2026-02"}
    assert current(office.duty(letter, "2026-01")).day == dt.date(2026, 6, 1)


def test_accepting_a_changed_deadline_moves_it_by_the_new_letter(office: Office) -> None:
    """The same duty gets another version, with the later letter as its source."""
    letter = first(office, ONE)
    later = corrected(office, letter, proposal("2026-01", due("15.06.2026")))
    office.accept(later, "2026-01")
    duty = office.duty(letter, "2026-01")
    assert office.duty(later, "2026-01").id == duty.id
    versions = duty.parts[""].versions
    assert [one.deadline.day for one in versions] == [dt.date(2026, 6, 1), dt.date(2026, 6, 15)]
    assert versions[-1].source.letter == later
    assert "rettet.md" in versions[-1].reason


def test_accepting_a_changed_title_restates_the_duty(desk: Office) -> None:
    """What a later letter says in other words is said so from then on."""
    first(desk, ONE)
    later = supplement(desk, proposal("2026-01", due("01.06.2026"), title="Kartlegge alt"))
    assert [change.field for change in items(desk, later)["2026-01"].changes] == ["title"]
    desk.accept(later, "2026-01")
    assert desk.duty(later, "2026-01").title == "Kartlegge alt"


def test_confirming_a_later_letter_settles_what_only_repeats(office: Office) -> None:
    """What says what stands already needs no decision, and writes nothing to the duty."""
    letter = first(office, ONE)
    version = office.duty(letter, "2026-01").version
    later = corrected(office, letter, ONE)
    office.confirm(later)
    assert office.review(later).letter.confirmed
    assert office.duty(later, "2026-01").version == version


def test_supplementing_a_letter_takes_nothing_away(desk: Office) -> None:
    """A supplementary letter adds to and moves what it names; parts it is silent about stand."""
    first(desk, ONE, proposal("2026-02", due("01.06.2026", "Del 1"), due("01.07.2026", "Del 2")))
    later = supplement(desk, proposal("2026-02", due("15.07.2026", "Del 2")))
    assert {key: item.what for key, item in items(desk, later).items()} == {"2026-02": What.CHANGED}
    desk.accept(later, "2026-02")
    assert set(desk.duty(later, "2026-02").parts) == {"Del 1", "Del 2"}


def test_correcting_a_letter_drops_the_part_it_no_longer_states(desk: Office) -> None:
    """A letter that replaces another says all there is."""
    both = proposal("2026-02", due("01.06.2026", "Del 1"), due("01.07.2026", "Del 2"))
    letter = first(desk, both)
    later = corrected(desk, letter, proposal("2026-02", due("01.06.2026", "Del 1")))
    (change,) = items(desk, later)["2026-02"].changes
    assert (change.field, change.before, change.after) == ("deadline:Del 2", "01.07.2026", "")
    desk.accept(later, "2026-02")
    assert set(desk.duty(later, "2026-02").parts) == {"Del 1"}


def test_correcting_a_letter_misses_only_what_that_letter_gave(desk: Office) -> None:
    """What a supplementary letter gave stands, though the corrected letter does not list it."""
    letter = first(desk, ONE)
    desk.accept(supplement(desk, TWO))
    assert set(items(desk, corrected(desk, letter, ONE))) == {"2026-01"}


def test_correcting_a_letter_keeps_the_part_that_was_delivered(desk: Office) -> None:
    """What has been delivered is not taken back by a list that no longer needs it."""
    both = proposal("2026-02", due("01.06.2026", "Del 1"), due("01.07.2026", "Del 2"))
    letter = first(desk, both)
    desk.do(DeliverDuty(duty=desk.duty(letter, "2026-02").id, part="Del 1", by=BY))
    later = corrected(desk, letter, proposal("2026-02", due("15.07.2026", "Del 2")))
    desk.accept(later, "2026-02")
    assert set(desk.duty(later, "2026-02").parts) == {"Del 1", "Del 2"}


def test_dating_an_open_deadline_by_a_later_letter_is_no_postponement(desk: Office) -> None:
    """«Etter avtale» that gets its day was never moved; statistics tell the two apart."""
    first(desk, proposal("2026-01", due("etter avtale")))
    later = supplement(desk, proposal("2026-01", due("01.09.2026")))
    desk.accept(later, "2026-01")
    duty = desk.duty(later, "2026-01")
    assert current(duty).day == dt.date(2026, 9, 1)
    assert isinstance(desk.store.recorded(desk.position() - 1, 1)[0].event, AssignmentDeadlineSet)


def test_accepting_what_is_gone_needs_the_approval_and_withdraws_it(office: Office) -> None:
    """A duty lapses only with the ministry's approval, never because a list is shorter."""
    letter = first(office, ONE, TWO)
    later = corrected(office, letter, ONE)
    with pytest.raises(refusals.WithdrawalNeedsApproval):
        office.accept(later, "gone:2026-02")
    with pytest.raises(refusals.ProposalsUndecided):
        office.confirm(later)
    office.accept(later, "gone:2026-02", withdrawal="26/118-6")
    assert office.duty(letter, "2026-02").state is State.WITHDRAWN
    before = office.position()
    office.accept(later, "gone:2026-02", withdrawal="26/118-6")
    assert office.position() == before
    office.confirm(later)


def test_rejecting_what_is_gone_lets_the_duty_stand(desk: Office) -> None:
    """A person may know better than the list."""
    letter = first(desk, ONE, TWO)
    later = corrected(desk, letter, ONE)
    desk.do(RejectProposal(letter=later, key="gone:2026-02", reason="Gjelder fortsatt", by=BY))
    desk.confirm(later)
    assert desk.duty(letter, "2026-02").state is State.GIVEN


def test_reading_next_years_letter_misses_undelivered_numbered_assignments_only(desk: Office) -> None:
    """Numbered assignments stay on the list until delivered; a year's reports end with the year."""
    letter = first(desk, ONE, TWO, report("årsrapport", due("15.03.2026")))
    desk.do(DeliverDuty(duty=desk.duty(letter, "2026-02").id, reference="26/1", by=BY))
    later = desk.register(reading(report("årsrapport", due("15.03.2027", year=2027)), year=2027), "neste.md")
    assert {key: item.what for key, item in items(desk, later).items()} == {
        "årsrapport": What.NEW,
        "gone:2026-01": What.GONE,
    }
    desk.accept(later)
    assert desk.duty(later, "årsrapport").id != desk.duty(letter, "årsrapport").id


def test_reading_next_years_letter_finds_a_numbered_assignment_again(desk: Office) -> None:
    """A number that names its year is the same duty from letter to letter."""
    letter = first(desk, ONE)
    again = proposal("2026-01", due("01.06.2027", year=2027))
    later = desk.register(reading(again, year=2027), "neste.md")
    desk.accept(later, "2026-01")
    assert desk.duty(later, "2026-01").id == desk.duty(letter, "2026-01").id
    assert current(desk.duty(later, "2026-01")).day == dt.date(2027, 6, 1)


def test_reading_next_years_letter_takes_a_number_without_year_for_another_duty(desk: Office) -> None:
    """Next year's «7» is not this year's."""
    letter = first(desk, proposal("7", due("01.06.2026")))
    later = desk.register(reading(proposal("7", due("01.06.2027", year=2027)), year=2027), "neste.md")
    assert {key: item.what for key, item in items(desk, later).items()} == {"7": What.NEW}
    desk.accept(later)
    assert desk.duty(later, "7").id != desk.duty(letter, "7").id


def test_reading_next_years_letter_goes_on_with_the_same_series(desk: Office) -> None:
    """A rhythm stated again is the series that runs, not a second one beside it."""
    letter = first(desk, report("ukestall", due("Hver mandag")))
    later = desk.register(reading(report("ukestall", due("Hver mandag")), year=2027), "neste.md")
    assert items(desk, later)["ukestall"].what is What.UNCHANGED
    desk.confirm(later)
    assert desk.series(later, "ukestall").id == desk.series(letter, "ukestall").id


def test_repeating_a_doubt_that_was_settled_asks_nothing_anew(desk: Office) -> None:
    """What was decided about the same words holds for the letter that repeats them."""
    letter = desk.register(reading(disputed()))
    desk.accept(letter, "2026-09", dates_disagree="01.10.2026")
    desk.confirm(letter)
    later = corrected(desk, letter, disputed())
    assert items(desk, later)["2026-09"].what is What.UNCHANGED
    desk.accept(later, "2026-09")
    desk.confirm(later)
    assert current(desk.duty(later, "2026-09"), "Del 1").day == dt.date(2026, 10, 1)


def test_repeating_a_deadline_that_was_postponed_shows_the_difference(desk: Office) -> None:
    """The letter says the old day again: a person decides which of the two holds."""
    letter = first(desk, ONE)
    duty = desk.duty(letter, "2026-01").id
    desk.do(PostponeDeadline(duty=duty, words="01.09.2026", reason="Avtalt", source="26/118-3", by=BY))
    later = corrected(desk, letter, ONE)
    (change,) = items(desk, later)["2026-01"].changes
    assert (change.before, change.after) == ("01.09.2026", "01.06.2026")


def test_repeating_what_a_person_amended_asks_nothing_anew(desk: Office) -> None:
    """An amendment is a decision about these words, whichever letter they stand in."""
    letter = desk.register(reading(ONE))
    changes = {"title": "Bedre", "deadline:": "02.06.2026"}
    desk.do(AmendProposal(letter=letter, key="2026-01", changes=changes, reason="Skrivefeil", by=BY))
    desk.confirm(letter)
    later = corrected(desk, letter, ONE)
    desk.confirm(later)
    duty = desk.duty(later, "2026-01")
    assert (duty.title, current(duty).day) == ("Bedre", dt.date(2026, 6, 2))


def test_moving_what_was_delivered_by_a_later_letter_is_refused(desk: Office) -> None:
    """What has been delivered has no deadline left to move."""
    letter = first(desk, ONE)
    desk.do(DeliverDuty(duty=desk.duty(letter, "2026-01").id, by=BY))
    later = supplement(desk, proposal("2026-01", due("15.06.2026")))
    with pytest.raises(AlreadyDelivered):
        desk.accept(later, "2026-01")


def test_listing_again_what_was_withdrawn_is_refused(desk: Office) -> None:
    """A withdrawn number does not come back by itself."""
    letter = first(desk, ONE, TWO)
    later = corrected(desk, letter, ONE)
    desk.accept(later, "gone:2026-02", withdrawal="26/118-6")
    third = supplement(desk, proposal("2026-02", due("15.07.2026")))
    with pytest.raises(refusals.WithdrawnBefore):
        desk.accept(third, "2026-02")


def test_correcting_a_letter_of_another_year_is_refused(desk: Office) -> None:
    """A corrected letter replaces one of its own year."""
    letter = first(desk, ONE)
    with pytest.raises(refusals.CorrectsAnotherYear):
        desk.register(reading(ONE, year=2027), "neste.md", corrects=letter)


def test_changing_the_rhythm_withdraws_and_opens_from_today(office: Office) -> None:
    """Reports before today stand; from today the new rhythm holds."""
    letter = first(office, report("ukestall", due("Hver mandag")))
    later = corrected(office, letter, report("ukestall", due("Hver tirsdag")))
    office.accept(later, "ukestall")
    series = office.series(later, "ukestall")
    today = NOW.date()
    assert {day.weekday() for day in series.open if day < today} == {0}
    assert {day.weekday() for day in series.open if day >= today} == {1}
    assert office.occurrence(series, "2026-01-26").state is State.GIVEN
    assert office.occurrence(series, "2026-02-09").state is State.WITHDRAWN
    assert office.occurrence(series, "2026-02-10").state is State.GIVEN


def test_turning_a_rhythm_into_a_day_ends_the_series(desk: Office) -> None:
    """What no longer recurs opens no more reports."""
    first(desk, report("ukestall", due("Hver mandag")))
    later = supplement(desk, report("ukestall", due("01.06.2026")))
    desk.accept(later, "ukestall")
    letter = desk.handling.readings.letters("Direktoratet for prøver")[0].id
    assert desk.series(letter, "ukestall").ended_on == NOW.date()
    assert current(desk.duty(later, "ukestall")).day == dt.date(2026, 6, 1)


def test_confirming_with_doubts_about_the_letter_needs_a_decision_each(desk: Office) -> None:
    """A meeting that is promised and not in the calendar is somebody's question to ask."""
    doubts = (doubt("meeting_missing"), doubt("meeting_missing"), doubt("placeholder"))
    letter = desk.register(reading(ONE, doubts=doubts))
    desk.accept(letter)
    with pytest.raises(refusals.ProposalsUndecided) as refused:
        desk.confirm(letter)
    assert refused.value.facts["count"] == 3
    with pytest.raises(refusals.DoubtsUndecided):
        desk.accept(letter, "letter:placeholder")
    desk.accept(letter, "letter:placeholder", placeholder="Spurt om")
    keys = ("letter:meeting_missing", "letter:meeting_missing:2")
    desk.accept(letter, *keys, meeting_missing="Settes i april")
    desk.confirm(letter)
    before = desk.position()
    desk.confirm(letter)
    assert desk.position() == before
