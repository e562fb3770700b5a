from __future__ import annotations

import datetime as dt
from uuid import UUID

from events.vocabulary import year as told
from tests.kit.happened import LETTER, Past
from tests.kit.reported import history_of, order, paragraphs, report_of, rows, section
from workflow.reporting.building.order import Demanded
from workflow.reporting.building.report import build
from workflow.reporting.model import Paragraph, ReportKind

DEMANDS = (
    Demanded(LETTER, "d1", "Antall nytilsatte skal stå i årsrapporten", 556, 14),
    Demanded(LETTER, "d2", "Bruken av konsulenter skal omtales", 566),
    Demanded(LETTER, "d3", "Status skal gis i halvårsrapporten", 644, report=ReportKind.HALF_YEAR),
)


def _year() -> Past:
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15")
    return past.happens(told.YearOpened, "year", originator_topic="year", agency="direktorat", year=2026)


def _typed(past: Past, text: str, place: str = "goal-1", report: str = "year") -> Past:
    return past.happens(told.YearTextWritten, "year", report=report, place=place, text=text)


def test_typing_a_text_puts_it_in_its_place_marked_with_the_name() -> None:
    """What a person wrote stands in its section, each paragraph marked, and nowhere else."""
    report = report_of(_typed(_year(), "God måloppnåelse.\n\nVi lærte mye."))
    typed = [each for each in section(report, "goal-1").blocks if isinstance(each, Paragraph) and each.typed]
    assert [(each.text, each.by) for each in typed] == [
        ("God måloppnåelse.", "Siv Controller"),
        ("Vi lærte mye.", "Siv Controller"),
    ]
    assert sum(each.typed for each in paragraphs(report)) == 2
    assert not any(each.typed for each in paragraphs(report_of(_typed(_year(), "x"), ReportKind.HALF_YEAR)))


def test_typing_an_empty_text_takes_the_earlier_one_away() -> None:
    """The latest text counts, and an empty one is none."""
    report = report_of(_typed(_typed(_year(), "Feil."), ""))
    assert not any(each.typed for each in paragraphs(report))


def test_reporting_what_an_erased_person_typed_names_nobody() -> None:
    """Who was erased is nobody in particular, in the language of the report."""
    history = history_of(_typed(_year(), "God måloppnåelse."), erased=frozenset({"p-controller"}))
    by = [each.by for each in paragraphs(build(order(language="nn"), history)) if each.typed]
    assert by == ["sletta person"]


def test_listing_demands_says_which_are_ticked_and_where() -> None:
    """The checklist has the demands on this report, in the letter's words, each met or not."""
    past = _year().happens(told.DemandTicked, "year", letter=LETTER, demand="d1", where="Del III, side 12")
    past.happens(told.DemandTicked, "year", letter=LETTER, demand="d2", where="Del IV")
    past.happens(told.DemandUnticked, "year", letter=LETTER, demand="d2", reason="Mangler tall")
    place = "Tildelingsbrev 2026 av 18.12.2025"
    report = report_of(past, demands=DEMANDS)
    assert rows(report, "demands") == [
        [DEMANDS[0].words, f"{place}, s. 14, linje 556", "ja", "Del III, side 12"],
        [DEMANDS[1].words, f"{place}, linje 566", "nei", ""],
    ]
    assert not any(each.key == "demands" for each in report_of(past).sections)


def test_reporting_a_closed_year_says_when_and_under_which_checkpoint() -> None:
    """The front tells that the year is closed, until it is reopened."""
    closing = {"closed_on": dt.date(2027, 1, 14), "checkpoint": "ab" * 32, "carried": (UUID(int=1),)}
    past = _year().happens(told.YearClosed, "year", **closing)
    assert dict(report_of(past).facts)["Kontrollpunkt"] == "ab" * 32
    assert dict(report_of(past).facts)["Året ble avsluttet"] == "14.01.2027"
    reopened = past.happens(told.YearReopened, "year", reason="Feil tall")
    assert "Kontrollpunkt" not in dict(report_of(reopened).facts)
