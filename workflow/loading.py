"""Aggregates by id, or a refusal in the user's words."""

from __future__ import annotations

from uuid import UUID

from eventsourcing.application import AggregateNotFoundError
from eventsourcing.domain import BaseAggregate

from workflow.duty.aggregate import Duty
from workflow.duty.refusals import UnknownDuty
from workflow.letter.letter import Letter
from workflow.letter.refusals import UnknownLetter
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome, Work


def load(work: Work, aggregate_id: UUID) -> BaseAggregate[UUID] | None:
    """Give an aggregate, or None where nothing has this id."""
    try:
        return work.store.load(aggregate_id)
    except AggregateNotFoundError:
        return None


def load_letter(work: Work, letter: UUID) -> Letter:
    """Give a letter; refuses an id that is none."""
    found = load(work, letter)
    if not isinstance(found, Letter):
        raise UnknownLetter(letter=letter)
    return found


def load_duty(work: Work, duty: UUID) -> Duty | ReportSeries:
    """Give a duty or a series; refuses an id that is neither."""
    found = load(work, duty)
    if not isinstance(found, Duty | ReportSeries):
        raise UnknownDuty(duty=duty)
    return found


def save(work: Work, *aggregates: BaseAggregate[UUID], **facts: object) -> Outcome:
    """Save what changed, all or nothing, and say which streams that were."""
    changed = [aggregate for aggregate in aggregates if aggregate.pending_events]
    ids = tuple(aggregate.id for aggregate in changed)
    if changed:
        work.store.save(*changed)
    return Outcome(changed=ids, facts=facts)
