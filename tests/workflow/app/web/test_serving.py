from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.kit.command_line import CommandLine, command_line


@pytest.fixture
def fristvakt(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give a command line in a home of its own."""
    return command_line(sqlite_url, tmp_path, monkeypatch, capsys)


@contextmanager
def serving(fristvakt: CommandLine, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `fristvakt serve` as a process of its own, and wait until it answers."""
    process = fristvakt.process("serve", "--port", port)
    try:
        _await(process, port)
        yield process
    finally:
        process.kill()
        process.wait(timeout=30)


def test_terminating_the_service_leaves_cleanly_and_keeps_what_it_noted(fristvakt: CommandLine) -> None:
    """SIGTERM ends it with 0 within seconds, nothing on the way is lost, and no token is in what it said."""
    fristvakt.confirmed()
    port = _free_port()
    made = fristvakt.done("feed", "add", "--owner", "ase@prove.example", "--format", "json").json
    path = made["address"].partition("/kalender/")[2]
    with serving(fristvakt, port) as process:
        fetched = _fetch(port, f"/kalender/{path}", "khal/0.14")
        assert fetched.startswith(b"BEGIN:VCALENDAR")
        with pytest.raises(HTTPError, match="404"):
            _fetch(port, f"/kalender/x{path}", "khal/0.14")
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in out + err
    assert path.partition("/")[0] not in out + err
    (listed,) = fristvakt.done("feed", "list", "--format", "json").json
    assert listed["last_client"] == "khal/0.14"


def test_starting_where_another_service_listens_is_refused_in_words(fristvakt: CommandLine) -> None:
    """The port is named, and what to do about it."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = fristvakt.refused("serve", "--port", port)
    assert f"127.0.0.1:{port} er opptatt" in said
    assert "--port" in said


def test_starting_where_this_machine_is_not_is_refused_in_words(fristvakt: CommandLine) -> None:
    """An address of another machine is named, and what to do about it."""
    said = fristvakt.refused("serve", "--host", "192.0.2.1", "--port", 8000)
    assert "kan ikke svare på 192.0.2.1:8000" in said
    assert "--host" in said


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(process: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            _fetch(port, "/helse", "probe")
        except URLError:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return


def _fetch(port: int, path: str, client: str) -> bytes:
    with urlopen(
        Request(f"http://127.0.0.1:{port}{path}", headers={"User-Agent": client}), timeout=30
    ) as answer:
        content: bytes = answer.read()
        return content
