"""The command line as a test uses it: one fresh home, one clock, and what a run printed."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from workflow.app.cli.main import run

LETTER = Path(__file__).parent / "letter.md"
"""A small made-up letter: four clear proposals, one with two dates, one with an impossible date."""
CORRECTED = Path(__file__).parent / "letter_corrected.md"
"""The same letter corrected: one date settled, one moved, one assignment gone, one new."""
CONTROLLER = "kari@prove.example"
PEOPLE = (
    "name;email;unit;manager_email;role;language\n"
    f"Kari Nordås;{CONTROLLER};Styring;;controller;nb\n"
    "Åse Øvrebø;ase@prove.example;Analyse;kari@prove.example;contributor;nn\n"
)
PROJECT = Path(__file__).parents[2]
STARTING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from workflow.app.cli.main import main; main()"
)
"""As from a terminal: a test worker ignores Ctrl-C, and what it starts would ignore it too."""
NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Printed:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


@dataclass(slots=True)
class CommandLine:
    """Runs `fristvakt` in a home of its own. `now` is what its clock says."""

    home: Path
    environment: dict[str, str]
    monkeypatch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]
    now: dt.datetime = field(default=NOW)

    def __call__(self, *arguments: object) -> Printed:
        """Run a command in this process."""
        for name in [name for name in os.environ if name.startswith("FRISTVAKT_")]:
            self.monkeypatch.delenv(name)
        for name, value in self.environment.items():
            self.monkeypatch.setenv(name, value)
        self.captured.readouterr()
        code = run([str(each) for each in arguments], clock=lambda: self.now)
        printed = self.captured.readouterr()
        return Printed(code, printed.out, printed.err)

    def done(self, *arguments: object) -> Printed:
        """Run a command that must succeed."""
        printed = self(*arguments)
        assert printed.code == 0, printed.err or printed.out
        return printed

    def refused(self, *arguments: object) -> str:
        """Run a command that must be refused, and give the sentence."""
        printed = self(*arguments)
        assert printed.code == 1, printed
        assert "Traceback" not in printed.err
        return printed.err

    def misused(self, *arguments: object) -> str:
        """Run a command that is wrongly used, and give what it says."""
        printed = self(*arguments)
        assert printed.code == 2, printed
        return printed.err

    def process(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """Start a command as a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-c", STARTING, *map(str, arguments)],
            cwd=PROJECT,
            env={name: value for name, value in os.environ.items() if not name.startswith("FRISTVAKT_")}
            | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def with_people(self) -> CommandLine:
        """Fill the directory, and let the controller be who decides."""
        file = self.home / "people.csv"
        file.write_text(PEOPLE, encoding="utf-8")
        self.done("people", "import", file)
        self.environment["FRISTVAKT_USER"] = CONTROLLER
        return self

    def with_letter(self) -> CommandLine:
        """Take the small letter in."""
        self.with_people().done("letter", "add", LETTER)
        return self

    def confirmed(self) -> CommandLine:
        """Take the small letter in, decide everything and close it."""
        self.with_letter().done("accept", "--clear")
        self.done("accept", "2027-02", "--decide", "dates_disagree=01.10.2027")
        self.done("accept", "2027-03", "--decide", "impossible_date=avklares")
        self.done("confirm")
        return self


def command_line(
    url: str, home: Path, monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
) -> CommandLine:
    """Make a command line on a database, where no service answers."""
    environment = {
        "FRISTVAKT_HOME": str(home),
        "FRISTVAKT_DATABASE_URL": url,
        "FRISTVAKT_BASE_URL": "http://127.0.0.1:9",
    }
    monkeypatch.setenv("COLUMNS", "160")  # as where there is no terminal, whatever the test runner says
    return CommandLine(home, environment, monkeypatch, captured)
