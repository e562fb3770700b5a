"""The demands that letters make on the report's content, each ticked or not."""

from __future__ import annotations

from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.order import Demanded
from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table, Trace


def section(scope: Scope) -> Section | None:
    """Give the checklist; None where the letters make no demand on this report."""
    asked = [each for each in scope.order.demands if each.report is scope.order.kind]
    if not asked:
        return None
    speech, ticks = scope.speech, scope.history.year(scope.order.year).ticks
    met = sum((each.letter, each.key) in ticks for each in asked)
    sentence = speech.count(
        N_("{met} of {count} demand on the content is ticked as met."),
        N_("{met} of {count} demands on the content are ticked as met."),
        len(asked),
        met=met,
    )
    heads = N_("Demand in the letter's words"), N_("Stated in"), N_("Met"), N_("Where in the report")
    headings = tuple(speech.say(each) for each in heads)
    rows = tuple(_row(scope, each) for each in asked)
    caption = speech.say(N_("Demands on the content"))
    blocks: tuple[Block, ...] = (Paragraph(sentence), Table("demands", caption, headings, rows, narrow=(2,)))
    return Section("demands", speech.say(N_("Checklist of demands")), 1, blocks)


def _row(scope: Scope, asked: Demanded) -> tuple[Cell, ...]:
    speech = scope.speech
    tick = scope.history.year(scope.order.year).ticks.get((asked.letter, asked.key))
    letter = scope.history.letters.get(asked.letter)
    place = [speech.letter(letter)] if letter else []
    if asked.page:
        place.append(speech.say(N_("p. {page}"), page=asked.page))
    place.append(speech.say(N_("line {line}"), line=asked.line))
    if tick is None:
        return (
            cells.text(asked.words),
            cells.text(", ".join(place)),
            cells.text(speech.say(N_("no"))),
            cells.text(""),
        )
    trace = Trace(None, "", (tick.position,))
    where = Cell(tick.where, traces=(trace,), typed=True)
    return (
        cells.text(asked.words),
        cells.text(", ".join(place)),
        cells.text(speech.say(N_("yes")), trace),
        where,
    )
