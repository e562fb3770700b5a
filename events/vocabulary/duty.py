"""The shapes that the three duty streams share; each stream gives them stored names of its own.

A class here has no `TOPIC` and is never stored itself. Projections that ask the same question
of every duty handle these shapes; what only one stream knows stands in that stream's file.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from events.vocabulary.base import Event, FirstEvent
from events.vocabulary.values import DeadlineFact, Source


class DutyGiven(FirstEvent):
    """A duty exists. What a letter gives has an id derived from agency, letter and reference."""

    reference: str
    """What people call it: «2026-02», or a readable key of our own where the letter has no number."""
    kind: str
    """assignment · rd_assignment · standing_rule · report · input · meeting."""
    title: str
    raw_title: str = ""
    """The words of the source before any repair of OCR damage."""
    goal: int | None = None
    owed_to: str = ""
    led_by: str = ""
    """The agency that leads, when it is not ours."""
    source: Source
    given_on: dt.date | None = None
    """Effective day: the date of the source."""
    parent: UUID | None = None
    """The duty or series it belongs to."""
    channel: str = ""
    """How it was given, where no letter gave it: email · letter · meeting · oral."""
    orally: bool = False
    """Given by word of mouth; it waits to be put in writing."""


class DutyRestated(Event):
    """A later source says it in other words: title, goal or who it is owed to."""

    title: str
    raw_title: str = ""
    goal: int | None = None
    owed_to: str = ""
    led_by: str = ""
    reason: str
    source: Source


class DeadlineSet(Event):
    """A part got its first deadline, or one more. `part` is «» where the duty has no parts."""

    part: str
    deadline: DeadlineFact
    source: Source


class DeadlinePostponed(Event):
    """A part's deadline was moved, by agreement or by a new letter; the earlier ones stay visible."""

    part: str
    deadline: DeadlineFact
    reason: str
    source: Source
    agreed_on: dt.date | None = None


class DeadlineDropped(Event):
    """A part's deadline no longer stands: the source took it back."""

    part: str
    reason: str
    source: Source


class OwnerAssigned(Event):
    """Who answers for it: a person, a unit, or both; empty means nobody. Ids are opaque."""

    owner: str
    unit: str
    effective_on: dt.date | None = None


class DutyStarted(Event):
    """Work has begun."""

    started_on: dt.date


class DutyDelivered(Event):
    """A part, or the whole where it has no parts, was handed over."""

    part: str
    delivered_on: dt.date
    reference: str = ""
    """Case number and journal post of the delivery."""
    delivered_by: str = ""
    """Opaque id of who handed it over; `by` is who wrote it down."""


class DutyReturned(Event):
    """The ministry sent a delivery back."""

    part: str
    returned_on: dt.date
    reason: str
    reference: str = ""


class DutyAccepted(Event):
    """The ministry accepted the delivery."""

    accepted_on: dt.date
    reference: str = ""


class DutyWithdrawn(Event):
    """The ministry approved that it lapses; `reference` is that approval."""

    reason: str
    reference: str
    withdrawn_on: dt.date


class DutyCarriedOver(Event):
    """It lives on under the next letter; `to` is the duty there, where it has one already."""

    carried_on: dt.date
    reason: str
    reference: str
    """The letter or approval that it rests on."""
    to: UUID | None = None


class DutyReopened(Event):
    """What had ended, or was accepted, is to be worked on again; `part` is what was not good enough."""

    reopened_on: dt.date
    reason: str
    reference: str = ""
    part: str = ""


class DeputyAssigned(Event):
    """Who stands in for the owner; empty means nobody. Opaque id."""

    deputy: str


class DutyCommented(Event):
    """A person wrote something down about it."""

    comment: str


class AccessRestricted(Event):
    """The title is shielded (offentleglova section 15): it leaves in no feed and no mail."""

    reason: str


class AccessOpened(Event):
    """The title is no longer shielded."""

    reason: str
