"""One look at what is to be done now. The facts decide; how often it is looked, or how late, does not."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from workflow.app.scheduling.guarding import guarded
from workflow.app.scheduling.leading import Leading
from workflow.app.scheduling.sealing import DailySeal
from workflow.deviations.commands import RecordMissedDeadlines
from workflow.report_series.commands import OpenUpcomingReports

if TYPE_CHECKING:
    from workflow.app.wiring import App

log = logging.getLogger(__name__)

THE_SERVICE = "fristvakt"
"""Who does what the clock asks for: nobody decides it, the source or the rules did."""


class Look:
    """What the leader does at each tick: deadlines, reports to open, notices, mails, the day's checkpoint.

    `go_on` is asked between steps and between mails. Without a mail server deadlines are watched
    all the same, and nothing is raised that could not be sent.
    """

    def __init__(self, app: App, leading: Leading, go_on: Callable[[], bool] = lambda: True) -> None:
        """Look for this service."""
        self._app = app
        self._leading = leading
        self._go_on = go_on
        self._missed_at: object = None
        self._opened_on: dt.date | None = None
        self._seal = DailySeal(app)

    def __call__(self) -> bool:
        """Do what is to be done, and tell whether this process leads. A failed step stops no other."""
        if not self._may_act():
            return False
        for step in (self._open, self._record_missed, self._raise, self._send, self._seal):
            if self._may_act():
                guarded(step)()
        return True

    def _may_act(self) -> bool:
        return self._go_on() and self._leading.leads()

    def _open(self) -> None:
        """Open the reports of every series to the end of next year, on a new day: they are far ahead."""
        today = self._app.today()
        if self._opened_on != today:
            self._app.handle(OpenUpcomingReports(by=THE_SERVICE))
            self._opened_on = today

    def _record_missed(self) -> None:
        """Record what passed undelivered, on a new day and after anything was recorded."""
        if self._missed_at != (self._app.today(), self._app.store.last_position()):
            self._app.handle(RecordMissedDeadlines(by=THE_SERVICE))
            self._missed_at = (self._app.today(), self._app.store.last_position())

    def _raise(self) -> None:
        if self._app.sending is not None:
            self._app.raising.raise_due(self._app.clock())

    def _send(self) -> None:
        if self._app.sending is not None:
            self._app.sending.send_due(self._may_act)
