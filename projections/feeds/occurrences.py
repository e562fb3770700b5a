"""A series, occurrence by occurrence: the days of its rule against the reports and meetings it opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from calendars.deadline import Deadline, Form
from calendars.recurrence import has_days, occurrences
from events.vocabulary.values import DeadlineFact
from projections.engine.duty.due_row import DueRow
from projections.feeds.reconcile import Difference


def occurrences_differ(
    series: UUID, label: str, rule: DeadlineFact, through: dt.date, rows: Iterable[DueRow]
) -> list[Difference]:
    """Compare the days of `rule` up to `through` with the first stated days of what the series opened.

    `rows` may be all confirmed rows; those of the series have it as parent. Days before the first
    one opened are the past from before the series came in. A rule without days has nothing to compare.
    """
    deadline = Deadline(
        rule.text, Form.RRULE, rule.pattern, rrule=rule.rrule, first=rule.first, until=rule.until
    )
    opened = {row.first_due for row in rows if row.parent == series and row.first_due is not None}
    if not has_days(deadline) or not opened:
        return []
    days = {each.stated for each in occurrences(deadline, min(opened), through)}
    missing = [Difference("missing", label, should=f"{day:%d.%m.%Y}") for day in sorted(days - opened)]
    return missing + [Difference("extra", label, found=f"{day:%d.%m.%Y}") for day in sorted(opened - days)]
