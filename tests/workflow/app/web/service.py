"""The service really running on a port, with a clock that a test sets and a past that it adds to."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import uvicorn

from events.store.datastore import Datastore
from tests.kit.happened import Past, record
from workflow.app.settings import from_environment
from workflow.app.subscribing import new_subscription
from workflow.app.web.application import create_app
from workflow.app.web.serve import listening
from workflow.app.wiring import App
from workflow.directory.importing import import_lists

NOON = dt.datetime(2026, 2, 2, 11, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
PEOPLE = (
    "name;email;unit;language\nKari Nes;kari@prove.example;Økonomi;nb\nOla Li;ola@prove.example;Analyse;nn\n"
)
KARI = "kari@prove.example"
OLA = "ola@prove.example"


@dataclass
class Service:
    """One running service; `now` is what its clock says, `seconds` what its stopwatch says."""

    app: App
    base: str
    client: httpx.Client
    now: dt.datetime = NOON
    seconds: float = 0.0
    past: Past = field(default_factory=Past)
    recorded: int = 0

    def follow(self) -> None:
        """Record what was added to the past, and take it."""
        record(self.app.store, self.past, self.recorded)
        self.recorded = len(self.past.events)
        self.app.catch_up()

    def subscribe(
        self, words: str = "all", owner: str = KARI, name: str = "Økonomi: frister", alarms: bool = True
    ) -> str:
        """Make a subscription and give its address as a path."""
        new = new_subscription(self.app, owner, words, name=name, alarms=alarms, by=owner)
        return new.address("", self.app.subscriptions.add(new))

    def revoke(self, path: str) -> None:
        """Revoke the subscription of an address."""
        found = self.app.subscriptions.lookup(token_of(path))
        assert found is not None
        self.app.subscriptions.revoke(found.id, "p-1", self.now)

    def get(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        """Send one request; header names are written with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.request(method, self.base + path, headers=named)


def token_of(path: str) -> str:
    """Give the token of an address."""
    return path.split("/")[-2]


def two_assignments() -> Past:
    """Give a past in which Økonomi answers for one assignment and nobody for the other."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-13")
    return past.assignment("2026-02", goal=2).due("2026-02", "2026-04-15")


@contextmanager
def running(datastore: Datastore, home: Path) -> Iterator[Service]:
    """Start the service on a free port, with two people and two assignments."""
    settings = from_environment(
        {"FRISTVAKT_HOME": str(home), "FRISTVAKT_BASE_URL": "https://frist.example.no"}
    )
    numbers = count(1)
    app = App(settings, lambda: service.now, lambda: f"id-{next(numbers):04}", datastore)
    with listening("127.0.0.1", 0) as listener, httpx.Client(timeout=60) as client:
        service = Service(
            app, f"http://127.0.0.1:{listener.getsockname()[1]}", client, past=two_assignments()
        )
        import_lists(datastore, app.new_id, PEOPLE.encode())
        service.follow()
        config = uvicorn.Config(
            create_app(app, lambda: service.seconds), log_level="warning", server_header=False
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield service
        finally:
            server.should_exit = True
            thread.join(timeout=30)
