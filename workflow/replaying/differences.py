"""What changed between two days, and by whom: every duty before and after, with the events in between."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from events.store.application import EventStore, Recorded
from events.store.known import KnownStore, known_by
from events.vocabulary import correction, duty
from events.vocabulary.base import Event
from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty
from workflow.replaying.effective_days import Letters, effective_day, recorded_day
from workflow.replaying.history import Entry, entry, is_duty
from workflow.replaying.known import end_of
from workflow.replaying.ordering import dated
from workflow.replaying.picture import Change, changes, picture
from workflow.replaying.righting import righted
from workflow.replaying.streams import letter_days, stream, streams, touched

ADDED, LATE = "added", "late"
MARKS: tuple[tuple[type[Event], str], ...] = (
    (duty.DeadlinePostponed, "moved"),
    (duty.DeadlineDropped, "dropped"),
    (duty.DutyDelivered, "delivered"),
    (duty.DutyAccepted, "accepted"),
    (duty.DutyWithdrawn, "withdrawn"),
    (duty.DutyCarriedOver, "carried_over"),
    (duty.DutyReopened, "reopened"),
    (correction.DeadlineCorrected, "corrected"),
    (correction.DeliveryCorrected, "corrected"),
    (correction.AcceptanceCorrected, "corrected"),
)
"""What an event makes of the difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One duty: what it is called at the end, what was done to it (codes), every fact before and after."""

    duty: UUID
    reference: str
    title: str
    kind: str
    shielded: bool
    marks: tuple[str, ...]
    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The duties that differ, by reference; and how many other events there were, by stored name."""

    first: dt.date
    last: dt.date
    duties: tuple[Difference, ...]
    others: tuple[tuple[str, int], ...]


def known_differences(store: EventStore, first: dt.date, last: dt.date) -> Differences:
    """Give what was learnt after the end of the day `first` until the end of `last`."""
    after, until = (known_by(store.datastore, end_of(day)) for day in (first, last))
    known, letters = KnownStore(store.datastore, until), letter_days(store)
    found, others = [], Counter[str]()
    for one, topic in touched(store, after, until):
        events = stream(known, one)
        later = [each for each in events if each.position > after]
        if is_duty(topic):
            found.append(_difference(events[: len(events) - len(later)], later, letters, first))
        else:
            others.update(each.event.TOPIC for each in later)
    return _sorted(first, last, found, others)


def effective_differences(store: EventStore, first: dt.date, last: dt.date) -> Differences:
    """Give what happened after the day `first` up to and including `last`, by everything we know now."""
    letters, found, others = letter_days(store), [], Counter[str]()
    for events in streams(store):
        before, later = _divided(events, letters, first, last)
        if later and is_duty(later[0].event.TOPIC):
            found.append(_difference(before, later, letters, first))
        else:
            others.update(each.event.TOPIC for each in later)
    return _sorted(first, last, found, others)


def _divided(
    events: Sequence[Recorded], letters: Letters, first: dt.date, last: dt.date
) -> tuple[list[Recorded], list[Recorded]]:
    """Give the facts of a stream up to the day `first`, and those after it up to `last`, as they happened."""
    places = {each.event.originator_version: each.position for each in events}
    facts = dated(righted([each.event for each in events], letters), letters)
    in_order = sorted(facts, key=lambda fact: (fact[0], fact[1].originator_version))
    counted = [
        (day, Recorded(places[event.originator_version], _as_version(event, version)))
        for version, (day, event) in enumerate(in_order, start=1)
    ]
    before = [each for day, each in counted if day <= first]
    return before, [each for day, each in counted if first < day <= last]


def _difference(
    before: Sequence[Recorded], later: Sequence[Recorded], letters: Letters, first: dt.date
) -> Difference:
    duty = _folded(None, before)
    old = picture(duty)
    duty = _folded(duty, later)
    assert duty is not None
    return Difference(
        duty=duty.id,
        reference=duty.reference,
        title=duty.title,
        kind=duty.kind,
        shielded=duty.shielded,
        marks=tuple(dict.fromkeys(_marks(before, later, letters, first))),
        changes=changes(old, picture(duty)),
        entries=tuple(entry(each, letters) for each in later),
    )


def _folded(duty: Duty | None, events: Sequence[Recorded]) -> Duty | None:
    for each in events:
        duty = folded(duty, each.event)
    return duty


def _marks(
    before: Sequence[Recorded], later: Sequence[Recorded], letters: Letters, first: dt.date
) -> Iterator[str]:
    if not before:
        yield ADDED
    for each in later:
        yield from (mark for shape, mark in MARKS if isinstance(each.event, shape))
        if effective_day(each.event, letters) <= first < recorded_day(each.event) and before:
            yield LATE


def _sorted(first: dt.date, last: dt.date, found: list[Difference], others: Counter[str]) -> Differences:
    in_order = sorted(found, key=lambda each: (each.reference, each.title, str(each.duty)))
    return Differences(first, last, tuple(in_order), tuple(sorted(others.items())))


def _as_version(event: Event, version: int) -> Event:
    return event.model_copy(update={"originator_version": version})
