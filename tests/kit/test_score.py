"""The measure of the reader measures: what is missed, wrong or invented costs."""

from __future__ import annotations

from typing import Any

from tests.kit.score import compare
from tests.kit.truth import Expected, Truth

LETTER = ["Årsrapport for 2026", "Frist: 15. mars 2027"]
ANNUAL_REPORT = Expected(
    title="Årsrapport for 2026",
    kind="report",
    text="15. mars 2027",
    form="date",
    forms=("date",),
    lines=(2,),
    days=("2027-03-15",),
)
TRUTH = Truth((ANNUAL_REPORT,))


def claimed(day: str, text: str = "15. mars 2027", title: str = "Årsrapport for 2026") -> dict[str, Any]:
    """A reading with one duty and one deadline."""
    nothing = {"earliest": None, "latest": None, "rrule": None, "impossible": False}
    deadline = {"part": "", "text": text, "form": "date", "date": day, "lines": [2], **nothing}
    duty = {"title": title, "kind": "report", "reference": None, "lines": [1], "doubts": []}
    return {"obligations": [{**duty, "deadlines": [deadline]}], "unplaced": []}


def test_scoring_the_right_answer_gives_full_marks() -> None:
    """A reading that says what the truth says reaches the aim."""
    score = compare(claimed("2027-03-15"), LETTER, TRUTH)
    assert (score.recall, score.precision, score.titles, score.kinds) == (1.0, 1.0, 1.0, 1.0)
    assert score.reaches_the_aim


def test_scoring_an_empty_reading_misses_everything() -> None:
    """Finding nothing is no recall, however few mistakes it makes."""
    score = compare({"obligations": [], "unplaced": []}, LETTER, TRUTH)
    assert score.recall == 0.0
    assert score.missed == (ANNUAL_REPORT,)


def test_scoring_a_day_that_is_not_in_the_letter_finds_it_invented() -> None:
    """A date the letter never states is wrong, and worse than wrong."""
    score = compare(claimed("2027-04-16"), LETTER, TRUTH)
    assert score.precision == 0.0
    assert len(score.invented) == 1


def test_scoring_words_that_are_not_in_the_letter_finds_them_invented() -> None:
    """A claim must quote the letter."""
    score = compare(claimed("2027-03-15", text="senest 15. mars kl. 12"), LETTER, TRUTH)
    assert len(score.invented) == 1


def test_scoring_the_same_deadline_twice_counts_one_of_them_wrong() -> None:
    """One line of the truth pays for one claim only."""
    twice = claimed("2027-03-15")
    twice["obligations"] *= 2
    assert compare(twice, LETTER, TRUTH).precision == 0.5
