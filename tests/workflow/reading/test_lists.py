"""Deadlines that stand before, beside or under what they are for, where no table says which is which."""

from __future__ import annotations

from workflow.reading.documents.door import text_of
from workflow.reading.model import Reading
from workflow.reading.reader import read_letter


def read(text: str) -> Reading:
    """Read a plain text for 2027."""
    return read_letter(text_of("brev.txt", text.encode()), 2027)


def due(reading: Reading) -> list[tuple[str, list[str]]]:
    """Each duty's title with the words of its deadlines."""
    return [(one.title, [found.deadline.text for found in one.deadlines]) for one in reading.proposals]


def test_reading_a_deadline_over_a_list_when_it_ends_in_a_colon_holds_for_every_point() -> None:
    """The points below take the deadline; the point above does not."""
    text = (
        "Rapportering\n\nFrist 15. januar 2027:\n\n • bemanning\n • takhøyder\n\n"
        "Frist 1. mai 2027:\n\n • regnskap\n"
    )

    assert due(read(text)) == [
        ("bemanning", ["15. januar 2027"]),
        ("takhøyder", ["15. januar 2027"]),
        ("regnskap", ["1. mai 2027"]),
    ]


def test_reading_days_alone_over_texts_belongs_to_the_text_below() -> None:
    """Day and text by turns, day first."""
    text = "Frister\n\n20. januar 2027\n\nRegnskap for taubanene\n\n1. mars 2027\n\nPlan for nye taubaner\n"

    assert due(read(text)) == [
        ("Regnskap for taubanene", ["20. januar 2027"]),
        ("Plan for nye taubaner", ["1. mars 2027"]),
    ]


def test_reading_several_labels_on_one_line_gives_each_its_day() -> None:
    """«A: 1/6   B: 1/10» are two reports."""
    text = "Rapportering\n\nVårrapport: 1/6     Høstrapport: 1/10\n"

    assert due(read(text)) == [("Vårrapport", ["1/6"]), ("Høstrapport", ["1/10"])]


def test_reading_milestones_under_a_heading_are_stages_of_one_duty() -> None:
    """The start is no deadline, the milestones and the end are; whoever is named leads."""
    text = (
        "II. Prosjekter\n\nA. Sikrere kabelfester\n   Oppstart: 1. februar 2027\n   Milepæler:\n"
        "     - Skisse klar 1. mai 2027\n   Ferdigstilles: 1. september 2027\n   Ansvarlig: Fjellbanene\n"
    )
    reading = read(text)

    assert due(reading) == [("Sikrere kabelfester", ["1. mai 2027", "1. september 2027"])]
    assert reading.proposals[0].led_by == "Fjellbanene"
    assert [(one.text, one.reason) for one in reading.unplaced] == [("1. februar 2027", "period")]


def test_reading_rows_without_a_day_under_a_day_are_due_the_same_day() -> None:
    """A last column with few values shows that a line is a row of its own."""
    text = (
        "Rapporteringsfrist Tabell Periode\n15. mars Passasjerer Forrige høst\nStolheiser Forrige høst\n"
        "Gondoler Gjeldende vår\n15. august Passasjerer Gjeldende vår\n"
    )

    assert [words for _, words in due(read(text))] == [*[["15. mars"]] * 3, ["15. august"]]


def test_reading_a_span_of_data_after_a_day_claims_only_the_day() -> None:
    """«1.1. - 31.12.» is what the report is about."""
    text = (
        "Rapporteringsfrist Rapporteringsperiode Beskrivelse\nJanuar 4. 1.1. - 31.12.2026 Årsrapport\n"
        "Februar 2. 1.1. - 31.01.2027 Månedsrapport\n"
    )

    assert [words for _, words in due(read(text))] == [["Januar 4."], ["Februar 2."]]


def test_reading_points_that_run_in_one_paragraph_keeps_them_apart() -> None:
    """«1. A … 2. B …» are two duties, each with the name it begins with."""
    text = (
        "Rådet skal i 2027:\n\n1. Skiltplan. Lage en skiltplan innen 1. mars 2027. "
        "2. Kart. Kartet skal foreligge 1. juni 2027.\n"
    )

    assert due(read(text)) == [("Skiltplan", ["innen 1. mars 2027"]), ("Kart", ["1. juni 2027"])]
