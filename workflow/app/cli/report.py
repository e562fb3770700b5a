"""`fristvakt report …`: what the trail says, as a document."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

report_command = Group(
    "report",
    members={
        "year": ("report_year", N_("Write the annual report of a year")),
        "half-year": ("report_half_year", N_("Write the half-year report of a year")),
        "status": ("report_status", N_("Write how things stand, today or on another day")),
        "calendar": ("report_calendar", N_("Write the governance calendar of a year")),
    },
    help=N_(
        "Write reports from the trail: Word, workbook, PDF, CSV, JSON or HTML, all from one model. "
        "Who has a report made is recorded."
    ),
    example="fristvakt report year 2026 --out arsrapport-2026.docx\n"
    "fristvakt report half-year 2026 --out halvar.pdf --language nn\n"
    "fristvakt report status --as-of 30.06.2026 --out status.html\n"
    "fristvakt report calendar 2026 --out styringskalender.xlsx",
)
