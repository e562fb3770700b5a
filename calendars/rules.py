"""How recurrence rules are written: their parts, weekday codes and the rule of a day every year."""

from __future__ import annotations

import datetime as dt

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = "BYDAY=MO,TU,WE,TH,FR"
"""With BYSETPOS this means the nth *working* day: RRULE knows no holidays, so we leave them out ourselves."""


def yearly_rule(day: dt.date) -> str:
    """Give the rule of a day every year."""
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"


def rule_parts(rule: str) -> dict[str, str]:
    """Split a rule into its parts by name."""
    return dict(part.split("=", 1) for part in rule.split(";") if part)
