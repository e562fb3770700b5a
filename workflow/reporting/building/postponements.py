"""Other deadlines: what was asked for, agreed and refused, by whom and under which reference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from calendars.zone import OSLO
from events.vocabulary import dialogue
from events.vocabulary import duty as shapes
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.typed import with_typed
from workflow.reporting.history import Followed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table, Trace

_HEADS = (
    N_("What it concerns"),
    N_("What happened"),
    N_("Day"),
    N_("Deadline before"),
    N_("New deadline"),
    N_("Reason"),
    N_("Basis"),
    N_("Recorded by"),
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One step about a deadline, ready to be written."""

    followed: Followed
    position: int
    part: str
    what: str
    on: dt.date | None
    before: str
    after: str
    reason: str
    rests_on: str
    by: str


def section(scope: Scope) -> Section:
    """Give every request, postponement and refusal that took place in the period."""
    speech = scope.speech
    first, last = scope.order.period
    steps = [
        one for each in scope.duties for one in _steps(scope, each) if one.on and first <= one.on <= last
    ]
    moved = [one for one in steps if one.what == _MOVED]
    sentence = speech.count(
        N_("{count} deadline was moved in the period."),
        N_("{count} deadlines were moved in the period."),
        len(moved),
    )
    blocks: list[Block] = [Paragraph(sentence, tuple(_trace(one) for one in moved))]
    if steps:
        headings = tuple(speech.say(each) for each in _HEADS)
        rows = tuple(_row(scope, one) for one in steps)
        caption = speech.say(N_("Requests for other deadlines, and what came of them"))
        blocks.append(Table("postponements", caption, headings, rows, narrow=(2, 3, 4)))
    return with_typed(scope, Section("postponements", speech.say(N_("Moved deadlines")), 1, tuple(blocks)))


_ASKED, _MOVED, _REFUSED = N_("another deadline requested"), N_("deadline moved"), N_("request refused")


def _steps(scope: Scope, followed: Followed) -> Iterator[_Step]:
    before: dict[str, str] = {}

    def when(deadline: DeadlineFact) -> str:
        return scope.when(followed.duty, deadline)

    for position, event in followed.events(Event):
        if isinstance(event, shapes.DeadlineSet):
            before[event.part] = when(event.deadline)
        elif isinstance(event, dialogue.PostponementRequested):
            facts = (_ASKED, event.requested_on, before.get(event.part, ""), when(event.deadline))
            yield _Step(followed, position, event.part, *facts, event.reason, event.reference, event.by)
        elif isinstance(event, dialogue.PostponementRefused):
            refused = (_REFUSED, event.refused_on, before.get(event.part, ""), "")
            yield _Step(followed, position, event.part, *refused, event.reason, event.reference, event.by)
        elif isinstance(event, shapes.DeadlinePostponed):
            on = event.agreed_on or event.timestamp.astimezone(OSLO).date()
            moved = (_MOVED, on, before.get(event.part, ""), when(event.deadline))
            place = scope.place(event.source)
            yield _Step(followed, position, event.part, *moved, event.reason, place, event.by)
            before[event.part] = when(event.deadline)


def _trace(step: _Step) -> Trace:
    return Trace(step.followed.duty.id, step.followed.label, (step.position,))


def _row(scope: Scope, step: _Step) -> tuple[Cell, ...]:
    duty, trace = step.followed.duty, _trace(step)
    return (
        cells.text(scope.called(duty, step.part), trace),
        cells.text(scope.speech.say(step.what), trace),
        cells.date(step.on, trace),
        cells.text(step.before, trace),
        cells.text(step.after, trace),
        cells.text(scope.free(duty, step.reason), trace),
        cells.text(step.rests_on, trace),
        cells.text(scope.person(step.by), trace),
    )
