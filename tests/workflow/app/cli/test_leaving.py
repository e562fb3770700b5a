from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.command_line import LETTER, CommandLine

HANGING_SECONDS = 120
"""What takes longer than this will not end by itself."""


def test_closing_the_pipe_early_leaves_no_complaint(fristvakt: CommandLine) -> None:
    """`fristvakt … | head` ends quietly."""
    with fristvakt.process("read", LETTER, "--text") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_interrupting_stops_without_a_traceback(fristvakt: CommandLine) -> None:
    """Ctrl-C ends the service in one sentence."""
    service = fristvakt.process("serve", "--port", "48217", start_new_session=True)
    try:
        assert service.stderr is not None
        assert "Starter tjenesten" in service.stderr.readline()
        service.send_signal(signal.SIGINT)
        _, rest = service.communicate(timeout=HANGING_SECONDS)
    finally:
        service.kill()
    assert service.returncode == 130
    assert "Traceback" not in rest
    assert "Avbrutt." in rest


def test_using_a_database_that_was_never_upgraded_says_what_to_run(fristvakt: CommandLine) -> None:
    """The command that helps stands in the sentence, and works."""
    fristvakt.environment["FRISTVAKT_DATABASE_URL"] = f"sqlite:///{fristvakt.home / 'new' / 'empty.db'}"
    assert "fristvakt db upgrade" in fristvakt.refused("register")
    assert fristvakt.done("db", "upgrade").out
    assert "allerede" in fristvakt.done("db", "upgrade").out
    assert fristvakt.done("register", "--format", "json").json == []


def test_using_a_file_that_is_no_database_is_refused(fristvakt: CommandLine) -> None:
    """A letter named as the database is not overwritten."""
    file = fristvakt.home / "brev.db"
    file.write_text("Kjære direktorat!\n" * 500, encoding="utf-8")
    fristvakt.environment["FRISTVAKT_DATABASE_URL"] = f"sqlite:///{file}"
    assert "ikke en Fristvakt-database" in fristvakt.refused("db", "upgrade")
    assert file.read_text(encoding="utf-8").startswith("Kjære direktorat!")


def test_using_a_server_that_does_not_answer_is_refused_without_the_password(fristvakt: CommandLine) -> None:
    """The sentence names the setting, and never the secret in it."""
    fristvakt.environment["FRISTVAKT_DATABASE_URL"] = "postgresql://fristvakt:hemmelig@127.0.0.1:9/fristvakt"
    sentence = fristvakt.refused("register")
    assert "svarer ikke" in sentence
    assert "hemmelig" not in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FRISTVAKT_DATABASE_URL", "mysql://vert/base"),
        ("FRISTVAKT_PORT", "åtte tusen"),
        ("FRISTVAKT_BASE_URL", "fristvakt.example.no"),
    ],
)
def test_setting_what_cannot_be_used_is_wrong_use(fristvakt: CommandLine, name: str, value: str) -> None:
    """Settings are checked before anything starts; the error says what to write."""
    fristvakt.environment[name] = value
    assert f"{name}=" in fristvakt.misused("register")


def test_finding_a_poisoned_event_names_it_and_goes_on(fristvakt: CommandLine, sqlite_url: str) -> None:
    """A projection that stops says at which event and what to run; what stood before is still shown."""
    fristvakt.with_letter().done("accept", "2027-01")
    _poison(Path(sqlite_url.removeprefix("sqlite:///")))
    printed = fristvakt("register")
    assert printed.code == 0
    assert "fristvakt rebuild register" in printed.err
    assert "2027-01" in printed.out
    assert "stoppet" in fristvakt.refused("rebuild", "register")


def _poison(file: Path) -> None:
    """Store an event under a name that nobody knows."""
    with sqlite3.connect(file) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
        (row,) = connection.execute("SELECT * FROM event ORDER BY 1 DESC LIMIT 1")
        poisoned = dict(zip(columns, row, strict=True))
        poisoned[columns[0]] += 1
        poisoned["originator_version"] += 1
        poisoned["topic"] = "assignment.never-heard-of"
        marks = ", ".join("?" for _ in columns)
        connection.execute(f"INSERT INTO event VALUES ({marks})", list(poisoned.values()))


def test_taking_long_shows_a_sign_of_life_on_standard_error(fristvakt: CommandLine) -> None:
    """Whoever waits for more than two seconds sees what for; results on standard output stay clean."""
    code = (
        "import time; from workflow.app.cli.progress import progress\n"
        "with progress('Leser'): time.sleep(2.5)\nprint('ferdig')"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "ferdig\n"
    assert "Leser …" in ran.stderr
