"""Everything in open form: the events, the hashes of all of them, the checkpoints, and what verifies it."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from calendars.zone import OSLO
from events.ledger.reading import Row, pages
from workflow.reporting.formats.csv_text import guarded
from workflow.trail.checkpoints import Kept
from workflow.trail.open_form import open_form, recorded_at, said
from workflow.trail.readme import README

FORMAT = "fristvakt-export-1"
VERIFIER = Path(__file__).parent / "verifier" / "verify_trail.py"
COLUMNS = ("position", "stream", "version", "topic", "recorded_at", "by", "state")

Historian = Callable[[int, Sequence[Row]], bytes]
"""Makes a volume of the readable history, by its number, of so many events."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is exported, for whom; the days are of the recording, in Norway, both included."""

    agency: str
    made_at: dt.datetime
    made_by: str
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Tell whether all events come along."""
        return self.first is None and self.last is None

    def takes(self, row: Row) -> bool:
        """Tell whether an event comes along; one that does not say when it was recorded does."""
        if self.complete:
            return True
        moment = recorded_at(row)
        day = moment.astimezone(OSLO).date() if moment else None
        return day is None or (
            (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        )


def export(
    connection: Connection,
    folder: Path,
    asked: Asked,
    kept: Iterable[Kept],
    keys: Iterable[str],
    historian: Historian,
    progress: Callable[[int], object] = lambda count: None,
) -> str:
    """Fill an empty folder from one consistent state, in constant memory; give the manifest's digest.

    The hashes of all events come along also where only some events do: they tell nothing of what
    the others say, and are what the checkpoints and the chain are held to.
    """
    _write(folder / "checkpoints", kept)
    (folder / "public_key.txt").write_text("".join(f"{key}\n" for key in sorted(keys)), "ascii")
    (folder / "verify_trail.py").write_bytes(VERIFIER.read_bytes())
    (folder / "LESMEG.txt").write_text(README, "utf-8")
    taken, size = _events(connection, folder, asked, historian, progress)
    manifest = {
        "format": FORMAT,
        "agency": asked.agency,
        "made_at": asked.made_at.isoformat(),
        "made_by": asked.made_by,
        "from": asked.first and asked.first.isoformat(),
        "to": asked.last and asked.last.isoformat(),
        "complete": asked.complete,
        "events": taken,
        "size": size,
        "files": dict(_files(folder)),
    }
    content = json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
    (folder / "manifest.json").write_bytes(content)
    return sha256(content).hexdigest()


def _write(folder: Path, kept: Iterable[Kept]) -> None:
    folder.mkdir()
    for number, each in enumerate(kept, 1):
        (folder / f"{number:05}-{each.digest[:12]}.json").write_text(each.content, "utf-8")


def _events(
    connection: Connection,
    folder: Path,
    asked: Asked,
    historian: Historian,
    progress: Callable[[int], object],
) -> tuple[int, int]:
    """Write events, hashes and volumes; give how many events came along, and of how many."""
    index = taken = 0
    with ExitStack() as stack:
        out = _Out(folder, stack)
        history = folder / "historikk"
        history.mkdir()
        for page in pages(connection):
            chosen = []
            for row in page:
                out.leaf(row)
                if asked.takes(row):
                    out.event(index, row)
                    chosen.append(row)
                index += 1
            taken += len(chosen)
            if chosen:
                number = len(list(history.iterdir())) + 1
                (history / f"historikk-{number:05}.pdf").write_bytes(historian(number, chosen))
            progress(len(page))
    return taken, index


class _Out:
    """The files that grow by a line for each event."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        def opened(name: str, encoding: str) -> Any:
            return stack.enter_context((folder / name).open("w", encoding=encoding, newline=""))

        self._leaves, self._lines = opened("leaves.txt", "ascii"), opened("events.jsonl", "utf-8")
        # What Norwegian spreadsheets open without being asked: a byte order mark, and semicolons.
        self._csv = csv.writer(opened("events.csv", "utf-8-sig"), delimiter=";")
        self._csv.writerow(COLUMNS)

    def leaf(self, row: Row) -> None:
        hashes = ((each or b"").hex() or "-" for each in (row.leaf, row.chain))
        self._leaves.write(f"{row.position} {' '.join(hashes)}\n")

    def event(self, index: int, row: Row) -> None:
        opened = {"index": index, **open_form(row)}
        self._lines.write(json.dumps(opened, ensure_ascii=False) + "\n")
        facts = {**opened, "recorded_at": recorded_at(row) or "", "by": said(row).get("by", "")}
        facts["state"] = row.state.decode("utf-8", errors="replace")
        self._csv.writerow([_cell(facts[name]) for name in COLUMNS])


def _cell(value: object) -> str:
    return str(value) if isinstance(value, int) else guarded(str(value))


def _files(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            yield path.relative_to(folder).as_posix(), {"sha256": digest, "bytes": path.stat().st_size}
