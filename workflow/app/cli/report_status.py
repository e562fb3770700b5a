"""`fristvakt report status`: how things stand on a day."""

from __future__ import annotations

from typing import Any

from workflow.app.cli.parts import command
from workflow.app.cli.report_writing import as_known, write_report, written
from workflow.language import N_
from workflow.reporting.model import ReportKind


@command(
    "status",
    N_(
        "Write how things stand: overdue, ahead, deviations and risk.\n\n"
        "With --as-of it is told as it was known at the end of that day."
    ),
    "fristvakt report status --out status.pdf\n"
    "fristvakt report status --as-of 30.06.2026 --out status-juni.docx",
)
@as_known
@written
def status_command(**asked: Any) -> None:
    """Write how things stand."""
    write_report(ReportKind.STATUS, year=None, **asked)
