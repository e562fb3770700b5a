"""`fristvakt deviation …`: what is not, or will not be, met as it should."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

deviation_command = Group(
    "deviation",
    members={
        "report": ("deviation_reporting", N_("Report a deviation, or describe one that the clock opened")),
        "describe": ("deviation_reporting", N_("Give a deviation better words or another weight")),
        "measure": ("deviation_measures", N_("Propose a measure, or complete, move or drop one")),
        "told": ("deviation_reporting", N_("Say that the ministry was told")),
        "close": ("deviation_reporting", N_("Close a deviation with its result")),
        "list": ("deviation_list", N_("List deviations with their measures")),
    },
    help=N_("Report deviations and follow them up: measures, the ministry told, closed."),
    example='fristvakt deviation report 2026-02 --cause Sykefravær --consequence "En måned forsinket"\n'
    "fristvakt deviation list --material",
)
