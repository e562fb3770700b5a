"""`fristvakt trail export`, judged by the verifier that travels with it, in a Python of its own."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from events.store.datastore import Datastore
from tests.kit.command_line import CommandLine
from tests.kit.tampering import tampering


def _verified(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the verifier of an export as an auditor would, without our packages or anybody else's."""
    verifier = folder / "verify_trail.py"
    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(verifier), *arguments, str(folder)], capture_output=True, text=True
    )
    assert not ran.stderr, ran.stderr
    return ran.returncode, ran.stdout


@pytest.fixture
def exported(fristvakt_sqlite: CommandLine, tmp_path: Path) -> Path:
    """Give an export of a small trail with two checkpoints."""
    fristvakt_sqlite.done("trail", "checkpoint")
    fristvakt_sqlite.done("accept", "--clear")
    fristvakt_sqlite.done("trail", "checkpoint")
    fristvakt_sqlite.done("trail", "export", tmp_path / "ut")
    return tmp_path / "ut"


def test_verifying_an_untouched_export_holds(exported: Path, tmp_path: Path) -> None:
    """What was written holds, by the key in it and by the key that the agency shows."""
    key = (tmp_path / "var" / "revisjonsnokkel.pub").read_text().strip()
    code, said = _verified(exported, "--key", key)
    assert (code, "Sporet holder." in said, "Sjekkpunkter med gyldig signatur: 2" in said) == (0, True, True)
    assert "Merk:" not in said
    assert _verified(exported)[0] == 0
    code, said = _verified(exported, "--key", "0" * 64)
    assert (code, "ukjent nøkkel" in said) == (1, True)


def _rewritten(folder: Path, name: str, change: Callable[[str], str]) -> None:
    """Change a file, and its checksum with it, as whoever forges an export would."""
    file, manifest = folder / name, folder / "manifest.json"
    before = file.read_bytes().decode("utf-8")
    after = change(before)
    assert after != before, "a forgery that changes nothing shows nothing"
    file.write_bytes(after.encode("utf-8"))
    listed = json.loads(manifest.read_text("utf-8"))
    listed["files"][name]["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(listed), "utf-8")


def _without(number: int) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        del lines[number]
        return "".join(lines)

    return change


def _swapped(text: str) -> str:
    lines = text.splitlines(keepends=True)
    lines[1], lines[2] = lines[2], lines[1]
    return "".join(lines)


def _doubled(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:2], lines[1], *lines[2:]])


FORGERIES: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a byte": ("events.jsonl", lambda text: text.replace("2026", "2025", 1), "ikke slik den ble registrert"),
    "a removed event": ("events.jsonl", _without(1), "mangler i events.jsonl"),
    "a removed hash": ("leaves.txt", _without(1), "Kjeden brytes"),
    "a removed tail": ("leaves.txt", _without(-1), "Slutten er fjernet"),
    "an inserted event": ("events.jsonl", _doubled, "satt inn en gang til"),
    "swapped order": ("leaves.txt", _swapped, "Kjeden brytes"),
    "swapped events": ("events.jsonl", _swapped, "ikke slik den ble registrert"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_verifying_a_forged_export_names_what_was_done(exported: Path, forgery: str) -> None:
    """Each way of forging the events shows, also when the checksums were made anew."""
    name, change, words = FORGERIES[forgery]
    _rewritten(exported, name, change)
    code, said = _verified(exported)
    assert (code, words in said) == (1, True), said


def test_verifying_when_a_checkpoint_was_changed_names_it(exported: Path) -> None:
    """The signature is of other words."""
    name = next((exported / "checkpoints").iterdir()).relative_to(exported).as_posix()
    _rewritten(exported, name, lambda text: text.replace("2026-11-23", "2026-11-22"))
    code, said = _verified(exported)
    assert (code, "signaturen stemmer ikke" in said) == (1, True)


def test_verifying_when_a_file_was_touched_names_it(exported: Path) -> None:
    """A file that was changed, removed or added does not fit the manifest."""
    (exported / "events.csv").write_text("annet")
    (exported / "LESMEG.txt").unlink()
    (exported / "nytt.txt").write_text("nytt")
    code, said = _verified(exported)
    assert code == 1
    for words in ("events.csv er endret", "LESMEG.txt mangler", "nytt.txt står ikke"):
        assert words in said


def test_exporting_some_days_verifies_with_the_hashes_of_the_rest(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """A part of the trail comes without the rest, and is proved to be a part of it."""
    fristvakt_sqlite.now = fristvakt_sqlite.now.replace(day=24)
    fristvakt_sqlite.done("accept", "--clear")
    fristvakt_sqlite.done("trail", "checkpoint")
    fristvakt_sqlite.done("trail", "export", tmp_path / "ut.zip", "--from", "24.11.2026")
    with zipfile.ZipFile(tmp_path / "ut.zip") as archive:
        archive.extractall(tmp_path / "pakket")
    events = [json.loads(line) for line in (tmp_path / "pakket" / "events.jsonl").open(encoding="utf-8")]
    assert events[0]["index"] > 0, "what was recorded the day before is not there"
    code, said = _verified(tmp_path / "pakket")
    assert (code, f"Hendelser i eksporten: {len(events)} av " in said) == (0, True), said


def test_exporting_writes_the_same_events_for_spreadsheets_and_for_reading(exported: Path) -> None:
    """CSV and PDF have every event; the CSV has no cell that a spreadsheet takes for a formula."""
    import pdfplumber

    lines = (exported / "events.jsonl").read_text("utf-8").splitlines()
    sheet = (exported / "events.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(sheet), delimiter=";"))
    assert [row["position"] for row in rows] == [str(json.loads(line)["position"]) for line in lines]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    (volume,) = (exported / "historikk").iterdir()
    with pdfplumber.open(volume) as pdf:
        read = "\n".join(page.extract_text() for page in pdf.pages)
    assert "Kari Nordås" in read
    assert f"Hendelse {rows[0]['position']} til {rows[-1]['position']}" in read


def test_exporting_to_what_is_there_is_refused_and_leaves_it(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """Nothing is overwritten, and who may not see what is shielded takes nothing out."""
    (tmp_path / "ut").mkdir()
    assert "finnes allerede" in fristvakt_sqlite.refused("trail", "export", tmp_path / "ut")
    assert "skjermet" in fristvakt_sqlite.refused("trail", "export", tmp_path / "nytt", "--as", "Åse Øvrebø")
    assert not list((tmp_path / "ut").iterdir())
    assert not (tmp_path / "nytt").exists()
    assert not list(tmp_path.glob(".*")), "no half export is left"


def test_exporting_a_trail_that_was_tampered_with_gives_it_all_the_same(
    fristvakt_sqlite: CommandLine, tmp_path: Path
) -> None:
    """The auditor gets what is there, as it is there, and the verifier says what is wrong with it."""
    fristvakt_sqlite.done("accept", "--clear")
    datastore = Datastore(fristvakt_sqlite.environment["FRISTVAKT_DATABASE_URL"])
    with tampering(datastore) as connection:
        given = "(SELECT min(position) FROM event WHERE topic = 'assignment.given')"
        connection.execute(text(f"DELETE FROM event WHERE position = {given}"))
        connection.execute(text("UPDATE event SET state = X'FF00' WHERE position = 2"))
    datastore.close()
    fristvakt_sqlite.done("trail", "export", tmp_path / "ut")
    code, said = _verified(tmp_path / "ut")
    assert code == 1
    assert "Hendelsen med posisjon 2 er ikke slik den ble registrert" in said
    assert "Kjeden brytes" in said
