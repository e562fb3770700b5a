"""The shapes of the dialogue with the ministry about a duty: asked, answered, put in writing."""

from __future__ import annotations

import datetime as dt

from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Source


class PostponementRequested(Event):
    """We asked for another deadline; the one that stands goes on until there is an answer."""

    part: str
    deadline: DeadlineFact
    """What we asked for."""
    reason: str
    requested_on: dt.date
    reference: str = ""
    """Case number and journal post of the request."""


class PostponementRefused(Event):
    """The ministry said no; a yes is the deadline that was moved."""

    part: str
    refused_on: dt.date
    reason: str = ""
    reference: str = ""


class DeadlineInquired(Event):
    """We asked the ministry when it is due."""

    part: str
    inquired_on: dt.date
    reference: str = ""
    note: str = ""


class ConfirmedInWriting(Event):
    """What was given orally has been put in writing (the instruction: as soon as possible)."""

    confirmed_on: dt.date
    source: Source
