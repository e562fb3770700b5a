"""Standing duties, and what was given by word of mouth."""

from __future__ import annotations

from events.vocabulary import dialogue
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import day
from workflow.reporting.building.typed import with_typed
from workflow.reporting.history import Followed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table

_HOW = "standing_rule"


def section(scope: Scope) -> Section:
    """Give the rules that stand without a day of their own."""
    speech, found = scope.speech, scope.of(_HOW)
    sentence = speech.count(
        N_("{count} standing duty applies in the period."),
        N_("{count} standing duties apply in the period."),
        len(found),
    )
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace() for each in found))]
    if found:
        heads = N_("Reference"), N_("Words of the letter"), N_("Stated in"), N_("When"), N_("Unit")
        headings = tuple(speech.say(each) for each in heads)
        rows = tuple(_row(scope, each) for each in found)
        blocks.append(Table("standing", speech.say(N_("Standing duties")), headings, rows, narrow=(0,)))
    return with_typed(scope, Section("standing", speech.say(N_("Standing duties")), 1, tuple(blocks)))


def orally(scope: Scope) -> Section:
    """Give what was given orally, and when it was put in writing."""
    speech, found = scope.speech, [each for each in scope.duties if each.duty.orally]
    waiting = sum(each.duty.confirmed_on is None for each in found)
    given = N_("{count} duty was given orally."), N_("{count} duties were given orally.")
    sentence = speech.count(*given, len(found))
    if waiting:
        sentence += " " + speech.count(
            N_("{count} is not confirmed in writing."),
            N_("{count} are not confirmed in writing."),
            waiting,
        )
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace() for each in found))]
    if found:
        heads = N_("Reference"), N_("What was given"), N_("Given"), N_("Confirmed in writing")
        headings = tuple(speech.say(each) for each in heads)
        rows = tuple(_oral_row(scope, each) for each in found)
        blocks.append(Table("orally", speech.say(N_("Given orally")), headings, rows, narrow=(0, 2)))
    return with_typed(scope, Section("orally", speech.say(N_("Given orally")), 1, tuple(blocks)))


def _row(scope: Scope, followed: Followed) -> tuple[Cell, ...]:
    duty, trace = followed.duty, followed.trace()
    stated = (part.current for part in duty.parts.values() if not part.dropped)
    return (
        cells.text(scope.named(duty), trace),
        cells.text(scope.title(duty), trace),
        cells.text(scope.origin(duty), trace),
        cells.text("; ".join(filter(None, (scope.when(duty, each) for each in stated))), trace),
        cells.text(scope.responsible(duty), trace),
    )


def _oral_row(scope: Scope, followed: Followed) -> tuple[Cell, ...]:
    duty, trace = followed.duty, followed.trace(dialogue.ConfirmedInWriting)
    confirmed = scope.speech.say(N_("not confirmed"))
    if duty.confirmed_on:
        found = [event for _, event in followed.events(dialogue.ConfirmedInWriting)]
        place = scope.place(found[-1].source) if found else ""
        confirmed = f"{day(duty.confirmed_on)} ({place})" if place else day(duty.confirmed_on)
    return (
        cells.text(scope.named(duty), followed.trace()),
        cells.text(scope.title(duty), followed.trace()),
        cells.date(duty.given_on, followed.trace()),
        cells.text(confirmed, trace),
    )
