from __future__ import annotations

import datetime as dt

import pytest

from tests.kit.command_line import LETTER, CommandLine


def test_listing_the_register_shows_each_duty_once(fristvakt: CommandLine) -> None:
    """A series stands for the reports it opens, unless they are asked for."""
    duties = fristvakt.confirmed().done("register", "--format", "json").json
    assert len(duties) == 6
    with_reports = fristvakt.done("register", "--occurrences", "--format", "json").json
    assert len(with_reports) > 12


def test_listing_the_register_for_people_folds_nothing_away(fristvakt: CommandLine) -> None:
    """Piped output has no colours and no cut words."""
    printed = fristvakt.confirmed().done("register").out
    assert "Utrede et prøveregister (oppdrag)" in printed
    assert "\x1b" not in printed
    assert "…" not in printed


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_listing_in_any_width_loses_no_word(
    fristvakt: CommandLine, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """Where columns have no room, rows become paragraphs; every fact is there in every width."""
    fristvakt.confirmed()
    monkeypatch.setenv("COLUMNS", str(columns))
    for printed in (
        fristvakt.done("due").out,
        fristvakt.done("register").out,
        fristvakt.done("read", LETTER).out,
    ):
        for word in ("Utrede", "prøveregister", "2027-02", "01.10.2027"):
            assert word in printed
        assert all(len(line) <= columns for line in printed.splitlines() if "─" in line)


def test_listing_what_is_due_gives_the_days_in_order(fristvakt: CommandLine) -> None:
    """The stated day is shown, and beside it the working day where it is another."""
    printed = fristvakt.confirmed().done("due", "--from", "01.03.2027", "--to", "31.03.2027").out
    assert printed.index("man. 01.03.2027") < printed.index("søn. 14.03.2027")
    assert "fre. 12.03.2027" in printed


def test_listing_what_is_overdue_uses_the_clock(fristvakt: CommandLine) -> None:
    """What has passed undelivered is found from the day after."""
    fristvakt.confirmed().now = dt.datetime(2027, 3, 15, 12, tzinfo=dt.UTC)
    late = fristvakt.done("due", "--overdue", "--format", "json").json
    assert {row["reference"] for row in late} >= {"2027-01"}
    assert all(row["due"] < "2027-03-15" for row in late)


def test_listing_between_days_and_overdue_at_once_is_wrong_use(fristvakt: CommandLine) -> None:
    """The two questions are different ones."""
    assert "--overdue" in fristvakt.confirmed().misused("due", "--overdue", "--to", "31.12.2027")


def test_writing_a_day_that_is_none_is_wrong_use(fristvakt: CommandLine) -> None:
    """The sentence shows how a day is written."""
    assert "31.12.2026" in fristvakt.confirmed().misused("due", "--to", "31.06.2027")


def test_showing_a_duty_gives_the_words_and_the_place(fristvakt: CommandLine) -> None:
    """Every deadline leads back to the line that states it."""
    printed = fristvakt.confirmed().done("show", "2027-01").out
    assert "«01.03.2027»" in printed
    assert "linje 9: «| 2027-01 | Lage plan for prøvene | 01.03.2027 |»" in printed


def test_showing_what_recurs_words_the_rhythm_in_the_readers_language(fristvakt: CommandLine) -> None:
    """The rhythm is said in our own words, in the reader's language, beside the letter's words."""
    rows = fristvakt.confirmed().done("register", "--format", "json").json
    series = next(row["reference"] for row in rows if row["stream"] == "report-series")
    assert "Nå: den 1. hver måned  «1. dag i måneden»" in fristvakt.done("show", series).out
    nynorsk = fristvakt.done("--language", "nn", "show", series).out
    assert "No: den 1. kvar månad  «1. dag i måneden»" in nynorsk


def test_showing_what_does_not_exist_is_refused(fristvakt: CommandLine) -> None:
    """The sentence says where to look."""
    assert "fristvakt register" in fristvakt.confirmed().refused("show", "2099-77")


def test_showing_by_an_ambiguous_beginning_lists_the_choices(fristvakt: CommandLine) -> None:
    """A beginning that several have names none of them."""
    sentence = fristvakt.confirmed().refused("show", "2027-0")
    assert "2027-01" in sentence
    assert "2027-02" in sentence


def test_postponing_keeps_the_first_deadline_and_says_why(fristvakt: CommandLine) -> None:
    """A deadline is moved with reason and source, and what stood before stays visible."""
    fristvakt.confirmed()
    moved = ("--postpone-to", "01.06.2027", "--reason", "Avtalt i møte", "--source", "26/101-4")
    fristvakt.done("deadline", "2027-01", *moved)
    (part,) = fristvakt.done("show", "2027-01", "--format", "json").json["parts"]
    assert (part["first"]["day"], part["current"]["day"], part["moved"]) == ("2027-03-01", "2027-06-01", 1)
    printed = fristvakt.done("show", "2027-01").out
    assert "Avtalt i møte" in printed
    assert "26/101-4" in printed


def test_setting_the_deadline_that_was_left_open(fristvakt: CommandLine) -> None:
    """When the ministry has answered, the open deadline gets its day."""
    fristvakt.confirmed().done("deadline", "2027-03", "--set", "30.06.2027", "--source", "26/101-5")
    (part,) = fristvakt.done("show", "2027-03", "--format", "json").json["parts"]
    assert part["current"]["day"] == "2027-06-30"


def test_moving_a_deadline_without_a_source_or_reason_is_wrong_use(fristvakt: CommandLine) -> None:
    """A deadline is moved in writing."""
    fristvakt.confirmed()
    assert "--source" in fristvakt.misused(
        "deadline", "2027-01", "--postpone-to", "01.06.2027", "--reason", "x"
    )
    assert "--reason" in fristvakt.misused(
        "deadline", "2027-01", "--postpone-to", "1.6.2027", "--source", "x"
    )
    assert "--set" in fristvakt.misused("deadline", "2027-01", "--source", "26/101-4")


def test_living_through_a_duty_moves_its_state(fristvakt: CommandLine) -> None:
    """Assigned, started, delivered, returned, delivered again and accepted."""
    fristvakt.confirmed()
    states = []
    for step in (
        ("assign", "2027-01", "--owner", "Åse Øvrebø", "--unit", "Analyse"),
        ("start", "2027-01"),
        ("deliver", "2027-01", "--on", "20.11.2026", "--reference", "26/101-7"),
        ("return", "2027-01", "--reason", "Mangler tall"),
        ("deliver", "2027-01"),
        ("accept", "2027-01", "--reference", "26/101-8"),
    ):
        fristvakt.done("duty", *step)
        states.append(fristvakt.done("show", "2027-01", "--format", "json").json["state"])
    assert states == ["given", "in_progress", "delivered", "in_progress", "delivered", "accepted"]
    assert "Åse Øvrebø" in fristvakt.done("register", "--owner", "ase@prove.example").out


def test_withdrawing_and_shielding(fristvakt: CommandLine) -> None:
    """What lapses needs the ministry's approval; what is shielded says so to those who may see it."""
    fristvakt.confirmed()
    fristvakt.done("duty", "withdraw", "2027-01", "--reason", "Faller bort", "--reference", "26/101-9")
    assert "trukket tilbake" in fristvakt.done("show", "2027-01").out
    fristvakt.done("duty", "shield", "2027-02", "--reason", "offentleglova § 15")
    assert "skjermet" in fristvakt.done("register", "--text", "prøveregister").out
    fristvakt.done("duty", "unshield", "2027-02", "--reason", "Offentlig")
    assert "skjermet" not in fristvakt.done("register", "--text", "prøveregister").out


def test_delivering_what_was_accepted_is_refused_in_a_line(fristvakt: CommandLine) -> None:
    """A step that the life of a duty does not have is refused, not recorded."""
    fristvakt.confirmed().done("duty", "withdraw", "2027-01", "--reason", "x", "--reference", "26/1")
    assert "2027-01" in fristvakt.refused("duty", "deliver", "2027-01")


def test_rebuilding_gives_the_same_register(fristvakt: CommandLine) -> None:
    """The projections follow from the events alone."""
    before = fristvakt.confirmed().done("register", "--occurrences", "--format", "json").out
    fristvakt.done("rebuild")
    fristvakt.done("rebuild", "register", "--format", "json")
    assert fristvakt.done("register", "--occurrences", "--format", "json").out == before
    assert "register" in fristvakt.refused("rebuild", "ukjent")
