"""What the user calls kinds, states, channels and other codes."""

from __future__ import annotations

from workflow.app.cli.speech import say
from workflow.called import KINDS, STATES
from workflow.language import N_

CHANNELS = {
    "allocation_letter": N_("allocation letter"),
    "supplementary_letter": N_("supplementary letter"),
    "assignment_letter": N_("assignment letter"),
    "instruction": N_("instruction"),
    "email": N_("e-mail"),
    "oral": N_("oral"),
    "letter": N_("letter"),
    "meeting": N_("meeting"),
}


REPORTS = {"year": N_("annual report"), "half-year": N_("half-year report")}


def kind_name(code: str) -> str:
    """Give the user's word for a kind of duty."""
    return say(KINDS[code]) if code in KINDS else code


def state_name(code: str) -> str:
    """Give the user's word for a state."""
    return say(STATES[code]) if code in STATES else code


def channel_name(code: str) -> str:
    """Give the user's word for how a letter came."""
    return say(CHANNELS[code]) if code in CHANNELS else code
