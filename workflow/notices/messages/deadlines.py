"""A deadline in words: its day, the source's words and their reading, where they stand, internal dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from calendars.days import UnverifiedYear
from calendars.ical.text import one_line
from events.vocabulary.values import DeadlineFact, Mention, Source
from projections.engine.duty.state import Duty, Part
from workflow.language import N_
from workflow.notices.messages.reader import Reader
from workflow.notices.messages.told import DeadlineTold, SourceTold

_PLACES = 3
_QUOTE = 300


def deadline_told(duty: Duty, part: Part | None, reader: Reader) -> DeadlineTold | None:
    """Tell the deadline that counts now; None where the part never had one."""
    if part is None or not part.history:
        return None
    version = part.history[-1]
    stated, first = version.deadline, part.history[0].deadline
    inquired = max(part.inquired_on, default=None)
    return DeadlineTold(
        stated=span(stated, reader),
        words=reader.words(duty, stated.text),
        explanation=reader.words(duty, _explanation(stated, reader)),
        deliver_by=_deliver_by(stated, reader),
        moved_from=span(first, reader) if first.due and first.due != stated.due else "",
        tentative=stated.tentative,
        firm=stated.firm,
        asked_on=reader.speech.day(inquired) if inquired else "",
        leads=tuple(_leads(duty, stated, reader)),
        sources=sources_told(duty, (version.source,), reader),
    )


def span(stated: DeadlineFact, reader: Reader) -> str:
    """Write the stated day, or the days of a window; «» where there is none."""
    if stated.due is None or stated.impossible:
        return ""
    first = stated.day or stated.earliest
    if first is None or first == stated.due:
        return reader.speech.day(stated.due)
    return f"{reader.speech.day(first)} – {reader.speech.day(stated.due)}"


def sources_told(duty: Duty, sources: Iterable[Source], reader: Reader) -> tuple[SourceTold, ...]:
    """Tell where it is said; nothing of a duty whose words are not for this reader."""
    if not reader.may_read(duty):
        return ()
    found = [told for source in sources for told in _places(source, reader)]
    return tuple(dict.fromkeys(found))[:_PLACES]


def _places(source: Source, reader: Reader) -> Iterator[SourceTold]:
    letter = reader.draft.names.get(str(source.letter), "") if source.letter else ""
    name = " · ".join(one_line(each) for each in (letter, source.reference) if each)
    for mention in source.mentions or (None,):
        told = SourceTold(name, *(_place(mention, reader) if mention else ()))
        if told.name or told.quote:
            yield told


def _place(mention: Mention, reader: Reader) -> tuple[str, str]:
    page = reader.speech(N_("page {page}, "), page=mention.page) if mention.page else ""
    return page + reader.speech(N_("line {line}"), line=mention.line), one_line(mention.quote, _QUOTE)


def _explanation(stated: DeadlineFact, reader: Reader) -> str:
    return (reader.speech.norwegian == "nn" and stated.explanation_nn) or stated.explanation


def _deliver_by(stated: DeadlineFact, reader: Reader) -> str:
    working = stated.working_date
    return reader.speech.day(working) if working is not None and working != stated.due else ""


def _leads(duty: Duty, stated: DeadlineFact, reader: Reader) -> Iterator[tuple[str, str]]:
    """Give the internal dates that are still ahead; a meeting has none."""
    if stated.working_date is None or duty.is_meeting:
        return
    try:
        dates = reader.leads(duty, stated.working_date)
    except UnverifiedYear:  # beyond the verified years nothing is claimed
        return
    named: tuple[tuple[str, dt.date], ...] = (
        (N_("To the unit manager"), dates.unit),
        (N_("To the director"), dates.director),
        (N_("To the archive"), dates.archive),
    )
    yield from ((reader.speech(to), reader.speech.day(by)) for to, by in named if by >= reader.today)
