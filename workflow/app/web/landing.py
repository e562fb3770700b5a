"""The landing page of a feed: how to subscribe, what to expect of each program, and what comes next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import Response

from projections.feeds.upcoming import Upcoming, upcoming
from workflow.app.web.door import Door, nothing_here
from workflow.app.web.links import links
from workflow.app.web.pages import page
from workflow.app.wiring import App

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what comes next: the day in words and for machines, and the entry's own words."""

    machine: str
    day: str
    words: str


class LandingEndpoint:
    """Answers GET and HEAD for the page of a feed."""

    def __init__(self, app: App, door: Door) -> None:
        """Show feeds to whoever the door lets in."""
        self._app = app
        self._door = door

    def __call__(self, request: Request) -> Response:
        """Answer one request."""
        refusal = self._door.refusal(request, known=False)
        if refusal is not None:
            return refusal
        found = self._door.open(request)
        if found is None:
            return nothing_here()
        subscription = found.subscription
        address = subscription.address(self._app.settings.base_url, request.path_params["token"])
        with self._app.datastore.reading() as connection:
            coming = upcoming(connection, found.feed, self._app.today(), SHOWN)
        return page(
            "landing.html",
            subscription.language,
            name=subscription.name,
            alarms=subscription.alarms,
            links=links(address, subscription.name),
            host=_only_here(address),
            coming=[_line(each, subscription.language) for each in coming],
        )


def _only_here(address: str) -> str:
    """Give the host of an address that only the machine itself can reach; «» for any other."""
    host = urlsplit(address).hostname or ""
    return host if host == "localhost" or host.startswith("127.") or host == "::1" else ""


def _line(each: Upcoming, language: str) -> Line:
    days = _day(each.day, language)
    if each.first_day < each.day:
        days = f"{_day(each.first_day, language)} – {days}"
    return Line(each.day.isoformat(), days, each.summary)


def _day(day: dt.date, language: str) -> str:
    return format_date(day, "EEEE d. MMMM y", locale=language)
