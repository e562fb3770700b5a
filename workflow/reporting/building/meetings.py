"""Governance meetings: day, agenda, minutes and what was decided."""

from __future__ import annotations

from events.vocabulary import duty as shapes
from events.vocabulary import governance_meeting as told
from projections.engine.duty.state import Decision
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import day
from workflow.reporting.building.typed import with_typed
from workflow.reporting.history import Followed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table

_AGENDA_DAYS = 7
"""The instruction: the agenda is settled normally at least a week before the meeting."""


def section(scope: Scope) -> Section:
    """Give the meetings of the period."""
    speech, meetings = scope.speech, scope.of("meeting")
    held = sum(each.duty.delivered_on is not None for each in meetings)
    sentence = speech.count(
        N_("{held} of {count} meeting has been held."),
        N_("{held} of {count} meetings have been held."),
        len(meetings),
        held=held,
    )
    if not held:
        planned = (
            N_("{count} meeting is planned and not held."),
            N_("{count} meetings are planned and not held."),
        )
        sentence = speech.count(*planned, len(meetings))
    if not meetings:
        sentence = speech.say(N_("No governance meetings are recorded for the period."))
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace(told.MeetingHeld) for each in meetings))]
    if meetings:
        blocks.append(_table(scope, meetings))
    if decisions := _decisions(scope, meetings):
        blocks.append(decisions)
    return with_typed(scope, Section("meetings", speech.say(N_("Governance meetings")), 1, tuple(blocks)))


def _table(scope: Scope, meetings: tuple[Followed, ...]) -> Table:
    heads = (
        N_("Reference"),
        N_("Meeting"),
        N_("Day"),
        N_("Agenda settled"),
        N_("Held"),
        N_("Minutes drafted"),
        N_("Minutes approved"),
        N_("Note"),
    )
    headings = tuple(scope.speech.say(each) for each in heads)
    rows = tuple(_row(scope, each) for each in meetings)
    return Table("meetings", scope.speech.say(N_("Meetings")), headings, rows, narrow=(0, 2, 3, 4, 5, 6))


def _row(scope: Scope, followed: Followed) -> tuple[Cell, ...]:
    duty, meeting = followed.duty, followed.duty.meeting
    fact = next((part.current for part in duty.parts.values() if part.current and not part.dropped), None)
    dated = (shapes.DeadlineSet, shapes.DeadlinePostponed)
    settled, reference = (meeting.agenda_settled_on, meeting.agenda_reference) if meeting else (None, "")
    drafted, minutes = (meeting.minutes_drafted_on, meeting.minutes_reference) if meeting else (None, "")
    on = fact.day if fact and fact.form == "date" else None
    return (
        cells.text(scope.named(duty), followed.trace()),
        cells.text(scope.title(duty), followed.trace()),
        cells.date(on, followed.trace(*dated))
        if on
        else cells.text(scope.when(duty, fact), followed.trace(*dated)),
        cells.date(settled, followed.trace(told.AgendaSettled), also=_in_brackets(reference)),
        cells.date(duty.delivered_on, followed.trace(told.MeetingHeld)),
        cells.date(drafted, followed.trace(told.MinutesDrafted), also=_in_brackets(minutes)),
        cells.date(duty.accepted_on, followed.trace(told.MinutesApproved)),
        cells.text(_note(scope, followed)),
    )


def _note(scope: Scope, followed: Followed) -> str:
    """Say what is to be minded: cancelled, or an agenda settled less than a week ahead."""
    duty, meeting = followed.duty, followed.duty.meeting
    if duty.withdrawn_on:
        return scope.speech.say(N_("cancelled {day}"), day=day(duty.withdrawn_on))
    if meeting is None or meeting.agenda_settled_on is None or duty.delivered_on is None:
        return ""
    ahead = (duty.delivered_on - meeting.agenda_settled_on).days
    if ahead >= _AGENDA_DAYS:
        return ""
    told_late = N_("agenda settled {count} day ahead"), N_("agenda settled {count} days ahead")
    return scope.speech.count(*told_late, ahead)


def _decisions(scope: Scope, meetings: tuple[Followed, ...]) -> Table | None:
    """Give every decision and the assignment that it became; None where nothing was decided."""
    rows = tuple(
        _decision(scope, each, decision)
        for each in meetings
        if each.duty.meeting
        for decision in each.duty.meeting.decisions.values()
    )
    if not rows:
        return None
    heads = N_("Meeting"), N_("Number"), N_("Decision"), N_("Became")
    headings = tuple(scope.speech.say(each) for each in heads)
    return Table("decisions", scope.speech.say(N_("Decisions")), headings, rows, narrow=(1,))


def _decision(scope: Scope, followed: Followed, decision: Decision) -> tuple[Cell, ...]:
    trace = followed.trace(told.DecisionRecorded)
    became = scope.history.duties.get(decision.duty) if decision.duty else None
    words = scope.free(followed.duty, decision.text)
    if became is not None:
        words = scope.free(became.duty, words)
    return (
        cells.text(scope.called(followed.duty), trace),
        cells.count(decision.number),
        cells.text(words, trace),
        cells.text(scope.reference(decision.duty), *((became.trace(),) if became else ())),
    )


def _in_brackets(words: str) -> str:
    return f"({words})" if words else ""
