"""`fristvakt trail prove` and `check`: one thing is proved without handing over the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kit.command_line import CommandLine


@pytest.fixture
def sealed(fristvakt: CommandLine, tmp_path: Path) -> CommandLine:
    """Give a command line with two checkpoints in files, and duties between them."""
    fristvakt.done("trail", "checkpoint", "--to", tmp_path / "old.json")
    fristvakt.done("accept", "--clear")
    fristvakt.done("trail", "checkpoint", "--to", tmp_path / "new.json")
    return fristvakt


def test_proving_an_event_holds_without_the_database(sealed: CommandLine, tmp_path: Path) -> None:
    """The proof of one event has that event alone, and is checked by its file and the key."""
    proof = tmp_path / "proof.json"
    sealed.done("trail", "prove", 2, "--out", proof)
    written = json.loads(proof.read_text("utf-8"))
    assert [event["position"] for event in written["events"]] == [2]
    sealed.environment["FRISTVAKT_DATABASE_URL"] = "sqlite:////nowhere/at/all.db"
    found = sealed.done("trail", "check", proof, "--format", "json").json
    assert (found["holds"], found["positions"], found["key_known"]) == (True, [2], True)


def test_proving_a_duty_proves_each_of_its_events(sealed: CommandLine, tmp_path: Path) -> None:
    """Every event of a duty up to the checkpoint is in the proof."""
    proof = tmp_path / "proof.json"
    sealed.done("trail", "prove", "2027-01", "--out", proof)
    events = json.loads(proof.read_text("utf-8"))["events"]
    assert [event["version"] for event in events] == list(range(1, len(events) + 1))
    assert "Beviset holder." in sealed.done("trail", "check", proof).out


def test_proving_growth_holds_between_two_checkpoints(sealed: CommandLine, tmp_path: Path) -> None:
    """The newer checkpoint's trail begins with the whole of the older one's."""
    proof = tmp_path / "proof.json"
    sealed.done("trail", "prove", "--growth", tmp_path / "old.json", tmp_path / "new.json", "--out", proof)
    assert "Beviset holder." in sealed.done("trail", "check", proof).out
    forged = json.loads(proof.read_text("utf-8"))
    forged["path"] = forged["path"][::-1] if len(forged["path"]) > 1 else ["0" * 64]
    proof.write_text(json.dumps(forged), "utf-8")
    assert "begynner ikke med" in sealed.refused("trail", "check", proof)


def _state(proof: dict[str, Any]) -> None:
    proof["events"][0]["state"] += " "


def _index(proof: dict[str, Any]) -> None:
    proof["events"][0]["index"] += 1


def _signature(proof: dict[str, Any]) -> None:
    proof["checkpoint"]["checkpoint"]["agency"] = "En annen"


def _empty(proof: dict[str, Any]) -> None:
    proof["events"] = []


@pytest.mark.parametrize(
    ("forge", "words"),
    [
        (_state, "ikke i det sporet"),
        (_index, "ikke i det sporet"),
        (_signature, "gjelder et annet innhold"),
        (_empty, "ingen hendelse"),
    ],
)
def test_checking_a_forged_proof_is_refused(
    fristvakt_sqlite: CommandLine, tmp_path: Path, forge: Callable[[dict[str, Any]], None], words: str
) -> None:
    """Whatever was changed in a proof, it holds no more."""
    fristvakt_sqlite.done("trail", "checkpoint")
    proof = json.loads(fristvakt_sqlite.done("trail", "prove", 1).out)
    forge(proof)
    file = tmp_path / "proof.json"
    file.write_text(json.dumps(proof), "utf-8")
    assert words in fristvakt_sqlite.refused("trail", "check", file)


def test_checking_with_another_key_is_refused(fristvakt_sqlite: CommandLine, tmp_path: Path) -> None:
    """A proof holds by the agency's key alone, and a file that is no proof is named as such."""
    file = tmp_path / "proof.json"
    fristvakt_sqlite.done("trail", "checkpoint")
    fristvakt_sqlite.done("trail", "prove", 1, "--out", file)
    assert "ukjent nøkkel" in fristvakt_sqlite.refused("trail", "check", file, "--key", "0" * 64)
    file.write_text("{}")
    assert "er ikke et bevis" in fristvakt_sqlite.refused("trail", "check", file)


def test_proving_what_no_checkpoint_covers_is_refused(fristvakt_sqlite: CommandLine) -> None:
    """A proof needs a checkpoint, and an event that was there then."""
    assert "Ingen sjekkpunkt dekker det" in fristvakt_sqlite.refused("trail", "prove", 1)
    fristvakt_sqlite.done("trail", "checkpoint")
    assert "Ingen hendelse med posisjon 999" in fristvakt_sqlite.refused("trail", "prove", 999)
