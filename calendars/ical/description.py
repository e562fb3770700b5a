"""The text of an entry: the words of the source, what they mean, where they stand, the link last."""

from __future__ import annotations

from collections.abc import Iterator

from calendars.ical.entry import Entry, Origin
from calendars.ical.text import clean, one_line
from calendars.ical.wording import Wording, long_day

_ORIGINS_SHOWN = 3
_QUOTE_LIMIT = 300


def description(entry: Entry, words: Wording) -> str:
    """Write the lines of the entry; of a shielded one only its standing, its day and the link."""
    lines = [*_what(entry, words), *_standing(entry, words), *_cautions(entry, words)]
    lines += [words.hidden] if entry.shielded else list(_origins(entry, words))
    return clean("\n".join([*lines, entry.url] if entry.url else lines))


def _what(entry: Entry, words: Wording) -> Iterator[str]:
    """Say what the source states, unless it is shielded."""
    if entry.shielded:
        return
    yield _stated(entry, words)
    if entry.explanation:
        yield one_line(entry.explanation)
    if entry.reference:
        yield words.reference.format(reference=one_line(entry.reference))


def _stated(entry: Entry, words: Wording) -> str:
    """Quote the deadline beside the day or the window it is read as."""
    quoted, last = one_line(entry.words), long_day(entry.last_day, words)
    if not entry.is_window:
        one_day = words.stated_meeting if entry.is_meeting else words.stated
        return one_day.format(words=quoted, day=last)
    span = words.stated_meeting_window if entry.is_meeting else words.stated_window
    return span.format(words=quoted, first=long_day(entry.first_day, words), last=last)


def _standing(entry: Entry, words: Wording) -> Iterator[str]:
    """Say how it stands."""
    yield (words.meeting_standings if entry.is_meeting else words.standings)[entry.standing]
    if entry.delivered_on is not None:
        sentence = words.held_on if entry.is_meeting else words.delivered_on
        yield sentence.format(day=long_day(entry.delivered_on, words))
    if entry.returned:
        yield words.returned
    if entry.deviates:
        yield words.deviates


def _cautions(entry: Entry, words: Wording) -> Iterator[str]:
    """Say what to mind about the day, as long as something is left to do."""
    if entry.is_settled:
        return
    if entry.working_date not in (None, entry.last_day) and not entry.is_meeting:
        yield words.working.format(day=long_day(entry.working_date, words))
    if entry.is_tentative:
        yield words.tentative
    if entry.firm:
        yield words.firm
    if entry.is_timed and entry.ends_at is None:
        yield words.no_end_time


def _origins(entry: Entry, words: Wording) -> Iterator[str]:
    """Give the first places in the sources, with the words that stand there."""
    for origin in entry.origins[:_ORIGINS_SHOWN]:
        yield words.source.format(name=_name(origin, words), place=_place(origin, words))
        if origin.quote:
            yield f"«{one_line(origin.quote, _QUOTE_LIMIT)}»"


def _name(origin: Origin, words: Wording) -> str:
    """Write «Tildelingsbrev 2026 (18.12.2025), sak 25/1234»."""
    channel = words.channels.get(origin.channel, words.other_channel if origin.channel else "")
    year = str(origin.year) if origin.year is not None else ""
    dated = f"({origin.dated_on:%d.%m.%Y})" if origin.dated_on is not None else ""
    reference = one_line(origin.reference)
    letter = " ".join(each for each in (channel, year, dated) if each)
    return ", ".join(each for each in (letter, reference) if each) or words.source_not_named


def _place(origin: Origin, words: Wording) -> str:
    """Write «, side 3, linje 207»."""
    page = [words.page.format(number=origin.page)] if origin.page is not None else []
    line = [words.line.format(number=origin.line)] if origin.line is not None else []
    return "".join(f", {place}" for place in page + line)
