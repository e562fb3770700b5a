"""The shapes in which letters give their deadlines, one small letter each."""

from __future__ import annotations

from tests.workflow.reading.letters import codes, days, duty, read


def test_reading_a_description_when_a_page_break_comes_before_the_deadline_keeps_them_together() -> None:
    """The deadline on the next page belongs to the assignment it was written for."""
    text = "Oppdrag 2027-1 Ny plan\n\nDirektoratet skal lage en plan.\n\nSide 2 av 4\n\nFrist: 1. juni 2027\n"

    found = read(text)

    assert days(duty(found, "2027-1")) == [("", "2027-06-01")]


def test_reading_a_table_when_the_deadline_column_is_first_and_empty_inherits_from_above() -> None:
    """An empty first cell means the deadline of the row above."""
    text = "| Frist | Rapport |\n|---|---|\n| 15. mars | Søknader |\n| | Eksamen |\n| 1. juni | Regnskap |\n"

    found = {p.title: days(p) for p in read(text, name="brev.md").proposals}

    assert found == {
        "Søknader": [("", "2027-03-15")],
        "Eksamen": [("", "2027-03-15")],
        "Regnskap": [("", "2027-06-01")],
    }


def test_reading_a_table_when_months_stand_above_the_days_puts_them_together() -> None:
    """«15.» under March is 15 March, in the letter's own words."""
    text = "# Styringskalender\n\n| Dato | Hva |\n|---|---|\n| Mars | |\n| 15. | Årsrapport |\n"

    (found,) = read(text, name="brev.md").proposals

    assert days(found) == [("", "2027-03-15")]
    assert found.deadlines[0].deadline.text == "15."


def test_reading_a_table_when_months_are_its_columns_gives_one_deadline_per_filled_cell() -> None:
    """A matrix of months holds days in its cells."""
    text = "| Rapport | Januar | Mai | September |\n|---|---|---|---|\n| Tertialrapport | | 20. | 20. |\n"

    found = read(text, name="brev.md").proposals

    assert sorted(stated for p in found for _, stated in days(p)) == ["2027-05-20", "2027-09-20"]


def test_reading_two_places_when_they_disagree_shows_both_and_chooses_neither() -> None:
    """Two days for one assignment are both kept, both disputed, with one doubt and both quotes."""
    text = (
        "Oppdrag 2027-1 Ny plan\n\nDirektoratet skal lage en plan.\n\nFrist: 1. juni 2027\n\n"
        "Vedlegg Rapporteringskalender\n\nOppdrag Frist\n2027-1: Ny plan 15.06.2027\n"
    )

    found = duty(read(text), "2027-1")

    assert days(found) == [("", "2027-06-01"), ("", "2027-06-15")]
    assert all(one.disputed for one in found.deadlines)
    assert codes(found) == {"dates_disagree"}
    assert [place.line for place in found.doubts[0].places] == [5, 10]


def test_reading_an_impossible_day_when_printed_shows_it_and_asks() -> None:
    """A 31st of June is never corrected and never dropped."""
    text = "Oppdrag 2027-1 Ny plan\n\nDirektoratet skal lage en plan.\n\nFrist: 31.06.2027\n"

    found = duty(read(text), "2027-1")

    assert found.deadlines[0].deadline.impossible
    assert codes(found) == {"impossible_date"}


def test_reading_similar_ids_when_the_duties_differ_keeps_them_apart() -> None:
    """2027-01 and 2027-FoU1 are two assignments."""
    text = "2027-01 Utrede nye tiltak for havner 15.10.2027\n2027-FoU1 Seminar om fyrlykter 31.03.2027\n"

    found = read(text)

    assert days(duty(found, "2027-01")) == [("", "2027-10-15")]
    assert days(duty(found, "2027-FoU1")) == [("", "2027-03-31")]


def test_reading_a_moved_deadline_when_both_days_are_named_takes_the_new_one() -> None:
    """The old day is accounted for and is no deadline."""
    found = read("Oppdrag 2027-1 Ny plan\n\nFristen flyttes fra 1. mai 2027 til 1. juni 2027.\n")

    assert days(duty(found, "2027-1")) == [("", "2027-06-01")]
    assert [one.reason for one in found.unplaced] == ["moved_from"]


def test_reading_one_sentence_when_it_names_two_reports_gives_two_duties() -> None:
    """Each report of a sentence has its own deadline."""
    text = "Vi ber om årsrapporten innen 15. mars 2027, og halvårsrapporten innen 31. august 2027.\n"

    found = read(text).proposals

    assert sorted(stated for p in found for _, stated in days(p)) == ["2027-03-15", "2027-08-31"]


def test_reading_a_sentence_when_others_deliver_leaves_their_deadline_unplaced() -> None:
    """What is sent to the one the letter is for is not that one's duty."""
    text = (
        "Tildelingsbrev 2027 til Lykttilsynet\n\nLykttilsynet skal lage en plan innen 1. juni 2027.\n"
        "Havneforbundet leverer sine tall til Lykttilsynet innen 1. mars 2027.\n"
    )

    found = read(text)

    assert [stated for p in found.proposals for _, stated in days(p)] == ["2027-06-01"]
    assert [(one.text, one.reason) for one in found.unplaced] == [("innen 1. mars 2027", "owed_by_others")]


def test_reading_the_same_text_when_repeated_gives_the_same_reading() -> None:
    """A reading holds nothing of chance or of the clock."""
    text = "2027-01 Utrede nye tiltak for havner 15.10.2027\nÅrsrapporten skal sendes innen 15. mars 2027.\n"

    assert read(text) == read(text)


def test_reading_a_letter_when_no_duty_stands_there_claims_none() -> None:
    """Dates of decisions and rules are accounted for, and no duty is made of them."""
    text = "Vi viser til Stortingets vedtak 15. desember 2026. Loven trer i kraft 1. juli 2027.\n"

    found = read(text)

    assert found.proposals == ()
    assert found.phrases == len(found.unplaced) == 2
