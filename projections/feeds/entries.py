"""From a duty to the entries it has in calendars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote
from uuid import UUID, uuid5

from calendars.ical.entry import Entry, Origin, Standing
from events.vocabulary.values import DeadlineFact
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty, Part, Version

_NOT_STAMPED = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@lru_cache(maxsize=4096)  # asked for at every event of a duty
def entry_uid(duty: UUID, part: str) -> UUID:
    """Give the UID of a part's entry: the same in every feed, whatever changes about it."""
    return uuid5(duty, f"entry|{part}")


def entries(duty: Duty, letters: Mapping[UUID, Letter], link: str = "") -> dict[str, Entry]:
    """Give the entries of a duty by part, not stamped yet; what has no day has no entry.

    `link` is where a duty is seen, with {reference} in it, or empty.
    """
    if duty.is_series:
        return {}
    found = ((part, _entry(duty, part, letters, link)) for part in duty.parts.values())
    return {part.part: entry for part, entry in found if entry is not None}


def _entry(duty: Duty, part: Part, letters: Mapping[UUID, Letter], link: str) -> Entry | None:
    version = part.history[-1] if part.history else None
    if version is None or version.deadline.impossible or version.deadline.due is None:
        return None
    stated = version.deadline
    starts_at, ends_at = duty.hours(stated)
    return Entry(
        uid=entry_uid(duty.id, part.part),
        is_meeting=duty.is_meeting,
        title=duty.title,
        part=part.part,
        reference=duty.reference,
        words=stated.text,
        explanation=stated.explanation,
        explanation_nn=stated.explanation_nn,
        first_day=_first_day(stated, stated.due or dt.date.max),
        last_day=stated.due or dt.date.max,
        working_date=stated.working_date,
        tentative=stated.tentative,
        firm=stated.firm,
        standing=_standing(duty, part),
        sequence=0,
        created_at=_NOT_STAMPED,
        changed_at=_NOT_STAMPED,
        starts_at=starts_at,
        ends_at=ends_at,
        delivered_on=part.delivered_on,
        returned=part.returned,
        origins=_origins(version, letters),
        shielded=duty.shielded,
        url=link.format(reference=quote(duty.reference)) if link else "",
        place=duty.meeting.place if duty.meeting is not None else "",
        deviates=duty.deviates(part.part),
    )


def _first_day(stated: DeadlineFact, last: dt.date) -> dt.date:
    """Give the first day of a window, or the day itself."""
    first = stated.day or stated.earliest or last
    return min(first, last)


def _standing(duty: Duty, part: Part) -> Standing:
    """Say how the part stands: what is handed over stays so, even when the duty is withdrawn later."""
    if part.delivered_on is not None:
        return "accepted" if duty.state == "accepted" else "delivered"
    if part.dropped or duty.state == "withdrawn":
        return "cancelled"
    if duty.state == "carried_over":
        return "carried_over"
    if duty.state == "accepted":
        return "accepted"
    return "in_progress" if duty.standing == "in_progress" else "given"


def _origins(version: Version, letters: Mapping[UUID, Letter]) -> tuple[Origin, ...]:
    """Give the places where the deadline that counts is stated."""
    source = version.source
    letter = letters.get(source.letter) if source.letter is not None else None
    channel, year, dated = (letter.channel, letter.year, letter.dated_on) if letter else ("", None, None)
    reference = source.reference or (letter.case_reference if letter else "")
    if not source.mentions:
        return (Origin(channel, year, dated, reference),)
    return tuple(
        Origin(channel, year, dated, reference, mention.line, mention.page, mention.quote)
        for mention in source.mentions
    )
