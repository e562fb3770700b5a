"""The values that events carry. Their stored shape is part of the events, so it is final too."""

from __future__ import annotations

import datetime as dt
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

FormName = Literal["date", "window", "rrule", "relative", "open"]


class Value(BaseModel):
    """A frozen value inside an event."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DeadlineFact(Value):
    """A deadline with its resolved days, so that replay never computes a date again.

    The fields mean what they mean in `calendars.deadline.Deadline`; `day` is the stated day.
    """

    text: str
    form: FormName
    pattern: str = ""
    day: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    rrule: str | None = None
    first: dt.date | None = None
    until: dt.date | None = None
    anchor: str | None = None
    offset: str | None = None
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    working_date: dt.date | None = None
    holidays: str | None = None
    tentative: bool = False
    firm: bool = False
    impossible: bool = False
    explanation: str = ""
    """How the words were read, in bokmål; `explanation_nn` says the same in nynorsk."""
    explanation_nn: str = ""
    anchored_to: UUID | None = None
    """The meeting whose day this one was counted from, by `offset`; moving the meeting moves it too."""

    @property
    def due(self) -> dt.date | None:
        """The stated day by which it is due: the day itself, or the window's last day."""
        return self.day or self.latest


class Mention(Value):
    """One place in a document: 1-based line of the text, page where the format has pages, the words."""

    line: int
    page: int | None = None
    quote: str = ""


class Source(Value):
    """Where a fact comes from: a letter and the places in it, or another written reference."""

    letter: UUID | None = None
    reference: str = ""
    """Case number, journal post, or what else identifies the source (saksnr/journalpost)."""
    mentions: tuple[Mention, ...] = ()
