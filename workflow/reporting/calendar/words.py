"""What the styringskalender calls kinds and states, and its columns."""

from __future__ import annotations

from workflow.language import N_

DROPPED = "dropped"
"""The state of a part whose deadline was taken back."""
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
    DROPPED: N_("no longer stands"),
}
REFERENCE, PART, KIND, TITLE = N_("Reference"), N_("Part"), N_("Kind"), N_("Duty")
WORDS, DUE, STATE = N_("Words of the deadline"), N_("Due"), N_("State")
OWED_TO, ANSWERS, WAS = N_("Owed to"), N_("Answers for it"), N_("First deadline, if moved")
STATED, DELIVERED = N_("Stated in"), N_("Delivered")
BY_DATE = (DUE, TITLE, PART, REFERENCE, KIND, OWED_TO, ANSWERS, STATE)
"""The columns of the table by date."""
BY_DUTY = (
    REFERENCE, TITLE, PART, KIND, WORDS, DUE, WAS, OWED_TO, ANSWERS, STATE, DELIVERED, STATED,
)  # fmt: skip
"""The columns of the table by duty."""
