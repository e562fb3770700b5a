"""Meetings by what a person calls them, whole as they stand, with what hangs on them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NoReturn
from uuid import UUID

import click

from projections.engine.duty.state import Duty, Part
from projections.register.queries import RegisterFilter, listed
from projections.reminders import queries as reminders
from workflow.app.cli.finding import registered_named
from workflow.app.cli.parts import argument, option
from workflow.app.cli.speech import day, say
from workflow.app.wiring import App
from workflow.language import N_
from workflow.meetings.refusals import NotAMeeting

Hung = tuple[Duty, Part]
_HOURS = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(?:\s*[-–]\s*(\d{1,2})(?:[.:](\d\d))?)?")

which = argument("reference", N_("The meeting: its reference, key or id."), N_("MEETING"))
journal = option(
    "--reference", "journal", default="", metavar=N_("REFERENCE"), text=N_("Case number or journal post.")
)


def meeting_named(app: App, name: str) -> Duty:
    """Give a meeting; refuses what is none."""
    return meeting_with(app, registered_named(app, name).id)


def meeting_with(app: App, id: UUID) -> Duty:
    """Give the meeting with this id; refuses what is none."""
    with app.datastore.reading() as connection:
        found = reminders.duty(connection, id)
    if found is None or not found.is_meeting or found.is_series:
        raise NotAMeeting(duty=found.reference if found else id)
    return found


def all_meetings(app: App) -> list[Duty]:
    """Give every meeting by its day, those without one last."""
    with app.datastore.reading() as connection:
        ids = [one.id for one in listed(connection, RegisterFilter(kinds=("meeting",)))]
        duties = reminders.duties(connection, ids)
    return [duties[id] for id in ids if id in duties and not duties[id].is_series]


def hanging_on(app: App, meeting: UUID) -> list[Hung]:
    """Give every duty and part whose deadline is counted from the meeting, by day."""
    with app.datastore.reading() as connection:
        found = reminders.anchored_to(connection, meeting)
        duties = reminders.duties(connection, {duty for duty, _ in found})
    parts = [(duties[duty], duties[duty].parts[part]) for duty, part in found if duty in duties]
    return sorted(parts, key=lambda one: (day_of(one[1]) or dt.date.max, one[0].reference))


def references_of(app: App, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give what to call duties, by id."""
    with app.datastore.reading() as connection:
        return {one.id: one.reference for one in reminders.duties(connection, ids).values()}


def day_of(part: Part) -> dt.date | None:
    """Give the stated day of a part."""
    return part.current.due if part.current else None


def held_on(meeting: Duty) -> dt.date | None:
    """Give the day of the meeting; None while there is none."""
    days = (part.current.day for part in meeting.parts.values() if part.current and not part.dropped)
    return next((one for one in days if one is not None), None)


def when_held(meeting: Duty) -> str:
    """Write the day of the meeting, or the window until it has one."""
    for part in meeting.parts.values():
        stated = part.current
        if stated is None or part.dropped:
            continue
        if stated.day is not None:
            return day(stated.day)
        if stated.earliest and stated.latest:
            return f"{day(stated.earliest)}–{day(stated.latest)}"
        return f"«{stated.text}»"
    return ""


class Hours(click.ParamType[tuple[dt.time, dt.time | None]]):
    """Clock times of one day: «10–12», «10.00-11.30», or only the start."""

    name = "HH.MM–HH.MM"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Give what the help calls it."""
        return say(N_("HH.MM–HH.MM"))

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[dt.time, dt.time | None]:
        """Read the times, or say how they are written."""
        found = _HOURS.fullmatch(value.strip())
        try:
            return _times(*found.groups()) if found else self._fail(value, param, ctx)
        except ValueError:  # 25.00 is no time
            return self._fail(value, param, ctx)

    def _fail(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        self.fail(say(N_("«{value}» is no time. Write it as 10.00–12.00."), value=value), param, ctx)


def _times(
    hour: str, minute: str | None, last_hour: str | None, last_minute: str | None
) -> tuple[dt.time, dt.time | None]:
    start = dt.time(int(hour), int(minute or 0))
    return start, dt.time(int(last_hour), int(last_minute or 0)) if last_hour else None


HOURS = Hours()


def worded_hours(starts_at: dt.time | None, ends_at: dt.time | None) -> str:
    """Write «10.00–12.00», the start alone, or nothing."""
    times = [f"{each:%H.%M}" for each in (starts_at, ends_at) if each is not None]
    return "–".join(times)
