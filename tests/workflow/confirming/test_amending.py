"""Amending and rejecting: a person's own words, with the reason."""

from __future__ import annotations

import datetime as dt

import pytest

from events.store.datastore import Datastore
from tests.kit.made_readings import disputed, doubt, due, impossible, proposal, reading, report
from tests.kit.office import BY, Office
from workflow.directory.importing import import_lists
from workflow.directory.refusals import AmbiguousName, UnknownPerson, UnknownUnit
from workflow.duty.refusals import (
    AmbiguousDeadline,
    ImpossibleDeadline,
    ReasonMissing,
    UnknownPart,
    UnreadableDeadline,
)
from workflow.letter import refusals
from workflow.letter.commands import AmendProposal, RejectProposal
from workflow.letter.letter import Verdict
from workflow.refusals import Refusal
from workflow.report.report import Report
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome


@pytest.fixture
def office(sqlite_datastore: Datastore) -> Office:
    """Open an office with two people in it."""
    office = Office(sqlite_datastore)
    office.staff()
    return office


def amend(office: Office, letter: object, key: str, **changes: str) -> Outcome:
    """Amend a proposal; `deadline__Del_1` stands for «deadline:Del 1»."""
    named = {
        name.replace("deadline__", "deadline:").replace("_", " ") if "__" in name else name: words
        for name, words in changes.items()
    }
    return office.do(
        AmendProposal(letter=letter, key=key, changes=named, reason="Avklart på telefon", by=BY)  # type: ignore[arg-type]  # a letter's id
    )


def test_amending_the_words_gives_the_duty_in_those_words(office: Office) -> None:
    """Title, goal and kind are the person's; the words of the letter are kept beside."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"), title="Kartlegqe")))
    amend(office, letter, "2026-01", title="Kartlegge", goal="3", kind="report")
    duty = office.duty(letter, "2026-01")
    assert isinstance(duty, Report)
    assert (duty.title, duty.raw_title, duty.goal) == ("Kartlegge", "Kartlegqe", 3)
    assert office.review(letter).letter.decided["2026-01"].verdict is Verdict.AMENDED


@pytest.mark.parametrize("made", [disputed(part=""), impossible("2026-09")])
def test_amending_a_doubtful_deadline_settles_the_doubt(office: Office, made: object) -> None:
    """A deadline in a person's own words is a decision about what was in doubt."""
    letter = office.register(reading(made))  # type: ignore[arg-type]  # a Proposal
    amend(office, letter, "2026-09", deadline__="15.10.2026")
    current = office.duty(letter, "2026-09").parts[""].current
    assert current is not None
    assert current.day == dt.date(2026, 10, 15)
    assert [one.decision for one in office.review(letter).letter.decided["2026-09"].settled] == ["15.10.2026"]


def test_amending_the_title_leaves_other_doubts_to_decide(office: Office) -> None:
    """Amending one thing decides nothing about another."""
    letter = office.register(reading(disputed()))
    with pytest.raises(refusals.DoubtsUndecided):
        amend(office, letter, "2026-09", title="Nytt")


def test_amending_adds_a_part_and_takes_one_out(office: Office) -> None:
    """New parts come by name; an empty deadline takes a part out."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026", "Del 1"))))
    amend(office, letter, "2026-01", deadline__Del_1="", deadline__Del_2="01.07.2026")
    assert set(office.duty(letter, "2026-01").parts) == {"Del 2"}


def test_amending_to_a_rhythm_gives_a_series(office: Office) -> None:
    """Any form of deadline can be written."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    amend(office, letter, "2026-01", deadline__="hver 15. mars")
    series = office.series(letter, "2026-01")
    assert isinstance(series, ReportSeries)
    assert dt.date(2026, 3, 15) in series.open


def test_amending_names_the_owner_and_the_unit(office: Office) -> None:
    """People are named as they are called; the events know them by id."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    amend(office, letter, "2026-01", owner="kari@prove.no", unit="analyse")
    duty = office.duty(letter, "2026-01")
    assert duty.owner == office.directory.find_person("Kari Nes").id
    assert duty.unit == office.directory.find_unit("Analyse").id


def test_amending_the_owner_keeps_the_unit_and_leaves_what_has_ended(office: Office) -> None:
    """Only what is named changes, and only where something is still owed."""
    letter = office.register(reading(report("ukestall", due("Hver mandag"))))
    amend(office, letter, "ukestall", unit="Analyse")
    office.confirm(letter)
    later = office.register(reading(report("ukestall", due("Hver tirsdag"))), "rettet.md", corrects=letter)
    amend(office, later, "ukestall", owner="Kari Nes")
    series = office.series(later, "ukestall")
    kari, unit = office.directory.find_person("Kari Nes").id, office.directory.find_unit("Analyse").id
    assert (series.owner, series.unit) == (kari, unit)
    withdrawn, opened = (office.occurrence(series, day) for day in ("2026-02-09", "2026-02-10"))
    assert ((withdrawn.owner, withdrawn.unit), (opened.owner, opened.unit)) == (("", unit), (kari, unit))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"titel": "Nytt"}, refusals.UnknownChange),
        ({"kind": "hilsen"}, refusals.UnknownKind),
        ({"goal": "to"}, refusals.GoalNotANumber),
        ({"owner": "Ingen"}, UnknownPerson),
        ({"unit": "Ingen"}, UnknownUnit),
        ({"deadline__": "snart nok"}, UnreadableDeadline),
        ({"deadline__": "31.06.2026"}, ImpossibleDeadline),
        ({"deadline__": "våren 2027"}, AmbiguousDeadline),
        ({}, refusals.NothingAmended),
    ],
)
def test_amending_to_what_cannot_be_is_refused(
    office: Office, changes: dict[str, str], rule: type[Refusal]
) -> None:
    """Every rule about an amendment has a refusal of its own, and leaves nothing behind."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    before = office.position()
    with pytest.raises(rule):
        amend(office, letter, "2026-01", **changes)
    assert office.position() == before


def test_amending_the_whole_when_there_are_parts_is_refused(office: Office) -> None:
    """«deadline:» is no part of a duty that has named ones."""
    parts = (due("01.06.2026", "Del 1"), due("01.07.2026", "Del 2"))
    letter = office.register(reading(proposal("2026-01", *parts)))
    with pytest.raises(UnknownPart):
        amend(office, letter, "2026-01", deadline__="01.08.2026")


def test_amending_a_doubt_about_the_letter_is_refused(office: Office) -> None:
    """A doubt about the whole letter is decided, not amended."""
    letter = office.register(reading(doubts=(doubt("meeting_missing"),)))
    with pytest.raises(refusals.UnknownProposal):
        amend(office, letter, "letter:meeting_missing", title="Nytt")


def test_amending_without_a_reason_is_refused(office: Office) -> None:
    """What departs from the letter says why."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    with pytest.raises(ReasonMissing):
        office.do(AmendProposal(letter=letter, key="2026-01", changes={"title": "Nytt"}, reason="", by=BY))


def test_amending_twice_in_the_same_words_changes_nothing(office: Office) -> None:
    """A repeated command is safe."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    amend(office, letter, "2026-01", title="Nytt")
    before = office.position()
    amend(office, letter, "2026-01", title="Nytt")
    assert office.position() == before
    with pytest.raises(refusals.AlreadyDecided):
        amend(office, letter, "2026-01", title="Noe annet")


def test_naming_an_owner_that_two_are_called_is_refused(office: Office) -> None:
    """A name that several have names nobody."""
    import_lists(office.datastore, lambda: "id-x", b"name;email\nOla Li;ola2@prove.no\n")
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    with pytest.raises(AmbiguousName):
        amend(office, letter, "2026-01", owner="Ola Li")


def test_rejecting_gives_no_duty_and_keeps_the_reason(office: Office) -> None:
    """What is no duty of ours is a decision too."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    for _ in range(2):
        office.do(RejectProposal(letter=letter, key="2026-01", reason="Gjelder en annen", by=BY))
    decided = office.review(letter).letter.decided["2026-01"]
    assert (decided.verdict, decided.duties, decided.reason) == (Verdict.REJECTED, (), "Gjelder en annen")


def test_rejecting_without_a_reason_is_refused(office: Office) -> None:
    """What is left out is left out for a reason."""
    letter = office.register(reading(proposal("2026-01", due("01.06.2026"))))
    with pytest.raises(ReasonMissing):
        office.do(RejectProposal(letter=letter, key="2026-01", reason=" ", by=BY))
