"""Deadlines that are counted from a meeting's day, resolved when it has one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from calendars.deadline import Deadline, Form
from calendars.explanations import explain
from calendars.form import Language, with_working_date
from calendars.offset import counted_from
from calendars.wording import long_date
from events.vocabulary.values import DeadlineFact
from workflow.duty.deadlines import fact_of, read_words
from workflow.meetings.refusals import NotCountedFromMeeting

_SAME_DAY = "P0D"
_COUNTED: dict[Language, str] = {"nb": "regnet fra møtet {day}", "nn": "rekna frå møtet {day}"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a deadline is counted from: a meeting and its day, None while there is none."""

    meeting: UUID
    day: dt.date | None
    tentative: bool = False


def words_from(words: str, anchor: Anchor, year: int) -> DeadlineFact:
    """Read words that count from a meeting («to uker før møtet»), and resolve them on its day.

    Refuses words that count from nothing, or do not say how long.
    """
    return anchored(read_words(words, year), anchor)


def anchored(fact: DeadlineFact, anchor: Anchor) -> DeadlineFact:
    """Give a counted deadline as it hangs on a meeting: on a day where the meeting has one."""
    offset = fact.offset or (_SAME_DAY if fact.pattern == "with_event" else None)
    if offset is None:
        raise NotCountedFromMeeting(words=fact.text)
    if anchor.day is None:
        return fact.model_copy(update={"offset": offset, "anchored_to": anchor.meeting})
    return _resolved(fact, offset, anchor, anchor.day)


def _resolved(fact: DeadlineFact, offset: str, anchor: Anchor, meeting_on: dt.date) -> DeadlineFact:
    stated = counted_from(meeting_on, offset)
    day = with_working_date(
        Deadline(
            fact.text,
            Form.DATE,
            "day",
            day=stated,
            anchor=fact.anchor,
            offset=offset,
            starts_at=fact.starts_at,
            tentative=anchor.tentative,
        )
    )
    explained: dict[str, str] = {
        "pattern": fact.pattern,
        "explanation": _explained(day, meeting_on, "nb"),
        "explanation_nn": _explained(day, meeting_on, "nn"),
    }
    return fact_of(day).model_copy(update={**explained, "anchored_to": anchor.meeting})


def _explained(day: Deadline, meeting_on: dt.date, language: Language) -> str:
    counted = _COUNTED[language].format(day=long_date(meeting_on))
    return f"{explain(day, language).removesuffix('.')}; {counted}."
