"""The parts of a proposal: one for each delivery, under names that differ."""

from __future__ import annotations

import pytest

from tests.kit.made_readings import disputed, due, proposal
from workflow.letter.parts import parts_of
from workflow.reading.model import FoundDeadline


@pytest.mark.parametrize(
    ("deadlines", "names"),
    [
        ((due("01.06.2026"),), [""]),
        ((due("01.06.2026", "Utkast"), due("01.07.2026", "Endelig")), ["Utkast", "Endelig"]),
        ((due("31. januar"), due("31. mai")), ["31. januar", "31. mai"]),
        ((due("01.08.2026", "Del 1"), due("15.12.2026", "Del 1")), ["Del 1 01.08.", "Del 1 15.12."]),
        ((due("15.01.2026"), due("15.01.2027")), ["15.01.2026", "15.01.2027"]),
        ((due("01.06.2026"), due("01.06.2026")), ["01.06.2026"]),
        ((due("straks"), due("15.03.2026")), ["", "straks"]),
        ((due("April", disputed=True), due("Mai", disputed=True)), [""]),
        ((due("April"), due("Mai", disputed=True), due("Juni", disputed=True)), ["", "Mai"]),
    ],
)
def test_naming_the_parts_keeps_deliveries_apart_and_disputes_together(
    deadlines: tuple[FoundDeadline, ...], names: list[str]
) -> None:
    """Several undisputed days are several deliveries; several disputed ones are one in doubt."""
    assert [part.name for part in parts_of(proposal("2026-01", *deadlines))] == names


def test_choosing_among_disputed_words_knows_each_by_words_and_by_day() -> None:
    """A person may say it as the letter does, or as an exact day."""
    (part,) = parts_of(disputed())
    first, second = part.choices
    assert part.needs_choice
    assert first.is_meant_by(" 01.10.2026 ")
    assert first.is_meant_by("2026-10-01")
    assert not second.is_meant_by("01.10.2026")


def test_choosing_among_readings_of_the_same_words_shows_their_days() -> None:
    """Words with two readings are told apart by what they mean, and each is explained alone."""
    (part,) = parts_of(proposal("2026-01", due("våren 2027")))
    assert len({choice.label for choice in part.choices}) == len(part.choices) == 2
    for choice in part.choices:
        assert choice.deadline.text == "våren 2027"
        assert choice.deadline.working_date is not None
        assert not choice.deadline.alternatives


@pytest.mark.parametrize("words", ["01.03.2027–31.05.2027", "01.03.2027/31.05.2027", "2027-03-01/2027-05-31"])
def test_choosing_between_two_readings_of_the_same_words_knows_each_by_its_days(words: str) -> None:
    """«Våren 2027» is shown and chosen by its days, written as Norwegians do or exactly."""
    (part,) = parts_of(proposal("2026-01", due("Våren 2027")))
    meant = [choice for choice in part.choices if choice.is_meant_by(words)]
    assert [choice.label for choice in meant] == ["Våren 2027 (01.03.2027–31.05.2027)"]
