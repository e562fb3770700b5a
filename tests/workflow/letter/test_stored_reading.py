"""A reading comes back from its stored form as it was."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.deadline import Deadline, Form
from tests.kit.made_readings import deadline, disputed, doubt, due, impossible, proposal, reading
from workflow.letter.stored_reading import from_json, sha256_of, to_json
from workflow.reading.model import FoundDeadline, Place, Unplaced

WORDS = (
    "01.06.2026",
    "medio mai",
    "Hver mandag",
    "etter avtale",
    "minst en uke før møtet",
    "våren 2027",
    "20.06.2026 (til og med 2027)",
    "22. april kl. 9:00-11:00",
)


@pytest.mark.parametrize("words", WORDS)
def test_storing_a_reading_of_each_form_gives_it_back(words: str) -> None:
    """Days, windows, rules, anchors, times and other readings of the same words survive."""
    made = reading(proposal("2026-01", FoundDeadline("", deadline(words), (Place(3, words, 2),))))
    assert from_json(to_json(made)) == made


def test_storing_doubts_and_unplaced_gives_them_back() -> None:
    """Everything that a person decided about, or did not need to, is kept."""
    made = dataclasses.replace(
        reading(disputed(), impossible(), doubts=(doubt("placeholder", text="(dato)"),)),
        unplaced=(Unplaced("16.12.2025", dt.date(2025, 12, 16), Place(4, "16.12.2025"), "letter_date"),),
    )
    assert from_json(to_json(made)) == made


def test_storing_the_same_reading_twice_gives_the_same_checksum() -> None:
    """A reading is known by its content."""
    assert sha256_of(to_json(reading(disputed()))) == sha256_of(to_json(reading(disputed())))
    assert sha256_of(to_json(reading(disputed()))) != sha256_of(to_json(reading(impossible())))


@given(
    st.builds(
        Deadline,
        text=st.text(max_size=30),
        form=st.sampled_from(Form),
        pattern=st.text(max_size=10),
        day=st.none() | st.dates(),
        starts_at=st.none() | st.times(),
        explanation=st.text(max_size=30),
        tentative=st.booleans(),
    )
)
def test_storing_any_deadline_gives_it_back(any_deadline: Deadline) -> None:
    """No text, day or time is changed on the way."""
    made = reading(proposal("2026-01", FoundDeadline("Del 1", any_deadline, ())))
    assert from_json(to_json(made)) == made


def test_storing_a_plain_deadline_is_the_same_as_building_it() -> None:
    """The builder of the tests is the reader's own."""
    assert due("01.06.2026").deadline == deadline("01.06.2026")
