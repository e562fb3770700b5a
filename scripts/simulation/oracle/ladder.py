"""Which steps each deadline should have had, on which days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_high
from uuid import UUID

from calendars.zone import OSLO
from events.vocabulary.base import Event
from events.vocabulary.notice_rules import LadderSet, LadderUnset
from events.vocabulary.report_series import SeriesGiven
from scripts.simulation.instants import at
from scripts.simulation.oracle.history import Story, Version
from scripts.simulation.oracle.working_days import (
    is_working_day,
    working_days_after,
    working_days_before,
)

Rungs = tuple[tuple[int, int], ...]
DEADLINES: Rungs = ((-20, 0), (-10, 0), (-5, 0), (-1, 0), (0, 0), (1, 0), (3, 1), (5, 2))
MEETINGS: Rungs = ((-10, 0), (-5, 0), (-1, 0))
ONE_DAY = dt.timedelta(days=1)
ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC)
NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one deadline, and the working day on which it should be said."""

    story: Story
    version: Version
    name: str
    levels_up: int
    day: dt.date


@dataclass(frozen=True, slots=True)
class Ladders:
    """The rules of the agency as they were recorded, and how far apart the reports of a series lie."""

    rules: Sequence[LadderSet | LadderUnset]
    gaps: Mapping[UUID, int]

    def steps(self, story: Story) -> Iterator[Step]:
        """Give every step that each deadline of a duty would have, if nothing happened to it.

        A rule counts from when it was recorded, so each step is one of the ladder of its own morning.
        """
        for version in story.versions():
            for since, until, rungs in self._epochs(story):
                yield from (
                    step for step in self._of(story, version, rungs) if since < said_at(step) <= until
                )

    def _of(self, story: Story, version: Version, rungs: Rungs) -> Iterator[Step]:
        due, working = version.deadline.due, version.deadline.working_date
        known = version.at.astimezone(OSLO).date()
        if due is None or working is None or known > due:
            return
        gap = self.gaps.get(story.id)
        found: dict[dt.date, tuple[int, int]] = {}  # of several on one day the latest counts
        for days, levels in sorted(rungs):
            early = gap is not None and days < -(gap // 2)
            late = version.deadline.tentative and days > 0
            if not early and not late:
                day = working_days_after(due, days) if days > 0 else working_days_before(working, -days)
                found[day] = (days, levels)
        for day, (days, levels) in found.items():
            if day >= known:
                yield Step(story, version, f"{days:+d}" if days else "0", levels, day)

    def _epochs(self, story: Story) -> Iterator[tuple[dt.datetime, dt.datetime, Rungs]]:
        """Give from when to when which ladder held for a duty."""
        own: Rungs | None = None
        kind: Rungs | None = None
        default = MEETINGS if story.is_meeting else DEADLINES
        since, rungs = ALWAYS, default
        for rule in self.rules:
            said = tuple((r.days, r.levels_up) for r in rule.rungs) if isinstance(rule, LadderSet) else None
            if rule.duty == story.id:
                own = said
            elif rule.duty is None and rule.kind in ("", story.given.kind):
                kind = said
            yield since, rule.timestamp, rungs
            since = rule.timestamp
            rungs = next((each for each in (own, kind) if each is not None), default)
        yield since, NEVER, rungs


def ladders(events: Sequence[Event], stories: Mapping[UUID, Story]) -> Ladders:
    """Read the rules from what was recorded."""
    rules = [event for event in events if isinstance(event, LadderSet | LadderUnset)]
    series = {event.originator_id for event in events if isinstance(event, SeriesGiven)}
    return Ladders(rules, _gaps(stories, series))


def _gaps(stories: Mapping[UUID, Story], series: Collection[UUID]) -> dict[UUID, int]:
    """Give each report of a series the usual gap (the median) between its reports, in working days."""
    families: dict[UUID, list[tuple[dt.date, UUID]]] = defaultdict(list)
    for story in stories.values():
        parent, first = story.given.parent, next(story.versions(), None)
        if parent in series and parent and first and first.deadline.due:
            families[parent].append((first.deadline.due, story.id))
    found: dict[UUID, int] = {}
    for family in families.values():
        days = sorted({day for day, _ in family})
        gaps = [_working_days_between(before, after) for before, after in pairwise(days)]
        found.update({report: median_high(gaps) for _, report in family} if gaps else {})
    return found


def _working_days_between(first: dt.date, last: dt.date) -> int:
    return sum(is_working_day(first + ONE_DAY * n) for n in range(1, (last - first).days + 1))


def said_at(step: Step) -> dt.datetime:
    """Give the earliest moment at which a step may be said."""
    return at(step.day, 7)
