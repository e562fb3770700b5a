"""One stream as it really was: every correction applied to what it corrects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from events.vocabulary import correction, deviation, duty
from events.vocabulary.base import Event
from workflow.replaying.effective_days import Letters, effective_day


def righted(stream: Sequence[Event], letters: Letters) -> list[Event]:
    """Give the facts of one stream in the order they were recorded, without what turned out untrue.

    A corrected deadline, delivery or acceptance stands in the place of the wrong one; what was no
    delivery or acceptance at all is gone; so is the deviation of a deadline that was in truth met
    or moved in time, with all that was written about it.
    """
    facts: list[Event] = []
    for event in stream:
        apply = next((_APPLY[shape] for shape in type(event).__mro__ if shape in _APPLY), None)
        if apply is None:
            facts.append(event)
        else:
            apply(facts, event)
    return _without_false_alarms(facts, letters)


def _deadline(facts: list[Event], event: correction.DeadlineCorrected) -> None:
    """Let the latest deadline of the part be the right one; without any, the correction is the first."""
    at = _latest(facts, (duty.DeadlineSet, duty.DeadlinePostponed), event.part)
    if at is None:
        facts.append(event)
    else:
        facts[at] = facts[at].model_copy(update={"deadline": event.deadline})


def _delivery(facts: list[Event], event: correction.DeliveryCorrected) -> None:
    at = _latest(facts, (duty.DutyDelivered,), event.part)
    if at is None:
        facts.append(event)
    elif event.delivered_on is None:
        del facts[at]
    else:
        right = {"delivered_on": event.delivered_on, "reference": event.reference}
        facts[at] = facts[at].model_copy(update=right)


def _acceptance(facts: list[Event], event: correction.AcceptanceCorrected) -> None:
    at = _latest(facts, (duty.DutyAccepted,), None)
    if at is None:
        facts.append(event)
    elif event.accepted_on is None:
        del facts[at]
    else:
        right = {"accepted_on": event.accepted_on, "reference": event.reference}
        facts[at] = facts[at].model_copy(update=right)


def _latest(facts: Sequence[Event], shapes: tuple[type[Event], ...], part: str | None) -> int | None:
    """Find the latest fact of these shapes; of the part, or of the whole, which «» is."""
    for at in range(len(facts) - 1, -1, -1):
        if isinstance(facts[at], shapes) and (not part or getattr(facts[at], "part", "") in (part, "")):
            return at
    return None


# `Any`: each function takes the one shape that its key names.
_APPLY: Mapping[type[Event], Callable[[list[Event], Any], None]] = {
    correction.DeadlineCorrected: _deadline,
    correction.DeliveryCorrected: _delivery,
    correction.AcceptanceCorrected: _acceptance,
}


def _without_false_alarms(facts: Sequence[Event], letters: Letters) -> list[Event]:
    false = {
        each.deviation
        for each in facts
        if isinstance(each, deviation.DeadlineMissed) and _was_in_time(each, facts, letters)
    }
    return [each for each in facts if getattr(each, "deviation", None) not in false] if false else list(facts)


def _was_in_time(missed: deviation.DeadlineMissed, facts: Sequence[Event], letters: Letters) -> bool:
    """Tell whether the part was handed over, or its deadline moved past the day, before that day."""
    due, delivered = missed.deadline.due, False
    about = [each for each in facts if getattr(each, "part", None) in (missed.part, "")]
    earlier = [each for each in about if effective_day(each, letters) < missed.missed_on]
    for each in sorted(earlier, key=lambda one: effective_day(one, letters)):
        if isinstance(each, duty.DutyDelivered):
            delivered = True
        elif isinstance(each, duty.DutyReturned | duty.DutyReopened):
            delivered = False
        elif isinstance(each, duty.DeadlineSet | duty.DeadlinePostponed) and each.part == missed.part:
            due = each.deadline.due
    return delivered or (due is not None and due >= missed.missed_on)
