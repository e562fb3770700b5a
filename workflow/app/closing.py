"""Closing a year: what is left of it, carrying over, the seal, and the year's own last word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from workflow.app.reporting import known_history
from workflow.app.sealing import seal
from workflow.duty.commands import CarryOver
from workflow.reporting.history import History
from workflow.work import Outcome
from workflow.year.commands import CloseYear
from workflow.year.letters import letters_open
from workflow.year.refusals import YearNotOver, YearUndecided
from workflow.year.undecided import Undecided, undecided

if TYPE_CHECKING:
    from workflow.app.wiring import App


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a year is decided, and the history that says so."""

    year: int
    history: History
    left: tuple[Undecided, ...]

    @property
    def is_closed(self) -> bool:
        """Whether it is closed now."""
        return self.history.year(self.year).closed is not None

    @property
    def blocking(self) -> tuple[Undecided, ...]:
        """Give what must be decided before it can be closed."""
        return tuple(each for each in self.left if each.blocks)


@dataclass(frozen=True, slots=True)
class Carrying:
    """What is to live on: each duty with what it lives on as, if anything, and on what that rests."""

    duties: Mapping[UUID, UUID | None]
    reason: str
    reference: str


def standing(app: App, year: int) -> Standing:
    """Tell what of a year is decided and what is not."""
    history = known_history(app, None)
    return Standing(year, history, undecided(history, year, letters_open(app.store, app.letters())))


def close_year(
    app: App,
    found: Standing,
    carrying: Carrying,
    by: str,
    progress: Callable[[int], object] = lambda count: None,
) -> Outcome:
    """Carry over, seal the trail with a checkpoint, and close the year; refuses before anything is done.

    Each step leaves a whole state behind it: what stops halfway is finished by doing it again. What
    is carried over already is not carried over twice, and a checkpoint that no year names harms nothing.
    """
    require_over(app, found.year)
    if found.is_closed:
        return Outcome()
    left = [each for each in found.blocking if each.duty not in carrying.duties]
    if left:
        raise YearUndecided(year=found.year, count=len(left))
    for duty, to in carrying.duties.items():
        app.handle(CarryOver(duty=duty, to=to, reason=carrying.reason, reference=carrying.reference, by=by))
    checkpoint = seal(app, progress).checkpoint.digest
    return app.handle(CloseYear(year=found.year, checkpoint=checkpoint, by=by))


def require_over(app: App, year: int) -> None:
    """Refuse a year that is not over."""
    if app.today() <= dt.date(year, 12, 31):
        raise YearNotOver(year=year, next=year + 1)
