"""Words that look like a deadline and are none are found with the reason."""

import pytest

from calendars.catalogue import all_readers
from tests.calendars.phrasebook import in_prose

SENTENCES = [
    ("figure_day", "Regnskap per 31. august rapporteres.", "per 31. august"),
    ("figure_day", "Tall pr. 30.06 og pr. 31.12 legges ved.", "pr. 30.06 og pr. 31.12"),
    ("figure_day", "Tallene gjelder 2. tertial (31.08).", "(31.08)"),
    ("figure_period", "Avlagte grader foregående høst (1.7-31.12).", "(1.7-31.12)"),
    ("in_force", "Endringene trer i kraft 1. januar 2026.", "trer i kraft 1. januar 2026"),
    ("in_force", "Instruksen gjelder fra og med 1. juli 2026.", "gjelder fra og med 1. juli 2026"),
    ("in_force", "Lova tek til å gjelde, med verknad frå 1. juli 2026.", "med verknad frå 1. juli 2026"),
    (
        "decided_on",
        "På bakgrunn av budsjettvedtak 16.12.2025 stilles midler til disposisjon.",
        "budsjettvedtak 16.12.2025",
    ),
    ("decided_on", "Det vises til departementets brev av 3. mars 2025.", "brev av 3. mars 2025"),
    ("decided_on", "Brevet, datert 01.01.2025, gjelder ikke.", "datert 01.01.2025"),
    ("decided_on", "jf. kgl.res. 20. januar 2012", "kgl.res. 20. januar 2012"),
    ("law_paragraph", "jf. forskrift 13. juni 1996 nr. 592", "13. juni 1996 nr. 592"),
    ("past", "Det vises til stormøtet 16. oktober 2025, der det ble varslet.", "16. oktober 2025"),
    ("law_paragraph", "jf. lov 12. desember 2003 nr. 116", "12. desember 2003 nr. 116"),
    ("document_number", "jf. Prop. 1 S (2025–2026)", "Prop. 1 S (2025–2026)"),
    ("document_number", "jf. Meld. St. 17 (2023-2024)", "Meld. St. 17 (2023-2024)"),
    ("document_number", "jf. Innst. 16 S (2025 — 2026)", "Innst. 16 S (2025 — 2026)"),
    ("document_number", "jf. NOU 2024: 3", "NOU 2024: 3"),
    ("case_number", "Vår ref. er 22/8848-7.", "22/8848-7"),
    ("circular", "jf. rundskriv R-110/2025", "R-110/2025"),
    ("policy_target", "Målet skal være nådd innen 2035.", "innen 2035"),
    ("policy_target", "Behovet fram til 2030 er stort.", "fram til 2030"),
    ("past", "Oppdraget hadde frist 31.12.2025.", "hadde frist 31.12.2025"),
    ("past", "Planen ble lansert 26. mai 2025.", "ble lansert 26. mai 2025"),
    ("span_of_years", "handlingsplanen mot vold (2024—2028)", "(2024—2028)"),
    ("placeholder", "Oversikten er oppdatert (dato).", "(dato)"),
    ("placeholder", "Frist: xx.xx.2026", "xx.xx.2026"),
    ("placeholder", "Frist: DD.MM.ÅÅÅÅ", "DD.MM.ÅÅÅÅ"),
]


@pytest.mark.parametrize(("reason", "sentence", "words"), SENTENCES)
def test_finding_what_is_no_deadline_gives_the_reason(reason: str, sentence: str, words: str) -> None:
    """It is accounted for, and never becomes a deadline."""
    assert f"{reason}: {words}" in in_prose(sentence)
    assert len(in_prose(sentence)) == 1


def test_every_kind_of_words_that_are_no_deadline_is_tried_here() -> None:
    """A new kind of no deadline gets its sentence in this table."""
    kinds = {
        name for name, form in all_readers().items() if form.__name__.startswith("calendars.no_deadlines")
    }  # type: ignore[attr-defined] # a module
    assert kinds == {reason for reason, _, _ in SENTENCES}


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktoratet skal ivareta sitt ansvar.",
        "Mål 1: Flere deltar",
        "1.6.1 og 2.3.3",
        "NIR 1.0",
        "kap. 671, post 62, 71 og 73",
    ],
)
def test_finding_in_text_without_dates_gives_nothing(sentence: str) -> None:
    """Numbers and prose without any date stay out."""
    assert in_prose(sentence) == []
