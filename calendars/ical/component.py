"""One entry as the bytes of a VEVENT (RFC 5545 section 3.6.1), the same bytes every time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from icalendar import Alarm, Event

from calendars.ical.alarms import alarm_text, triggers
from calendars.ical.description import description
from calendars.ical.entry import Entry, Language
from calendars.ical.summary import summary
from calendars.ical.text import one_line
from calendars.ical.wording import WORDING
from calendars.zone import OSLO

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
    if language == "nn" and entry.explanation_nn:
        entry = replace(entry, explanation=entry.explanation_nn)
    shown, event = summary(entry, words), Event()
    event.add("UID", str(entry.uid))
    _stamp(event, entry)
    _span(event, entry)
    event.add("SUMMARY", shown)
    event.add("DESCRIPTION", description(entry, words))
    if entry.place and not entry.shielded:
        event.add("LOCATION", one_line(entry.place))
    if entry.url:
        event.add("URL", entry.url)
    reminder = alarm_text(shown, words)
    alarms = b"".join(_alarm(offset, reminder) for offset in triggers(entry))
    return Rendered(bytes(event.to_ical()), alarms, shown)


def _stamp(event: Event, entry: Entry) -> None:
    """Add what tells a client that it changed: without METHOD, DTSTAMP means last revised."""
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(name, entry.changed_at.astimezone(dt.UTC))
    event.add("CREATED", entry.created_at.astimezone(dt.UTC))
    event.add("SEQUENCE", entry.sequence)
    event.add("STATUS", entry.status)


def _span(event: Event, entry: Entry) -> None:
    """Add start, exclusive end, and whether the time counts as busy."""
    busy = entry.is_timed and entry.status != "CANCELLED"
    busy_status = "TENTATIVE" if entry.is_tentative else "BUSY"
    first, last = _hours(entry) if entry.is_timed else _days(entry)
    event.add("DTSTART", first)
    event.add("DTEND", last)
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", busy_status if busy else "FREE")


def _days(entry: Entry) -> tuple[dt.date, dt.date]:
    """Give all-day entries: a deadline on its stated last day, a meeting without a day on its window."""
    first = entry.first_day if entry.is_meeting else entry.last_day
    return first, entry.last_day + _DAY


def _hours(entry: Entry) -> tuple[dt.datetime, dt.datetime]:
    """Give a meeting with its clock times; one hour when the source gives no end."""
    start = dt.datetime.combine(entry.last_day, entry.starts_at or dt.time.min, OSLO)
    end = dt.datetime.combine(entry.last_day, entry.ends_at, OSLO) if entry.ends_at else start
    end = end if end > start else start + _LENGTH_NOT_GIVEN
    return start, end


def _alarm(offset: dt.timedelta, text: str) -> bytes:
    """Render one reminder; without a UID, which some clients drop the alarm for."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", offset)
    return bytes(alarm.to_ical())
