"""Whose address is it? The same plain 404 for every address that shows nothing, and no searching for one."""

from __future__ import annotations

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

    def open(self, request: Request) -> Found | Response:
        """Give what the address shows, or the answer for one that shows nothing or asks too often."""
        client = request.client.host if request.client else ""
        at = self._monotonic()
        wait = max(self._asking.wait(client, at), self._guessing.wait(client, at))
        if wait > 0:
            return too_often(wait)
        self._asking.take(client, at)
        found = self._found(request)
        if found is None:
            self._guessing.take(client, at)
            return nothing_here()
        agent = request.headers.get("user-agent", "")
        self._app.usage.note(found.subscription.id, self._app.clock(), agent)
        return found

    def _found(self, request: Request) -> Found | None:
        opened = self._app.subscriptions.open(request.path_params["token"])
        if opened is None:
            return None
        subscription, feed = opened
        name = request.path_params.get("name")
        if name is not None and name != subscription.slug:
            return None
        return Found(subscription, feed)


def nothing_here() -> Response:
    """Answer for an address that is unknown, revoked, cut or changed: always the same bytes."""
    return PlainTextResponse("404\n", 404, headers=PRIVATE | {"cache-control": "no-store"})


def too_often(wait: float) -> Response:
    """Answer for a client that asks too often; `wait` in seconds."""
    headers = PRIVATE | {"cache-control": "no-store", "retry-after": str(math.ceil(wait))}
    return PlainTextResponse("429\n", 429, headers=headers)
