"""`fristvakt trail checkpoint` and `verify`: what is wrong is named, in the user's words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from events.store.datastore import Datastore
from events.vocabulary.trail import TrailConsulted
from tests.kit.command_line import CommandLine
from tests.kit.tampering import tampering

Tamper = Callable[[Connection], object]


def _runs(statement: str) -> Tamper:
    return lambda connection: connection.execute(text(statement))


def _swap(connection: Connection) -> None:
    columns = "originator_id, originator_version, topic, state, leaf, chain"
    rows = connection.execute(text(f"SELECT position, {columns} FROM event WHERE position IN (2, 3)")).all()
    connection.execute(text("DELETE FROM event WHERE position IN (2, 3)"))
    for row, position in zip(rows, (3, 2), strict=True):
        named = {**row._mapping, "position": position}
        places = columns.replace(", ", ", :")
        overriding = "OVERRIDING SYSTEM VALUE" if connection.dialect.name == "postgresql" else ""
        connection.execute(
            text(f"INSERT INTO event (position, {columns}) {overriding} VALUES (:position, :{places})"), named
        )


LAST = "(SELECT max(position) FROM event)"
TAMPERINGS: dict[str, tuple[Tamper, str]] = {
    "byte": (
        _runs("UPDATE event SET topic = 'duty.x' WHERE position = 2"),
        "Endret: hendelsen med posisjon 2",
    ),
    "removed": (_runs("DELETE FROM event WHERE position = 2"), "mellom posisjon 1 og 3"),
    "tail": (_runs(f"DELETE FROM event WHERE position = {LAST}"), "Fjernet: de nyeste hendelsene"),
    "inserted": (
        _runs(
            "INSERT INTO event (originator_id, originator_version, topic, state, leaf, chain) "
            "SELECT originator_id, 99, topic, state, leaf, chain FROM event WHERE position = 2"
        ),
        "(letter.",
    ),
    "swapped": (_swap, "Byttet rekkefølge"),
    "checkpoint": (
        _runs("UPDATE checkpoint SET content = replace(content, '2026-11-23', '2026-11-22')"),
        "Endret sjekkpunkt",
    ),
}


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_verifying_when_tampered_with_names_it_and_fails(
    fristvakt: CommandLine, datastore: Datastore, kind: str
) -> None:
    """Each way of tampering with the database is named, with exit code 1, and nothing is sealed any more."""
    fristvakt.done("accept", "--clear")
    fristvakt.done("trail", "checkpoint")
    assert "Sporet holder" in fristvakt.done("trail", "verify").out
    # What `verify` recorded is gone too, so that the tail that is removed is one that was sealed.
    tamper, words = TAMPERINGS[kind]
    with tampering(datastore) as connection:
        connection.execute(text(f"DELETE FROM event WHERE position = {LAST}"))
        tamper(connection)
    assert "sporet holder ikke" in fristvakt.refused("trail", "checkpoint")
    printed = fristvakt("trail", "verify")
    assert (printed.code, "Traceback" in printed.err) == (1, False)
    assert words in printed.out
    assert "Sporet holder ikke" in printed.err


def test_verifying_when_an_old_copy_was_restored_shows_by_the_checkpoint_elsewhere(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """A copy of the database holds by itself, but not against what was kept outside of it."""
    fristvakt, kept = fristvakt_sqlite, tmp_path / "kept.json"
    shutil.copyfile(tmp_path / "fristvakt.db", tmp_path / "old.db")
    fristvakt.done("accept", "--clear")
    fristvakt.done("trail", "checkpoint", "--to", kept)
    for leftover in tmp_path.glob("fristvakt.db*"):
        leftover.unlink()
    shutil.copyfile(tmp_path / "old.db", tmp_path / "fristvakt.db")
    fristvakt.done("trail", "verify")
    assert "Gjenopprettet fra en eldre kopi" in fristvakt("trail", "verify", "--checkpoint", kept).out


def test_verifying_when_the_checkpoint_is_from_a_stranger_names_it(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """Whoever changes the trail can sign it too, but not with the agency's key."""
    fristvakt, kept = fristvakt_sqlite, tmp_path / "kept.json"
    fristvakt.done("trail", "key")
    fristvakt.environment["FRISTVAKT_LEDGER_KEY"] = str(tmp_path / "other.pem")
    fristvakt.done("trail", "checkpoint", "--to", kept)
    del fristvakt.environment["FRISTVAKT_LEDGER_KEY"]
    assert "Fremmed sjekkpunkt" in fristvakt("trail", "verify", "--checkpoint", kept).out
    stranger = json.loads(kept.read_text())["key"]
    assert "Sporet holder" in fristvakt.done("trail", "verify", "--key", stranger).out


def test_verifying_records_who_did_and_asks_for_a_name(fristvakt_sqlite: CommandLine, tmp_path: Path) -> None:
    """Nobody looks at the trail without a name, and the look stands in the trail."""
    fristvakt_sqlite.done("trail", "verify", "--as", "Åse Øvrebø")
    datastore = Datastore(fristvakt_sqlite.environment["FRISTVAKT_DATABASE_URL"])
    with datastore.single() as connection:
        topics = connection.execute(text("SELECT topic FROM event ORDER BY position")).scalars().all()
    datastore.close()
    assert topics[-1] == TrailConsulted.TOPIC
    del fristvakt_sqlite.environment["FRISTVAKT_USER"]
    assert "Hvem leser?" in fristvakt_sqlite.refused("trail", "verify")


def test_making_the_key_keeps_it_from_others_and_makes_it_once(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """The key is for its owner alone, and the same one from then on, behind its passphrase."""
    fristvakt, file = fristvakt_sqlite, tmp_path / "var" / "revisjonsnokkel.pem"
    fristvakt.environment["FRISTVAKT_LEDGER_KEY_PASSPHRASE"] = "hemmelig"
    first = fristvakt.done("trail", "key").out
    assert file.stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED" in file.read_bytes()
    assert fristvakt.done("trail", "key").out == first
    assert (tmp_path / "var" / "revisjonsnokkel.pub").read_text() == first
    fristvakt.environment["FRISTVAKT_LEDGER_KEY_PASSPHRASE"] = "feil"
    assert "kan ikke brukes" in fristvakt.refused("trail", "checkpoint")


def test_taking_a_checkpoint_as_an_auditor_is_refused(fristvakt_sqlite: CommandLine, tmp_path: Path) -> None:
    """The auditor verifies and does not sign on the agency's behalf."""
    file = tmp_path / "auditor.csv"
    file.write_text("name;email;role\nRevisor Ry;ry@prove.example;auditor\n", encoding="utf-8")
    fristvakt_sqlite.done("people", "import", file)
    fristvakt_sqlite.done("trail", "verify", "--as", "Revisor Ry")
    for command in (("trail", "checkpoint"), ("accept", "--clear"), ("confirm",)):
        assert "kan lese, men ikke endre" in fristvakt_sqlite.refused(*command, "--as", "Revisor Ry")
