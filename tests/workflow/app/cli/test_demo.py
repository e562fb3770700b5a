from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.kit.command_line import LETTER, CommandLine


@pytest.fixture
def fresh(fristvakt: CommandLine) -> CommandLine:
    """Give a command line where there is no database yet."""
    fristvakt.environment["FRISTVAKT_DATABASE_URL"] = f"sqlite:///{fristvakt.home}/var/fristvakt.db"
    return fristvakt


def test_showing_the_example_twice_changes_nothing(fresh: CommandLine) -> None:
    """The second start prints the same addresses, and records no event."""
    first = fresh.done("demo", "--format", "json").json
    events = fresh.done("db", "status", "--format", "json").json["events"]
    assert fresh.done("demo", "--format", "json").json == first
    assert fresh.done("db", "status", "--format", "json").json["events"] == events
    assert len(fresh.done("feed", "list", "--format", "json").json) == len(first["feeds"])


def test_showing_the_example_confirms_it_and_says_what_to_do_next(fresh: CommandLine) -> None:
    """From an empty folder to a closed letter and addresses to subscribe to."""
    printed = fresh.done("demo").out
    assert "/kalender/" in printed
    assert "fristvakt serve" in printed
    (letter,) = fresh.done("letter", "list", "--format", "json").json
    assert letter["confirmed"]
    assert fresh.done("reconcile", "--format", "json").json["agree"]


def test_showing_the_example_keeps_the_addresses_for_their_owner_only(fresh: CommandLine) -> None:
    """The file that a second start prints from can be read by nobody else."""
    kept = Path(fresh.done("demo", "--format", "json").json["kept_in"])
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_showing_the_example_leaves_what_was_changed_since(fresh: CommandLine) -> None:
    """What a person did after the first start stands after the second."""
    fresh.done("demo")
    somebody = fresh.done("people", "list", "--format", "json").json["people"][0]["email"]
    fresh.done("duty", "assign", "2027-01", "--owner", somebody, "--as", somebody)
    before = fresh.done("show", "2027-01", "--format", "json").out
    fresh.done("demo")
    assert fresh.done("show", "2027-01", "--format", "json").out == before


def test_showing_ones_own_letter_accepts_what_is_clear_and_leaves_the_doubts(fresh: CommandLine) -> None:
    """The doubts wait for a person, and the letter stays open."""
    printed = fresh.done("demo", "--letter", LETTER)
    assert "2 venter på deg" in printed.out
    items = fresh.done("review", "--format", "json").json["items"]
    assert [item["key"] for item in items] == ["2027-02", "2027-03"]
    assert len(fresh.done("register", "--format", "json").json) == 4


def test_showing_a_letter_that_cannot_be_read_makes_no_letter(fresh: CommandLine) -> None:
    """A refusal leaves nothing half done."""
    empty = fresh.home / "tom.pdf"
    empty.write_bytes(b"")
    fresh.refused("demo", "--letter", empty)
    fresh.done("db", "upgrade")
    assert fresh.done("letter", "list", "--format", "json").json == []
