"""The phrases of a real allocation letter of 2026 and an instruction of 2024, scanned as they were."""

import pytest

from calendars.deadline import Deadline, Form
from calendars.language import Context, find


def said(deadline: Deadline) -> str:
    """Put a reading in one line."""
    match deadline.form:
        case Form.DATE:
            return "impossible" if deadline.impossible else str(deadline.day)
        case Form.WINDOW:
            return f"{deadline.earliest}..{deadline.latest}"
        case Form.RRULE:
            since = f" from {deadline.first}" if deadline.first else ""
            return str(deadline.rrule) + since + (f" to {deadline.until}" if deadline.until else "")
        case Form.RELATIVE:
            return f"{deadline.pattern} {deadline.offset or ''} {deadline.anchor}".replace("  ", " ")
        case Form.OPEN:
            return deadline.pattern + (f" {deadline.offset}" if deadline.offset else "")


CELLS = [
    ("Hver mandag", ["FREQ=WEEKLY;BYDAY=MO"]),
    ("Maénedlig", ["FREQ=MONTHLY"]),
    ("1. dag i méneden", ["FREQ=MONTHLY;BYMONTHDAY=1"]),
    ("Forste mandag i\n\nmaneden", ["FREQ=MONTHLY;BYDAY=1MO"]),
    ("Eget lop til hver\nbudsjettrunde.", ["own_round hver budsjettrunde"]),
    ("Januar", ["2026-01-01..2026-01-31"]),
    ("Mars", ["2026-03-01..2026-03-31"]),
    ("Juni", ["2026-06-01..2026-06-30"]),
    ("Oktober", ["2026-10-01..2026-10-31"]),
    ("31.januar, 31.mai\n\n30.september", ["2026-01-31", "2026-05-31", "2026-09-30"]),
    ("15.01.2026\n(til og med 2026)", ["2026-01-15"]),
    (
        "Forelgpige resultater: mai\n\nEndelig rapport: august",
        ["Forelgpige resultater: 2026-05-01..2026-05-31", "Endelig rapport: 2026-08-01..2026-08-31"],
    ),
    (
        "Forelgpige tall: ultimo mai\n\nEndelig prognose: primo\n\nseptember",
        ["Forelgpige tall: 2026-05-21..2026-05-31", "Endelig prognose: 2026-09-01..2026-09-10"],
    ),
    (
        "20.06.2026\n\n(til og med 2027)",
        ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20 from 2026-06-20 to 2027-12-31"],
    ),
    (
        "01.08.2026\n\n15.12.2026\n\n(til og med 2027)",
        [
            "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1 from 2026-08-01 to 2027-12-31",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 from 2026-12-15 to 2027-12-31",
        ],
    ),
    (
        "Utkast til rapport: 1.10.2026\nEndelig rapport 15.11.2026",
        ["Utkast til rapport: 2026-10-01", "Endelig rapport: 2026-11-15"],
    ),
    ("April\nSeptember", ["2026-04-01..2026-04-30", "2026-09-01..2026-09-30"]),
    ("Leveres i forkant av etatsstyringsmeter", ["before_event etatsstyringsmeter"]),
    ("Medio oktober", ["2026-10-11..2026-10-20"]),
    ("Flerarig", ["multi_year"]),
    ("Del 1: 31.12.2026\nDel 2: 01.08.2026", ["Del 1: 2026-12-31", "Del 2: 2026-08-01"]),
    ("31.12.2026\n\nTiltak 62: 01.10.2026", ["2026-12-31", "Tiltak 62: 2026-10-01"]),
    ("Forste seminar innen\n\nmars 2026", ["Forste seminar: 2026-03-31"]),
    (
        "Resultatnotat med frist\n1.4.2027, deretter arlig.\nSluttraport 1. 6.2030",
        [
            "Resultatnotat: FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1 from 2027-04-01 to 2030-06-01",
            "Sluttraport: 2030-06-01",
        ],
    ),
    ("Varen 2027", ["2027-01-01..2027-06-30"]),
    ("Frist 15.09.2026 og\n\nderetter arlig", ["FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15 from 2026-09-15"]),
    (
        "Forelopige funn leveres\n15.09.2026\n\nEndelig frist er\n15.12.2026 og deretter\narlig.",
        ["Forelopige funn: 2026-09-15", "Endelig: FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 from 2026-12-15"],
    ),
    ("Del 3: Etter avtale med departementet", ["Del 3: agreed"]),
    ("Straks", ["at_once"]),
    ("31.12. 2026", ["2026-12-31"]),
    ("Del 1: Utredning: 01.10.2026", ["Del 1: Utredning: 2026-10-01"]),
]

PROSE = [
    ("skal innen utgangen av 2026 utrede mulighetene", ["2026-12-31"]),
    ("sendes departementet senest\n\ninnen utgangen av &ret.", ["2026-12-31"]),
    ("regelmessig — og minst hvert fjerde ar — vurdere behovet", ["at_least P4Y"]),
    ("gkonomirapportering per 31. august og prognoser", ["figure_day"]),
    ("vil i eget brev komme tilbake til frister for oversendelse", ["by_letter"]),
    ("Hyppighet avtales lopende med departementet.", ["agreed"]),
    ("avklares i god tid, normalt minst en uke for\n\nmaotet.", ["before_event -P1W maotet"]),
    ("Brevet skal oversendes AID innen\n\nutgangen av mai.", ["2026-05-31"]),
    ("orientere minst 14 dager i forkant ved publiseringer.", ["before_event -P14D publiseringer"]),
    ("besvares uten ugrunnet opphold og innen rimelig tid, avhengig av saken", ["at_once"]),
    ("Arbeidet gjelder barn og unge innen 2035.", ["policy_target"]),
    ("to ganger årlig, per 30.06 og per 31.12", ["figure_day"]),
    ("skal utarbeide en manedlig analyse av arbeidet", ["FREQ=MONTHLY"]),
    (
        "innen 1.10.2026, mens endelig rapport har frist 15.11.2026.",
        ["2026-10-01", "Endelig rapport: 2026-11-15"],
    ),
    ("Oversikten er oppdatert (dato) og tar ikke hensyn", ["placeholder"]),
    ("jf. Prop 1 S (2025-2026) og Innst. 16 S (2025-\n2026)", ["document_number", "document_number"]),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_reading_a_cell_of_the_letter_gives_every_deadline_in_it(text: str, expected: list[str]) -> None:
    """Damage, line breaks and several deadlines in one cell are all read."""
    found = find(text, Context(2026, column="Frist", cell=True))
    assert [
        (f"{one.label}: " if one.label else "") + said(one.deadline) for one in found if one.deadline
    ] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_reading_a_sentence_of_the_letter_gives_deadlines_and_reasons(text: str, expected: list[str]) -> None:
    """In running text each phrase is a deadline or has its reason."""
    found = find(text, Context(2026))
    assert [
        one.reason or (f"{one.label}: " if one.label else "") + said(one.deadline)
        for one in found
        if one.deadline or one.reason
    ] == expected
