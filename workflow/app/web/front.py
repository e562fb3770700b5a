"""The front page: what answers here, and nothing about what is in it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from workflow.app.web.pages import page
from workflow.app.wiring import App


class FrontEndpoint:
    """Answers GET and HEAD for the front page."""

    def __init__(self, app: App) -> None:
        """Speak the language of this service."""
        self._language = app.settings.language

    def __call__(self, _request: Request) -> Response:
        """Answer one request."""
        return page("front.html", self._language)


def robots(_request: Request) -> Response:
    """Forbid nothing: Google's calendar obeys this file, and the pages say «noindex» themselves."""
    return PlainTextResponse("User-agent: *\nDisallow:\n")
