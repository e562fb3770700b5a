"""The one line of an entry: useful alone, under 200 characters, and silent about what is shielded."""

from __future__ import annotations

from calendars.ical.entry import Entry
from calendars.ical.text import SUMMARY_LIMIT, one_line
from calendars.ical.wording import Wording, short_day

_ROOM_FOR_REST = 70


def summary(entry: Entry, words: Wording) -> str:
    """Write «Frist: Årsrapport 2025 – Del 1 (lever senest fre. 13.03)»."""
    title = _title(entry, words)
    note = _note(entry, words)
    return one_line(_frame(entry, words).format(title=title) + note, SUMMARY_LIMIT)


def _title(entry: Entry, words: Wording) -> str:
    """Give the title with its part, or what stands in its place when it is shielded."""
    if entry.shielded:
        return words.shielded_meeting if entry.is_meeting else words.shielded_deadline
    title = one_line(entry.title, SUMMARY_LIMIT - _ROOM_FOR_REST)
    return f"{title} – {one_line(entry.part, _ROOM_FOR_REST // 2)}" if entry.part else title


def _frame(entry: Entry, words: Wording) -> str:
    """Choose what stands before the title: what it is, or what became of it."""
    if entry.is_cancelled:
        return words.carried_over if entry.standing == "carried_over" else words.cancelled
    if entry.standing in ("delivered", "accepted"):
        return words.held if entry.is_meeting else words.delivered
    return words.meeting if entry.is_meeting else words.deadline


def _note(entry: Entry, words: Wording) -> str:
    """Say in brackets what the day itself does not: an earlier working day, or a day not yet set."""
    if entry.is_settled:
        return ""
    if entry.is_meeting:
        return f" ({words.day_not_set})" if entry.is_window else ""
    if entry.working_date is None or entry.working_date == entry.last_day:
        return ""
    return f" ({words.deliver_by.format(day=short_day(entry.working_date, words))})"
