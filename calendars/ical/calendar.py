"""Rendered entries as one VCALENDAR; a feed is a header, the time zone where it is used, and a join."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Calendar, vDuration

from calendars.ical.entry import Language
from calendars.ical.text import one_line
from calendars.ical.timezone import VTIMEZONE
from calendars.ical.wording import WORDING

PRODID = "-//Fristvakt//Fristvakt//NO"
_END = b"END:VCALENDAR\r\n"
_REFRESH = dt.timedelta(hours=1)


def calendar(
    name: str, language: Language, years: tuple[int, int], events: Sequence[bytes], *, timed: bool
) -> bytes:
    """Join a header and the VEVENTs; `timed` tells whether any of them has a clock time.

    `years` is the window that is published, stated in the description. Without entries the time
    zone stands alone, because a VCALENDAR must have a component.
    """
    opening = frame(name, language, years, timed=timed or not events)
    return b"".join((opening, *events, _END))


def frame(name: str, language: Language, years: tuple[int, int], *, timed: bool) -> bytes:
    """Render all that stands before the first entry, for the standard and for what clients read."""
    about = WORDING[language].feed_about.format(first=years[0], last=years[1])
    shown, cal = one_line(name), Calendar()
    cal.add("PRODID", PRODID)
    cal.add("VERSION", "2.0")
    cal.add("CALSCALE", "GREGORIAN")
    cal.add("NAME", shown)
    cal.add("X-WR-CALNAME", shown)
    cal.add("DESCRIPTION", about)
    cal.add("X-WR-CALDESC", about)
    cal.add("REFRESH-INTERVAL", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    cal.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    cal.add("COLOR", "steelblue")
    cal.add("X-APPLE-CALENDAR-COLOR", "#4682B4")
    return bytes(cal.to_ical()).removesuffix(_END) + (VTIMEZONE if timed else b"")
