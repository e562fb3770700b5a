"""What may not be delivered: found by stated rules, one reason for each rule that holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from events.vocabulary import deviation as deviations
from events.vocabulary import duty as shapes
from workflow.language import N_
from workflow.reporting.building import assignment_table, cells
from workflow.reporting.building.numbers import is_standing
from workflow.reporting.building.outcome import Outcome, Owed
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import TO_BE_SET
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table

HIGH, MEDIUM = N_("high"), N_("medium")
SOON = 30
"""Days within which a delivery that nobody has begun is at risk."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A delivery that may not come in time: how great the risk is by the rules, and why."""

    owed: Owed
    level: str
    reasons: tuple[str, ...]


def section(scope: Scope) -> Section:
    """Give what is still to be delivered and is at risk by the rules; the rules are said first."""
    speech, found = scope.speech, risks(scope)
    rule = Paragraph(speech.say(RULE, days=SOON))
    sentence = speech.count(
        N_("{count} delivery is at risk by these rules."),
        N_("{count} deliveries are at risk by these rules."),
        len(found),
    )
    blocks: list[Block] = [Paragraph(sentence, tuple(each.owed.trace() for each in found)), rule]
    if found:
        heads = N_("Reference"), N_("What is owed"), N_("Deadline"), N_("Risk"), N_("Why"), N_("Unit")
        headings = tuple(speech.say(each) for each in heads)
        rows = tuple(_row(scope, each) for each in found)
        caption = speech.say(N_("Deliveries at risk"))
        blocks.append(Table("risk", caption, headings, rows, narrow=(0, 2, 3)))
    return with_typed(scope, Section("risk", speech.say(N_("Risk of not delivering")), 1, tuple(blocks)))


RULE = N_(
    "High risk: the deadline has passed, or a material deviation is open. Medium risk: another deviation is "
    "open, the delivery was sent back, the deadline has been moved, another deadline is requested, no day is "
    "set, nobody is responsible, what it builds on is overdue, or work has not begun {days} days before."
)


def risks(scope: Scope) -> list[Risk]:
    """Give the deliveries at risk: high risk first, then by deadline."""
    standing = [each for each in scope.counted() if is_standing(each)]
    found = [risk for each in standing if (risk := _risk(scope, each))]
    return sorted(found, key=lambda each: (each.level != HIGH, each.owed.due is None, str(each.owed.due)))


def _risk(scope: Scope, owed: Owed) -> Risk | None:
    high = [reason for reason, holds in _HIGH.items() if holds(scope, owed)]
    medium = [reason for reason, holds in _MEDIUM.items() if holds(scope, owed)]
    if not (high or medium):
        return None
    return Risk(owed, HIGH if high else MEDIUM, (*high, *medium))


def _open_deviation(owed: Owed, *, material: bool) -> bool:
    deviations = owed.followed.duty.deviations.values()
    return any(
        each.closed_on is None and each.material is material and each.part in ("", owed.part.part)
        for each in deviations
    )


def _awaits_a_day(owed: Owed) -> bool:
    fact = owed.part.current
    return fact is None or (fact.form == "open" and fact.pattern in TO_BE_SET)


def _builds_on_overdue(scope: Scope, owed: Owed) -> bool:
    """Tell whether the duty it belongs to, or an earlier part of its own, is overdue."""
    followed = owed.followed
    parent = scope.history.duties.get(followed.duty.parent) if followed.duty.parent else None
    others = [each for each in scope.owed((followed,)) if each.part.part != owed.part.part]
    earlier = [each for each in others if each.due and owed.due and each.due < owed.due]
    above = scope.owed((parent,)) if parent is not None else ()
    return any(each.outcome is Outcome.OVERDUE for each in (*earlier, *above))


def _not_begun(scope: Scope, owed: Owed) -> bool:
    if owed.due is None or owed.followed.duty.standing != "given":
        return False
    return 0 <= (owed.due - scope.today).days <= SOON


_Rule = Callable[[Scope, Owed], bool]
_HIGH: Mapping[str, _Rule] = {
    N_("the deadline has passed"): lambda _, owed: owed.outcome is Outcome.OVERDUE,
    N_("a material deviation is open"): lambda _, owed: _open_deviation(owed, material=True),
}
_MEDIUM: Mapping[str, _Rule] = {
    N_("a deviation is open"): lambda _, owed: _open_deviation(owed, material=False),
    N_("the delivery was sent back"): lambda _, owed: owed.part.returned,
    N_("the deadline has been moved"): lambda _, owed: owed.moved > 0,
    N_("another deadline is requested"): lambda _, owed: owed.part.asked is not None,
    N_("no day is set"): lambda _, owed: _awaits_a_day(owed),
    N_("nobody is responsible"): lambda _, owed: not (owed.followed.duty.owner or owed.followed.duty.unit),
    N_("what it builds on is overdue"): _builds_on_overdue,
    N_("work has not begun"): _not_begun,
}


def _row(scope: Scope, risk: Risk) -> tuple[Cell, ...]:
    owed, duty, say = risk.owed, risk.owed.followed.duty, scope.speech.say
    last = owed.part.history[-1] if owed.part.history else None
    behind = owed.followed.trace(shapes.DutyReturned, shapes.DutyStarted, deviations.DeviationReported)
    return (
        cells.text(assignment_table.named(scope, owed), owed.followed.trace()),
        cells.text(scope.title(duty), owed.followed.trace()),
        assignment_table.deadline(scope, owed, last),
        cells.text(say(risk.level), owed.trace()),
        cells.text(scope.speech.joined([say(each) for each in risk.reasons]), owed.trace(), behind),
        cells.text(scope.responsible(duty), owed.followed.trace(shapes.OwnerAssigned)),
    )
