"""Which stream each kind of duty has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workflow.assignment.assignment import Assignment
from workflow.duty.aggregate import Duty
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.report.report import Report

STREAM_OF: Mapping[str, type[Duty]] = MappingProxyType(
    {
        "assignment": Assignment,
        "rd_assignment": Assignment,
        "standing_rule": Assignment,
        "report": Report,
        "input": Report,
        "meeting": GovernanceMeeting,
    }
)


def always_has_a_stream(kind: str) -> bool:
    """Tell whether a duty of this kind exists apart from what recurs in it."""
    return STREAM_OF[kind] is Assignment


def kind_of_occurrences(kind: str) -> str:
    """Give the kind of what a series of this kind opens: what recurs in an assignment is a report."""
    return "report" if always_has_a_stream(kind) else kind
