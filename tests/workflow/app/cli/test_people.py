from __future__ import annotations

from tests.kit.command_line import CommandLine


def test_importing_people_twice_changes_nothing(fristvakt: CommandLine) -> None:
    """Who is known by e-mail is the same person, with the same id."""
    fristvakt.with_people()
    before = fristvakt.done("people", "list", "--format", "json").json
    again = fristvakt.done("people", "import", fristvakt.home / "people.csv", "--format", "json").json
    assert again == {"people": 0, "units": 0}
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
