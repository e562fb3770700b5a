"""The checklist of what letters demand of reports, on the command line and in the report."""

from __future__ import annotations

from tests.kit.command_line import CommandLine

LETTER = (
    "# Tildelingsbrev 2026 for Prøveetaten\n\n## Rapportering\n\n"
    "Etaten skal i årsrapporten omtale klagene. Årsrapporten skal sendes innen 15. mars 2027.\n\n"
    "Etaten skal i årsrapporten for 2025 oppgi antall saker.\n"
)


def test_ticking_a_demand_shows_it_as_met_in_list_and_report(fristvakt: CommandLine) -> None:
    """The letter's words, ticked with where; a demand on another year's report is not asked of this one."""
    line = fristvakt.with_people()
    letter = line.home / "brev.md"
    letter.write_text(LETTER, encoding="utf-8")
    line.done("letter", "add", letter, "--year", "2026")
    (asked,) = line.done("year", "demands", "2026", "--format", "json").json
    assert (asked["words"], asked["line"], asked["met"]) == (
        "Etaten skal i årsrapporten omtale klagene.",
        5,
        False,
    )
    line.done("year", "demands", "2026", "--tick", asked["key"], "--where", "Del III")
    assert "Del III" in line.done("year", "demands", "2026").out
    report = line.home / "rapport.html"
    line.done("report", "year", "2026", "--out", report)
    told = report.read_text("utf-8")
    assert asked["words"] in told
    assert "Del III" in told
    assert "antall saker" not in told
    line.done("year", "demands", "2026", "--untick", asked["key"], "--reason", "Tallene mangler")
    assert [one["met"] for one in line.done("year", "demands", "2026", "--format", "json").json] == [False]
    (other,) = line.done("year", "demands", "2025", "--format", "json").json
    assert "antall saker" in other["words"]


def test_ticking_what_no_letter_demands_is_refused(fristvakt: CommandLine) -> None:
    """A key that stands in no letter is answered with where the keys are listed."""
    assert "fristvakt year demands 2026" in fristvakt.with_people().refused(
        "year", "demands", "2026", "--tick", "year-000000", "--where", "Del I"
    )
