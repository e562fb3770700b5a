"""How the dialogue with the ministry, and corrections, change what a duty remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from events.vocabulary import correction, dialogue
from workflow.duty.state import Asked
from workflow.lifecycle import Step, after

if TYPE_CHECKING:
    from workflow.duty.core import Core


def _requested(duty: Core, event: dialogue.PostponementRequested) -> None:
    asked = Asked(event.deadline, event.requested_on, event.reason, event.reference)
    duty.parts[event.part].asked = asked


def _refused(duty: Core, event: dialogue.PostponementRefused) -> None:
    part = duty.parts[event.part]
    part.asked, part.refused = None, (event.refused_on, event.reason, event.reference)


def _inquired(duty: Core, event: dialogue.DeadlineInquired) -> None:
    said = (event.inquired_on, event.reference, event.note)
    duty.inquiries.setdefault(event.part, []).append(said)


def _confirmed_in_writing(duty: Core, event: dialogue.ConfirmedInWriting) -> None:
    duty.confirmed = (event.confirmed_on, event.source)


def _deadline_corrected(duty: Core, event: correction.DeadlineCorrected) -> None:
    """Put the right deadline in the wrong one's place; what was agreed of it stands."""
    part = duty.parts[event.part]
    part.versions[-1] = replace(
        part.versions[-1],
        deadline=event.deadline,
        source=event.source,
        recorded_at=event.timestamp,
        reason=event.reason,
        number=part.number + 1,
    )


def _delivery_corrected(duty: Core, event: correction.DeliveryCorrected) -> None:
    part = duty.parts[event.part]
    part.delivered_on, part.delivery_reference = event.delivered_on, event.reference
    if event.delivered_on is None:
        part.delivery_reference = part.delivered_by = ""
        duty.standing = after(duty.standing, Step.UNDO_DELIVERY)


def _acceptance_corrected(duty: Core, event: correction.AcceptanceCorrected) -> None:
    if event.accepted_on is None:
        duty.accepted = None
        duty.standing = after(duty.standing, Step.UNDO_ACCEPTANCE)
    else:
        duty.accepted = (event.accepted_on, event.reference)


# `Any`: each function takes the one shape that its key names.
EVOLVING: Mapping[type, Callable[[Core, Any], None]] = {
    dialogue.PostponementRequested: _requested,
    dialogue.PostponementRefused: _refused,
    dialogue.DeadlineInquired: _inquired,
    dialogue.ConfirmedInWriting: _confirmed_in_writing,
    correction.DeadlineCorrected: _deadline_corrected,
    correction.DeliveryCorrected: _delivery_corrected,
    correction.AcceptanceCorrected: _acceptance_corrected,
}
