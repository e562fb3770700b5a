"""Deviations: cause, consequence, when the ministry was told, measures, result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.zone import OSLO
from projections.engine.duty.state import Deviation, Measure
from workflow.language import N_
from workflow.notices.working_days import working_days
from workflow.reporting.building import cells
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import day
from workflow.reporting.building.typed import with_typed
from workflow.reporting.history import Followed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table

Found = tuple[Followed, Deviation]


def section(scope: Scope) -> Section:
    """Give the deviations of the period, material ones first."""
    found = sorted(found_in(scope), key=lambda each: (not each[1].material, each[1].discovered_on))
    blocks: list[Block] = [_sentence(scope, found)]
    if found:
        blocks.append(_table(scope, found))
    if measures := [(each, of, one) for each, of in found for one in of.measures.values()]:
        blocks.append(_measures(scope, measures))
    heading = scope.speech.say(N_("Deviations and measures"))
    return with_typed(scope, Section("deviations", heading, 1, tuple(blocks)))


def found_in(scope: Scope) -> Iterator[Found]:
    """Give every deviation that was open at some time of the period."""
    first, last = scope.order.period
    for followed in scope.duties:
        for deviation in followed.duty.deviations.values():
            ended = deviation.closed_on or dt.date.max
            if deviation.discovered_on <= last and ended >= first:
                yield followed, deviation


def told_at_once(deviation: Deviation) -> bool | None:
    """Tell whether the ministry was told within a working day of when it was recorded as material.

    None where it need not be told at once, or is not told yet.
    """
    if deviation.material_since is None or deviation.told_on is None:
        return None
    since = deviation.material_since.astimezone(OSLO).date()
    calendar = working_days()
    return deviation.told_on <= calendar.after(calendar.on_or_after(since), 1)


def _sentence(scope: Scope, found: list[Found]) -> Paragraph:
    speech = scope.speech
    if not found:
        return Paragraph(speech.say(N_("No deviations are recorded for the period.")))
    material = sum(each.material for _, each in found)
    closed = sum(each.closed_on is not None for _, each in found)
    said = [
        speech.count(
            N_("There is {count} deviation in the period."),
            N_("There are {count} deviations in the period."),
            len(found),
        ),
        speech.count(N_("{count} is material."), N_("{count} are material."), material),
        speech.count(N_("{count} is closed."), N_("{count} are closed."), closed),
    ]
    traces = tuple(followed.trace_of_deviation(each.id) for followed, each in found)
    return Paragraph(" ".join(said), traces)


_HEADS = (
    N_("Reference"),
    N_("What it concerns"),
    N_("Discovered"),
    N_("Material"),
    N_("Cause"),
    N_("Consequence"),
    N_("Ministry told"),
    N_("Closed"),
    N_("Result"),
)


def _table(scope: Scope, found: list[Found]) -> Table:
    headings = tuple(scope.speech.say(each) for each in _HEADS)
    rows = tuple(_row(scope, *each) for each in found)
    return Table("deviations", scope.speech.say(N_("Deviations")), headings, rows, narrow=(0, 2, 3, 7))


def _row(scope: Scope, followed: Followed, deviation: Deviation) -> tuple[Cell, ...]:
    trace, duty, say = followed.trace_of_deviation(deviation.id), followed.duty, scope.speech.say
    reference = scope.named(duty, deviation.part)
    cause = scope.free(duty, deviation.cause) or say(N_("The cause is not described."))
    if deviation.missed is not None:
        cause = f"{say(N_('The deadline passed undelivered.'))} {cause}"
    return (
        cells.text(reference, trace),
        cells.text(scope.title(duty), followed.trace()),
        cells.date(deviation.discovered_on, trace),
        cells.text(say(N_("yes")) if deviation.material else say(N_("no")), trace),
        cells.text(cause, trace),
        cells.text(scope.free(duty, deviation.consequence), trace),
        cells.text(_told(scope, followed, deviation), trace),
        cells.date(deviation.closed_on, trace),
        cells.text(scope.free(duty, deviation.result), trace),
    )


def _told(scope: Scope, followed: Followed, deviation: Deviation) -> str:
    """Say when and how the ministry was told, and whether that was at once."""
    say = scope.speech.say
    if deviation.told_on is None:
        return say(N_("not told")) if deviation.material else ""
    how = ", ".join(filter(None, (scope.free(followed.duty, deviation.told_how), deviation.told_reference)))
    said = f"{day(deviation.told_on)} ({how})" if how else day(deviation.told_on)
    first = followed.told(deviation.id)[0].told_on
    if first != deviation.told_on:
        said += "; " + say(N_("first time {day}"), day=day(first))
    at_once = told_at_once(deviation)
    if at_once is None:
        return said
    judged = N_("within a working day") if at_once else N_("later than a working day")
    return f"{said}; {say(judged)}"


def _measures(scope: Scope, found: list[tuple[Followed, Deviation, Measure]]) -> Table:
    heads = N_("What it concerns"), N_("Measure"), N_("Due"), N_("What became of it"), N_("Completed")
    headings = tuple(scope.speech.say(each) for each in heads)
    rows = tuple(_measure(scope, *each) for each in found)
    return Table("measures", scope.speech.say(N_("Measures")), headings, rows, narrow=(2, 4))


def _measure(scope: Scope, followed: Followed, deviation: Deviation, one: Measure) -> tuple[Cell, ...]:
    trace, duty = followed.trace_of_deviation(deviation.id), followed.duty
    return (
        cells.text(scope.called(duty), trace),
        cells.text(scope.free(duty, one.what), trace),
        cells.date(one.due, trace),
        cells.text(_became(scope, followed, one), trace),
        cells.date(one.completed_on, trace),
    )


def _became(scope: Scope, followed: Followed, one: Measure) -> str:
    say, duty = scope.speech.say, followed.duty
    if one.completed_on:
        done = scope.free(duty, one.result)
        return ": ".join(filter(None, (say(N_("carried out")), done)))
    if one.dropped:
        return f"{say(N_('not carried out'))}: {scope.free(duty, one.dropped)}"
    return say(N_("overdue")) if one.due < scope.today else say(N_("under way"))
