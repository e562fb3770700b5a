"""Which report is wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workflow.reporting.model import ReportKind


@dataclass(frozen=True, slots=True)
class Demanded:
    """A demand on the report's content that a letter makes, in its own words; `key` as the reading has it."""

    letter: UUID
    key: str
    words: str
    line: int
    page: int | None = None
    report: ReportKind = ReportKind.YEAR


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: which report, for which year, for whom.

    `last` ends the period of a status report; a year and a half-year end where they end. With
    `shielded`, titles that are shielded (offentleglova section 15) are written out: only for
    those who may read them.
    """

    kind: ReportKind
    year: int
    language: str
    made_by: str
    """Name of who makes it."""
    last: dt.date | None = None
    shielded: bool = False
    demands: tuple[Demanded, ...] = ()

    @property
    def period(self) -> tuple[dt.date, dt.date]:
        """Give the first and the last day that it is about."""
        first = dt.date(self.year, 1, 1)
        if self.kind is ReportKind.HALF_YEAR:
            return first, dt.date(self.year, 6, 30)
        if self.kind is ReportKind.STATUS and self.last is not None:
            return first, self.last
        return first, dt.date(self.year, 12, 31)
