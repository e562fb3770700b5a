"""The checkpoint of the day: taken once a day where the agency has a key, and mailed until it is taken."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING

from workflow.app.sealing import seal, tell_auditor
from workflow.notices.post import Answer
from workflow.trail.checkpoints import Checkpoints

if TYPE_CHECKING:
    from workflow.app.wiring import App

log = logging.getLogger(__name__)

BETWEEN_TRIES = dt.timedelta(minutes=15)
"""How long to wait after the mail server did not take a checkpoint, or the trail could not be sealed."""


class DailySeal:
    """Looks whether today's checkpoint is taken, and whether the auditor's mail server has it."""

    def __init__(self, app: App) -> None:
        """Seal for this service."""
        self._app = app
        self._checkpoints = Checkpoints(app.datastore)
        self._not_before: dt.datetime | None = None
        self._done_on: dt.date | None = None

    def __call__(self) -> None:
        """Do what is missing; a failure is tried again, but not at every look."""
        now, today = self._app.clock(), self._app.today()
        waits = self._not_before is not None and now < self._not_before
        if self._done_on == today or waits or not self._app.settings.ledger_key.exists():
            return
        self._not_before = now + BETWEEN_TRIES
        if self._checkpoints.taken_on() != today and self._app.store.last_position():
            seal(self._app)
        if self._mailed():
            self._done_on, self._not_before = today, None

    def _mailed(self) -> bool:
        """Mail the newest one where that is wanted and not done; tell whether nothing is left to do."""
        settings, kept = self._app.settings, self._checkpoints.kept()
        if not settings.auditor_mail or settings.mail is None or not kept or kept[-1].mailed_at is not None:
            return True
        newest = self._checkpoints.signed()[-1]
        delivery = tell_auditor(self._app, settings.mail, newest, settings.auditor_mail)
        if delivery.answer is not Answer.ACCEPTED:
            log.warning(
                "the checkpoint was not taken by the mail server: %s %s", delivery.code, delivery.text
            )
        return delivery.answer is Answer.ACCEPTED
