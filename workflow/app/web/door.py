"""Whose address is it? The same plain 404 for every address that shows nothing, and no searching for one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from projections.feeds.selection import Feed
from workflow.app.web.limits import ASKING, GUESSING, Buckets
from workflow.app.wiring import App
from workflow.feeds.subscriptions import Subscription

PRIVATE = {
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
    "referrer-policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A subscription that may be shown, with what it shows today."""

    subscription: Subscription
    feed: Feed


class Door:
    """Opens the feeds to whoever has their address."""

    def __init__(self, app: App, monotonic: Callable[[], float]) -> None:
        """Guard this service's feeds; `monotonic` gives seconds that never go back."""
        self._app = app
        self._monotonic = monotonic
        self._asking = Buckets(ASKING)
        self._guessing = Buckets(GUESSING)

    def refusal(self, request: Request, known: bool) -> Response | None:
        """Count the request, and answer it when its client asks too often.

        An address that is `known` to show something is not refused for what others behind the same
        client address have guessed.
        """
        client, at = _client(request), self._monotonic()
        wait = self._asking.take(client, at) or (0.0 if known else self._guessing.wait(client, at))
        return too_often(wait) if wait > 0 else None

    def open(self, request: Request) -> Found | None:
        """Give what the address shows today; None, and one guess counted, when it shows nothing."""
        opened = self._app.subscriptions.open(request.path_params["token"])
        name = request.path_params.get("name")
        if opened is None or name not in (None, opened[0].slug):
            self.guessed(request)
            return None
        return Found(*opened)

    def guessed(self, request: Request) -> None:
        """Count one address that showed nothing."""
        self._guessing.take(_client(request), self._monotonic())

    def note(self, subscription: str, request: Request, now: dt.datetime) -> None:
        """Note that the calendar was fetched, and by what; written down later."""
        self._app.usage.note(subscription, now, request.headers.get("user-agent", ""))


def nothing_here() -> Response:
    """Answer for an address that is unknown, revoked, cut or changed: always the same bytes."""
    return PlainTextResponse("404\n", 404, headers=PRIVATE | {"cache-control": "no-store"})


def too_often(wait: float) -> Response:
    """Answer for a client that asks too often; `wait` in seconds."""
    headers = PRIVATE | {"cache-control": "no-store", "retry-after": str(math.ceil(wait))}
    return PlainTextResponse("429\n", 429, headers=headers)


def _client(request: Request) -> str:
    return request.client.host if request.client else ""
