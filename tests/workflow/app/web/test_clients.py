"""Programs that people really use, subscribing to the service as it really runs."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

import recurring_ical_events
import vobject
from icalendar import Calendar

from tests.kit.happened import between, on
from tests.workflow.app.web.service import HOUR, Service

DAYS = {
    "2026-01": ("2026-03-13", "2026-03-13"),
    "2026-02": ("2026-04-15", "2026-04-15"),
    "2026-03 Årsrapport, «æøå»; \\ og 🙂": ("2026-12-31", "2026-12-31"),
    "Strategimøte": ("2026-06-01", "2026-06-30"),
    "Etatsstyringsmøte vår": ("2026-03-27", "2026-03-27"),
    "Etatsstyringsmøte sommer": ("2026-03-30", "2026-03-30"),
}
"""By title: first and last day, on both sides of the change to summer time."""


def full(service: Service) -> str:
    """Fill the past with all that a calendar shows, and give an address of everything."""
    past = service.past
    past.assignment("2026-03", title="2026-03 Årsrapport, «æøå»; \\ og 🙂").due("2026-03", "2026-12-31")
    past.meeting("strategi", title="Strategimøte").held_on("strategi", between("2026-06-01", "2026-06-30"))
    for name, day in (("vår", "2026-03-27"), ("sommer", "2026-03-30")):
        past.meeting(name, title=f"Etatsstyringsmøte {name}")
        past.held_on(name, on(day, starts_at="09:00", ends_at="11:30"))
    service.follow()
    return service.subscribe()


def test_reading_with_three_parsers_gives_the_same_days(service: Service) -> None:
    """Line 50 and section 1: icalendar, vobject and recurring_ical_events agree on titles and days."""
    content = service.get(full(service)).content
    by_icalendar = _icalendar(content)
    assert len(by_icalendar) == len(DAYS)
    for title, days in DAYS.items():
        assert [found for shown, *found in by_icalendar if title in shown] == [list(days)], title
    assert _vobject(content) == by_icalendar
    assert _expanded(content) == by_icalendar


def test_meeting_at_nine_is_at_nine_on_both_sides_of_summer_time(service: Service) -> None:
    """Line 37: a meeting keeps its hour in Norway when the offset changes between two meetings."""
    events = Calendar.from_ical(service.get(full(service)).content).walk("VEVENT")
    starts = sorted(e.decoded("DTSTART") for e in events if isinstance(e.decoded("DTSTART"), dt.datetime))
    assert [start.isoformat() for start in starts] == [
        "2026-03-27T09:00:00+01:00",
        "2026-03-30T09:00:00+02:00",
    ]


def test_subscribing_with_vdirsyncer_and_khal_lists_every_entry_once(
    service: Service, tmp_path: Path
) -> None:
    """Line 65: every entry on its day, nothing copied the second time, and a moved one follows."""
    home = Home(tmp_path, service.base + full(service))
    assert home.synchronise() == len(DAYS)
    assert sorted(home.listed()) == sorted(first for first, _ in DAYS.values())
    assert home.synchronise() == 0
    service.past.postponed("2026-01", "2026-03-20")
    service.now += HOUR
    service.follow()
    assert home.synchronise() == 1
    assert "2026-03-20" in home.listed()
    assert "2026-03-13" not in home.listed()


class Home:
    """Someone's home folder with vdirsyncer and khal set up for one address."""

    def __init__(self, folder: Path, address: str) -> None:
        """Write their settings."""
        self.folder = folder
        calendar, status = folder / "calendar", folder / "status"
        (folder / "vdirsyncer").write_text(
            f'[general]\nstatus_path = "{status}"\n'
            '[pair frister]\na = "here"\nb = "there"\ncollections = null\nconflict_resolution = "b wins"\n'
            f'[storage here]\ntype = "filesystem"\npath = "{calendar}"\nfileext = ".ics"\n'
            f'[storage there]\ntype = "http"\nurl = "{address}"\n'
        )
        (folder / "khal").write_text(
            f"[calendars]\n[[frister]]\npath = {calendar}\nreadonly = True\n"
            "[locale]\nlocal_timezone = Europe/Oslo\ndefault_timezone = Europe/Oslo\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
        )
        self._run("vdirsyncer", "-c", folder / "vdirsyncer", "discover")

    def synchronise(self) -> int:
        """Fetch the calendar, and give how many entries were copied or changed."""
        said = self._run("vdirsyncer", "-c", self.folder / "vdirsyncer", "sync")
        return len(re.findall(r"(?:Copying|updating|Updating) ", said))

    def listed(self) -> list[str]:
        """Give the first day of every entry that khal shows."""
        said = self._run(
            "khal", "-c", self.folder / "khal", "list", "--once", "--day-format", "",
            "--format", "{start-date} {title}", "2026-01-01", "2026-12-31",
        )  # fmt: skip
        return [line[:10] for line in said.splitlines() if re.match(r"\d{4}-", line)]

    def _run(self, program: str, *arguments: object) -> str:
        done = subprocess.run(
            [Path(sys.executable).parent / program, *map(str, arguments)],
            env=os.environ | {"HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)},
            input="y\ny\n", capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


def _shown(title: str, start: dt.date, end: dt.date) -> tuple[str, str, str]:
    if isinstance(start, dt.datetime):
        return title, str(start.date()), str(end.date() if isinstance(end, dt.datetime) else end)
    return title, str(start), str(end - dt.timedelta(days=1))


def _icalendar(content: bytes) -> list[tuple[str, str, str]]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return sorted(_shown(str(e["SUMMARY"]), e.decoded("DTSTART"), e.decoded("DTEND")) for e in events)


def _vobject(content: bytes) -> list[tuple[str, str, str]]:
    events = vobject.readOne(content.decode()).vevent_list
    return sorted(_shown(e.summary.value, e.dtstart.value, e.dtend.value) for e in events)


def _expanded(content: bytes) -> list[tuple[str, str, str]]:
    events = recurring_ical_events.of(Calendar.from_ical(content)).between((2026, 1, 1), (2027, 12, 31))
    return sorted(_shown(str(e["SUMMARY"]), e.decoded("DTSTART"), e.decoded("DTEND")) for e in events)
