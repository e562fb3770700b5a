"""What the user calls kinds and states of duties, in lists, mails, pages and reports alike."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workflow.language import N_

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "assignment": N_("assignment"),
        "rd_assignment": N_("R&D assignment"),
        "report": N_("report"),
        "input": N_("input"),
        "meeting": N_("meeting"),
        "standing_rule": N_("standing rule"),
    }
)

STATES: Mapping[str, str] = MappingProxyType(
    {
        "given": N_("given"),
        "in_progress": N_("in progress"),
        "delivered": N_("delivered"),
        "accepted": N_("accepted by the ministry"),
        "deviation": N_("deviation"),
        "withdrawn": N_("withdrawn"),
        "carried_over": N_("carried over"),
    }
)
