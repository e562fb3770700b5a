"""How often one client may ask, in constant memory: a bucket of requests that fills up again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` requests at once, and `per_minute` in the long run."""

    burst: int
    per_minute: int


ASKING = Rate(burst=1000, per_minute=3000)
"""A whole agency behind one address: hundreds of calendar programs that start at eight o'clock."""
GUESSING = Rate(burst=20, per_minute=20)
"""Addresses that do not exist: a mistyped one is a handful, a search for one is many."""
CLIENTS = 10_000


class Buckets:
    """One bucket for each client; the clients that were seen longest ago are forgotten first."""

    def __init__(self, rate: Rate, clients: int = CLIENTS) -> None:
        """Start with every bucket full."""
        self._rate = rate
        self._clients = clients
        self._kept: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, client: str, at: float) -> float:
        """Give how many seconds the client must wait, 0 when it may ask; takes nothing. `at` in seconds."""
        with self._lock:
            return self._wait(self._filled(client, at))

    def take(self, client: str, at: float) -> float:
        """Count one request and give 0, or give the seconds to wait and count nothing."""
        with self._lock:
            filled = self._filled(client, at)
            if filled >= 1:
                self._kept[client] = (filled - 1, at)
                self._kept.move_to_end(client)
                if len(self._kept) > self._clients:
                    self._kept.popitem(last=False)
            return self._wait(filled)

    def _wait(self, filled: float) -> float:
        return max(0.0, (1 - filled) * 60 / self._rate.per_minute)

    def _filled(self, client: str, at: float) -> float:
        left, since = self._kept.get(client, (float(self._rate.burst), at))
        return min(self._rate.burst, left + (at - since) * self._rate.per_minute / 60)
