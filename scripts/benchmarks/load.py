"""A client that asks as fast as it is answered, in a process of its own: one line in, one line out.

Reads «PORT PATH TAG» and sends that request over and over on connections that stay open; writes
the status of the last answer when all are answered.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

CONNECTIONS = 16
REQUESTS = 125
"""On each connection."""


@dataclass
class Load:
    """The client as the benchmark sees it."""

    process: subprocess.Popen[str]
    port: int

    def run(self, path: str, tag: str) -> int:
        """Send every request, wait for every answer, and give the status of the last."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(self.port, path, tag, file=self.process.stdin, flush=True)
        return int(self.process.stdout.readline())


@contextmanager
def client(port: int) -> Iterator[Load]:
    """Start a client for a port of this machine."""
    with subprocess.Popen(
        [sys.executable, "-m", "scripts.benchmarks.load"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Load(process, port)
        assert process.stdin is not None
        process.stdin.close()


async def _connection(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(REQUESTS):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return head[9:12]


async def _all(port: int, path: str, tag: str) -> bytes:
    lines = (f"GET {path} HTTP/1.1", "Host: localhost", "User-Agent: bench", f"If-None-Match: {tag}", "", "")
    request = "\r\n".join(lines).encode()
    return (await asyncio.gather(*(_connection(port, request) for _ in range(CONNECTIONS))))[-1]


if __name__ == "__main__":
    for asked in sys.stdin:
        port, path, tag = asked.split()
        print(int(asyncio.run(_all(int(port), path, tag))), flush=True)
