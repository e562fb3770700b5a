from __future__ import annotations

import datetime as dt
from uuid import uuid4

from events.vocabulary import assignment
from tests.kit.eventful_year import deviates, year
from tests.kit.happened import LETTER, SOURCE, Past, stream, undated
from tests.kit.reported import history_of
from workflow.letter.readings import LetterRow
from workflow.year.succession import successor
from workflow.year.undecided import Matter, carried_out_of, undecided


def left(past: Past, of: int = 2026, *letters: LetterRow) -> list[tuple[str, str, Matter]]:
    """Give what is not decided: reference, part and matter."""
    return [(each.reference, each.part, each.matter) for each in undecided(history_of(past), of, letters)]


def test_looking_at_an_eventful_year_finds_each_matter_that_waits() -> None:
    """Undelivered parts, a request without answer, an open deviation; what is orally given and confirmed is
    not among them."""
    found = left(year())
    assert ("2026-01", "Del 2", Matter.UNDELIVERED) in found
    assert ("2026-01", "Del 2", Matter.DEVIATES) in found
    assert ("2026-02", "", Matter.UNDATED) in found
    assert ("2026-02", "", Matter.UNCONFIRMED) in found
    assert ("2026-03", "", Matter.UNANSWERED) in found
    assert ("2026-01", "Del 1", Matter.UNDELIVERED) not in found
    assert ("2026-04", "", Matter.UNCONFIRMED) not in found
    assert not any(reference == "2026-06" and matter is Matter.UNDELIVERED for reference, _, matter in found)


def test_looking_at_what_is_due_next_year_leaves_it_to_the_next_year() -> None:
    """The letter of 2026 gives it, and 2027 must decide it, the last day of a year being the year's own."""
    past = Past().letter().assignment("a").due("a", "2027-01-01").assignment("b").due("b", "2026-12-31")
    assert left(past) == [("b", "", Matter.UNDELIVERED)]
    assert left(past, 2027) == [("a", "", Matter.UNDELIVERED), ("b", "", Matter.UNDELIVERED)]


def test_looking_at_what_always_holds_finds_nothing_to_decide() -> None:
    """A standing rule is never delivered, and goes on by itself."""
    past = Past().letter().assignment("a", kind="standing_rule").due("a", undated("straks"))
    assert left(past) == []


def test_looking_at_what_lapsed_or_waits_for_acceptance_keeps_no_year_open() -> None:
    """A deviation of what lapsed lives on with that, and the ministry accepts when it does."""
    past = Past().letter().assignment("a").due("a", "2026-06-01")
    deviates(past, "a").withdrawn("a")
    past.assignment("b").due("b", "2026-06-01").delivered("b", day="2026-05-01")
    found = undecided(history_of(past), 2026, ())
    assert [(each.reference, each.matter) for each in found] == [
        ("a", Matter.DEVIATES_ON),
        ("b", Matter.UNACCEPTED),
    ]
    assert not any(each.blocks for each in found)


def test_looking_at_letters_names_those_of_the_year_that_are_open() -> None:
    """Next year's letter is next year's matter."""
    rows = [LetterRow(uuid4(), number, "x", of, f"brev {of}") for number, of in ((1, 2026), (2, 2027))]
    assert left(Past(), 2026, *rows) == [("1", "", Matter.LETTER_OPEN)]


def test_naming_what_was_carried_out_of_a_year_leaves_out_what_lapsed() -> None:
    """The closing names what lives on, and only that."""
    past = Past().letter().assignment("a").due("a", "2026-06-01").assignment("b").due("b", "2026-06-01")
    past.withdrawn("b")
    facts = {"carried_on": dt.date(2026, 12, 1), "reason": "Videreføres", "reference": "Tildelingsbrev 2027"}
    past.happens(assignment.AssignmentCarriedOver, "a", **facts)
    assert carried_out_of(history_of(past), 2026) == (stream("a"),)


def test_finding_what_continues_a_duty_trusts_no_number_without_its_year() -> None:
    """«Oppdrag 7» of the next letter is another matter; the same title is the same; two are none."""
    following = SOURCE.model_copy(update={"letter": stream("neste")})
    past = Past().letter().letter("neste", year=2027, name="neste.txt")
    past.assignment("gammel", reference="Oppdrag 7", title="Utrede et register")
    past.assignment("annen", reference="Oppdrag 7", title="Noe helt annet", source=following)
    history = history_of(past)
    old = history.duties[stream("gammel")].duty
    assert successor(history, old, stream("neste")) is None
    past.assignment("samme", reference="Oppdrag 9", title="Utrede  et Register", source=following)
    history = history_of(past)
    found = successor(history, old, stream("neste"))
    assert found is not None
    assert found.id == stream("samme")
    assert successor(history, old, LETTER) is None
    past.assignment("igjen", reference="Oppdrag 10", title="Utrede et register", source=following)
    assert successor(history_of(past), old, stream("neste")) is None
