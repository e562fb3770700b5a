from __future__ import annotations

import pytest

from calendars.ical.entry import Entry, Language
from tests.calendars.ical.samples import EVERY, PLAIN, TIMED, content
from tests.kit.checklist import findings


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("alarms", [True, False])
@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: f"{entry.standing} {entry.title[:12]!a}")
def test_rendering_any_kind_of_entry_passes_the_checklist(
    entry: Entry, language: Language, alarms: bool
) -> None:
    """Each kind of entry, alone in a calendar, is what the standards and the clients ask."""
    assert findings(content(entry, language=language, alarms=alarms)) == []


def test_rendering_no_entry_passes_the_checklist() -> None:
    """An empty feed is still a valid calendar, by its time zone."""
    assert findings(content()) == []
    assert b"BEGIN:VTIMEZONE" in content()


PLANTED = {
    "1": [(b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"), (b"Del 1", b"Del \xe6")],
    "2": [(b"SUMMARY", b"X-A:b\nSUMMARY"), (b"END:VCALENDAR\r\n", b"END:VCALENDAR")],
    "3": [(b"SUMMARY:", b"SUMMARY:" + b"x" * 80)],
    "4": [(b"SUMMARY:Frist", "SUMMARY:Fri\u200bst".encode()), (b"SUMMARY:Frist", "SUMMARY:\u2028".encode())],
    "5": [(b"END:VALARM\r\n", b""), (b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nBEGIN:VTIMEZONE\r\n")],
    "6": [(b"UID:", b"COMMENT:x\r\nUID:"), (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r\nSEQUENCE:0\r\n")],
    "9": [(b"//NO", b"//EN"), (b"VERSION:2.0", b"VERSION:1.0")],
    "10": [(b"CALSCALE:GREGORIAN", b"METHOD:PUBLISH")],
    "11": [(b"\r\nNAME:Frister", b"\r\nNAME:Fristar")],
    "12": [(b"REFRESH-INTERVAL;VALUE=DURATION:PT1H", b"REFRESH-INTERVAL:PT1H"), (b"TTL:PT1H", b"TTL:PT2H")],
    "13": [(b"COLOR:steelblue", b"COLOR:#4682B4")],
    "14": [(b"VERSION:2.0", b"VERSION:2.0\r\nUID:x")],
    "17": [(b"UID:", b"UID:urn:uuid:")],
    "18": [(b"CREATED:20260105T080030Z", b"CREATED:20260105T080030")],
    "20": [(b"DTSTART;VALUE=DATE:", b"DTSTART:")],
    "22": [(b"DTEND;VALUE=DATE:20260316\r\n", b""), (b"DATE:20260316", b"DATE:20260315")],
    "23": [(b"DTSTART;TZID=Europe/Oslo:20260327T090000", b"DTSTART:20260327T090000")],
    "24": [(b"STATUS:CONFIRMED", b"STATUS:CANCELED"), (b"TRANSP:TRANSPARENT", b"TRANSP:OPAQUE")],
    "25": [(b"SUMMARY:Frist", b"SUMMARY:\\nFrist")],
    "26": [(b"URL:https", b"URL:http")],
    "27": [(b"SEQUENCE", b"ATTENDEE:mailto:a@b.no\r\nSEQUENCE")],
    "28": [(b"END:VCALENDAR", b"BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR")],
    "30": [(b"SUMMARY:Frist: ", b"SUMMARY:Frist\\: "), (b"SUMMARY:Frist", b"SUMMARY:Frist, og")],
    "31": [(b"SUMMARY:Frist", "SUMMARY:Fri\u0301st".encode())],
    "32": [(b"SUMMARY:Frist", b"SUMMARY:None"), (b"SUMMARY:Frist", b"SUMMARY:<b>x</b>")],
    "33": [(b"TZID:Europe/Oslo", b"TZID:W. Europe Standard Time")],
    "35": [(b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"RDATE:20260329T020000")],
    "38": [(b"SEQUENCE:0", b"RRULE:FREQ=WEEKLY\r\nSEQUENCE:0")],
    "46": [(b"ACTION:DISPLAY", b"ACTION:EMAIL")],
    "47": [(b"TRIGGER:-P2DT15H", b"TRIGGER:-P2DT1H"), (b"TRIGGER:-P2DT15H", b"TRIGGER:PT9H")],
    "48": [(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "old", "new"), [(n, *p) for n, planted in PLANTED.items() for p in planted]
)
def test_planting_a_violation_is_found(number: str, old: bytes, new: bytes) -> None:
    """No rule of the checklist is blind: each finds a violation of its own."""
    whole = content(PLAIN, TIMED)
    assert old in whole
    assert any(number in each.split()[:2] for each in findings(whole.replace(old, new, 1)))


def test_planting_an_entry_twice_is_found() -> None:
    """The same deadline twice in a feed is noticed by UID, and by day and title."""
    twice = {finding.split()[0] for finding in findings(content(PLAIN, PLAIN))}
    assert twice == {"16", "29"}


def test_planting_an_empty_calendar_without_a_zone_is_found() -> None:
    """A calendar without any component is no calendar."""
    whole = content()
    start, end = whole.index(b"BEGIN:VTIMEZONE"), whole.index(b"END:VCALENDAR")
    assert any(each.startswith("15") for each in findings(whole[:start] + whole[end:]))


def test_planting_an_imitated_day_is_found() -> None:
    """Midnight to midnight is no all-day entry."""
    whole = (
        content(TIMED)
        .replace(b"20260327T090000", b"20260327T000000")
        .replace(b"20260327T113", b"20260327T233")
    )
    assert any(each.startswith("21") for each in findings(whole))
