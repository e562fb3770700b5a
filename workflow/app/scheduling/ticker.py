"""The clock of the service: it only says «look now»; what is due stands in the store, never in the ticker."""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
from collections.abc import Callable
from threading import Event, Lock

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from workflow.app.scheduling.guarding import guarded
from workflow.app.scheduling.leading import BEAT, Leading
from workflow.app.scheduling.lease import OFFICE, Lease
from workflow.app.scheduling.look import Look
from workflow.app.wiring import App

SECONDS_BETWEEN_CATCHING_UP = 5
SECONDS_BETWEEN_NOTING_USE = 5
SECONDS_BETWEEN_LOOKS = 10


class Ticker:
    """Ticks beside the service or alone. Any number may run: one leads, the others keep themselves up."""

    def __init__(self, app: App) -> None:
        """Prepare; nothing runs before `start`."""
        self._app = app
        self._stopping = Event()
        self._at_work = Lock()
        self._leading = leading_of(app)
        self._look = Look(app, self._leading, lambda: not self._stopping.is_set())
        # that a job is still at work when its next tick comes is foreseen, and nothing to warn of
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone="UTC",
        )

    def start(self, *, leading: bool = True) -> None:
        """Start ticking; a tick that was missed is made up once, however late.

        Every process takes in what others did, and writes down when its feeds were fetched;
        `leading` lets this one compete for the lead.
        """
        self._every(SECONDS_BETWEEN_CATCHING_UP, self._app.catch_up)
        self._every(SECONDS_BETWEEN_NOTING_USE, self._app.usage.write)
        if leading:
            self._every(BEAT.total_seconds(), self._leading.beat)
            self._every(SECONDS_BETWEEN_LOOKS, self._look_once, next_run_time=self._app.clock())
        self._scheduler.start()

    def stop(self, patience: float) -> bool:
        """Stop when the mail in hand is finished, or after so many seconds; tells whether it was finished.

        Where it was, another may lead at once; else the lease runs out by itself.
        """
        self._stopping.set()
        self._scheduler.pause()
        finished = self._at_work.acquire(timeout=patience)
        self._scheduler.shutdown(wait=False)
        if finished:
            guarded(self._leading.leave)()
        return finished

    def _look_once(self) -> None:
        if self._at_work.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._at_work.release()

    def _every(self, seconds: float, work: Callable[[], object], **first: dt.datetime) -> None:
        self._scheduler.add_job(guarded(work), "interval", seconds=seconds, **first)


def leading_of(app: App) -> Leading:
    """Give this process's place in the competition for the lead."""
    holder = f"{socket.gethostname()}/{os.getpid()}/{app.new_id()}"
    return Leading(Lease(app.datastore, OFFICE, holder), app.clock)
