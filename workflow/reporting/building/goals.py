"""Assignments by goal, and the R&D assignments: what was given, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.language import N_
from workflow.reporting.building import assignment_table, numbers
from workflow.reporting.building.outcome import Owed
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Paragraph, Section

_RD = "rd_assignment"


def sections(scope: Scope) -> Iterator[Section]:
    """Give a chapter with a section for each goal, then one for the R&D assignments."""
    say = scope.speech.say
    intro = say(
        N_("Each assignment stands with the words of the letter, its deadlines and what became of it.")
    )
    yield with_typed(scope, Section("goals", say(N_("Assignments by goal")), 1, (Paragraph(intro),)))
    assignments = scope.owed(scope.of("assignment"))
    by_goal = numbers.grouped(assignments, lambda each: each.followed.duty.goal)
    for goal in sorted(by_goal, key=lambda each: (each is None, each or 0)):
        yield _goal(scope, goal, by_goal[goal])
    if research := scope.owed(scope.of(_RD)):
        yield _section(scope, "rd", say(N_("R&D assignments")), 1, research)


def goal_name(scope: Scope, goal: int | None) -> str:
    """Name a goal as the letter numbers it."""
    return scope.speech.say(N_("Goal {number}"), number=goal) if goal else scope.speech.say(N_("No goal"))


def _goal(scope: Scope, goal: int | None, owed: tuple[Owed, ...]) -> Section:
    return _section(scope, f"goal-{goal or 'none'}", goal_name(scope, goal), 2, owed)


def _section(scope: Scope, key: str, heading: str, level: int, owed: tuple[Owed, ...]) -> Section:
    caption = scope.speech.say(N_("{heading}: assignments and deadlines"), heading=heading)
    found = assignment_table.table(scope, f"{key}-assignments", caption, owed)
    section = Section(key, heading, level, (numbers.sentence(scope.speech, owed), found))
    return with_typed(scope, section)
