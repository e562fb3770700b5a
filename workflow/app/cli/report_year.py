"""`fristvakt report year`: the annual report."""

from __future__ import annotations

from typing import Any

from workflow.app.cli.parts import argument, command
from workflow.app.cli.report_writing import as_known, write_report, written
from workflow.language import N_
from workflow.reporting.model import ReportKind


@command(
    "year",
    N_(
        "Write the annual report of a year: goal by goal what was asked for and what became of it, "
        "deviations, what is carried over and what has lapsed, with every statement traced to its events."
    ),
    "fristvakt report year 2026 --out arsrapport-2026.docx\n"
    "fristvakt report year 2026 --out arsrapport-2026.docx --template mal.docx --language nn",
)
@argument("year", N_("The year."), N_("YEAR"), type=int)
@as_known
@written
def year_command(year: int, **asked: Any) -> None:
    """Write the annual report."""
    write_report(ReportKind.YEAR, year=year, **asked)
