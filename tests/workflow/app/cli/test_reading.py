from __future__ import annotations

import subprocess
import sys

import pytest

from tests.kit.command_line import LETTER, PROJECT, CommandLine


def test_reading_a_letter_prints_what_it_contains_in_norwegian(fristvakt: CommandLine) -> None:
    """A person sees each duty with its day, each doubt with its quotes, and the sum."""
    printed = fristvakt.done("read", LETTER)
    assert "2027-01" in printed.out
    assert "man. 01.03.2027" in printed.out
    assert "umulig dato" in printed.out
    assert "Tvil · 2027-02" in printed.out
    assert "linje 18: «| 2027-02: Utrede et prøveregister | 01.10.2027 |»" in printed.out
    assert "6 plikter, 7 frister, 2 tvil." in printed.out


def test_reading_as_json_gives_every_field_of_the_contract(fristvakt: CommandLine) -> None:
    """Programs get the shape that the README states."""
    reading = fristvakt.done("read", LETTER, "--year", 2027, "--format", "json").json
    assert reading["source"]["name"] == "letter.md"
    assert reading["source"]["lines"] == len(LETTER.read_text(encoding="utf-8").splitlines())
    duty = next(each for each in reading["obligations"] if each["reference"] == "2027-01")
    assert {"reference", "kind", "title", "goal", "lines", "deadlines", "doubts"} <= set(duty)
    (deadline,) = duty["deadlines"]
    fields = "part text form date earliest latest rrule until anchor working_date tentative firm"
    assert set(f"{fields} impossible disputed lines explanation".split()) <= set(deadline)
    assert (deadline["form"], deadline["date"], deadline["lines"]) == ("date", "2027-03-01", [9, 17])
    assert {"text", "date", "line", "reason"} <= set(reading["unplaced"][0])


def test_reading_with_text_prints_the_numbered_lines(fristvakt: CommandLine) -> None:
    """Who doubts a line number can look."""
    printed = fristvakt.done("read", LETTER, "--text")
    assert " 1  Tildelingsbrev 2027 til Prøvedirektoratet" in printed.out.splitlines()


def test_reading_leaves_nothing_behind(fristvakt: CommandLine) -> None:
    """Reading needs no database and makes none."""
    fristvakt.environment["FRISTVAKT_DATABASE_URL"] = f"sqlite:///{fristvakt.home}/none/here.db"
    fristvakt.done("read", LETTER)
    assert not (fristvakt.home / "none").exists()


@pytest.mark.parametrize("written", ["", "\0\1\2\3", "..."])
def test_reading_what_is_no_letter_is_refused_in_a_line(fristvakt: CommandLine, written: str) -> None:
    """An empty or meaningless file gives one sentence and exit code 1."""
    file = fristvakt.home / "tom.txt"
    file.write_text(written, encoding="utf-8")
    assert fristvakt.refused("read", file, "--year", 2027).count("\n") == 1


def test_reading_a_file_that_is_not_there_is_refused(fristvakt: CommandLine) -> None:
    """The name is repeated, so that the slip is seen."""
    assert "finnes-ikke.pdf" in fristvakt.refused("read", fristvakt.home / "finnes-ikke.pdf")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"pydantic", "sqlalchemy", "workflow.reading", "rich", "eventsourcing"}),
        (["read", str(LETTER)], {"sqlalchemy", "eventsourcing", "alembic", "icalendar", "starlette"}),
    ],
)
def test_starting_a_small_command_imports_only_what_it_needs(
    arguments: list[str], unwanted: set[str]
) -> None:
    """The program starts fast, and `read` works where no database driver does."""
    code = (
        "import sys; from workflow.app.cli.main import run; "
        f"code = run({arguments!r}); print(sorted({unwanted!r} & set(sys.modules)), code, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert ran.stderr.strip() == "[] 0"
