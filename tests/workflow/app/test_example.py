"""The example letter holds what it was written to hold, and its controller has decided all of it."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calendars.language import Context, read
from events.vocabulary.values import DeadlineFact
from tests.kit.score import report, score_file
from workflow.duty.deadlines import fact_of
from workflow.letter.settling import DEADLINE, open_doubts, settle
from workflow.reading.documents.door import text_of
from workflow.reading.model import Proposal
from workflow.reading.reader import read_letter

FOLDER = Path(__file__).parents[3] / "workflow" / "app" / "example"
LETTER = FOLDER / "eksempelbrev.md"
PLANTED = {
    "2027-03": ("impossible_date",),
    "2027-04": ("dates_disagree",),
    "halvarsrapport": ("dates_disagree",),
    "2027-FoU2": ("two_readings",),
}
DECIDED: dict[str, Any] = json.loads((FOLDER / "avgjorelser.json").read_text(encoding="utf-8"))


@cache
def proposals() -> dict[str, Proposal]:
    """The proposals of the example letter by key."""
    reading = read_letter(text_of(LETTER.name, LETTER.read_bytes()), None)
    return {proposal.key: proposal for proposal in reading.proposals}


def words_read(words: str) -> DeadlineFact:
    """An amended deadline, read as the commands read it."""
    deadline = read(words, Context(year=2027, cell=True))
    assert deadline is not None, words
    return fact_of(deadline)


def test_reading_the_example_letter_reaches_the_aim() -> None:
    """What the first user sees is read right: every deadline, and nothing else."""
    score = score_file(LETTER, FOLDER / "eksempelbrev.truth.json")
    assert score.reaches_the_aim, report(LETTER.name, score)
    assert not score.unaccounted, report(LETTER.name, score)


def test_reading_the_example_letter_finds_exactly_the_planted_doubts() -> None:
    """Two contradictions, one impossible date and one word with two meanings; the rest is clear."""
    found = {key: open_doubts(proposal) for key, proposal in proposals().items() if open_doubts(proposal)}
    assert found == PLANTED


def test_deciding_the_example_letter_leaves_no_doubt_open() -> None:
    """The controller's decisions are about exactly the proposals in doubt."""
    assert {each["key"] for each in DECIDED["decisions"]} == set(PLANTED)


@pytest.mark.parametrize("each", DECIDED["decisions"], ids=lambda each: each["key"])
def test_settling_a_doubt_of_the_example_letter_is_accepted(each: dict[str, Any]) -> None:
    """Each decision says what the letter's own rules need to know."""
    changes = each.get("changes", {})
    amended = {name.removeprefix(DEADLINE): words for name, words in changes.items()}
    settled = settle(proposals()[each["key"]], each.get("decisions", {}), amended, words_read)
    assert settled.parts


def test_owners_of_the_example_are_its_staff_and_own_what_it_gives() -> None:
    """Whoever is assigned something is in the list of staff, in a unit that exists."""
    with (FOLDER / "personer.csv").open(encoding="utf-8", newline="") as people:
        staff = {row["email"] for row in csv.DictReader(people)}
    with (FOLDER / "enheter.csv").open(encoding="utf-8", newline="") as units:
        known = {row["unit"] for row in csv.DictReader(units)}
    owners = DECIDED["owners"]
    assert {each["owner"] for each in owners} | {DECIDED["by"]} <= staff
    assert {each["unit"] for each in owners} <= known
    assert {each["key"] for each in owners} <= set(proposals())
