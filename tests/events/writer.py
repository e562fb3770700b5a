"""A process that writes events until it is done, or killed."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from uuid import UUID, uuid4

from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.events.notebook import confirmed, registered
from tests.events.processes import processes


@dataclass
class Writer:
    """A running writer, and the end of the pipe where it says what is acknowledged."""

    process: BaseProcess
    told: Connection

    def await_ready(self) -> None:
        """Wait until it is about to write."""
        assert self.told.recv() == "ready"

    def acknowledged(self) -> set[UUID]:
        """Give the streams whose writes it said had come through, once it has ended."""
        streams: set[UUID] = set()
        with suppress(EOFError):  # the end of what it said
            while True:
                streams.add(self.told.recv())
        self.process.join()
        return streams


def start(url: str, writes: int, size: int, pause: float = 0) -> Writer:
    """Start a process that makes so many writes of so many events, each on a stream of its own.

    It pauses in the middle of each, positions taken and nothing committed, for so many seconds.
    """
    told, tell = processes.Pipe(duplex=False)
    process = processes.Process(target=_write, args=(url, writes, size, pause, tell), daemon=True)
    process.start()
    tell.close()
    return Writer(process, told)


def _write(url: str, writes: int, size: int, pause: float, tell: Connection) -> None:
    """Write, each time in one unit of work, and say so when its commit has returned."""
    store = EventStore(Datastore(url))
    tell.send("ready")
    for _ in range(writes):
        letter = uuid4()
        with store.datastore.unit_of_work():
            store.save(registered(letter))
            time.sleep(pause)
            store.save(*(confirmed(letter, version) for version in range(2, size + 1)))
        tell.send(letter)
