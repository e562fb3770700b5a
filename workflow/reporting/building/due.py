"""What is overdue, and what falls due next."""

from __future__ import annotations

import datetime as dt

from workflow.language import N_
from workflow.reporting.building import assignment_table, numbers
from workflow.reporting.building.outcome import Outcome, Owed
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Block, Paragraph, Section

AHEAD = 90
"""Days ahead that a status looks."""


def overdue(scope: Scope) -> Section:
    """Give what has passed its deadline and is not delivered."""
    late = numbers.having(scope.counted(), Outcome.OVERDUE)
    sentence = scope.speech.count(
        N_("{count} is overdue and not delivered."),
        N_("{count} are overdue and not delivered."),
        len(late),
    )
    return _section(scope, "overdue", scope.speech.say(N_("Overdue")), sentence, late)


def ahead(scope: Scope) -> Section:
    """Give what is due in the days ahead, the nearest first; the next year's letter may move any of it."""
    until = scope.today + dt.timedelta(days=AHEAD)
    standing = numbers.having(scope.counted(), Outcome.OPEN)
    soon = [each for each in standing if each.due and each.due <= until]
    soon.sort(key=lambda each: (each.due or dt.date.max, assignment_table.named(scope, each)))
    sentence = scope.speech.count(
        N_("{count} delivery is due in the next {days} days."),
        N_("{count} deliveries are due in the next {days} days."),
        len(soon),
        days=AHEAD,
    )
    return _section(scope, "ahead", scope.speech.say(N_("Due next")), sentence, tuple(soon))


def _section(scope: Scope, key: str, heading: str, sentence: str, owed: tuple[Owed, ...]) -> Section:
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace() for each in owed))]
    if owed:
        blocks.append(assignment_table.table(scope, key, heading, owed))
    return with_typed(scope, Section(key, heading, 1, tuple(blocks)))
