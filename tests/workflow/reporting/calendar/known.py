"""What is known of made-up duties, without a database."""

from __future__ import annotations

import datetime as dt

from events.store.application import Recorded
from events.vocabulary.letter import LetterRegistered
from projections.engine.duty.fold import folded
from projections.engine.duty.letters import Letter
from tests.kit.happened import Past
from workflow.reporting.building.order import Order
from workflow.reporting.history import Followed, History
from workflow.reporting.model import ReportKind

KNOWN_AT = dt.datetime(2026, 10, 1, 8, 0, tzinfo=dt.UTC)


def order(language: str = "nb", *, shielded: bool = False) -> Order:
    """Order the calendar of 2026."""
    return Order(ReportKind.CALENDAR, 2026, language, "Kari Nes", shielded=shielded)


def history(past: Past) -> History:
    """Fold what happened, each event at the position of its place in the past."""
    found = History("Direktorat for prøver", KNOWN_AT, position=len(past.events))
    for position, event in enumerate(past.events, 1):
        if isinstance(event, LetterRegistered):
            told = (event.name, event.year, event.channel, event.dated_on, event.case_reference)
            found.letters[event.originator_id] = Letter(event.originator_id, *told)
            continue
        followed = found.duties.get(event.originator_id)
        duty = folded(followed.duty if followed else None, event)
        if followed is None:
            followed = found.duties[event.originator_id] = Followed(duty)
        followed.recorded.append(Recorded(position, event))
    return found
