"""A line of a table that lost its ruling is divided between what and when."""

from __future__ import annotations

import pytest

from workflow.reading.columns import deadline_first, divide, is_deadline
from workflow.reading.passage import Passage


def _row(text: str) -> Passage:
    return Passage(text, ((0, 1, 0, None),))


@pytest.mark.parametrize(
    ("line", "what", "when"),
    [
        ("Rapport om bruken av midlene pé kap. 671, post 62, 71 og 73. | 01.06.2026", "73.", "01.06.2026"),
        ("Årsrapport og regnskap for 2025 15.03.2026", "for 2025", "15.03.2026"),
        ("Etatsstyringsmøte vår April 2026", "vår", "April 2026"),
        ("Utvikle en modell Del 1: 31.12.2026", "modell", "Del 1: 31.12.2026"),
        ("Innspill til nysaldering medio oktober", "nysaldering", "medio oktober"),
        ("Studie av integrering Flerarig", "integrering", "Flerarig"),
        ("Rapporten skal beskrive roller og ansvar", "ansvar", ""),
    ],
)
def test_dividing_a_row_when_the_deadline_comes_last_keeps_title_and_deadline_apart(
    line: str, what: str, when: str
) -> None:
    """The deadline's words go to the right; numbers and years of the title stay to the left."""
    left, right = divide(_row(line))

    assert left.text.endswith(what)
    assert right.text == when


def test_dividing_a_row_when_the_line_above_breaks_off_takes_the_last_word() -> None:
    """«Første mandag i / … måneden» is one deadline over two lines."""
    left, right = divide(_row("av trender og utviklingstrekk. maneden"), "Forste mandag i")

    assert (left.text, right.text) == ("av trender og utviklingstrekk.", "maneden")


@pytest.mark.parametrize(
    "text", ["Hver mandag", "Etter avtale med departementet", "Q3 2027", "2. tertial", "Del 2: 01.08.2026"]
)
def test_recognising_a_deadline_column_when_it_is_all_deadline_says_yes(text: str) -> None:
    """A cell that is nothing but a deadline is recognised in any form."""
    assert is_deadline(text)


@pytest.mark.parametrize("text", ["Årsrapport for 2026", "Oppdrag 7", "roller og ansvar", ""])
def test_recognising_a_deadline_column_when_it_is_a_title_says_no(text: str) -> None:
    """A title is no deadline, whatever numbers it holds."""
    assert not is_deadline(text)


def test_finding_the_title_when_the_day_comes_first_gives_where_it_begins() -> None:
    """«15. januar Rapport» begins with its deadline."""
    text = "15. januar Rapport om lykter"

    assert text[deadline_first(text) :] == "Rapport om lykter"
