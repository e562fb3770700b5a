"""Titles are mended where a damaged word can only be one, and left alone elsewhere."""

from __future__ import annotations

import pytest

from tests.workflow.reading.letters import read
from workflow.reading.repair import mended


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Arsrapport og regnskap", "Årsrapport og regnskap"),
        ("Halvarsrapport", "Halvårsrapport"),
        ("Oppfelging av plan", "Oppfølging av plan"),
        ("Manedlige statusmoter", "Månedlige statusmøter"),
        ("tiltak for & fa flere i arbeid", "tiltak for å få flere i arbeid"),
        ("Tolkemonitor SPRAK", "Tolkemonitor SPRÅK"),
    ],
)
def test_mending_a_title_when_the_word_is_known_gives_its_letters_back(damaged: str, whole: str) -> None:
    """What the scanner made of å, ø and æ is undone."""
    assert mended(damaged) == whole


@pytest.mark.parametrize(
    "title",
    ["Mot rasisme og diskriminering", "Etterlevelse av loven", "Kjennskap og ansvarlig", "Om dekningsgrad"],
)
def test_mending_a_title_when_the_word_is_whole_leaves_it(title: str) -> None:
    """A word that only resembles a damaged one stays."""
    assert mended(title) == title


def test_reading_a_damaged_letter_when_titles_are_mended_keeps_the_raw_words() -> None:
    """The title is mended, and the letter's own words stand beside it."""
    (found,) = read("2027-01 Oppfelging av planen for omrader i nord 15.10.2027\n").proposals

    assert (found.title, found.raw_title) == (
        "Oppfølging av planen for områder i nord",
        "Oppfelging av planen for omrader i nord",
    )
