from __future__ import annotations

import pytest

from tests.kit.command_line import CommandLine

REPORT = ("--cause", "Sykefravær", "--consequence", "En måned forsinket")


def test_following_a_deviation_on_the_command_line_ends_with_its_result(fristvakt: CommandLine) -> None:
    """Reported, described, measured, told of and closed, and all of it is listed."""
    fristvakt.confirmed().done("deviation", "report", "2027-01", *REPORT, "--material")
    fristvakt.done("deviation", "describe", "2027-01", "--consequence", "To måneder forsinket")
    measure = ("deviation", "measure", "2027-01")
    fristvakt.done(*measure, "--what", "Leie inn hjelp", "--who", "Åse Øvrebø", "--due", "15.12.2026")
    listed = fristvakt.done("deviation", "list").out
    for words in ("2027-01 · avvik 1 [vesentlig]", "To måneder forsinket", "1. Leie inn hjelp, Åse Øvrebø"):
        assert words in listed
    assert "Departementet: ikke varslet" in listed
    fristvakt.done("deviation", "told", "2027-01", "--how", "e-post", "--reference", "26/101-15")
    assert "1" in fristvakt.refused("deviation", "close", "2027-01", "--result", "I rute")
    fristvakt.done(*measure, "1", "--move-to", "18.12.2026", "--reason", "Tar tid")
    fristvakt.done(*measure, "1", "--done", "--result", "På plass")
    fristvakt.done("deviation", "close", "2027-01", "--result", "I rute")
    assert "0 avvik" in fristvakt.done("deviation", "list").out
    (row,) = fristvakt.done("deviation", "list", "--duty", "2027-01", "--format", "json").json
    assert (row["number"], row["told_reference"], row["result"]) == (1, "26/101-15", "I rute")
    assert row["measures"][0]["due"] == "2026-12-18"


def test_listing_deviations_chooses_by_weight_owner_and_day(fristvakt: CommandLine) -> None:
    """Each choice leaves out what it does not ask for; nynorsk is nynorsk."""
    fristvakt.confirmed().done("deviation", "report", "2027-01", *REPORT)
    everything = ("deviation", "list", "--format", "json")
    assert len(fristvakt.done(*everything).json) == 1
    assert fristvakt.done(*everything, "--material").json == []
    assert fristvakt.done(*everything, "--owner", "Åse Øvrebø").json == []
    assert fristvakt.done(*everything, "--from", "24.11.2026").json == []
    assert "Årsak: Sykefravær" in fristvakt.done("--language", "nn", "deviation", "list").out


@pytest.mark.parametrize(
    "written",
    [
        ("measure", "2027-01"),
        ("measure", "2027-01", "--what", "Hjelp"),
        ("measure", "2027-01", "1"),
        ("measure", "2027-01", "1", "--done", "--drop"),
        ("describe", "2027-01"),
        ("report", "2027-01", "--cause", "Sykefravær"),
    ],
)
def test_writing_a_deviation_by_halves_is_wrong_use(fristvakt: CommandLine, written: tuple[str, ...]) -> None:
    """The sentence says what to write."""
    assert "--" in fristvakt.confirmed().misused("deviation", *written)


def test_living_a_whole_life_on_the_command_line(fristvakt: CommandLine) -> None:
    """Given orally, written, postponed after a no, delivered, corrected, reopened, carried over."""
    do = fristvakt.confirmed().done
    give = ("duty", "give", "Kartlegge behovet", "--number", "2026-31", "--due", "01.06.2027")
    do(*give, "--channel", "oral")
    assert "Ingen endring" in do(*give, "--channel", "oral").out
    do("duty", "written", "2026-31", "--source", "26/9-1")
    do("duty", "assign", "2026-31", "--owner", "Åse Øvrebø")
    do("duty", "deputy", "2026-31", "--person", "Kari Nordås")
    do("duty", "comment", "2026-31", "Avventer tall fra regionene")
    ask = ("deadline", "2026-31", "--reason", "Sykefravær")
    do(*ask, "--request", "01.08.2027")
    do("deadline", "2026-31", "--refuse", "--source", "26/9-3")
    do(*ask, "--request", "01.07.2027")
    do(*ask, "--postpone-to", "01.07.2027", "--source", "26/9-4")
    do("deadline", "2026-31", "--correct", "02.07.2027", "--reason", "Skrivefeil")
    do("deadline", "2026-31", "--inquire", "--on", "20.11.2026")
    do("duty", "deliver", "2026-31", "--by", "Åse Øvrebø")
    do("duty", "correct", "2026-31", "--delivered-on", "20.11.2026", "--reason", "Feil dag")
    do("duty", "accept", "2026-31")
    do("duty", "correct", "2026-31", "--not-accepted", "--reason", "Feil oppdrag")
    do("duty", "reopen", "2026-31", "--reason", "Mangelfull")
    do("duty", "carry-over", "2026-31", "--to", "2027-01", "--reason", "Videreføres")
    shown = do("show", "2026-31").out
    assert "overført" in shown
    assert "02.07.2027" in shown
    assert "gitt muntlig" in fristvakt.refused("duty", "written", "2027-01", "--source", "26/9-9")


@pytest.mark.parametrize(
    "written",
    [
        ("deadline", "2027-01"),
        ("deadline", "2027-01", "--set", "01.10.2027"),
        ("deadline", "2027-01", "--request", "01.10.2027"),
        ("deadline", "2027-01", "--inquire", "--refuse"),
        ("duty", "correct", "2027-01", "--reason", "X"),
        ("duty", "correct", "2027-01", "--reason", "X", "--not-delivered", "--not-accepted"),
        ("duty", "give", "Notat"),
    ],
)
def test_writing_half_a_command_is_wrong_use(fristvakt: CommandLine, written: tuple[str, ...]) -> None:
    """Source and reason are asked for where they are needed, and one thing is done at a time."""
    assert "--" in fristvakt.confirmed().misused(*written)


def test_giving_with_an_empty_source_is_refused(fristvakt: CommandLine) -> None:
    """Only the spoken word has no written source."""
    written = ("duty", "give", "Notat", "--due", "01.06.2027", "--channel", "email")
    assert "muntlig" in fristvakt.confirmed().refused(*written)


def test_naming_a_series_for_what_is_said_report_by_report_is_refused(fristvakt: CommandLine) -> None:
    """A series has no deviation and no delivery of its own; a comment it can have."""
    rows = fristvakt.confirmed().done("register", "--format", "json").json
    series = next(row["reference"] for row in rows if row["stream"] == "report-series")
    assert "serie" in fristvakt.refused("deviation", "report", series, *REPORT)
    fristvakt.done("duty", "comment", series, "Sendes fra regionene")
