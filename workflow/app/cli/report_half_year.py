"""`fristvakt report half-year`: the half-year report."""

from __future__ import annotations

from typing import Any

from workflow.app.cli.parts import argument, command
from workflow.app.cli.report_writing import as_known, write_report, written
from workflow.language import N_
from workflow.reporting.model import ReportKind


@command(
    "half-year",
    N_("Write the half-year report of a year: status, deviations, the risk of not delivering, and measures."),
    "fristvakt report half-year 2026 --out halvarsrapport-2026.docx --as-of 15.08.2026",
)
@argument("year", N_("The year."), N_("YEAR"), type=int)
@as_known
@written
def half_year_command(year: int, **asked: Any) -> None:
    """Write the half-year report."""
    write_report(ReportKind.HALF_YEAR, year=year, **asked)
