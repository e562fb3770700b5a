"""The played year as its agency would hand it in: every report, in every format and both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workflow.app.reporting import Wanted, report_of
from workflow.app.wiring import App
from workflow.language import LANGUAGES
from workflow.reporting.formats.catalogue import FORMATS
from workflow.reporting.model import ReportKind
from workflow.trail.writing import write_whole


def write_reports(app: App, controller: str, year: int, folder: Path) -> Iterator[Path]:
    """Write them into a folder, and give each file when it is there; `controller` is a person's id."""
    folder.mkdir(parents=True, exist_ok=True)
    by = app.directory.find_person(controller)
    for kind in (ReportKind.YEAR, ReportKind.HALF_YEAR, ReportKind.STATUS, ReportKind.CALENDAR):
        for language in LANGUAGES:
            report = report_of(app, Wanted(kind, by, language, year))
            for ending, form in FORMATS.items():
                file = folder / f"{kind.value}-{year}-{language}.{ending}"
                write_whole(file, form.write(report))
                yield file
