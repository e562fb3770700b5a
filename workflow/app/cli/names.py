"""What the user calls kinds, states, channels and other codes."""

from __future__ import annotations

from workflow.app.cli.speech import say
from workflow.language import N_

KINDS = {
    "assignment": N_("assignment"),
    "rd_assignment": N_("R&D assignment"),
    "report": N_("report"),
    "input": N_("input"),
    "meeting": N_("meeting"),
    "standing_rule": N_("standing rule"),
}

STATES = {
    "given": N_("given"),
    "in_progress": N_("in progress"),
    "delivered": N_("delivered"),
    "accepted": N_("accepted by the ministry"),
    "deviation": N_("deviation"),
    "withdrawn": N_("withdrawn"),
    "carried_over": N_("carried over"),
}

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


def kind_name(code: str) -> str:
    """Give the user's word for a kind of duty."""
    return say(KINDS[code]) if code in KINDS else code


def state_name(code: str) -> str:
    """Give the user's word for a state."""
    return say(STATES[code]) if code in STATES else code


def channel_name(code: str) -> str:
    """Give the user's word for how a letter came."""
    return say(CHANNELS[code]) if code in CHANNELS else code
