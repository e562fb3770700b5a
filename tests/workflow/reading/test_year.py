"""The year a letter is for is given, or stands in the letter, or is asked for."""

from __future__ import annotations

import pytest

from tests.workflow.reading.letters import read
from workflow.reading.year import YearUnknown


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Tildelingsbrev 2027\nOslo, 18. desember 2026\n", 2027),
        ("Statsbudsjettet 2028 – tildelingsbrev\n", 2028),
        ("Planen for 2027. Regnskapet for 2027 og rapporten for 2026.\n", 2027),
        ("Dato: 20. desember 2026\nBrev om havner.\n", 2027),
    ],
)
def test_inferring_the_year_when_the_letter_says_it_finds_it(text: str, year: int) -> None:
    """The title goes before the text, and the text before the letter's date."""
    assert read(text, None).source.year == year


def test_inferring_the_year_when_nothing_says_it_asks_for_it() -> None:
    """A letter without a year is refused, with the way out."""
    with pytest.raises(YearUnknown) as refused:
        read("Årsrapporten leveres 15. mars.\n", None)

    assert "--year" in str(refused.value)


def test_reading_when_the_year_is_given_uses_it() -> None:
    """The year that is asked for goes before the one in the letter."""
    assert read("Tildelingsbrev 2027\nÅrsrapporten sendes innen 15. mars.\n", 2030).source.year == 2030
