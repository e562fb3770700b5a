"""What the checklist for calendars asks of bytes, as findings: an empty list is a pass.

The numbers are those of the checklist that the project was begun with; each finding names its own.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from uuid import UUID

from icalendar import Calendar, Component

Finding = str
NAMES = {
    "VCALENDAR": "PRODID VERSION CALSCALE NAME DESCRIPTION REFRESH-INTERVAL COLOR",
    "VTIMEZONE": "TZID",
    "STANDARD": "DTSTART RRULE TZNAME TZOFFSETFROM TZOFFSETTO",
    "DAYLIGHT": "DTSTART RRULE TZNAME TZOFFSETFROM TZOFFSETTO",
    "VEVENT": "UID DTSTAMP LAST-MODIFIED CREATED SEQUENCE STATUS DTSTART DTEND TRANSP SUMMARY LOCATION "
    "DESCRIPTION URL",
    "VALARM": "ACTION DESCRIPTION TRIGGER",
}
PARENTS = {"VTIMEZONE": "VCALENDAR", "VEVENT": "VCALENDAR", "VALARM": "VEVENT", "STANDARD": "VTIMEZONE",
           "DAYLIGHT": "VTIMEZONE"}  # fmt: skip
INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


def findings(content: bytes) -> list[Finding]:
    """Hold the bytes against every rule; each finding begins with the number of its line."""
    return [finding for rule in RULES for finding in rule(content)]


def lines(content: bytes) -> list[str]:
    """Give the content lines, unfolded."""
    text = content.decode("utf-8", errors="replace")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _encoding(content: bytes) -> Iterator[Finding]:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"1 {error}"
    if not content.startswith(b"BEGIN:VCALENDAR\r\n"):
        yield "1 something before BEGIN:VCALENDAR"


def _line_ends(content: bytes) -> Iterator[Finding]:
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        yield "2 a line does not end in CRLF"
    if not content.endswith(b"END:VCALENDAR\r\n"):
        yield "2 the last line"


def _folds(content: bytes) -> Iterator[Finding]:
    for raw in content.split(b"\r\n"):
        if len(raw) > 75:
            yield f"3 {len(raw)} octets"
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            yield f"3 a fold inside a character: {raw!r}"


def _characters(content: bytes) -> Iterator[Finding]:
    for line in lines(content):
        hidden = [char for char in line if unicodedata.category(char) in INVISIBLE]
        if hidden:
            yield f"4 {hidden} in {line[:40]!r}"
        if not unicodedata.is_normalized("NFC", line):
            yield f"31 not composed: {line[:40]!r}"


def _structure(content: bytes) -> Iterator[Finding]:
    stack: list[str] = []
    seen: list[Counter[str]] = []
    for line in lines(content):
        name = re.split("[;:]", line, maxsplit=1)[0]
        if name == "BEGIN":
            kind = line[6:]
            if PARENTS.get(kind) != (stack[-1] if stack else None):
                yield f"5 {kind} in {stack}"
            stack.append(kind)
            seen.append(Counter())
        elif name == "END":
            if not stack or stack.pop() != line[4:]:
                yield f"5 {line} closes nothing"
                return
            yield from (f"6 {many} twice" for many, count in seen.pop().items() if count > 1)
        elif not stack:
            yield f"5 {name} outside"
            return
        else:
            seen[-1][name] += 1
            if not name.startswith("X-") and name not in NAMES.get(stack[-1], "").split():
                yield f"6 {name} in {stack[-1]}"
            if "CHARSET" in line[:60] or "QUOTED-PRINTABLE" in line[:60]:
                yield f"6 {line[:60]}"
    if stack or lines(content).count("BEGIN:VCALENDAR") != 1:
        yield "5 not exactly one whole VCALENDAR"


def _calendar(content: bytes) -> Iterator[Finding]:
    head = lines(content)[: next((n for n, s in enumerate(lines(content)) if n and s[:6] == "BEGIN:"), None)]
    facts = dict(re.split("[;:]", line, maxsplit=1) for line in head)
    if not re.fullmatch(r"-//[^/]+//[^/]+//NO", facts.get("PRODID", "")) or facts.get("VERSION") != "2.0":
        yield "9 PRODID and VERSION"
    if facts.get("CALSCALE", "GREGORIAN") != "GREGORIAN":
        yield "9 CALSCALE"
    if "METHOD" in facts:
        yield "10 METHOD"
    if not facts.get("NAME") or facts.get("NAME") != facts.get("X-WR-CALNAME"):
        yield "11 the name"
    interval = facts.get("REFRESH-INTERVAL", "")
    if interval != f"VALUE=DURATION:{facts.get('X-PUBLISHED-TTL')}" or not re.search(":PT[1-9]", interval):
        yield f"12 {interval}"
    if not re.fullmatch("[a-z]+", facts.get("COLOR", "")) or not re.fullmatch(
        "#[0-9A-F]{6}", facts.get("X-APPLE-CALENDAR-COLOR", "")
    ):
        yield "13 the colour"
    if "UID" in facts:
        yield "14 UID on the calendar"


def _events(content: bytes) -> Iterator[Finding]:
    uids = Counter(str(event["UID"]) for event in _vevents(content))
    yield from (f"16 {uid} {count} times" for uid, count in uids.items() if count > 1)
    for event in _vevents(content):
        yield from _event(event)


def _event(event: Component) -> Iterator[Finding]:
    uid = str(event["UID"])
    if str(UUID(uid)) != uid:
        yield f"17 {uid}"
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        if event.decoded(name).tzinfo is None or event[name].to_ical()[-1:] != b"Z":
            yield f"18 {name} of {uid}"
    yield from _span(event, uid)
    status, transparent = str(event.get("STATUS")), str(event.get("TRANSP")) == "TRANSPARENT"
    if status not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
        yield f"24 {status}"
    if transparent != (str(event.get("X-MICROSOFT-CDO-BUSYSTATUS")) == "FREE"):
        yield f"24 busy and transparent: {uid}"
    summary, description = str(event.get("SUMMARY", "")), str(event.get("DESCRIPTION", ""))
    if not summary or len(summary) > 200 or "\n" in summary:
        yield f"25 {summary[:40]}"
    yield from _link(event, description)
    if re.search(r"undefined|\bnull\b|\bNone\b|\{\w*\}|&\w+;|</?\w+>|Ã", summary + description):
        yield f"32 {summary}"
    yield from _alarms(event, status)


def _span(event: Component, uid: str) -> Iterator[Finding]:
    start, end = event.decoded("DTSTART"), event.get("DTEND") and event.decoded("DTEND")
    dated = [event[name].params for name in ("DTSTART", "DTEND") if name in event]
    timed = isinstance(start, dt.datetime)
    if any(
        params.get("TZID") != "Europe/Oslo" if timed else params.get("VALUE") != "DATE" for params in dated
    ):
        yield f"20 23 {uid} is half a day and half a time, floats, or is in UTC"
    elif end is None or end <= start or "DURATION" in event:
        yield f"22 {uid} has no right end"
    elif timed and start.time() == dt.time() and end - start >= dt.timedelta(hours=23):
        yield f"21 {uid} imitates a whole day"


def _link(event: Component, description: str) -> Iterator[Finding]:
    url = str(event.get("URL", ""))
    if url and (not url.startswith("https://") or not url.isascii() or not description.endswith(url)):
        yield f"26 {url}"


def _alarms(event: Component, status: str) -> Iterator[Finding]:
    alarms = event.walk("VALARM")
    if len(alarms) > 2 or (alarms and status == "CANCELLED"):
        yield f"48 {len(alarms)} alarms"
    start = event.decoded("DTSTART")
    for alarm in alarms:
        if str(alarm["ACTION"]) != "DISPLAY" or not str(alarm.get("DESCRIPTION", "")):
            yield f"46 {alarm['ACTION']}"
        offset = alarm.decoded("TRIGGER")
        if not isinstance(offset, dt.timedelta) or offset >= dt.timedelta():
            yield f"47 {offset}"
        elif not isinstance(start, dt.datetime):
            at = dt.datetime.combine(start, dt.time()) + offset
            if not 6 <= at.hour < 22 or at.weekday() >= 5:
                yield f"47 {at}"


def _unwanted(content: bytes) -> Iterator[Finding]:
    for name in ("ATTENDEE", "ATTACH"):
        yield from (f"27 {line[:40]}" for line in lines(content) if line.startswith(name))
    for name in ("BEGIN:VTODO", "BEGIN:VJOURNAL"):
        yield from (f"28 {line}" for line in lines(content) if line == name)
    inside = "\r\n".join(lines(content)).partition("END:VTIMEZONE")[2] or "\r\n".join(lines(content))
    for name in ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "EXRULE"):
        if re.search(rf"\r\n{name}[;:]", inside.split("BEGIN:VEVENT", 1)[-1]):
            yield f"38 {name}"


def _doubles(content: bytes) -> Iterator[Finding]:
    shown = Counter((str(e["SUMMARY"]), str(e.decoded("DTSTART"))) for e in _vevents(content))
    yield from (f"29 {what} {count} times" for what, count in shown.items() if count > 1)


def _escapes(content: bytes) -> Iterator[Finding]:
    for line in lines(content):
        if re.match("(SUMMARY|DESCRIPTION|NAME|X-WR-CALNAME|X-WR-CALDESC):", line):
            value = line.partition(":")[2]
            if re.search(r"(?<!\\)(?:\\\\)*[;,]", value) or re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,n]", value):
                yield f"30 {line[:50]}"


def _zones(content: bytes) -> Iterator[Finding]:
    text = "\r\n".join(lines(content))
    defined = re.findall(r"\r\nTZID:(\S+)", text)
    used = set(re.findall(r";TZID=([^:;]+)", text))
    empty = "BEGIN:VEVENT" not in text
    if set(defined) - ({"Europe/Oslo"} if empty else used) or used - set(defined) or len(defined) > 1:
        yield f"33 defined {defined}, used {used}"
    if empty and not defined:
        yield "15 an empty calendar without a component"
    for before, after in pairwise(re.findall(r"BEGIN:(VTIMEZONE|VEVENT)", text)):
        if (before, after) == ("VEVENT", "VTIMEZONE"):
            yield "33 the zone after its use"
    if defined and ("RDATE" in text.partition("END:VTIMEZONE")[0] or text.count("RRULE:FREQ=YEARLY") != 2):
        yield "35 not two yearly rules"


def _vevents(content: bytes) -> list[Component]:
    try:
        return Calendar.from_ical(content).walk("VEVENT")
    except ValueError:  # what no parser takes breaks rule 5, which finds it by itself
        return []


RULES: tuple[Callable[[bytes], Iterator[Finding]], ...] = (
    _encoding, _line_ends, _folds, _characters, _structure, _calendar, _events, _unwanted, _doubles, _escapes,
    _zones,
)  # fmt: skip
