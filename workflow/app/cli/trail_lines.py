"""Entries of the trail as lines for people, and as values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Source
from workflow.app.cli.speech import day, moment, say
from workflow.app.cli.trail_words import change_said, event_said
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.effective_days import civil_day
from workflow.replaying.history import Entry
from workflow.replaying.picture import Change, Value


@dataclass(frozen=True, slots=True)
class Called:
    """What people, units and letters are called, by id."""

    names: Mapping[str, str]
    letters: Mapping[UUID, str]


def called(app: App) -> Called:
    """Give what everything is called today; who was erased is nobody in particular."""
    return Called(app.names(), {row.id: row.name for row in app.letters()})


def lines(entry: Entry, known: Called) -> Iterator[str]:
    """Give the lines of an entry: what and who, when, before and after, source and reason."""
    yield f"{moment(entry.recorded_at)}  {event_said(entry.topic)}  · {by(entry, known)}"
    if entry.effective_on != civil_day(entry.recorded_at):
        yield "    " + say(N_("Happened {day}"), day=day(entry.effective_on))
    for change in entry.changes:
        yield "    " + change_said(change, known.names)
    for label, words in (
        (N_("Note"), entry.note),
        (N_("Reason"), entry.reason),
        (N_("Reference"), entry.reference),
        (N_("Source"), source_said(entry.source, known)),
    ):
        if words:
            yield f"    {say(label)}: {words}"


def by(entry: Entry, known: Called) -> str:
    """Name who recorded it; what the program itself records has no name in the directory."""
    return known.names.get(entry.by, entry.by)


def source_said(source: Source | None, known: Called) -> str:
    """Name a source: the letter, the first place in it, the reference."""
    if source is None:
        return ""
    name = known.letters.get(source.letter, str(source.letter)) if source.letter else ""
    place = say(N_("line {line}"), line=source.mentions[0].line) if source.mentions else ""
    return ", ".join(each for each in (name, place, source.reference) if each)


def as_json(entry: Entry, known: Called) -> dict[str, Any]:
    """Give an entry for programs: the codes and ids, and what they are called."""
    return {
        "position": entry.position,
        "topic": entry.topic,
        "event": event_said(entry.topic),
        "stream": entry.stream,
        "version": entry.version,
        "recorded_at": entry.recorded_at,
        "effective_on": entry.effective_on,
        "by": entry.by,
        "by_name": known.names.get(entry.by, ""),
        "changes": [change_json(each) for each in entry.changes],
        "note": entry.note,
        "reason": entry.reason,
        "reference": entry.reference,
        "source": entry.source.model_dump(mode="json") if entry.source else None,
        "source_name": source_said(entry.source, known),
    }


def change_json(change: Change) -> dict[str, Any]:
    """Give a change for programs."""
    before, after = _value_json(change.before), _value_json(change.after)
    return {"what": change.what, "subject": change.subject, "before": before, "after": after}


def _value_json(value: Value) -> Any:
    if isinstance(value, DeadlineFact):
        return value.model_dump(mode="json", exclude_defaults=True)
    return value
