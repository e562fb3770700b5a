from __future__ import annotations

import datetime as dt

import pytest

from tests.kit.command_line import CONTROLLER, CommandLine

ASE = "ase@prove.example"


@pytest.fixture
def confirmed(fristvakt: CommandLine) -> CommandLine:
    """Give the small letter confirmed, and Åse answering for its first assignment."""
    fristvakt.confirmed().done("duty", "assign", "2027-01", "--owner", ASE)
    return fristvakt


def test_the_plan_says_what_to_whom_when_and_why(confirmed: CommandLine) -> None:
    """The list of what will be sent the next 90 days can be read in advance."""
    rows = confirmed.done("notices", "plan", "--days", "99", "--duty", "2027-01", "--format", "json").json
    reminders = [row for row in rows if row["kind"] == "deadline"]
    assert [(row["due_on"], row["step"], row["recipient_name"]) for row in reminders] == [
        ("2027-02-01", "-20", "Åse Øvrebø"),
        ("2027-02-15", "-10", "Åse Øvrebø"),
        ("2027-02-22", "-5", "Åse Øvrebø"),
        ("2027-02-26", "-1", "Åse Øvrebø"),
        ("2027-03-01", "0", "Åse Øvrebø"),
    ]
    assert reminders[0]["why"] == "20 arbeidsdager før fristen 01.03.2027"


def test_the_plan_as_a_table_names_the_alert_if_nobody_delivers(confirmed: CommandLine) -> None:
    """And what will be skipped, with the reason, in the chosen language."""
    confirmed.done("notices", "pause", "2027-01", "--until", "15.02.2027", "--reason", "Avventer brev")
    printed = confirmed.done("notices", "plan", "--days", "120", "--duty", "2027-01").out
    words = " ".join(printed.split())
    assert "man. 01.02.2027 07.00 Åse Øvrebø (ansvarlig)" in words
    assert "hvis fristen 01.03.2027 går ut" in words
    assert "varsler er satt på pause" in words
    assert "2 hoppes over" in words
    nynorsk = confirmed.done("--language", "nn", "notices", "plan", "--days", "120", "--duty", "2027-01").out
    assert "påminning" in nynorsk


def test_the_plan_of_one_person_or_unit_has_only_theirs(confirmed: CommandLine) -> None:
    """Kari answers for nothing of Analyse."""
    plan = ("notices", "plan", "--days", "120", "--format", "json")
    hers = confirmed.done(*plan, "--person", ASE).json
    assert {row["recipient_name"] for row in hers} == {"Åse Øvrebø"}
    unit = confirmed.done(*plan, "--unit", "Analyse", "--kind", "deadline").json
    assert {row["reference"] for row in unit} == {"2027-01"}
    assert confirmed.done(*plan, "--unit", "Styring").json == []


def test_the_plan_of_any_day_shows_what_would_go_that_day(confirmed: CommandLine) -> None:
    """As of a day in February what is due then; tonight nothing."""
    due = confirmed.done("notices", "plan", "--due", "--as-of", "01.02.2027", "--duty", "2027-01",
                         "--format", "json").json  # fmt: skip
    assert [(row["step"], row["skip"]) for row in due if row["kind"] == "deadline"] == [("-20", None)]
    confirmed.now = dt.datetime(2026, 11, 23, 22, 0, tzinfo=dt.UTC)
    assert confirmed.done("notices", "plan", "--dry-run", "--format", "json").json == []


def test_setting_a_ladder_changes_the_plan_and_is_shown(confirmed: CommandLine) -> None:
    """For one duty; unsetting brings the default back."""
    confirmed.done("notices", "ladder", "--duty", "2027-01", "--set", "-3,0,+2^1")
    shown = confirmed.done("notices", "ladder").out
    assert "-3, 0, +2^1" in shown
    assert "-20, -10, -5, -1, 0, +1, +3^1, +5^2" in shown
    plan = ("notices", "plan", "--days", "120", "--duty", "2027-01", "--kind", "deadline", "--format", "json")
    assert [row["step"] for row in confirmed.done(*plan).json] == ["-3", "0", "+2"]
    confirmed.done("notices", "ladder", "--duty", "2027-01", "--set", "ingen")
    assert confirmed.done(*plan).json == []
    assert "stille" in confirmed.done("notices", "ladder", "--duty", "2027-01").out
    confirmed.done("notices", "ladder", "--duty", "2027-01", "--unset")
    assert len(confirmed.done(*plan).json) == 8


def test_a_ladder_for_a_kind_is_listed_for_that_kind(confirmed: CommandLine) -> None:
    """Programs get the steps as numbers."""
    confirmed.done("notices", "ladder", "--kind", "report", "--set", "-1,+1^1")
    ladders = confirmed.done("notices", "ladder", "--format", "json").json
    assert ladders["rapport"] == [{"days": -1, "levels_up": 0}, {"days": 1, "levels_up": 1}]


def test_setting_lead_times_changes_what_is_shown(confirmed: CommandLine) -> None:
    """For reports only; the others keep theirs."""
    confirmed.done("notices", "lead", "--kind", "report", "--unit", 15, "--director", 8, "--archive", 2)
    leads = confirmed.done("notices", "lead", "--format", "json").json
    assert leads["rapport"] == {"unit": 15, "director": 8, "archive": 2}
    assert leads["oppdrag"] == {"unit": 10, "director": 5, "archive": 1}


@pytest.mark.parametrize(
    "arguments",
    [
        ("ladder", "--set", "tjue"),
        ("ladder", "--set", "-1", "--unset"),
        ("ladder", "--kind", "report", "--duty", "2027-01"),
        ("lead", "--unit", "5"),
        ("pause", "--until", "31.12.2026", "--reason", "x"),
        ("resume",),
        ("resume", "2027-01", "--person", ASE),
    ],
)
def test_rules_that_are_not_understood_say_how_they_are_written(
    fristvakt: CommandLine, arguments: tuple[str, ...]
) -> None:
    """Wrong use is told from a refusal."""
    assert fristvakt.with_people().misused("notices", *arguments)


def test_a_pause_in_the_past_or_without_a_reason_is_refused(confirmed: CommandLine) -> None:
    """In the user's words."""
    assert "22.11.2026" in confirmed.refused(
        "notices", "pause", "2027-01", "--until", "22.11.2026", "--reason", "x"
    )
    assert "hvorfor" in confirmed.refused("notices", "pause", "2027-01", "--until", "31.12.2026")


def test_pauses_are_listed_until_they_are_ended(confirmed: CommandLine) -> None:
    """Of a duty and of a person, with until when and why."""
    confirmed.done("notices", "pause", "2027-01", "--until", "31.01.2027", "--reason", "Avventer brev")
    confirmed.done("notices", "pause", "--person", ASE, "--until", "31.12.2026", "--reason", "Permisjon")
    shown = confirmed.done("notices", "pause").out
    assert "Avventer brev" in shown
    assert "Åse Øvrebø" in shown
    confirmed.done("notices", "resume", "--person", ASE)
    left = confirmed.done("notices", "pause", "--format", "json").json
    assert [pause["reason"] for pause in left] == ["Avventer brev"]


def test_what_was_raised_is_listed_by_what_became_of_it(confirmed: CommandLine) -> None:
    """Nothing was sent or given up; what a later step overtook is kept with the reason."""
    from workflow.app.settings import from_environment
    from workflow.app.wiring import bootstrap

    app = bootstrap(from_environment(confirmed.environment))
    app.raising.raise_due(dt.datetime(2027, 2, 26, 9, 0, tzinfo=dt.UTC))
    app.close()
    confirmed.now = dt.datetime(2027, 2, 26, 9, 0, tzinfo=dt.UTC)
    skipped = confirmed.done("notices", "skipped", "--duty", "2027-01", "--format", "json").json
    assert [(row["step"], row["reason"]) for row in skipped] == [
        ("-20", "overtaken"),
        ("-10", "overtaken"),
        ("-5", "overtaken"),
    ]
    words = " ".join(confirmed.done("notices", "skipped", "--person", ASE).out.split())
    assert "et senere trinn kom først" in words
    for state in ("sent", "failed"):
        assert confirmed.done("notices", state, "--from", "01.01.2027", "--format", "json").json == []


def test_the_controller_hears_of_what_nobody_owns(confirmed: CommandLine) -> None:
    """A duty without an owner or a unit is everyone's who keeps it all."""
    rows = confirmed.done("notices", "plan", "--days", "365", "--duty", "2027-02", "--format", "json").json
    assert {(row["recipient_name"], row["role"]) for row in rows if row["kind"] == "deadline"} == {
        ("Kari Nordås", "controller")
    }
    assert CONTROLLER not in str(rows)
