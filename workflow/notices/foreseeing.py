"""Foreseeing: what will be said in the days to come, as everything stands now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from events.store.datastore import Datastore
from projections.engine.duty.state import Duty
from projections.notices.queries import raised_about
from projections.reminders.queries import open_duties
from workflow.notices.model import Planned
from workflow.notices.picture import Picture
from workflow.notices.planner import beyond, plan
from workflow.notices.said import Said

WEEKS_BACK = dt.timedelta(days=14)
"""How far back it matters which digests were raised."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is planned, the duties it is about by id, and those of which nothing can be planned."""

    planned: list[Planned]
    duties: Mapping[UUID, Duty]
    beyond: list[tuple[Duty, int]]
    """Each with the year whose holidays nobody has checked."""


def foresee(datastore: Datastore, picture: Picture, now: dt.datetime, days: int) -> Foreseen:
    """Give what will be said from the day of `now` on, for so many days, that day among them."""
    with datastore.reading() as connection:
        duties = open_duties(connection)
        today = picture.at(now).today
        around = picture.at(now, duties, today, today + dt.timedelta(days=days - 1))
        said = Said(raised_about(connection, [duty.id for duty in duties], today - WEEKS_BACK), today)
    return Foreseen(plan(duties, around, said), {duty.id: duty for duty in duties}, beyond(duties))
