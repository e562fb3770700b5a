"""Ids are read in the shapes the letter itself uses, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from workflow.reading import references

ALL = frozenset({"year", "coded", "slash", "named", "letters", "outline", "pair"})


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2026-02 Utrede", "2026-02"),
        ("2022- 02: Utrede", "2022-02"),
        ("2026-FoUl | Seminar", "2026-FoU1"),
        ("2026- FoU7 Studie", "2026-FoU7"),
        ("2025-FoUS Flytting", "2025-FoU5"),
        ("2023-FOU13 Monitor", "2023-FoU13"),
        ("Oppdrag nr. 7 Plan", "Oppdrag 7"),
        ("O-2026-14 Plan", "O-2026-14"),
        ("TB2026-17 Plan", "TB2026-17"),
        ("Oppdrag 26/03 Plan", "26/03"),
        ("**Oppdrag 1-2: Plan**", "1-2"),
    ],
)
def test_reading_an_id_when_written_loosely_gives_its_normal_form(written: str, normal: str) -> None:
    """Spaces, dashes and swapped letters do not make another id."""
    found = references.at_start(written, ALL)

    assert found is not None
    assert found[0].normal == normal


@pytest.mark.parametrize(
    "text", ["2024-2027 strategi", "Kap. 670 post 21", "SP 12: Bruk", "2. tertial", "31.12.2026"]
)
def test_reading_an_id_when_it_is_something_else_gives_none(text: str) -> None:
    """Periods, chapters, indicators and dates are no ids."""
    assert references.at_start(text, frozenset({"year", "coded", "slash", "named"})) is None


def test_learning_shapes_when_a_letter_repeats_them_finds_those_only() -> None:
    """A shape counts when the letter introduces it or repeats it."""
    learned = references.learn(["TB2026-1 Plan", "TB2026-2 Rapport", "Andre krav", "A4 ark"])

    assert learned == frozenset({"coded"})
