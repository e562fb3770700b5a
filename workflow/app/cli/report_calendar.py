"""`fristvakt report calendar`: the governance calendar as the ministry prints it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workflow.app.cli.parts import argument, command, option
from workflow.app.cli.report_calendar_reading import read_back
from workflow.app.cli.report_writing import as_known, write_report, written
from workflow.language import N_
from workflow.reporting.model import ReportKind


@command(
    "calendar",
    N_("Write the governance calendar of a year, by date and by duty."),
    "fristvakt report calendar 2026 --out styringskalender-2026.xlsx\n"
    "fristvakt report calendar 2026 --read styringskalender-fra-departementet.xlsx",
)
@argument("year", N_("The year."), N_("YEAR"), type=int)
@option(
    "--read",
    "back",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    text=N_("Read a calendar (.xlsx, .docx) that came back, and list what was changed in it."),
)
@as_known
@written
def calendar_command(year: int, back: Path | None, **asked: Any) -> None:
    """Write the governance calendar, or read one that came back."""
    if back is not None:
        return read_back(year, back, asked["form"], asked["person"])
    return write_report(ReportKind.CALENDAR, year=year, **asked)
