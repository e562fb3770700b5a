"""Folding a text for matching, with the way back to the original."""

import pytest

from calendars.language import Context, find
from calendars.repair import damaged, fold, number


@pytest.mark.parametrize("text", ["Frist 1. mai", "FRIST – 1. MAI\u00a02026", "«Våren» 2027", "", "Å\tØ  Æ"])
def test_folding_an_ordinary_text_keeps_every_character_in_place(text: str) -> None:
    """Nothing moves, so spans are the same in both."""
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert folded.original(0, len(text) or 1) == (0, len(text) or 1)


def test_folding_a_word_cut_over_two_lines_joins_it_and_remembers_where_it_stood() -> None:
    """The span covers the whole cut word in the original."""
    text = "Leveres innen 1. septem-\nber 2026 til oss"
    (found,) = find(text, Context(2026))
    assert text[found.start : found.end] == "innen 1. septem-\nber 2026"
    assert found.deadline is not None
    assert str(found.deadline.day) == "2026-09-01"


def test_folding_keeps_the_hyphen_of_a_joined_list() -> None:
    """«mål- og resultatstyring» over two lines is two words, not one."""
    assert fold("mål-\nog resultat").text == "mål-\nog resultat"


def test_folding_a_letter_written_in_two_signs_makes_it_one() -> None:
    """a + combining ring is å, and spans still point into the original."""
    text = "Frist: ma\u030aned, 15. mars 2026"
    found = find(text, Context(2026))
    assert [text[one.start : one.end] for one in found] == ["15. mars 2026"]


def test_finding_across_the_gap_between_two_columns_never_joins_them() -> None:
    """A day in one column and a year in the next are no date together."""
    found = find("31.12      2026-05 Oppfølging", Context(2026, cell=True))
    assert [one.end for one in found] == [5]


@pytest.mark.parametrize(
    ("digits", "value"), [("l5", 15), ("3l", 31), ("O1", 1), ("1O", 10), ("I2", 12), ("31", 31)]
)
def test_reading_damaged_digits_gives_the_number(digits: str, value: int) -> None:
    """l, I and O stand for 1 and 0."""
    assert number(digits.lower()) == value


def test_damaging_a_pattern_leaves_its_character_classes_alone() -> None:
    """Only letters outside [ ] get their scanned forms."""
    assert damaged("[a-zæøå]") == "[a-zæøå]"
    assert damaged("år") != "år"
