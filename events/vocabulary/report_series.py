"""The stream of one report series: a recurring delivery that opens its reports ahead."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from events.vocabulary import duty
from events.vocabulary.base import Event, FirstEvent
from events.vocabulary.values import DeadlineFact, Source, Value


class Occurrence(Value):
    """One report that a series opened: its id, its stated day and the working day it rests on."""

    report: UUID
    day: dt.date
    working_date: dt.date


class SeriesGiven(FirstEvent):
    """A recurring delivery is owed. `deadline` has the rule; occurrences are opened from it."""

    TOPIC: ClassVar[str] = "report-series.given"

    reference: str
    kind: str
    title: str
    raw_title: str = ""
    goal: int | None = None
    owed_to: str = ""
    led_by: str = ""
    part: str = ""
    """The part of the parent duty that recurs; «» where the series stands alone."""
    parent: UUID | None = None
    deadline: DeadlineFact
    source: Source
    given_on: dt.date | None = None


class SeriesOccurrencesOpened(Event):
    """Reports were opened up to and including `through`."""

    TOPIC: ClassVar[str] = "report-series.occurrences-opened"

    through: dt.date
    occurrences: tuple[Occurrence, ...]


class SeriesRuleReplaced(Event):
    """A later source gives the series another rhythm from `from_on`; earlier reports stand."""

    TOPIC: ClassVar[str] = "report-series.rule-replaced"

    deadline: DeadlineFact
    from_on: dt.date
    reason: str
    source: Source


class SeriesRestated(Event):
    """A later source says it in other words."""

    TOPIC: ClassVar[str] = "report-series.restated"

    title: str
    raw_title: str = ""
    goal: int | None = None
    owed_to: str = ""
    led_by: str = ""
    reason: str
    source: Source


class SeriesOwnerAssigned(Event):
    """Who answers for the reports that are opened from now on. Ids are opaque."""

    TOPIC: ClassVar[str] = "report-series.owner-assigned"

    owner: str
    unit: str


class SeriesEnded(Event):
    """No more reports are opened: the source ends it, or the ministry approved that it lapses."""

    TOPIC: ClassVar[str] = "report-series.ended"

    ended_on: dt.date
    reason: str
    reference: str


class SeriesAccessRestricted(duty.AccessRestricted):
    """Its title is shielded, and so is every report that it opens from now on."""

    TOPIC: ClassVar[str] = "report-series.access-restricted"


class SeriesAccessOpened(duty.AccessOpened):
    """Its title is open again."""

    TOPIC: ClassVar[str] = "report-series.access-opened"


class SeriesDeputyAssigned(duty.DeputyAssigned):
    """Who stands in for the owner of the reports that are opened from now on."""

    TOPIC: ClassVar[str] = "report-series.deputy-assigned"


class SeriesCommented(duty.DutyCommented):
    """A person wrote something down about it."""

    TOPIC: ClassVar[str] = "report-series.commented"
