"""Ids follow from what they name."""

from __future__ import annotations

import datetime as dt

import pytest

from workflow.identity import duty_id, letter_id, names_its_year, occurrence_id, series_id

AGENCY = "Direktoratet for prøver"


@pytest.mark.parametrize("reference", ["2026-02", "2026-FoU1", "TB2026-17", "O-26-03", "26/03"])
def test_numbering_with_the_year_is_stable_over_letters(reference: str) -> None:
    """A number that names its year is the same duty in the next letter."""
    assert names_its_year(reference)
    assert duty_id(AGENCY, 2026, reference, "a") == duty_id(AGENCY, 2027, reference, "b")


@pytest.mark.parametrize("reference", ["7", "Oppdrag 7", "3.2.1", "12-4"])
def test_numbering_without_the_year_begins_anew_each_year(reference: str) -> None:
    """Next year's number 7 is another duty."""
    assert not names_its_year(reference)
    assert duty_id(AGENCY, 2026, reference, "a") != duty_id(AGENCY, 2027, reference, "a")


def test_naming_similar_duties_gives_different_ids() -> None:
    """2026-01 and 2026-FoU1 are different duties, and so are two agencies' 2026-01."""
    ids = {
        duty_id(AGENCY, 2026, "2026-01", "x"),
        duty_id(AGENCY, 2026, "2026-FoU1", "x"),
        duty_id("Et annet", 2026, "2026-01", "x"),
        duty_id(AGENCY, 2026, None, "2026-rapport"),
        letter_id(AGENCY, "2026-01"),
    }
    assert len(ids) == 5


def test_deriving_an_id_gives_what_it_gave_when_it_was_first_stored() -> None:
    """The root and the shapes are final: a stored id must be found again by every later version."""
    duty = duty_id("a", 2026, "2026-01", "k")
    assert str(duty) == "bec2ca04-09e8-5b14-b7a8-5ec15659c0c2"
    assert str(letter_id("a", "b")) == "c386cb14-f7c8-5910-a68d-14bb59c21b5b"
    assert str(series_id(duty, "Del 1")) == "e4347729-39d7-550b-b160-3513de8af749"
    assert str(occurrence_id(duty, dt.date(2026, 1, 5))) == "3cabf786-95ea-55c4-ae46-c9d90a65b11d"


def test_opening_a_day_again_gives_another_id() -> None:
    """A withdrawn report and the one that takes its place are two."""
    duty = duty_id("a", 2026, "2026-01", "k")
    day = dt.date(2026, 1, 5)
    assert len({occurrence_id(duty, day), occurrence_id(duty, day, 1), occurrence_id(duty, day, 2)}) == 3
