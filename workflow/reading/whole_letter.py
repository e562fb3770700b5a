"""Doubts about the letter as a whole: fields never filled in, meetings promised and not in the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.reading.mention import Mention, Where
from workflow.reading.merging import Group
from workflow.reading.model import Doubt, Place
from workflow.reading.norsk import MONTH, damaged, words
from workflow.reading.text import LetterText, Line

_PLACEHOLDER = re.compile(
    r"\(\s*(?:dato|sett inn|fyll inn|årstall|settes inn|XX+)[^)]{0,30}\)|\[\s*(?:dato|sett inn|fyll"
    r" inn|årstall|XX+|frist)[^\]]{0,30}\]|(?<!\w)(?:xx|XX|__|\?\?|DD|dd)\.(?:xx|XX|__|\?\?|MM"
    r"|mm)(?:\.(?:\d{4}|[xX?_Åå]{2,4}|\d\d))?|(?<![\w.])\d{1,2}\.(?:xx|XX)\.\d{4}|<dato>|(?<!\w)[xX]{2}\.?"
    r" (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)",
)
_NUMBERS = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_PROMISED = damaged(r"\b(to|tre|fire|fem|[2-5])\s+(?:\w+\s){0,2}?(\w*møte[rt]?)\b")
_IN_MONTHS = damaged(rf"(\w*møte(?:ne|t|r|ne)?)\s+i\s+({MONTH})(?:(?:,| og)\s+({MONTH}))?")
_ANY_MONTH = re.compile(MONTH, re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def placeholders(letter: LetterText) -> list[Doubt]:
    """Fields such as «(dato)» that nobody filled in."""
    return [
        Doubt("placeholder", {"text": match[0]}, (_place(line, line.text),))
        for line in letter.lines
        for match in _PLACEHOLDER.finditer(line.text)
    ]


def unread_pages(letter: LetterText) -> list[Doubt]:
    """Pages that are pictures, each with the last words before it."""
    doubts = []
    for page in letter.pages_without_text:
        before = [line for line in letter.lines if (line.page or 0) < page and line.text.strip()]
        places = (_place(before[-1], before[-1].text),) if before else ()
        doubts.append(Doubt("page_not_read", {"page": str(page)}, places))
    return doubts


def missing_meetings(letter: LetterText, groups: list[Group]) -> list[Doubt]:
    """Meetings that the text promises and the calendar of meetings lacks; none without such a calendar."""
    calendar = [
        m
        for g in groups
        for m in g.mentions
        if m.kind == "meeting" and m.where in (Where.MEETINGS, Where.CALENDAR)
    ]
    if not calendar:
        return []
    return [*_too_few(letter, calendar), *_not_that_month(letter, calendar)]


def _of(name: str, calendar: list[Mention]) -> list[Mention]:
    stem = words(name)
    return [m for m in calendar if stem & words(m.title)]


def _too_few(letter: LetterText, calendar: list[Mention]) -> Iterator[Doubt]:
    for line in letter.lines:
        for match in _PROMISED.finditer(line.text):
            known = _of(match[2], calendar)
            held = sum(max(1, len(m.dues)) for m in known)
            if len(match[2]) > 6 and known and held < _NUMBERS[match[1].lower()]:
                facts = {"promised": match[1], "meeting": match[2], "listed": str(held)}
                yield Doubt("meeting_missing", facts, (_place(line, line.text), *(m.place for m in known)))


def _not_that_month(letter: LetterText, calendar: list[Mention]) -> Iterator[Doubt]:
    lines = [line for line in letter.lines if line.text.strip()]
    for one, following in zip(lines, [*lines[1:], lines[-1]], strict=True):
        text = f"{one.text} {following.text}"
        if not _ANY_MONTH.search(text):
            continue
        for match in _IN_MONTHS.finditer(text):
            known = _of(match[1], calendar)
            if not known or len(match[1]) < 7 or match.start() > len(one.text):
                continue
            for name in (match[2], match[3]):
                if name and _MONTHS.index(name[:3].lower()) + 1 not in _months_of(known):
                    facts = {
                        "promised": name,
                        "meeting": match[1],
                        "listed": ", ".join(d.phrase.text for m in known for d in m.dues),
                    }
                    yield Doubt("meeting_missing", facts, (_place(one, text), *(m.place for m in known)))


def _months_of(meetings: list[Mention]) -> set[int]:
    found = set()
    for mention in meetings:
        for due in mention.dues:
            deadline = due.phrase.deadline
            for day in (deadline.day, deadline.earliest, deadline.latest) if deadline else ():
                if day:
                    found.add(day.month)
    return found


def _place(line: Line, text: str) -> Place:
    return Place(line.number, " ".join(text.split())[:180], line.page)
