"""The deadlines of a duty on its page: every one it has had, why it was moved, and where it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calendars.days import UnverifiedYear
from events.vocabulary.values import DeadlineFact
from projections.register.entry import RegisteredDeadline, RegisteredPart, RegisteredSource
from workflow.app.web.duty_reader import DutyReader
from workflow.language import N_
from workflow.notices.ladder import LeadDates

Leads = Callable[[dt.date], LeadDates]
"""Gives the internal dates before a working date."""


@dataclass(frozen=True, slots=True)
class Said:
    """A place in a source: what it is called, where in it, and its words."""

    name: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One deadline; `machine` is its day for programs, `why` what moved it."""

    label: str
    stated: str
    machine: str
    marks: str
    deliver_by: str
    words: str
    explanation: str
    why: str
    recorded: str
    sources: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part with every deadline, the present one first, and the internal dates before it."""

    name: str
    notes: tuple[str, ...]
    versions: tuple[VersionShown, ...]
    leads: tuple[tuple[str, str], ...]


def part_shown(part: RegisteredPart, reader: DutyReader, leads: Leads) -> PartShown:
    """Show one part."""
    versions = enumerate(reversed(part.history))
    return PartShown(
        name=reader.words(part.part) or reader.speech(N_("Deadline")),
        notes=tuple(_notes(part, reader)),
        versions=tuple(_version(each, reader, current=number == 0) for number, each in versions),
        leads=tuple(_lead_days(part, reader, leads)),
    )


def places(source: RegisteredSource, reader: DutyReader) -> Iterator[Said]:
    """Show where it is said; nothing of what is not for the reader."""
    if not reader.may_read:
        return
    letter = source.letter
    named = (letter.name, letter.case_reference, source.reference) if letter else (source.reference,)
    name = " · ".join(filter(None, named))
    for mention in source.mentions:
        page = reader.speech(N_("page {page}, "), page=mention.page) if mention.page else ""
        yield Said(name, page + reader.speech(N_("line {line}"), line=mention.line), mention.quote)
    if name and not source.mentions:
        yield Said(name, "", "")


def _notes(part: RegisteredPart, reader: DutyReader) -> Iterator[str]:
    say, state = reader.speech, reader.duty.parts.get(part.part)
    if part.dropped:
        yield say(N_("no longer stands"))
    if part.delivered_on:
        yield say(N_("delivered {day}"), day=say.day(part.delivered_on))
    if part.returned:
        yield say(N_("sent back by the ministry"))
    if state is not None and state.asked is not None:
        asked = _span(state.asked.deadline, reader) or reader.words(state.asked.deadline.text)
        yield say(N_("another deadline is requested: {deadline}"), deadline=asked)
    if state is not None and state.inquired_on:
        yield say(N_("the ministry was last asked {day}"), day=say.day(max(state.inquired_on)))


def _version(version: RegisteredDeadline, reader: DutyReader, *, current: bool) -> VersionShown:
    say, stated = reader.speech, version.deadline
    agreed = say(N_("agreed {day}"), day=say.day(version.agreed_on)) if version.agreed_on else ""
    explanation = (say.norwegian == "nn" and stated.explanation_nn) or stated.explanation
    moves = stated.working_date is not None and stated.working_date != stated.due
    return VersionShown(
        label=say(N_("Now")) if current else say(N_("Before")),
        stated=_span(stated, reader) or say(N_("recurring") if stated.form == "rrule" else N_("no day")),
        machine=stated.due.isoformat() if stated.due else "",
        marks=", ".join(_marks(stated, reader)),
        deliver_by=say.day(stated.working_date) if stated.working_date and moves else "",
        words=reader.words(stated.text),
        explanation=reader.words(explanation),
        why=", ".join(filter(None, (reader.words(version.reason), agreed))),
        recorded=reader.moment(version.recorded_at),
        sources=tuple(places(version.source, reader)),
    )


def _marks(stated: DeadlineFact, reader: DutyReader) -> Iterator[str]:
    marks = (
        (stated.impossible, N_("impossible date")),
        (stated.tentative, N_("tentative")),
        (stated.firm, N_("cannot be moved")),
    )
    yield from (reader.speech(text) for holds, text in marks if holds)


def _span(stated: DeadlineFact, reader: DutyReader) -> str:
    if stated.due is None or stated.impossible:
        return ""
    first, last = stated.day or stated.earliest, reader.speech.day(stated.due)
    return last if first is None or first == stated.due else f"{reader.speech.day(first)} – {last}"


def _lead_days(part: RegisteredPart, reader: DutyReader, leads: Leads) -> Iterator[tuple[str, str]]:
    working = part.current.working_date if part.current else None
    if working is None or part.delivered_on or reader.duty.is_meeting or reader.duty.has_ended:
        return
    try:
        found = leads(working)
    except UnverifiedYear:  # beyond the verified years nothing is claimed
        return
    named = (
        (N_("To the unit manager"), found.unit),
        (N_("To the director"), found.director),
        (N_("To the archive"), found.archive),
    )
    yield from ((reader.speech(label), reader.speech.day(day)) for label, day in named)
