"""What a calendar really publishes, read back from its bytes with a parser of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Calendar, Component


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """One VEVENT as a client sees it. `end` is exclusive; both are days, or both are moments (aware)."""

    uid: str
    summary: str
    description: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    cancelled: bool


class NoCalendar(ValueError):
    """The bytes are not one whole calendar."""


def published(content: bytes) -> list[PublishedEntry]:
    """Parse the calendar; raises `NoCalendar` for anything that is not one."""
    try:
        parsed = Calendar.from_ical(content)
        return [_entry(event) for event in parsed.walk("VEVENT")]
    except (ValueError, KeyError, AttributeError) as error:
        raise NoCalendar(str(error)) from error


def _entry(event: Component) -> PublishedEntry:
    return PublishedEntry(
        uid=str(event["UID"]),
        summary=str(event["SUMMARY"]),
        description=str(event.get("DESCRIPTION", "")),
        start=event.decoded("DTSTART"),
        end=event.decoded("DTEND"),
        cancelled=str(event.get("STATUS", "")) == "CANCELLED",
    )
