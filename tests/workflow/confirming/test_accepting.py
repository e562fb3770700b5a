"""Accepting proposals makes duties at once, and never takes a doubtful date in unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from events.store.datastore import Datastore
from tests.kit.made_readings import (
    disputed,
    doubt,
    due,
    impossible,
    proposal,
    reading,
    report,
)
from tests.kit.office import Office
from workflow.assignment.assignment import Assignment
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.letter import refusals
from workflow.lifecycle import State
from workflow.reading.model import Proposal
from workflow.report.report import Report
from workflow.report_series.report_series import ReportSeries


@pytest.fixture
def office(datastore: Datastore) -> Office:
    """Open an office on each database."""
    return Office(datastore)


@pytest.fixture
def desk(sqlite_datastore: Datastore) -> Office:
    """Open an office where the database makes no difference."""
    return Office(sqlite_datastore)


def test_accepting_the_clear_ones_gives_their_duties_and_leaves_the_doubts(office: Office) -> None:
    """What is clear is in calendars while the doubts wait."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026")), disputed()))
    office.accept(letter)
    duty = office.duty(letter, "2026-01")
    assert isinstance(duty, Assignment)
    assert duty.parts[""].current is not None
    assert duty.parts[""].current.day == dt.date(2026, 6, 1)
    assert [item.key for item in office.review(letter).undecided] == ["2026-09"]


@pytest.mark.parametrize(
    ("kind", "stream"),
    [
        ("assignment", Assignment),
        ("rd_assignment", Assignment),
        ("standing_rule", Assignment),
        ("report", Report),
        ("input", Report),
        ("meeting", GovernanceMeeting),
    ],
)
def test_accepting_each_kind_gives_its_stream(desk: Office, kind: str, stream: type) -> None:
    """Each kind of duty has a life of its own."""
    letter = desk.register(reading(report("noe", due("01.06.2026"), kind=kind)))
    desk.accept(letter)
    assert type(desk.duty(letter, "noe")) is stream


def test_accepting_keeps_what_the_letter_says(desk: Office) -> None:
    """The duty leads back to the letter: its words, its places, its date."""
    letter = desk.register(
        reading(proposal("2026-01", due("medio mai", "Del 1", 17), title="Bygge register", goal=2))
    )
    desk.accept(letter)
    duty = desk.duty(letter, "2026-01")
    assert (duty.reference, duty.title, duty.goal) == ("2026-01", "Bygge register", 2)
    assert (duty.source.letter, duty.given_on) == (letter, dt.date(2025, 12, 16))
    version = duty.parts["Del 1"].versions[0]
    assert (version.deadline.text, version.source.mentions[0].line) == ("medio mai", 17)


def test_accepting_twice_changes_nothing(office: Office) -> None:
    """A repeated command is safe."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026")), disputed()))
    for decisions in ({}, {"dates_disagree": "01.10.2026"}):
        keys = ("2026-09",) if decisions else ()
        office.accept(letter, *keys, **decisions)
        before = office.position()
        office.accept(letter, *keys, **decisions)
        assert office.position() == before


def test_accepting_otherwise_than_before_is_refused(desk: Office) -> None:
    """A decision is not overwritten."""
    letter = desk.register(reading(disputed()))
    desk.accept(letter, "2026-09", dates_disagree="01.10.2026")
    with pytest.raises(refusals.AlreadyDecided):
        desk.accept(letter, "2026-09", dates_disagree="01.10.2025")


def test_accepting_a_dispute_without_a_decision_is_refused(desk: Office) -> None:
    """Two places that disagree are never resolved by the program."""
    letter = desk.register(reading(disputed()))
    before = desk.position()
    with pytest.raises(refusals.DoubtsUndecided) as refused:
        desk.accept(letter, "2026-09")
    assert refused.value.facts["doubts"] == "dates_disagree"
    assert desk.position() == before


@pytest.mark.parametrize("name", ["dates_disagree", "Del 1", "deadline:Del 1", "dates_disagree:Del 1"])
@pytest.mark.parametrize("words", ["01.10.2026", "2026-10-01"])
def test_accepting_a_dispute_with_the_words_of_one_place_takes_that_day(
    desk: Office, name: str, words: str
) -> None:
    """A person chooses, by the doubt or by the part, in the letter's words or as a day."""
    letter = desk.register(reading(disputed()))
    desk.accept(letter, "2026-09", **{name: words})
    current = desk.duty(letter, "2026-09").parts["Del 1"].current
    assert current is not None
    assert current.day == dt.date(2026, 10, 1)
    settled = desk.review(letter).letter.decided["2026-09"].settled
    assert [(one.code, one.decision) for one in settled] == [("dates_disagree", words)]


def test_accepting_a_dispute_with_other_words_is_refused(desk: Office) -> None:
    """Another day is an amendment, with a reason."""
    letter = desk.register(reading(disputed()))
    with pytest.raises(refusals.NotAmongTheWords) as refused:
        desk.accept(letter, "2026-09", dates_disagree="02.02.2026")
    assert refused.value.facts["choices"] == "«01.10.2026», «01.10.2025»"


@pytest.mark.parametrize("words", ["to_be_clarified", "avklares med departementet"])
@pytest.mark.parametrize("made", [disputed, impossible])
def test_accepting_a_doubtful_date_left_open_gives_a_duty_without_day(
    desk: Office, made: Callable[[], Proposal], words: str
) -> None:
    """What waits for the ministry is owed, has no day, and keeps the quotes."""
    doubtful = made()
    letter = desk.register(reading(doubtful))
    desk.accept(letter, doubtful.key, **{doubtful.doubts[0].code: words})
    (part,) = desk.duty(letter, doubtful.key).parts.values()
    assert part.current is not None
    assert (part.current.form, part.current.pattern, part.current.due) == ("open", "to_be_clarified", None)
    assert all(found.places[0].quote in part.current.explanation for found in doubtful.deadlines)


def test_accepting_an_impossible_date_as_it_stands_is_refused(desk: Office) -> None:
    """A day that does not exist is asked about; never corrected, never taken in."""
    letter = desk.register(reading(impossible()))
    with pytest.raises(refusals.NotAmongTheWords):
        desk.accept(letter, "2026-03", impossible_date="31.06.2026")


def test_accepting_words_with_two_readings_needs_the_days(desk: Office) -> None:
    """The same words can be told apart only by what they mean."""
    spring = proposal("2026-05", due("våren 2027"), doubts=(doubt("two_readings", text="våren 2027"),))
    letter = desk.register(reading(spring))
    with pytest.raises(refusals.NotAmongTheWords) as refused:
        desk.accept(letter, "2026-05", two_readings="våren 2027")
    first = str(refused.value.facts["choices"]).split("(")[1].split(")")[0]
    desk.accept(letter, "2026-05", two_readings=first)
    current = desk.duty(letter, "2026-05").parts[""].current
    assert current is not None
    assert current.earliest is not None
    assert current.latest is not None
    assert f"{current.earliest:%d.%m.%Y}–{current.latest:%d.%m.%Y}" == first


def test_accepting_a_dispute_across_parts_takes_the_chosen_and_leaves_the_other_out(desk: Office) -> None:
    """«Endelig: 15.12.» disputes «frist 15.09.» without being the same part."""
    torn = proposal(
        "2026-04",
        due("15.09.2026", "", disputed=True),
        due("15.12.2026", "Endelig", disputed=True),
        due("01.05.2026", "Utkast"),
        doubts=(doubt("dates_disagree", first="15.09.2026", second="15.12.2026"),),
    )
    letter = desk.register(reading(torn))
    desk.accept(letter, "2026-04", dates_disagree="15.12.2026")
    assert set(desk.duty(letter, "2026-04").parts) == {"Utkast", "Endelig"}


def test_accepting_two_disputes_by_one_decision_is_refused(desk: Office) -> None:
    """The day of one part would take the other part out unseen: each is named."""
    torn = proposal(
        "2026-04",
        *(due(words, "Del 1", disputed=True) for words in ("01.06.2026", "01.07.2026")),
        *(due(words, "Del 2", disputed=True) for words in ("01.09.2026", "01.10.2026")),
        doubts=tuple(doubt("dates_disagree", part=part) for part in ("Del 1", "Del 2")),
    )
    letter = desk.register(reading(torn))
    with pytest.raises(refusals.NotAmongTheWords):
        desk.accept(letter, "2026-04", dates_disagree="01.06.2026")
    desk.accept(letter, "2026-04", **{"Del 1": "01.06.2026", "Del 2": "01.10.2026"})
    assert set(desk.duty(letter, "2026-04").parts) == {"Del 1", "Del 2"}


def test_accepting_another_doubt_needs_words_too(desk: Office) -> None:
    """Each doubt has a decision, also one that is not about a date."""
    odd = proposal("2026-06", due("01.06.2026"), doubts=(doubt("missing_in_calendar"),))
    letter = desk.register(reading(odd))
    with pytest.raises(refusals.DoubtsUndecided):
        desk.accept(letter, "2026-06")
    desk.accept(letter, "2026-06", missing_in_calendar="Gjelder likevel")
    assert desk.duty(letter, "2026-06").state is State.GIVEN


def test_accepting_with_a_decision_that_nothing_asks_for_is_refused(desk: Office) -> None:
    """A misspelt name would otherwise be a decision about nothing."""
    letter = desk.register(reading(proposal("2026-01", due("01.06.2026"))))
    with pytest.raises(refusals.NoDecisionNeeded):
        desk.accept(letter, "2026-01", dates_disagre="01.06.2026")
    assert not desk.review(letter).letter.decided


def test_accepting_an_unknown_key_is_refused(desk: Office) -> None:
    """A decision names a proposal of the letter."""
    letter = desk.register(reading(proposal("2026-01", due("01.06.2026"))))
    with pytest.raises(refusals.UnknownProposal):
        desk.accept(letter, "2026-02")


def test_accepting_several_dates_of_one_report_gives_a_part_for_each(desk: Office) -> None:
    """«31. januar, 31. mai» are two deliveries, named by their words."""
    letter = desk.register(reading(report("tertialrapport", due("31.01.2026"), due("31.05.2026"))))
    desk.accept(letter)
    duty = desk.duty(letter, "tertialrapport")
    assert [part.current and part.current.day for part in duty.parts.values()] == [
        dt.date(2026, 1, 31),
        dt.date(2026, 5, 31),
    ]


def test_accepting_a_duty_without_deadlines_gives_it_without_parts(desk: Office) -> None:
    """What is owed is owed, dated or not."""
    letter = desk.register(reading(proposal("2026-01")))
    desk.accept(letter)
    assert desk.duty(letter, "2026-01").parts == {}


def test_accepting_two_duties_of_one_number_keeps_them_apart(desk: Office) -> None:
    """A number used twice is the number of one duty; the other is known by its key."""
    twin = proposal("2026-01-2", due("01.07.2026"), title="Noe annet")
    same = (proposal("2026-01", due("01.06.2026")), replace(twin, reference="2026-01"))
    letter = desk.register(reading(*same))
    desk.accept(letter)
    assert desk.duty(letter, "2026-01").id != desk.duty(letter, "2026-01-2").id


def test_accepting_what_recurs_in_an_assignment_gives_it_and_a_series_below(desk: Office) -> None:
    """«Resultatnotat hvert år, sluttrapport 2030»: one assignment, and a series of it."""
    both = proposal("2026-08", due("01.06.2030", "Sluttrapport"), due("hver 15. mars", "Resultatnotat"))
    letter = desk.register(reading(both))
    desk.accept(letter)
    head, series = desk.duties(letter, "2026-08")
    assert isinstance(head, Assignment)
    assert isinstance(series, ReportSeries)
    assert (series.parent, series.part, series.kind) == (head.id, "Resultatnotat", "report")
    assert set(head.parts) == {"Sluttrapport"}
    assert sorted(series.open) == [dt.date(2026, 3, 15), dt.date(2027, 3, 15)]


def test_accepting_after_confirming_is_refused(desk: Office) -> None:
    """A closed letter takes no more decisions."""
    letter = desk.register(reading(proposal("2026-01", due("01.06.2026")), disputed()))
    desk.accept(letter)
    desk.accept(letter, "2026-09", dates_disagree="to_be_clarified")
    desk.confirm(letter)
    with pytest.raises(refusals.LetterClosed):
        desk.accept(letter, "2026-09", dates_disagree="01.10.2026")
