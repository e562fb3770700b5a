"""What the figures count, each number with the deliveries behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from statistics import median
from uuid import UUID

from projections.engine.duty.letters import Letter
from workflow.language import N_
from workflow.reporting.building.numbers import grouped
from workflow.reporting.building.outcome import Owed
from workflow.reporting.building.scope import Scope

Groups = Mapping[str, tuple[Owed, ...]]
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def by_goal(scope: Scope, owed: tuple[Owed, ...]) -> Groups:
    """Group by goal, in the order of their numbers; what has none comes last."""
    groups = grouped(owed, lambda each: each.followed.duty.goal)
    ordered = sorted(groups, key=lambda each: (each is None, each or 0))
    say = scope.speech.say
    named = {goal: say(N_("Goal {number}"), number=goal) if goal else say(N_("No goal")) for goal in ordered}
    return {named[goal]: groups[goal] for goal in ordered}


def by_unit(scope: Scope, owed: tuple[Owed, ...]) -> Groups:
    """Group by the unit that answers for it, by name; what has none comes last."""
    groups = grouped(owed, lambda each: each.followed.duty.unit)
    names = {unit: scope.history.names.get(unit, unit) for unit in groups}
    ordered = sorted(groups, key=lambda unit: (not unit, names[unit], unit))
    return _joined((names[unit] or scope.speech.say(N_("No unit")), groups[unit]) for unit in ordered)


def by_letter(scope: Scope, owed: tuple[Owed, ...]) -> Groups:
    """Group by the letter that gave it, in the order of the letters; what none gave comes last."""
    letters = scope.history.letters
    groups = grouped(owed, lambda each: each.followed.duty.sources[0].letter)
    known: dict[UUID | None, Letter] = {id: letters[id] for id in groups if id is not None and id in letters}
    days = {id: (one.dated_on or dt.date(one.year, 1, 1), one.name) for id, one in known.items()}
    ordered = sorted(groups, key=lambda id: (id not in known, days.get(id, (dt.date.max, ""))))
    nameless = scope.speech.say(N_("No letter"))
    return _joined(
        (scope.speech.letter(known[id]) if id in known else nameless, groups[id]) for id in ordered
    )


def by_month(scope: Scope, owed: tuple[Owed, ...]) -> Groups:
    """Group by the month it was due in; other years and what has no day are groups of their own."""
    year, say = scope.order.year, scope.speech.say
    in_year = grouped([each for each in owed if each.due and each.due.year == year], _month)
    groups = {say(MONTHS[month - 1]): in_year.get(month, ()) for month in range(1, 13)}
    others = {
        say(N_("Another year")): tuple(each for each in owed if each.due and each.due.year != year),
        say(N_("No date")): tuple(each for each in owed if not each.due),
    }
    return groups | {name: found for name, found in others.items() if found}


def by_week(scope: Scope, owed: tuple[Owed, ...]) -> Groups:
    """Group the deadlines of the year by ISO week, from the first to the last, empty weeks too."""
    year = scope.order.year
    found = grouped([each for each in owed if each.due and each.due.isocalendar().year == year], _week)
    last = dt.date(year, 12, 28).isocalendar().week
    return {
        scope.speech.say(N_("Week {number}"), number=week): found.get(week, ()) for week in range(1, last + 1)
    }


def median_lead(owed: tuple[Owed, ...]) -> float | None:
    """Give the median of days from given to delivered; None where nothing was delivered."""
    leads = [each.lead for each in owed if each.lead is not None]
    return float(median(leads)) if leads else None


def _joined(named: Iterable[tuple[str, tuple[Owed, ...]]]) -> Groups:
    """Put groups of the same name together, so that none is lost where two letters are called the same."""
    groups: dict[str, tuple[Owed, ...]] = {}
    for name, found in named:
        groups[name] = groups.get(name, ()) + found
    return groups


def _month(owed: Owed) -> int:
    return owed.due.month if owed.due else 0


def _week(owed: Owed) -> int:
    return owed.due.isocalendar().week if owed.due else 0
