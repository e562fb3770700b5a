"""What the styringskalender calls kinds and states, and its columns."""

from __future__ import annotations

from workflow.called import STATES as OF_DUTIES
from workflow.language import N_

DROPPED = "dropped"
"""The state of a part whose deadline was taken back."""
STATES = {**OF_DUTIES, DROPPED: N_("no longer stands")}
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
