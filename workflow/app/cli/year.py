"""`fristvakt year …`: what must be decided of a year, its texts, closing and reopening it."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

year_command = Group(
    "year",
    members={
        "status": ("year_status", N_("Show what must be decided before the year can be closed")),
        "text": ("year_text", N_("Write a text for one place of a year's report")),
        "demands": ("year_demands", N_("List what the letters demand of the reports, and tick what is met")),
        "close": ("year_close", N_("Carry over, seal the trail and close the year")),
        "reopen": ("year_reopen", N_("Open a closed year again")),
    },
    help=N_("Decide what is left of a year, write its texts, close it and reopen it."),
    example="fristvakt year status 2026\n"
    'fristvakt year text 2026 --place goal-1 --text "Målet er nådd."\n'
    "fristvakt year close 2026 --carry-all --to-letter 2",
)
