"""The formats a report is written in: one table from the ending of a file to what writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from workflow.reporting.model import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its ending (without dot), with its media type and the function that writes it."""

    ending: str
    media_type: str
    module: str
    function: str

    def write(self, report: Report) -> bytes:
        """Write the report. The library of the format is loaded here and not before."""
        writer: Callable[[Report], bytes] = getattr(import_module(self.module), self.function)
        return writer(report)


_HERE = "workflow.reporting.formats"
_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    each.ending: each
    for each in (
        Format("docx", f"{_OFFICE}.wordprocessingml.document", f"{_HERE}.docx", "write_docx"),
        Format("xlsx", f"{_OFFICE}.spreadsheetml.sheet", f"{_HERE}.xlsx", "write_xlsx"),
        Format("pdf", "application/pdf", f"{_HERE}.pdf", "write_pdf"),
        Format("csv", "text/csv; charset=utf-8", f"{_HERE}.csv", "write_csv"),
        Format("json", "application/json", f"{_HERE}.json", "write_json"),
        Format("html", "text/html; charset=utf-8", f"{_HERE}.html", "write_html"),
    )
}
"""Every format by its ending."""
