"""The service as it was: the same queries on rows that were replayed."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from events.store.application import EventStore
from projections.engine.engine import Engine
from workflow.app.wiring import App
from workflow.letter.readings import Readings


class PastApp(App):
    """Answers as the service would have at a moment; people are those the directory knows today."""

    def __init__(self, present: App, engine: Engine, store: EventStore, moment: dt.datetime) -> None:
        """Read the rows of `engine` and the events of `store`; the clock stands at `moment`."""
        super().__init__(present.settings, lambda: moment, present.new_id, engine.datastore)
        self.engine, self.store = engine, store
        self.directory = present.directory
        self._present = present

    @cached_property
    def readings(self) -> Readings:
        """Documents, which are never changed once they are in."""
        return self._present.readings
