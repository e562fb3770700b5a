"""One entry as the bytes of a VEVENT (RFC 5545 section 3.6.1), the same bytes every time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import vDuration

from calendars.ical import lines
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
    shown = summary(entry, words)
    plain = b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            lines.line("UID", str(entry.uid)),
            _stamps(entry),
            _span(entry),
            lines.text("SUMMARY", shown),
            lines.text("DESCRIPTION", description(entry, words)),
            lines.line("URL", entry.url) if entry.url else b"",
            _END,
        )
    )
    reminder = alarm_text(shown, words)
    alarms = b"".join(_alarm(offset, reminder) for offset in triggers(entry))
    return Rendered(plain, alarms, shown)


def _stamps(entry: Entry) -> bytes:
    """Render what tells a client that it changed: without METHOD, DTSTAMP means last revised."""
    changed = lines.utc_time("", entry.changed_at)
    return b"".join(
        (
            b"DTSTAMP" + changed,
            b"LAST-MODIFIED" + changed,
            lines.utc_time("CREATED", entry.created_at),
            lines.line("SEQUENCE", str(entry.sequence)),
            lines.line("STATUS", entry.status),
        )
    )


def _span(entry: Entry) -> bytes:
    """Render start, exclusive end, and whether the time counts as busy."""
    busy = entry.is_timed and entry.status != "CANCELLED"
    busy_status = "TENTATIVE" if entry.is_tentative else "BUSY"
    return b"".join(
        (
            _hours(entry) if entry.is_timed else _days(entry),
            lines.line("TRANSP", "OPAQUE" if busy else "TRANSPARENT"),
            lines.line("X-MICROSOFT-CDO-BUSYSTATUS", busy_status if busy else "FREE"),
        )
    )


def _days(entry: Entry) -> bytes:
    """Render all-day entries: a deadline on its stated last day, a meeting without a day on its window."""
    first = entry.first_day if entry.is_meeting else entry.last_day
    return lines.day("DTSTART", first) + lines.day("DTEND", entry.last_day + _DAY)


def _hours(entry: Entry) -> bytes:
    """Render a meeting with its clock times; one hour when the source gives no end."""
    start = dt.datetime.combine(entry.last_day, entry.starts_at or dt.time.min, OSLO)
    end = dt.datetime.combine(entry.last_day, entry.ends_at, OSLO) if entry.ends_at else start
    end = end if end > start else start + _LENGTH_NOT_GIVEN
    return lines.oslo_time("DTSTART", start) + lines.oslo_time("DTEND", end)


def _alarm(offset: dt.timedelta, text: str) -> bytes:
    """Render one reminder; without a UID, which some clients drop the alarm for."""
    return b"".join(
        (
            b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
            lines.text("DESCRIPTION", text),
            lines.line("TRIGGER", _duration(offset)),
            b"END:VALARM\r\n",
        )
    )


def _duration(offset: dt.timedelta) -> str:
    """Write «-P6DT15H»."""
    written: bytes = vDuration(offset).to_ical()  # type: ignore[no-untyped-call]  # icalendar leaves it untyped
    return written.decode()
