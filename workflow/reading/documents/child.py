"""Documents that a hostile file could make slow or hungry are read in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from workflow.reading.documents import limits
from workflow.reading.documents.detect import Format
from workflow.reading.documents.layout import Layout
from workflow.reading.documents.refusals import DocumentBroken, NeedsTooMuchMemory, TookTooLong, refusal_of
from workflow.reading.documents.wire import from_wire

READ, REFUSED, OUT_OF_MEMORY, OUT_OF_TIME = 0, 3, 4, 5
"""How the child ends. Any other code is a parser that gave up on a damaged file."""


def read_in_child(kind: Format, name: str, data: bytes) -> Layout:
    """Read with a bound on time and memory; raises the child's refusal, or what its end shows.

    The file goes in by a pipe and the layout comes out by another: nothing is written anywhere.
    """
    try:
        done = subprocess.run(
            _command(kind),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=limits.CHILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(name) from error
    return _outcome(kind, name, done)


def _command(kind: Format) -> list[str]:
    # -P and -B: load our packages and none from the user's folder, and write no compiled files.
    memory, seconds = str(limits.CHILD_MEMORY_BYTES), str(limits.CHILD_SECONDS)
    module = "workflow.reading.documents.worker"
    return [sys.executable, "-P", "-B", "-m", module, kind.value, memory, seconds]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}


def _outcome(kind: Format, name: str, done: subprocess.CompletedProcess[bytes]) -> Layout:
    if done.returncode == READ:
        return from_wire(done.stdout)
    if done.returncode == REFUSED:
        refusal = json.loads(done.stdout)
        # The child never hears the name: it may be anything that an upload calls itself.
        raise refusal_of(refusal["code"])(**{**refusal["facts"], "name": name})
    if done.returncode == OUT_OF_MEMORY:
        raise NeedsTooMuchMemory(name=name, megabytes=limits.CHILD_MEMORY_BYTES // (1024 * 1024))
    if done.returncode == OUT_OF_TIME:
        raise _too_long(name)
    raise DocumentBroken(name=name, format=kind.name)


def _too_long(name: str) -> TookTooLong:
    return TookTooLong(name=name, seconds=round(limits.CHILD_SECONDS))
