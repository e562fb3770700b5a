"""One feed over HTTP: 200 with the calendar, 304 when the client has it, 404 when there is nothing."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from calendars.zone import OSLO
from events.store.changes import Changes
from projections.feeds.publisher import FeedPublisher
from projections.feeds.validators import Validators
from workflow.app.web.conditional import Current, unchanged
from workflow.app.web.door import PRIVATE, Door, Found, nothing_here
from workflow.app.web.remembered import Answer, Remembered
from workflow.app.wiring import App

FRESH_SECONDS = 900


class FeedEndpoint:
    """Answers GET and HEAD for feeds.

    What was answered is remembered with the version of the database it was read in. While that
    stands, a client that has the bytes gets its 304 at once; everything else is looked up, in a
    worker thread, because the store waits for disks and locks.
    """

    def __init__(self, app: App, door: Door, changes: Changes) -> None:
        """Publish what the app's store holds to whoever the door lets in."""
        self._app = app
        self._door = door
        self._changes = changes
        self._remembered = Remembered()
        self._publisher = FeedPublisher(app.datastore)

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        path = request.scope["path"]
        refusal = self._door.refusal(request, known=path in self._remembered)
        if refusal is not None:
            return refusal
        # Asked before anything is read: what is written meanwhile makes the answer one of the past.
        version = await self._changes.version() if _is_conditional(request) else None
        now = self._app.clock()
        known = self._remembered.get(path, version, _day(now))
        if known is not None and unchanged(request.headers, known.current):
            self._door.note(known.subscription, request, now)
            return known.not_modified
        return await run_in_threadpool(self._look_up, request, version, now)

    def _look_up(self, request: Request, version: str | None, now: dt.datetime) -> Response:
        path, found = request.scope["path"], self._door.open(request)
        if found is None:
            self._remembered.forget(path)
            return nothing_here()
        self._door.note(found.subscription.id, request, now)
        known = self._publisher.current(found.feed, now) if _is_conditional(request) else None
        if known is not None and unchanged(request.headers, _current(found, known)):
            return self._kept(path, version, now, found, known)
        body = self._publisher.body(found.feed, now)
        not_modified = self._kept(path, version, now, found, body.validators)
        if unchanged(request.headers, _current(found, body.validators)):
            return not_modified
        headers = _headers(body.validators) | PRIVATE
        headers["content-disposition"] = f'inline; filename="{found.subscription.slug}.ics"'
        return Response(body.content, headers=headers, media_type="text/calendar; charset=utf-8")

    def _kept(
        self, path: str, version: str | None, now: dt.datetime, found: Found, known: Validators
    ) -> Response:
        """Remember what is current, and give the 304 that says so."""
        not_modified = Response(status_code=304, headers=_headers(known))
        answer = Answer(version, _day(now), found.subscription.id, _current(found, known), not_modified)
        self._remembered.keep(path, answer)
        return not_modified


def _is_conditional(request: Request) -> bool:
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


def _current(found: Found, known: Validators) -> Current:
    """A feed that follows its owner to another unit may get the older date of that unit's feed."""
    return Current(known.etag, known.last_modified, by_date=not found.subscription.chosen.my_unit)


def _day(now: dt.datetime) -> dt.date:
    """Give the civil day in Norway."""
    return now.astimezone(OSLO).date()


def _headers(known: Validators) -> dict[str, str]:
    return {
        "etag": known.etag,
        "last-modified": format_datetime(known.last_modified, usegmt=True),
        "cache-control": f"private, max-age={FRESH_SECONDS}",
    }
