from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.kit.command_line import CONTROLLER, CommandLine


def test_importing_people_twice_changes_nothing(fristvakt: CommandLine) -> None:
    """Who is known by e-mail is the same person, with the same id."""
    fristvakt.with_people()
    before = fristvakt.done("people", "list", "--format", "json").json
    again = fristvakt.done("people", "import", fristvakt.home / "people.csv", "--format", "json").json
    assert again == {"people": 0, "units": 0, "absences": 0}
    assert fristvakt.done("people", "list", "--format", "json").json == before


def test_importing_a_wrong_row_imports_nothing_and_names_the_row(fristvakt: CommandLine) -> None:
    """All rows or none, and every error at once."""
    file = fristvakt.home / "people.csv"
    file.write_text("name,email\nKari,kari@prove.example\n,ola\n", encoding="utf-8")
    sentence = fristvakt.refused("people", "import", file)
    assert "3" in sentence
    assert fristvakt.done("people", "list", "--format", "json").json == {"people": [], "units": []}


def test_listing_an_empty_directory_says_how_to_fill_it(fristvakt: CommandLine) -> None:
    """A first look at an empty installation leads on."""
    assert "people import" in fristvakt.done("people", "list").out


def test_listing_people_shows_unit_manager_and_role(fristvakt: CommandLine) -> None:
    """Names with Norwegian letters stand as they are written."""
    printed = fristvakt.with_people().done("people", "list").out
    row = next(line for line in printed.splitlines() if "Åse Øvrebø" in line)
    assert "Analyse" in row
    assert "Kari Nordås" in row


def test_importing_a_workbook_dry_shows_what_would_change(fristvakt: CommandLine) -> None:
    """The user sees who is new and who may have changed address, and nothing is written."""
    fristvakt.with_people()
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (
        ["Navn", "E-post", "Telefon"],
        ["Kari Nordås", CONTROLLER],
        ["Åse Øvrebø", "ny@prove.example"],
    ):
        sheet.append(row)
    book.save(fristvakt.home / "ansatte.xlsx")
    before = fristvakt.done("people", "list", "--format", "json").json
    printed = fristvakt.done("people", "import", fristvakt.home / "ansatte.xlsx", "--dry-run").out
    assert "Nye personer (1)\n  Åse Øvrebø <ny@prove.example>" in printed
    assert "fristvakt people change ase@prove.example --email ny@prove.example" in printed
    assert "Kolonner som ikke brukes: Telefon" in printed
    assert fristvakt.done("people", "list", "--format", "json").json == before


def test_changing_a_person_shows_in_the_list(fristvakt: CommandLine) -> None:
    """Name, address, deputy and preferences can each be changed by a command."""
    fristvakt.with_people()
    ase = "ase@prove.example"
    assert (
        "er endret" in fristvakt.done("people", "change", ase, "--name", "Åse Vik", "--role", "manager").out
    )
    assert "stedfortreder" in fristvakt.done("people", "deputy", "Åse Vik", CONTROLLER).out
    fristvakt.done("people", "digest", ase, "--day", "tirsdag", "--hour", "9")
    fristvakt.done("people", "quiet", ase, "--from", "20", "--to", "06.30")
    listed = fristvakt.done("people", "list", "--format", "json").json["people"]
    found = next(one for one in listed if one["name"] == "Åse Vik")
    assert (found["digest_day"], found["digest_hour"], found["role"]) == (2, 9, "manager")
    assert (found["quiet_from"], found["quiet_to"]) == ("20:00:00", "06:30:00")
    assert next(one["id"] for one in listed if one["email"] == CONTROLLER) == found["deputy"]
    assert "Ingen er stedfortreder" in fristvakt.done("people", "deputy", ase, "-").out
    assert "ingen oppsummering" in fristvakt.done("people", "digest", ase, "--off").out
    assert "ingen stille timer" in fristvakt.done("people", "quiet", ase, "--none").out


def test_noting_an_absence_lists_it_until_it_is_over(fristvakt: CommandLine) -> None:
    """What is past is not shown, and what is taken away is gone."""
    fristvakt.with_people()
    days = ("--from", "21.12.2026", "--to", "31.12.2026", "--deputy", CONTROLLER)
    printed = fristvakt.done("people", "absent", "ase@prove.example", *days).out
    assert "21.12.2026" in printed
    assert "Kari Nordås" in printed
    fristvakt.done("people", "absent", CONTROLLER, "--from", "01.07.2026", "--to", "31.07.2026")
    assert "Kari Nordås" in fristvakt.done("people", "absent").out
    assert len(fristvakt.done("people", "absent", "--format", "json").json) == 1
    assert "Ingen er borte" in fristvakt.done("people", "absent", "Åse Øvrebø", "--remove", "21.12.2026").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("change", "ase@prove.example"),
        ("absent", "ase@prove.example", "--from", "21.12.2026"),
        ("absent", "--remove", "21.12.2026"),
        ("quiet", "ase@prove.example", "--from", "20:00"),
        ("quiet", "ase@prove.example", "--from", "25:00", "--to", "07:00"),
        ("digest", "ase@prove.example", "--day", "lørdag"),
    ],
)
def test_changing_a_person_half_said_is_wrong_use(fristvakt: CommandLine, arguments: tuple[str, ...]) -> None:
    """What is missing is asked for before anything is written."""
    fristvakt.with_people()
    before = fristvakt.done("people", "list", "--format", "json").json
    assert fristvakt.misused("people", *arguments)
    assert fristvakt.done("people", "list", "--format", "json").json == before


def test_erasing_a_person_shows_first_what_goes_and_then_names_nobody(fristvakt: CommandLine) -> None:
    """Nothing happens without --confirm; afterwards the duty's owner is an erased person."""
    fristvakt.confirmed()
    fristvakt.done("duty", "assign", "2027-02", "--owner", "ase@prove.example")
    shown = fristvakt.done("people", "erase", "ase@prove.example").out
    assert "2027-02" in shown
    assert "Kari Nordås" in shown
    assert "Ingen er slettet" in shown
    who = fristvakt.done("people", "erase", "ase@prove.example", "--format", "json").json["person"]["id"]
    assert "slettet" in fristvakt.done("people", "erase", "ase@prove.example", "--confirm").out
    assert "slettet person" in fristvakt.done("show", "2027-02").out
    assert "Åse" not in fristvakt.done("register").out
    assert "Personen er slettet" in fristvakt.done("people", "erase", who, "--confirm").out
    fristvakt.refused("people", "erase", "ase@prove.example")
