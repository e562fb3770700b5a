"""A deadline as a calendar file, to keep beside the mail: the entry that a feed would show."""

from __future__ import annotations

from dataclasses import replace

from icalendar import Calendar

from calendars.ical.calendar import PRODID
from calendars.ical.component import render
from calendars.ical.entry import Entry
from calendars.ical.timezone import VTIMEZONE
from projections.engine.duty.state import Duty
from projections.feeds.entries import entries
from workflow.notices.messages.reader import Reader

_END = b"END:VCALENDAR\r\n"


def calendar_file(duty: Duty, part: str, reader: Reader) -> bytes | None:
    """Write the deadline of a part as one VEVENT without METHOD; None where it has no day.

    It has the UID of the feed's entry, and rises with the deadline's number. It has no link: links
    are personal, and an entry may land in a calendar that others see.
    """
    entry = entries(duty, {}).get(part)
    if entry is None:
        return None
    event = render(_stamped(entry, duty, part, reader), reader.speech.norwegian).alarmed
    calendar = Calendar()
    for name, value in (("PRODID", PRODID), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN")):
        calendar.add(name, value)
    opening = bytes(calendar.to_ical()).removesuffix(_END)
    return b"".join((opening, VTIMEZONE if entry.is_timed else b"", event, _END))


def _stamped(entry: Entry, duty: Duty, part: str, reader: Reader) -> Entry:
    return replace(
        entry,
        sequence=len(duty.parts[part].history) - 1,
        created_at=duty.created_at,
        changed_at=duty.changed_at,
    )
