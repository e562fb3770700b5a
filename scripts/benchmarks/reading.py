"""Reading a letter of 2,300 lines, and what the whole process needs for it."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks.databases import folder
from scripts.benchmarks.frame import Row, in_turn, milliseconds
from workflow.reading.documents.door import open_document
from workflow.reading.reader import read_letter

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "workflow" / "app" / "example" / "eksempelbrev.md"
REAL = ROOT.parent / "shared" / "letters" / "imdi-tildelingsbrev-2026.txt"
LINES = 2_300
MOST_SECONDS, MOST_MIB = 1.0, 150
DATE = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|januar|februar|mars|april|mai|juni|juli|august|september)")


def measure() -> Iterator[Row]:
    """Measure the real letter where it is at hand, else our example again and again to the same length."""
    with folder() as place:
        file = REAL if REAL.exists() else _long(place)
        text = open_document(file)

        def floor() -> None:
            for line in open_document(file).lines:
                DATE.findall(line.text)

        timed = in_turn(floor, lambda: read_letter(open_document(file), None if file != REAL else 2026))
        what = f"read a letter of {len(text.lines)} lines"
        yield Row(
            what,
            file.name,
            "its lines, searched by one pattern for dates",
            milliseconds(timed.floor),
            milliseconds(timed.ours),
            timed.times_floor,
            "under a second",
            timed.ours < MOST_SECONDS,
        )
        yield _memory(what, file)


def _long(place: Path) -> Path:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    file = place / "langt-eksempelbrev.md"
    file.write_text("\n".join((lines * (LINES // len(lines) + 1))[:LINES]), encoding="utf-8")
    return file


def _memory(what: str, file: Path) -> Row:
    """Measure the peak of the whole process, as the operating system counts it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    command = [
        sys.executable,
        "-c",
        "from workflow.app.cli.main import main; main()",
        "read",
        file,
        "--year",
        "2026",
        "--format",
        "json",
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    assert peak * 1024 > before, "another child process was larger: measure reading before anything else"
    return Row(
        what + ", peak memory of the process",
        file.name,
        f"{MOST_MIB} MiB",
        f"{MOST_MIB} MiB",
        f"{peak:.0f} MiB",
        peak / MOST_MIB,
        "under the floor",
        peak < MOST_MIB,
    )
