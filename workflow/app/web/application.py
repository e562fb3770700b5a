"""The service as an ASGI application: every address it answers, in one table."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from events.store.changes import changes
from events.store.errors import StoreUnavailable
from workflow.app.web.door import PRIVATE, Door, nothing_here
from workflow.app.web.duty import DutyEndpoint
from workflow.app.web.feed import FeedEndpoint
from workflow.app.web.front import FrontEndpoint, robots
from workflow.app.web.health import HealthEndpoint
from workflow.app.web.landing import LandingEndpoint
from workflow.app.web.pages import TEMPLATES
from workflow.app.wiring import App

RETRY_SECONDS = 60


def create_app(app: App, monotonic: Callable[[], float] = time.monotonic) -> Starlette:
    """Make the application that answers for `app`; `monotonic` measures how often a client asks."""
    door, watched = Door(app, monotonic), changes(app.datastore)

    @asynccontextmanager
    async def lifespan(_served: Starlette) -> AsyncIterator[None]:
        yield
        await watched.close()

    served = Starlette(
        routes=[
            Route("/kalender/{token}/{name}.ics", FeedEndpoint(app, door, watched).answer),
            Route("/kalender/{token}/", in_thread(LandingEndpoint(app, door))),
            Route("/plikt/{duty}/{person}/{mac}", in_thread(DutyEndpoint(app, door))),
            Route("/", in_thread(FrontEndpoint(app))),
            Route("/helse", in_thread(HealthEndpoint(app))),
            Route("/robots.txt", in_thread(robots)),
            Route("/stil.css", in_thread(_style)),
        ],
        exception_handlers={StoreUnavailable: _away, 404: _nothing, 405: _not_allowed},
        lifespan=lifespan,
    )
    served.router.redirect_slashes = False
    return served


def in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Run a synchronous answer in a worker thread: the store waits for disks and locks."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return endpoint


def _style(_request: Request) -> Response:
    return FileResponse(
        TEMPLATES / "stil.css",
        headers={"cache-control": "public, max-age=86400", "x-content-type-options": "nosniff"},
    )


def _away(_request: Request, _error: Exception) -> Response:
    """Answer while the database is away: clients keep what they have, and come back."""
    return PlainTextResponse("503\n", 503, headers=PRIVATE | {"retry-after": str(RETRY_SECONDS)})


def _nothing(_request: Request, _error: Exception) -> Response:
    return nothing_here()


def _not_allowed(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("405\n", 405, headers=PRIVATE | {"allow": "GET, HEAD"})
