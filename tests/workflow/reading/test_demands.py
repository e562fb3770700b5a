"""What letters demand of the content of reports, found in made-up sentences and in the real letter."""

from __future__ import annotations

import pytest

from tests.workflow.reading.letters import shared
from workflow.reading.demands import Demand, DemandedOf, demands
from workflow.reading.documents.door import text_of

YEAR, HALF_YEAR = DemandedOf.YEAR, DemandedOf.HALF_YEAR
REAL = {
    YEAR: "489 556 558 566 568 572 614 616 617 619 628 630 633 636 638 642 662 664 1691 1692 1695 1696 1697 "
    "1698 1702 1754 1791",
    HALF_YEAR: "645 647 649 651 1707 1709 1711 1713 1714 1718 1720",
}
"""By hand: the lines of the real letter on which a demand on one of the two reports begins."""


def found(letter: str) -> list[Demand]:
    """Read a letter written in a test."""
    return list(demands(text_of("brev.md", letter.encode())))


@pytest.mark.parametrize(
    ("sentence", "report"),
    [
        ("Tilsynet skal i årsrapporten gjøre rede for bemanningen og omtale lærlingene.", YEAR),
        ("Direktoratet må omtale likestillingsarbeidet i årsrapporten.", YEAR),
        ("Vi ber om at halvårsrapporten inneholder en vurdering av risiko.", HALF_YEAR),
        ("Tilsynet skal i årsrapporten gjere greie for bemanninga.", YEAR),
        ("Etaten skal rapportere om lerlinger i arsrapporten.", YEAR),
        ("Planen skal omtales i &rsrapporten.", YEAR),
    ],
)
def test_reading_a_sentence_that_obliges_and_names_the_report_finds_a_demand(
    sentence: str, report: DemandedOf
) -> None:
    """Bokmål, nynorsk and what a scanner leaves of them."""
    (one,) = found(sentence)
    assert (one.report, one.words, one.line) == (report, sentence, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kopi av årsrapporten skal sendes til Riksrevisjonen.",
        "Årsrapporten skal sendes departementet innen 15. mars.",
        "Halvårsrapporten leveres i august.",
        "Det skal rapporteres om risiko i forbindelse med årsrapport og halvårsrapport.",
        "Tilsynet skal lese kommunenes årsrapporter og vurdere dem.",
        "Etatsstyringsmøtet vil ta utgangspunkt i årsrapporten, og skal holdes i april.",
        "Departementet viser til omtalen i årsrapporten.",
    ],
)
def test_reading_about_sending_or_others_reports_finds_no_demand(sentence: str) -> None:
    """When and to whom, what others report, and what is told beside a report is no content of it."""
    assert found(sentence) == []


def test_reading_a_chapter_about_a_report_takes_each_obliging_sentence() -> None:
    """Under its heading the report need not be named again; the next chapter is about something else."""
    letter = (
        "## 9.1 Halvårsrapport\n\nStatus for målene skal beskrives. Rapporten er viktig.\n\n"
        "## 9.2 Økonomi\n\nRegnskapet skal beskrives.\n"
    )
    assert [(one.report, one.line) for one in found(letter)] == [(HALF_YEAR, 3)]


def test_reading_a_sentence_that_goes_on_from_a_demand_takes_it_too() -> None:
    """«Skal også omtale …» is about the same report; a new thought is not."""
    letter = (
        "Tilsynet skal i årsrapporten oppgi antall ansatte. Tilsynet skal også omtale utviklingen. "
        "Tilsynet skal kjøpe båter."
    )
    assert [one.words for one in found(letter)] == [
        "Tilsynet skal i årsrapporten oppgi antall ansatte.",
        "Tilsynet skal også omtale utviklingen.",
    ]


def test_reading_a_list_that_a_demand_opens_takes_each_point() -> None:
    """The points need no verb of their own."""
    letter = "Vi ber om at årsrapporten inneholder:\n\n- en oversikt over klager\n- en vurdering av risiko\n"
    assert [one.line for one in found(letter)] == [1, 3, 4]


def test_reading_a_demand_on_another_years_report_says_which_year() -> None:
    """A letter for 2027 may still demand something of the report for 2026."""
    (one,) = found("Tilsynet skal i årsrapporten for 2026 omtale klagene.")
    assert one.year == 2026


def test_reading_again_with_other_lines_around_gives_the_same_key() -> None:
    """The key follows from the words, so that what is ticked stays ticked."""
    sentence = "Tilsynet skal i årsrapporten omtale klagene."
    (one,), (again,) = found(sentence), found(f"# Brev\n\nNoe annet.\n\n{sentence}")
    assert (one.key, one.line) == (again.key, 1)
    assert again.line == 5


def test_reading_the_real_letter_finds_what_was_found_by_hand() -> None:
    """Every demand on the annual and the half-year report of the 2026 letter, and nothing else."""
    content = shared("letters/imdi-tildelingsbrev-2026.txt")
    lines: dict[DemandedOf, list[int]] = {YEAR: [], HALF_YEAR: []}
    for one in demands(text_of("brev.txt", content)):
        lines[one.report].append(one.line)
    assert {report: " ".join(map(str, each)) for report, each in lines.items()} == REAL
