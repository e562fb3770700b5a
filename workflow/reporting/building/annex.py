"""The annex: every assignment as the letters order them, in cells that can be counted."""

from __future__ import annotations

from events.vocabulary import duty as shapes
from workflow.language import N_
from workflow.reporting.building import assignment_table, cells
from workflow.reporting.building.outcome import NAMES, Owed
from workflow.reporting.building.scope import ASSIGNMENTS, Scope
from workflow.reporting.model import Cell, Section, Table

HEADINGS = (
    N_("Reference"),
    N_("Part"),
    N_("Words of the letter"),
    N_("Stated in"),
    N_("Goal"),
    N_("First deadline"),
    N_("Deadline that counts"),
    N_("Delivered"),
    N_("Accepted"),
    N_("Days from deadline"),
    N_("Outcome"),
    N_("Unit"),
)


def section(scope: Scope) -> Section:
    """Give all assignments of the period."""
    say = scope.speech.say
    headings = tuple(say(each) for each in HEADINGS)
    rows = tuple(_row(scope, each) for each in scope.owed(scope.of(*ASSIGNMENTS)))
    caption = say(N_("All assignments in the order of the letter"))
    table = Table("annex", caption, headings, rows, narrow=(0, 1, 4, 5, 6, 7, 8, 9))
    return Section("annex", say(N_("Annex: all assignments")), 1, (table,))


def _row(scope: Scope, owed: Owed) -> tuple[Cell, ...]:
    followed, part, duty = owed.followed, owed.part, owed.followed.duty
    first, last = (part.history[0], part.history[-1]) if part.history else (None, None)
    accepted = followed.trace(*assignment_table.ACCEPTANCE)
    return (
        cells.text(scope.named(duty), followed.trace()),
        cells.text(scope.free(duty, part.part)),
        cells.text(scope.title(duty), followed.trace(shapes.DutyGiven, shapes.DutyRestated)),
        cells.text(scope.origin(duty), followed.trace()),
        cells.count(duty.goal, (followed.trace(),)),
        assignment_table.deadline(scope, owed, first),
        assignment_table.deadline(scope, owed, last),
        cells.date(part.delivered_on, followed.trace(*assignment_table.DELIVERY, part=part.part)),
        cells.date(duty.accepted_on, accepted),
        cells.count(owed.days, (owed.trace(),)),
        cells.text(scope.speech.say(NAMES[owed.outcome]), owed.trace()),
        cells.text(scope.responsible(duty), followed.trace(shapes.OwnerAssigned)),
    )
