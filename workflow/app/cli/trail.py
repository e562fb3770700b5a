"""`fristvakt trail …`: what happened, and the proof that it is all there and unchanged."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

trail_command = Group(
    "trail",
    members={
        "show": ("trail_show", N_("Show the readable history of one duty")),
        "list": ("trail_list", N_("List what happened, and by whom")),
        "verify": ("trail_verify", N_("Prove that nothing was changed, removed, put in or moved")),
        "checkpoint": ("trail_checkpoint", N_("Sign how far the trail has come")),
        "key": ("trail_checkpoint", N_("Show the public key of the checkpoints")),
        "prove": ("trail_prove", N_("Prove an event, a duty or the trail's growth, without the rest")),
        "check": ("trail_prove", N_("Check a proof, without any database")),
        "export": ("trail_export", N_("Write everything in open form for the auditor")),
    },
    help=N_("Prove the trail, to yourself and to the auditor. Who looks at it is recorded."),
    example="fristvakt trail checkpoint --to sjekkpunkt.json\n"
    "fristvakt trail verify --checkpoint sjekkpunkt.json\n"
    "fristvakt trail export revisjon.zip",
)
