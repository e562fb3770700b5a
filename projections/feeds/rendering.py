"""The rows of one entry: what selects it, and its text in every language."""

from __future__ import annotations

from typing import Any

from calendars.ical.alarms import triggers
from calendars.ical.component import render
from calendars.ical.entry import Entry, Language
from projections.feeds.following import Followed
from projections.feeds.selection import group_of

LANGUAGES: tuple[Language, ...] = ("nb", "nn")


def month_of(year: int, month: int) -> int:
    """Number the months, so that a window of months is a range of numbers."""
    return year * 12 + month - 1


def entry_row(followed: Followed, entry: Entry) -> dict[str, Any]:
    """Give the row that selects an entry of the duty, as it is after the batch."""
    duty = followed.duty
    return {
        "uid": entry.uid,
        "duty": duty.id,
        "part": entry.part,
        "kind_group": group_of(duty.kind),
        "goal": duty.goal,
        "owner": duty.owner,
        "unit": duty.unit,
        "shielded": duty.shielded,
        "month": month_of(entry.last_day.year, entry.last_day.month),
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "hidden_after": entry.hidden_after,
        "alarm_until": (entry.working_date or entry.last_day) if triggers(entry) else None,
        "timed": entry.is_timed,
        "status": entry.status,
        "sequence": entry.sequence,
        "last_modified": entry.changed_at,
        "position": followed.rows[entry.part],
    }


def text_rows(entry: Entry) -> list[dict[str, Any]]:
    """Render the entry in every language."""
    rendered = ((language, render(entry, language)) for language in LANGUAGES)
    return [
        {
            "uid": entry.uid,
            "language": language,
            "summary": each.summary,
            "plain": each.plain,
            "alarms": each.alarms,
        }
        for language, each in rendered
    ]
