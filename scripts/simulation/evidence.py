"""What is left of a year when it is over: the recorded events, and every mail that arrived."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from calendars.zone import OSLO
from events.vocabulary import notice
from events.vocabulary.base import Event
from events.vocabulary.duty import OwnerAssigned
from scripts.simulation.arrived import Arrived
from scripts.simulation.oracle.history import Story, stories
from scripts.simulation.oracle.people import Office
from scripts.simulation.oracle.working_days import is_working_day

FIRST_HOUR = 7
"""From when reminders go."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that must not happen, and did."""

    rule: str
    what: str

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.rule}: {self.what}"


@dataclass(frozen=True)
class Evidence:
    """A year to be judged. `looks` are the moments at which the service looked and mail could be sent."""

    events: Sequence[Event]
    arrived: Sequence[Arrived]
    office: Office
    looks: Sequence[dt.datetime]

    @cached_property
    def stories(self) -> Mapping[UUID, Story]:
        """What was recorded of every duty."""
        return stories(self.events)

    @cached_property
    def owned(self) -> Mapping[str, Sequence[Story]]:
        """Which duties each person ever answered for, by the person's id."""
        found: dict[str, dict[UUID, Story]] = {}
        for event in self.events:
            if isinstance(event, OwnerAssigned) and event.originator_id in self.stories:
                story = self.stories[event.originator_id]
                found.setdefault(event.owner, {})[story.id] = story
        return {person: list(stories.values()) for person, stories in found.items()}

    @cached_property
    def raised(self) -> Mapping[UUID, notice.NoticeRaised]:
        """Every notice, by the id of its stream."""
        return {event.originator_id: event for event in self.events if isinstance(event, notice.NoticeRaised)}

    @cached_property
    def skipped(self) -> Mapping[UUID, notice.NoticeSkipped]:
        """Every notice that was not sent, by the id of its stream."""
        return {
            event.originator_id: event for event in self.events if isinstance(event, notice.NoticeSkipped)
        }

    @cached_property
    def sent(self) -> Sequence[tuple[Arrived, notice.NoticeRaised]]:
        """Every notice with the mail that carried it, in the order they arrived."""
        by_message: dict[str, list[UUID]] = {}
        for event in self.events:
            if isinstance(event, notice.NoticeSent):
                by_message.setdefault(event.message_id, []).append(event.originator_id)
        return [
            (mail, self.raised[stream])
            for mail in self.arrived
            for stream in by_message.get(mail.message_id, [])
        ]

    @cached_property
    def carried(self) -> Mapping[str, Sequence[notice.NoticeRaised]]:
        """The notices of each mail, by Message-ID."""
        found: dict[str, list[notice.NoticeRaised]] = {}
        for mail, raised in self.sent:
            found.setdefault(mail.message_id, []).append(raised)
        return found

    def look(self, moment: dt.datetime) -> dt.datetime | None:
        """Give the first moment from `moment` on at which the service looked and mail could be sent.

        Only moments of the hours and days in which reminders go count; None where the year ended before.
        """
        index = bisect_left(self._working_looks, moment)
        return self._working_looks[index] if index < len(self._working_looks) else None

    def last_look(self, moment: dt.datetime) -> dt.datetime:
        """Give the last such moment of the same civil day, a good one."""
        day = civil_day(moment)
        return max(look for look in self._working_looks if civil_day(look) == day)

    @cached_property
    def _working_looks(self) -> Sequence[dt.datetime]:
        found = (look for look in self.looks if is_working_day(civil_day(look)))
        return sorted(look for look in found if look.astimezone(OSLO).hour >= FIRST_HOUR)


def civil_day(moment: dt.datetime) -> dt.date:
    """Give the civil day in Norway."""
    return moment.astimezone(OSLO).date()
