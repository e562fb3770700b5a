"""One feed over HTTP: 200 with the calendar, 304 when the client has it, 404 when there is nothing."""

from __future__ import annotations

from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response

from projections.feeds.publisher import FeedPublisher
from projections.feeds.validators import Validators
from workflow.app.web.conditional import unchanged
from workflow.app.web.door import PRIVATE, Door
from workflow.app.wiring import App

FRESH_SECONDS = 900


class FeedEndpoint:
    """Answers GET and HEAD for feeds; runs in a worker thread, because the store is synchronous."""

    def __init__(self, app: App, door: Door) -> None:
        """Publish what the app's store holds to whoever the door lets in."""
        self._app = app
        self._door = door
        self._publisher = FeedPublisher(app.datastore)

    def __call__(self, request: Request) -> Response:
        """Answer one request."""
        found = self._door.open(request)
        if isinstance(found, Response):
            return found
        now = self._app.clock()
        if _is_conditional(request):
            known = self._publisher.current(found.feed, now)
            if known is not None and unchanged(request.headers, known.etag, known.last_modified):
                return Response(status_code=304, headers=_validators(known))
        body = self._publisher.body(found.feed, now)
        if unchanged(request.headers, body.validators.etag, body.validators.last_modified):
            return Response(status_code=304, headers=_validators(body.validators))
        headers = _validators(body.validators) | PRIVATE
        headers["content-disposition"] = f'inline; filename="{found.subscription.slug}.ics"'
        return Response(body.content, headers=headers, media_type="text/calendar; charset=utf-8")


def _is_conditional(request: Request) -> bool:
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


def _validators(known: Validators) -> dict[str, str]:
    return {
        "etag": known.etag,
        "last-modified": format_datetime(known.last_modified, usegmt=True),
        "cache-control": f"private, max-age={FRESH_SECONDS}",
    }
