"""Which entries a feed shows, and what a feed is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement

from calendars.ical.entry import Language
from projections.feeds.tables import feed_entries

KindGroup = Literal["assignments", "reports", "meetings"]

_GROUPS: dict[str, KindGroup] = {"report": "reports", "input": "reports", "meeting": "meetings"}
RENDERING = 1
"""Grows when the same rows give other bytes, so that no stored validator speaks for them."""


def group_of(kind: str) -> KindGroup:
    """Give the group of a kind of duty: what is neither report nor meeting is an assignment."""
    return _GROUPS.get(kind, "assignments")


@dataclass(frozen=True, slots=True)
class FeedFilter:
    """Which entries: those for which all that is given holds. Nothing given is everything."""

    owner: str | None = None
    unit: str | None = None
    goal: int | None = None
    group: KindGroup | None = None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """The filter as conditions on the entries."""
        entry = feed_entries.c
        asked = (
            (entry.owner, self.owner),
            (entry.unit, self.unit),
            (entry.goal, self.goal),
            (entry.kind_group, self.group),
        )
        return [column == value for column, value in asked if value is not None]

    @property
    def mark(self) -> str:
        """The narrowest elementary selection that holds all of it: only a change there can change it."""
        keys = marks(self.owner or "", self.unit or "", self.goal, self.group)
        return next(iter(keys))


def marks(owner: str, unit: str, goal: int | None, group: str | None) -> Iterator[str]:
    """Name the elementary selections that an entry belongs to, the narrowest first."""
    if owner:
        yield f"owner:{owner}"
    if unit:
        yield f"unit:{unit}"
    if goal is not None:
        yield f"goal:{goal}"
    if group:
        yield f"group:{group}"
    yield "everything"


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar that is published: its name, what it shows, its language, with reminders or without."""

    name: str
    filter: FeedFilter = FeedFilter()
    language: Language = "nb"
    alarms: bool = True

    @property
    def key(self) -> str:
        """Identify everything that the bytes depend on besides the rows and the day."""
        which = self.filter
        facts = (RENDERING, self.name, which.owner, which.unit, which.goal, which.group)
        text = repr((*facts, self.language, self.alarms))
        return hashlib.sha256(text.encode()).hexdigest()
