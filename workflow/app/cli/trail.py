"""`fristvakt trail …`: what happened, and the proof that it is all there and unchanged."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

trail_command = Group(
    "trail",
    members={},
    help=N_("Prove the trail, to yourself and to the auditor. Who looks at it is recorded."),
    example="fristvakt trail checkpoint --to sjekkpunkt.json\n"
    "fristvakt trail verify --checkpoint sjekkpunkt.json\n"
    "fristvakt trail export revisjon.zip",
)
