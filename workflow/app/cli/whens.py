"""How a deadline is shown in a line: the day as Norwegians write it, and what to mind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from workflow.app.cli.speech import day, say, weekday
from workflow.language import N_


def fields(deadline: Any) -> Mapping[str, Any]:
    """Give a deadline's fields by name, whatever kind of value holds them."""
    if isinstance(deadline, Mapping):
        return deadline
    if is_dataclass(deadline) and not isinstance(deadline, type):
        return asdict(deadline)
    dumped: Mapping[str, Any] = deadline.model_dump()
    return dumped


def when(deadline: Any) -> str:
    """Write when it is due: «tor. 31.12.2026», «01.03.2026–31.03.2026», or its words where it has no day."""
    row = fields(deadline)
    found = [_span(row) or f"«{row['text']}»", *_marks(row)]
    return ", ".join(found)


def words(deadline: Any) -> str:
    """Give the words of the source."""
    return f"«{fields(deadline)['text']}»"


def _as_day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _span(row: Mapping[str, Any]) -> str:
    stated = _as_day(row.get("day") or row.get("date"))
    if stated is not None and row.get("form") == "date":
        return weekday(stated)
    first, last = _as_day(row.get("earliest")), _as_day(row.get("latest"))
    if first and last:
        return f"{day(first)}–{day(last)}"
    return ""


def _marks(row: Mapping[str, Any]) -> list[str]:
    marks = [
        (row.get("impossible"), say(N_("impossible date"))),
        (row.get("disputed"), say(N_("disputed"))),
        (row.get("tentative"), say(N_("tentative"))),
        (row.get("firm"), say(N_("cannot be moved"))),
        (row.get("form") == "rrule", _ending(row)),
        (row.get("form") in ("relative", "open"), say(N_("no day"))),
        (_moves(row), say(N_("deliver by {day}"), day=_working(row))),
    ]
    return [mark for holds, mark in marks if holds and mark]


def _ending(row: Mapping[str, Any]) -> str:
    until = _as_day(row.get("until"))
    return say(N_("recurring until {day}"), day=day(until)) if until else say(N_("recurring"))


def _working(row: Mapping[str, Any]) -> str:
    working = _as_day(row.get("working_date"))
    return weekday(working) if working else ""


def _moves(row: Mapping[str, Any]) -> bool:
    """Tell whether the working day is another than the stated one."""
    stated = row.get("day") or row.get("date") or row.get("latest")
    working = row.get("working_date")
    return bool(stated and working and str(stated) != str(working))
