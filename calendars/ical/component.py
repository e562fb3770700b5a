"""One entry as the bytes of a VEVENT (RFC 5545 section 3.6.1), the same bytes every time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Alarm, Event

from calendars.ical.alarms import alarm_text, triggers
from calendars.ical.description import description
from calendars.ical.entry import Entry, Language
from calendars.ical.summary import summary
from calendars.ical.timezone import OSLO
from calendars.ical.wording import WORDING

_DAY = dt.timedelta(days=1)
_LENGTH_NOT_GIVEN = dt.timedelta(hours=1)
_END = b"END:VEVENT\r\n"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The VEVENT without reminders, the reminders that belong in it (b"" where it has none), its line."""

    plain: bytes
    alarms: bytes
    summary: str

    @property
    def alarmed(self) -> bytes:
        """The VEVENT with its reminders."""
        return alarmed(self.plain, self.alarms)


def alarmed(plain: bytes, alarms: bytes) -> bytes:
    """Put the reminders into the VEVENT."""
    return plain[: -len(_END)] + alarms + _END


def render(entry: Entry, language: Language) -> Rendered:
    """Render the entry in one language; no clock and nothing random goes into the bytes."""
    words = WORDING[language]
    line = summary(entry, words)
    event = Event()
    event.add("UID", str(entry.uid))
    _add_stamps(event, entry)
    _add_span(event, entry)
    event.add("SUMMARY", line)
    event.add("DESCRIPTION", description(entry, words))
    if entry.url:
        event.add("URL", entry.url)
    plain: bytes = event.to_ical()
    reminders = b"".join(_alarm(offset, alarm_text(line, words)) for offset in triggers(entry))
    return Rendered(plain, reminders, line)


def _add_stamps(event: Event, entry: Entry) -> None:
    """Add what tells a client that it changed: without METHOD, DTSTAMP means last revised."""
    changed = entry.changed_at.astimezone(dt.UTC).replace(microsecond=0)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("CREATED", entry.created_at.astimezone(dt.UTC).replace(microsecond=0))
    event.add("SEQUENCE", entry.sequence)
    event.add("STATUS", entry.status)


def _add_span(event: Event, entry: Entry) -> None:
    """Add start, exclusive end, and whether the time counts as busy."""
    start, end = _span(entry)
    event.add("DTSTART", start)
    event.add("DTEND", end)
    busy = entry.is_timed and entry.status != "CANCELLED"
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    busy_status = "TENTATIVE" if entry.is_tentative else "BUSY"
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", busy_status if busy else "FREE")


def _span(entry: Entry) -> tuple[dt.date | dt.datetime, dt.date | dt.datetime]:
    """Give start and exclusive end: the stated day; for a meeting its hours, or its whole window."""
    if entry.is_timed and entry.starts_at is not None:
        start = dt.datetime.combine(entry.last_day, entry.starts_at, OSLO)
        end = dt.datetime.combine(entry.last_day, entry.ends_at, OSLO) if entry.ends_at else start
        return start, end if end > start else start + _LENGTH_NOT_GIVEN
    first = entry.first_day if entry.is_meeting else entry.last_day
    return first, entry.last_day + _DAY


def _alarm(offset: dt.timedelta, text: str) -> bytes:
    """Render one reminder; without a UID, which some clients drop the alarm for."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", offset)
    return bytes(alarm.to_ical())
