"""The clock of the service: it only ticks; what is due stands in the store, never in the ticker."""

from __future__ import annotations

import logging
from collections.abc import Callable

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from events.store.errors import StoreUnavailable
from workflow.app.wiring import App
from workflow.report_series.commands import OpenUpcomingReports

log = logging.getLogger(__name__)

SECONDS_BETWEEN_CATCHING_UP = 5
HOURS_BETWEEN_OPENING = 6
SECONDS_BETWEEN_NOTING_USE = 5
THE_SERVICE = "fristvakt"
"""Who opens the reports of a series: nobody decides it, the source did."""


def started(app: App) -> BackgroundScheduler:
    """Start ticking: take in what others did, open reports ahead, write down when feeds were fetched.

    A tick that was missed is made up once (`coalesce`), however late (`misfire_grace_time=None`).
    The caller shuts it down.
    """
    ticker = BackgroundScheduler(
        jobstores={"default": MemoryJobStore()},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        timezone="Europe/Oslo",
    )
    ticker.add_job(
        _guarded(lambda: keep_up(app)), "interval", seconds=SECONDS_BETWEEN_CATCHING_UP, id="keep-up"
    )
    ticker.add_job(
        _guarded(lambda: open_upcoming(app)),
        "interval",
        hours=HOURS_BETWEEN_OPENING,
        id="open-upcoming",
        next_run_time=app.clock(),
    )
    ticker.add_job(
        _guarded(app.usage.write), "interval", seconds=SECONDS_BETWEEN_NOTING_USE, id="note-last-use"
    )
    ticker.start()
    return ticker


def keep_up(app: App) -> None:
    """Bring the projections to the newest event, and write down which feeds were fetched."""
    app.catch_up()
    app.usage.write()


def open_upcoming(app: App) -> None:
    """Open the reports of every series to the end of next year; again and again without harm."""
    app.handle(OpenUpcomingReports(by=THE_SERVICE))


def _guarded(work: Callable[[], object]) -> Callable[[], None]:
    """Let the next tick try again when the store is away: nothing is lost, it only comes later."""

    def tick() -> None:
        try:
            work()
        except StoreUnavailable as error:
            log.warning("the store is away, trying again at the next tick: %s", error)

    return tick
