"""The child process: a document on standard input, its layout as JSON on standard output."""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import sys

from workflow.reading.documents.child import OUT_OF_MEMORY, OUT_OF_TIME, READ, REFUSED
from workflow.reading.documents.refusals import DocumentRefusal
from workflow.reading.documents.wire import to_wire

# By name, so that a child loads one format's libraries and not all of them.
_READERS = {
    "pdf": ("workflow.reading.documents.pdf", "read_pdf"),
    "docx": ("workflow.reading.documents.word", "read_word"),
    "html": ("workflow.reading.documents.html", "read_html"),
    "md": ("workflow.reading.documents.markdown", "read_markdown"),
}

# Deeper than any element tree that the XML library lets through, times our calls for each level.
_DEEPEST = 20_000


def main(kind: str, memory: str, seconds: str) -> int:
    """Read one document within the bounds; the exit code says how it went, see `child`."""
    _bound(int(memory), float(seconds))
    data = sys.stdin.buffer.read()
    try:
        module, function = _READERS[kind]
        answer, code = to_wire(getattr(importlib.import_module(module), function)("", data)), READ
    except DocumentRefusal as refusal:
        answer, code = json.dumps({"code": refusal.code, "facts": refusal.facts}).encode(), REFUSED
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return code


def _bound(memory: int, seconds: float) -> None:
    """Cap memory and processor time, so that a child whose parent is gone ends by itself too."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(_DEEPEST)
    limit = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    signal.signal(signal.SIGXCPU, lambda *_: os._exit(OUT_OF_TIME))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
