"""Fetching a feed as a client does: over HTTP from the running service, or from the same service in here."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal

SECONDS = 30
Message = MutableMapping[str, Any]


class NotPublished(Refusal):
    """The service that answers at the public address does not publish our feed."""

    code = "not-published"
    message = N_(
        "{address} answers {status}: another service, or one with another database. "
        "Check FRISTVAKT_BASE_URL and FRISTVAKT_DATABASE_URL."
    )


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes, and whether the running service gave them or the same program in this process."""

    content: bytes
    origin: Literal["service", "in_process"]


def fetch(app: App, address: str) -> Fetched:
    """Fetch an address of ours. Raises `NotPublished` when whoever answers there does not know it."""
    try:
        with urlopen(Request(address, headers={"User-Agent": "Fristvakt"}), timeout=SECONDS) as answer:
            return Fetched(answer.read(), "service")
    except HTTPError as error:
        raise NotPublished(address=app.settings.base_url, status=error.code) from error
    except (URLError, OSError):  # nobody answers there: then ask the same program directly
        return Fetched(asyncio.run(_ask(app, urlsplit(address).path)), "in_process")


async def _ask(app: App, path: str) -> bytes:
    """Send one GET through the web application without a network."""
    from workflow.app.web.application import create_app

    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await create_app(app)(_scope(path), receive, send)
    status = next(message["status"] for message in sent if message["type"] == "http.response.start")
    if status != 200:
        raise NotPublished(address=app.settings.base_url, status=status)
    return b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")


def _scope(path: str) -> Message:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"user-agent", b"Fristvakt")],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 80),
    }
