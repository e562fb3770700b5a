"""From an event to the function that takes it."""

from __future__ import annotations

import pytest

from events.vocabulary import assignment, governance_meeting, letter, notice, report, report_series
from events.vocabulary.base import Event
from workflow.duty.evolving import EVOLVING as DUTY
from workflow.evolution import evolver
from workflow.governance_meeting.evolving import MEETING_ONLY
from workflow.letter.letter import EVOLVING as LETTER
from workflow.notices.notice import EVOLVING as NOTICE
from workflow.report_series.report_series import EVOLVING as SERIES


def events_of(module: object) -> list[type[Event]]:
    """Give the events of one vocabulary file."""
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and "TOPIC" in vars(one) and issubclass(one, Event)
    ]


@pytest.mark.parametrize(
    ("module", "table"),
    [
        (assignment, DUTY),
        (report, DUTY),
        (governance_meeting, {**DUTY, **MEETING_ONLY}),
        (report_series, SERIES),
        (letter, LETTER),
        (notice, NOTICE),
    ],
)
def test_evolving_by_any_event_of_a_stream_finds_its_function(
    module: object, table: dict[type, object]
) -> None:
    """No event can be recorded that its aggregate could not be rebuilt from."""
    assert events_of(module)
    for event in events_of(module):
        assert any(shape in table for shape in event.__mro__), event.__name__


def test_evolving_by_a_strange_event_fails_loudly() -> None:
    """An event of another stream is a fault of the program, never passed over."""
    with pytest.raises(LookupError):
        evolver({int: lambda *_: None})(object(), "strange")
