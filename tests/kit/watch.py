"""Schedulers as processes of their own, to be killed and raced, and a mail server that outlives them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.events.processes import processes
from tests.kit.agency import Agency

for needed_later in ("workflow.app.mailing", "workflow.handling", "workflow.reading.reader"):
    import_module(needed_later)  # once, where processes are forked from, not in each of them

PROJECT = Path(__file__).parents[2]
STARTING_SECONDS = 30


class Watch:
    """A process that looks again and again, at a moment that stands still."""

    def __init__(self, url: str, port: int, moment: str, holder: str, *, leading: bool = True) -> None:
        """Start it, and wait until it is about to look for the first time."""
        self._told, tell = processes.Pipe(duplex=False)
        arguments = (url, port, moment, holder, leading, tell)
        self.process: BaseProcess = processes.Process(target=_watch, args=arguments, daemon=True)
        self.process.start()
        tell.close()
        assert self._told.recv() == "ready"

    @property
    def has_looked(self) -> bool:
        """Whether it has looked once, and nobody was told yet."""
        return self._told.poll()

    def looked(self) -> None:
        """Wait until it has looked once more."""
        assert self._told.recv() == "looked"

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self.process.pid is not None
        self.process.kill()
        self.process.join()
        assert self.process.exitcode == -signal.SIGKILL


def _watch(url: str, port: int, moment: str, holder: str, leading: bool, tell: Connection) -> None:
    agency = Agency(url, port, moment)
    look = agency.looking(holder)
    tell.send("ready")
    while True:
        if leading:
            look()
        else:
            agency.app.raising.raise_due(agency.now)
            assert agency.app.sending is not None
            agency.app.sending.send_due()
        tell.send("looked")


@contextmanager
def mail_server(folder: Path) -> Iterator[int]:
    """Run a mail server as a process that writes what it takes to a folder; give its port."""
    folder.mkdir()
    server = subprocess.Popen([sys.executable, "-m", "tests.kit.mail_server", folder], cwd=PROJECT)
    try:
        until = time.monotonic() + STARTING_SECONDS
        while not (folder / "port").exists():
            assert time.monotonic() < until
            assert server.poll() is None, "the mail server did not start"
            time.sleep(0.02)
        yield int((folder / "port").read_text())
    finally:
        server.kill()
        server.wait()
