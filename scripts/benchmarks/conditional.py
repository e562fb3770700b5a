"""A conditional request that ends in 304, against a fixed 304 from the same server."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.request import urlopen

import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from events.store.datastore import Datastore
from scripts.benchmarks import invented, load
from scripts.benchmarks.frame import Row, in_turn, per_second
from workflow.app.settings import from_environment
from workflow.app.subscribing import new_subscription
from workflow.app.web.application import create_app
from workflow.app.web.serve import listening
from workflow.app.wiring import App
from workflow.directory.importing import import_lists

DUTIES = 500
NOW = dt.datetime(2026, 2, 2, 11, 0, tzinfo=dt.UTC)
PERSON = "kari@prove.example"
FIXED = "/fixed"


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure the rate of 304 answers on a store where nothing is written meanwhile."""
    path = _subscribed(app := _app(datastore))
    with _serving(app) as port, load.client(port) as client:
        tag = _tag(port, path)
        assert client.run(FIXED, tag) == client.run(path, tag) == 304
        timed = in_turn(lambda: client.run(FIXED, tag), lambda: client.run(path, tag))
    requests = load.CONNECTIONS * load.REQUESTS
    rate = 1 / timed.times_floor
    yield Row(
        "a conditional request that ends in 304",
        kind,
        "a fixed 304 with the same headers",
        per_second(requests, timed.floor),
        per_second(requests, timed.ours),
        rate,
        "at least 0.7× the rate",
        rate >= 0.7,
    )


def _app(datastore: Datastore) -> App:
    numbers = count(1)
    app = App(from_environment({}), lambda: NOW, lambda: f"id-{next(numbers)}", datastore)
    for number in range(DUTIES):
        app.store.save(*invented.given(number))
    app.catch_up()
    return app


def _subscribed(app: App) -> str:
    import_lists(app.datastore, app.new_id, f"name;email\nKari Nes;{PERSON}\n".encode())
    new = new_subscription(app, PERSON, "all", by=PERSON)
    return new.address("", app.subscriptions.add(new))


@contextmanager
def _serving(app: App) -> Iterator[int]:
    """Serve in a thread, while the client runs in a process; no bucket ever empties."""
    ticks = count(step=60)
    served = create_app(app, lambda: float(next(ticks)))
    served.router.routes.insert(0, Route(FIXED, _fixed))
    with listening("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(served, log_level="warning", server_header=False))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


async def _fixed(_request: Request) -> Response:
    """Answer by constants: what a 304 costs before anything is looked up."""
    headers = {
        "etag": '"00000000000000000000000000000000"',
        "last-modified": "Mon, 02 Feb 2026 11:00:00 GMT",
        "cache-control": "private, max-age=900",
    }
    return Response(status_code=304, headers=headers)


def _tag(port: int, path: str) -> str:
    with urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        assert answer.read(15) == b"BEGIN:VCALENDAR"
        return str(answer.headers["etag"])
