from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.kit.command_line import CommandLine


@pytest.fixture
def lived(fristvakt: CommandLine) -> CommandLine:
    """A year that is over, in which one assignment was delivered."""
    fristvakt.confirmed().now = dt.datetime(2027, 12, 30, 9, tzinfo=dt.UTC)
    fristvakt.done("duty", "deliver", "2027-01", "--on", "20.02.2027", "--reference", "27/101-5")
    fristvakt.now = dt.datetime(2028, 1, 20, 9, tzinfo=dt.UTC)
    return fristvakt


def said(file: Path) -> str:
    """Give what a report in JSON says."""
    return file.read_text("utf-8")


def test_closing_a_year_names_what_may_be_carried_and_links_it_as_told(lived: CommandLine) -> None:
    """A duty is linked to the one that is named; what is not left cannot be carried over."""
    assert "2027-01" in lived.refused("year", "close", "2027", "--carry-over", "2027-01", "--to-letter", "1")
    told = ("--carry-over", "2027-03=2027-01", "--carry-all", "--to-letter", "1", "--reason", "Slås sammen")
    lived.done("year", "close", "2027", *told)
    assert "Slås sammen" in lived.done("show", "2027-03").out
    known = {row["reference"]: row for row in lived.done("register", "--format", "json").json}
    history = lived.done("trail", "show", "2027-03", "--format", "json").out
    assert known["2027-01"]["id"] in history


def test_writing_over_a_file_is_refused_until_it_is_forced(lived: CommandLine) -> None:
    """A report never writes over what somebody may have worked on."""
    file = lived.home / "status.html"
    file.write_text("mitt", encoding="utf-8")
    assert "--force" in lived.refused("report", "status", "--out", file)
    assert file.read_text("utf-8") == "mitt"
    lived.done("report", "status", "--out", file, "--force")
    assert file.read_text("utf-8") != "mitt"


def test_having_a_report_made_is_recorded_and_needs_a_name(lived: CommandLine) -> None:
    """Whoever reads the trail through a report is named in it."""
    lived.done("report", "status", "--out", lived.home / "s.json")
    consulted = lived.done("trail", "list", "--kind", "trail", "--format", "json").json
    assert any(each["topic"] == "trail.consulted" for each in consulted)
    del lived.environment["FRISTVAKT_USER"]
    assert "--as" in lived.refused("report", "status", "--out", lived.home / "t.json")
    assert not (lived.home / "t.json").exists()


def test_shielded_titles_are_written_out_only_for_who_reads_them(lived: CommandLine) -> None:
    """A contributor is refused; for the controller the words stand there, and otherwise they do not."""
    lived.done("duty", "shield", "2027-01", "--reason", "offentleglova § 15")
    file, words = lived.home / "s.json", "Lage plan for prøvene"
    lived.done("report", "year", "2027", "--out", file)
    assert words not in said(file)
    lived.done("report", "year", "2027", "--out", file, "--force", "--shielded")
    assert words in said(file)
    assert "Øvrebø" in lived.refused("report", "year", "2027", "--shielded", "--as", "ase@prove.example")


def test_asking_for_what_no_format_is_is_wrong_use(lived: CommandLine) -> None:
    """The ending chooses the format; a template is for Word; a place that is no chapter names them all."""
    assert "docx" in lived.misused("report", "year", "2027", "--out", lived.home / "a.doc")
    pdf = ("--out", lived.home / "a.pdf", "--template", lived.home / "mal.docx")
    assert "Word" in lived.misused("report", "year", "2027", *pdf)
    word = ("--out", lived.home / "a.docx", "--template", lived.home / "mal.docx")
    assert "mal.docx" in lived.refused("report", "year", "2027", *word)
    assert "summary" in lived.refused("year", "text", "2027", "--place", "gaol-1", "--text", "Ja")
