from __future__ import annotations

from tests.kit.command_line import CONTROLLER, LETTER, CommandLine


def test_adding_a_letter_twice_changes_nothing(fristvakt: CommandLine) -> None:
    """The same file is the same letter."""
    fristvakt.with_people()
    first = fristvakt.done("letter", "add", LETTER, "--format", "json").json
    again = fristvakt.done("letter", "add", LETTER, "--format", "json").json
    assert first["changed"]
    assert again["changed"] == []
    assert again["letter"] == first["letter"]
    assert len(fristvakt.done("letter", "list", "--format", "json").json) == 1


def test_adding_a_letter_without_a_person_is_refused_with_what_to_write(fristvakt: CommandLine) -> None:
    """Somebody by name takes a letter in."""
    assert "--as" in fristvakt.refused("letter", "add", LETTER)


def test_adding_a_letter_as_an_unknown_person_is_refused(fristvakt: CommandLine) -> None:
    """Who is not in the directory decides nothing; the sentence says how people get there."""
    sentence = fristvakt.refused("letter", "add", LETTER, "--as", "ukjent@prove.example")
    assert "ukjent@prove.example" in sentence
    assert "people import" in sentence


def test_reviewing_shows_each_doubt_with_both_quotes(fristvakt: CommandLine) -> None:
    """Two places that disagree are shown together, never resolved by the program."""
    printed = fristvakt.with_letter().done("review").out
    doubt = printed[printed.index("2027-02 · dates_disagree") :]
    assert "linje 10: «| 2027-02 | Utrede et prøveregister | 15.09.2027 |»" in doubt
    assert "linje 18: «| 2027-02: Utrede et prøveregister | 01.10.2027 |»" in doubt


def test_reviewing_as_json_tells_what_needs_a_decision(fristvakt: CommandLine) -> None:
    """Programs see the same: keys, doubts, what is clear, and how many wait."""
    shown = fristvakt.with_letter().done("review", "--format", "json").json
    needs = {item["key"]: item["needs"] for item in shown["items"]}
    assert needs["2027-02"] == ["dates_disagree"]
    assert needs["2027-03"] == ["impossible_date"]
    assert shown["undecided"] == 6
    assert sum(item["clear"] for item in shown["items"]) == 4


def test_accepting_the_clear_ones_leaves_the_doubts(fristvakt: CommandLine) -> None:
    """What nobody doubts goes in one go; each doubt waits for its own decision."""
    fristvakt.with_letter().done("accept", "--clear")
    shown = fristvakt.done("review", "--format", "json").json
    assert [item["key"] for item in shown["items"]] == ["2027-02", "2027-03"]


def test_accepting_twice_changes_nothing(fristvakt: CommandLine) -> None:
    """A repeated command is safe, and says that it changed nothing."""
    fristvakt.with_letter().done("accept", "2027-01")
    before = fristvakt.done("db", "status", "--format", "json").json["events"]
    assert "Ingen endring" in fristvakt.done("accept", "2027-01").out
    assert fristvakt.done("db", "status", "--format", "json").json["events"] == before


def test_accepting_a_doubt_without_a_decision_is_refused(fristvakt: CommandLine) -> None:
    """The doubt that lacks a decision is named."""
    assert "dates_disagree" in fristvakt.with_letter().refused("accept", "2027-02")


def test_accepting_with_words_that_the_letter_lacks_is_refused(fristvakt: CommandLine) -> None:
    """A decision chooses among what stands in the letter."""
    sentence = fristvakt.with_letter().refused("accept", "2027-02", "--decide", "dates_disagree=24.12.2027")
    assert "24.12.2027" in sentence


def test_accepting_nothing_in_particular_is_wrong_use(fristvakt: CommandLine) -> None:
    """Either proposals are named, or every clear one is meant; never by accident."""
    assert "--clear" in fristvakt.with_letter().misused("accept")
    assert fristvakt.misused("accept", "2027-01", "--clear")


def test_deciding_a_dispute_gives_the_day_that_was_chosen(fristvakt: CommandLine) -> None:
    """The register has the decided day, and the source that says it."""
    fristvakt.with_letter().done("accept", "2027-02", "--decide", "dates_disagree=01.10.2027")
    (part,) = fristvakt.done("show", "2027-02", "--format", "json").json["parts"]
    assert part["current"]["day"] == "2027-10-01"


def test_leaving_an_impossible_date_open_gives_a_duty_without_a_day(fristvakt: CommandLine) -> None:
    """It is shown among what someone must find out, until the ministry has answered."""
    fristvakt.with_letter().done("accept", "2027-03", "--decide", "impossible_date=avklares")
    assert "2027-03" in fristvakt.done("register", "--without-day").out


def test_amending_takes_other_words_with_a_reason(fristvakt: CommandLine) -> None:
    """A person may say otherwise than the letter was read, in any form of deadline."""
    fristvakt.with_letter()
    fristvakt.done("amend", "2027-03", "--set", "deadline=medio juni 2027", "--reason", "Avklart i e-post")
    (part,) = fristvakt.done("show", "2027-03", "--format", "json").json["parts"]
    assert (part["current"]["earliest"], part["current"]["latest"]) == ("2027-06-11", "2027-06-20")


def test_amending_without_a_reason_is_wrong_use(fristvakt: CommandLine) -> None:
    """The reason is a part of the command."""
    assert "--reason" in fristvakt.with_letter().misused("amend", "2027-03", "--set", "deadline=01.06.2027")


def test_amending_without_an_equals_sign_is_wrong_use(fristvakt: CommandLine) -> None:
    """The sentence shows how it is written."""
    told = fristvakt.with_letter().misused("amend", "2027-03", "--set", "01.06.2027", "--reason", "x")
    assert "01.06.2027" in told
    assert "=" in told


def test_rejecting_keeps_it_out_of_the_register(fristvakt: CommandLine) -> None:
    """What is no duty of ours becomes none."""
    fristvakt.with_letter().done("reject", "2027-01", "--reason", "Gjelder departementet")
    assert "2027-01" in fristvakt.refused("show", "2027-01")


def test_confirming_with_something_undecided_is_refused_and_names_it(fristvakt: CommandLine) -> None:
    """A letter is closed when everything in it has a decision."""
    sentence = fristvakt.with_letter().refused("confirm")
    assert "2027-02" in sentence


def test_confirming_closes_the_letter(fristvakt: CommandLine) -> None:
    """A closed letter waits for nothing, and no letter is open."""
    fristvakt.confirmed()
    (letter,) = fristvakt.done("letter", "list", "--format", "json").json
    assert (letter["confirmed"], letter["decided"]) == (True, 6)
    assert "letter add" in fristvakt.refused("review")
    assert "lukket" in fristvakt.done("review", "--letter", 1).out


def test_deciding_with_two_letters_open_asks_which(fristvakt: CommandLine) -> None:
    """The program does not guess which letter is meant."""
    other = fristvakt.home / "tillegg.md"
    other.write_text(LETTER.read_text(encoding="utf-8").replace("2027-0", "2027-1"), encoding="utf-8")
    fristvakt.with_letter().done("letter", "add", other, "--channel", "supplementary_letter")
    sentence = fristvakt.refused("accept", "--clear")
    assert "letter.md" in sentence
    assert "tillegg.md" in sentence
    fristvakt.done("accept", "--clear", "--letter", "tillegg")
    assert "ikke ett av brevene" in fristvakt.refused("review", "--letter", "ukjent")


def test_naming_another_person_with_as_records_that_person(fristvakt: CommandLine) -> None:
    """Whoever decides is named by e-mail or name, and stands in the events by id only."""
    fristvakt.with_letter().done("accept", "2027-01", "--as", "Åse Øvrebø")
    people = fristvakt.done("people", "list", "--format", "json").json["people"]
    assert {one["name"] for one in people} == {"Kari Nordås", "Åse Øvrebø"}
    assert fristvakt.environment["FRISTVAKT_USER"] == CONTROLLER
