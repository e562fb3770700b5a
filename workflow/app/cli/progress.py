"""A sign of life on standard error for whatever takes longer than two seconds."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

QUIET_SECONDS = 2.0
BETWEEN_SECONDS = 1.0
BETWEEN_LINES = 10.0


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Say what goes on, and for how long it has, from the third second until it is done."""
    done = threading.Event()
    sign = threading.Thread(target=_tell, args=(what, done), daemon=True)
    sign.start()
    try:
        yield
    finally:
        done.set()
        sign.join()


def _tell(what: str, done: threading.Event) -> None:
    """Repeat the sign: over itself on a terminal, in lines that are far apart elsewhere."""
    seconds, live = QUIET_SECONDS, sys.stderr.isatty()
    pause = BETWEEN_SECONDS if live else BETWEEN_LINES
    if done.wait(QUIET_SECONDS):
        return
    while True:
        print(
            f"\r{what} … {seconds:.0f} s" if live else f"{what} …",
            end="" if live else "\n",
            file=sys.stderr,
            flush=True,
        )
        if done.wait(pause):
            break
        seconds += pause
    if live:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
