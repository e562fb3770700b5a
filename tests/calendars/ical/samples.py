"""Entries of every kind, and the bytes of the calendar they make."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid5

from calendars.ical.calendar import calendar
from calendars.ical.component import render
from calendars.ical.entry import Entry, Language, Origin

ROOT = UUID("3d3f4d50-94c2-4f0a-8f0f-2c1c7a0d6d10")
AT = dt.datetime(2026, 1, 5, 8, 0, 30, 999, tzinfo=dt.UTC)
YEARS = (2026, 2027)
AWKWARD = "Ærlig; «rørt», og\\så – 🙂 på\u2028ny linje\u200b\x07 \u0085e\u0301n\r\nto"

PLAIN = Entry(
    uid=uuid5(ROOT, "plain"),
    is_meeting=False,
    title="Årsrapport for 2025",
    part="Del 1",
    reference="2026-02",
    words="15. mars 2026",
    explanation="15.03.2026 er søndag; siste arbeidsdag før er fredag 13.03",
    first_day=dt.date(2026, 3, 15),
    last_day=dt.date(2026, 3, 15),
    working_date=dt.date(2026, 3, 13),
    tentative=False,
    firm=False,
    standing="given",
    sequence=0,
    created_at=AT,
    changed_at=AT + dt.timedelta(hours=1),
    origins=(Origin("allocation_letter", 2026, dt.date(2025, 12, 18), "25/1234", 207, 4, "Frist 15. mars"),),
    url="https://frister.example.no/plikt/2026-02",
)


def make(name: str, **changes: object) -> Entry:
    """Give an entry like `PLAIN`, with another UID and these changes."""
    return replace(PLAIN, uid=uuid5(ROOT, name), **changes)  # type: ignore[arg-type]  # the fields of an Entry


def on(day: str) -> dict[str, object]:
    """Give the fields of an entry that stands on one working day."""
    date = dt.date.fromisoformat(day)
    return {"first_day": date, "last_day": date, "working_date": date}


WINDOW = make("window", title="Innspill", part="", words="primo september", first_day=dt.date(2026, 9, 1),
              last_day=dt.date(2026, 9, 10), working_date=dt.date(2026, 9, 10))  # fmt: skip
TENTATIVE = make("tentative", title="Plan", tentative=True, firm=True, **on("2026-05-29"))
DELIVERED = make("delivered", standing="delivered", delivered_on=dt.date(2026, 3, 2))
RETURNED = make("returned", standing="in_progress", returned=True)
WITHDRAWN = make("withdrawn", standing="cancelled", sequence=1)
SHIELDED = make("shielded", shielded=True, title="Hemmelig sak", words="hemmelig", explanation="hemmelig",
                reference="H-1", part="Hemmelig del")  # fmt: skip
AWKWARD_ONE = make("awkward", title=AWKWARD, part="", words=AWKWARD, explanation=AWKWARD * 10)
LONG = make("long", title="Rapport om " + "virksomhetsstyring " * 30, part="Del " + "x" * 80)
TIMED = make("timed", is_meeting=True, title="Etatsstyringsmøte", part="", starts_at=dt.time(9),
             ends_at=dt.time(11, 30), **on("2026-03-27"))  # fmt: skip
TIMED_SUMMER = make("summer", is_meeting=True, title="Etatsstyringsmøte", part="", starts_at=dt.time(9),
                    ends_at=dt.time(11, 30), **on("2026-03-30"))  # fmt: skip
TIMED_OPEN_END = make("open end", is_meeting=True, title="Fagmøte", part="", starts_at=dt.time(13),
                      **on("2026-10-26"))  # fmt: skip
ALL_DAY_MEETING = make("all day", is_meeting=True, title="Strategimøte", part="", **on("2026-06-11"))
MEETING_WINDOW = make("in june", is_meeting=True, title="Særmøte", part="", words="juni",
                      first_day=dt.date(2026, 6, 1), last_day=dt.date(2026, 6, 30),
                      working_date=dt.date(2026, 6, 30))  # fmt: skip
HELD = make("held", is_meeting=True, title="Fagmøte", part="", starts_at=dt.time(13), ends_at=dt.time(14),
            standing="delivered", delivered_on=dt.date(2026, 2, 4), **on("2026-02-04"))  # fmt: skip
MEETING_CANCELLED = make("no meeting", is_meeting=True, title="Fagmøte", starts_at=dt.time(13),
                         standing="cancelled", sequence=2, **on("2026-04-09"))  # fmt: skip
UNVERIFIED = make("far", first_day=dt.date(2065, 6, 14), last_day=dt.date(2065, 6, 14), working_date=None)

DEADLINES = (
    PLAIN,
    WINDOW,
    TENTATIVE,
    DELIVERED,
    RETURNED,
    WITHDRAWN,
    SHIELDED,
    AWKWARD_ONE,
    LONG,
    UNVERIFIED,
)
MEETINGS = (TIMED, TIMED_SUMMER, TIMED_OPEN_END, ALL_DAY_MEETING, MEETING_WINDOW, HELD, MEETING_CANCELLED)
EVERY = DEADLINES + MEETINGS


def content(*entries: Entry, language: Language = "nb", alarms: bool = True) -> bytes:
    """Give the calendar with these entries."""
    rendered = [render(entry, language) for entry in entries]
    events = [each.alarmed if alarms else each.plain for each in rendered]
    return calendar("Frister – Økonomi", language, YEARS, events, timed=any(e.is_timed for e in entries))
