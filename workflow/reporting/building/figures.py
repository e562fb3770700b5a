"""The figures: what became of the deliveries by goal, unit, month and letter; load by week; median lead."""

from __future__ import annotations

from workflow.language import N_
from workflow.reporting.building import cells, counting
from workflow.reporting.building.counting import Groups
from workflow.reporting.building.numbers import having
from workflow.reporting.building.outcome import NAMES, Outcome, Owed
from workflow.reporting.building.scope import ASSIGNMENTS, Scope
from workflow.reporting.building.speech import number
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Cell, Figure, FigureKind, Paragraph, Section, Series, Table

_BY = {
    "by-goal": (N_("What became of the deliveries, by goal"), N_("Goal"), counting.by_goal),
    "by-unit": (N_("What became of the deliveries, by unit"), N_("Unit"), counting.by_unit),
    "by-month": (
        N_("What became of the deliveries, by month of the deadline"),
        N_("Month"),
        counting.by_month,
    ),
    "by-letter": (N_("What became of the deliveries, by letter"), N_("Letter"), counting.by_letter),
}


def section(scope: Scope) -> Section | None:
    """Give every figure; None where there is nothing to count."""
    owed = scope.counted()
    if not owed:
        return None
    say = scope.speech.say
    intro = Paragraph(say(N_("Each number can be traced to its duties in the table below the figure.")))
    outcomes = tuple(_outcomes(scope, key, owed) for key in _BY)
    rest = (_weeks(scope, owed), _lead(scope, owed))
    return with_typed(scope, Section("figures", say(N_("Figures")), 1, (intro, *outcomes, *rest)))


def by_goal(scope: Scope) -> Figure:
    """Give what became of the deliveries by goal."""
    return _outcomes(scope, "by-goal", scope.counted())


def _outcomes(scope: Scope, key: str, owed: tuple[Owed, ...]) -> Figure:
    """Give a figure of stacked bars, one for each group, and a colour for each outcome that there is."""
    caption, label, group = _BY[key]
    groups, say = group(scope, owed), scope.speech.say
    seen = [each for each in Outcome if having(owed, each)]
    series = tuple(
        Series(say(NAMES[each]), tuple(float(len(having(found, each))) for found in groups.values()))
        for each in seen
    )
    rows = tuple(
        (Cell(name), *(cells.counted(having(found, each)) for each in seen), cells.counted(found))
        for name, found in groups.items()
    )
    headings = (say(label), *(each.name for each in series), say(N_("All deliveries")))
    return _figure(scope, key, say(caption), FigureKind.STACKED_BARS, groups, series, headings, rows)


def _weeks(scope: Scope, owed: tuple[Owed, ...]) -> Figure:
    say, groups = scope.speech.say, counting.by_week(scope, owed)
    axis = say(N_("Deadlines"))
    series = (Series(axis, tuple(float(len(found)) for found in groups.values())),)
    rows = tuple((Cell(name), cells.counted(found)) for name, found in groups.items())
    caption = say(N_("Deadlines by week"))
    headings = (say(N_("Week")), axis)
    return _figure(scope, "by-week", caption, FigureKind.TIMELINE, groups, series, headings, rows)


def _lead(scope: Scope, owed: tuple[Owed, ...]) -> Figure:
    """Give the median days from given to delivered of the assignments, by goal, where any is delivered."""
    say = scope.speech.say
    assigned = (each for each in owed if each.followed.duty.kind in ASSIGNMENTS)
    with_lead = tuple(each for each in assigned if each.lead is not None)
    groups = counting.by_goal(scope, with_lead)
    medians = {name: counting.median_lead(found) or 0.0 for name, found in groups.items()}
    axis = say(N_("Median days from given to delivered, assignments"))
    rows = tuple(
        (Cell(name), cells.count(medians[name], (each.trace() for each in found)), cells.counted(found))
        for name, found in groups.items()
    )
    headings = (say(N_("Goal")), axis, say(N_("Deliveries")))
    series = (Series(axis, tuple(medians.values())),)
    said = [f"{name}: {number(value)}" for name, value in medians.items()]
    table = Table("lead-numbers", say(_NUMBERS, caption=axis), headings, rows, narrow=(1, 2))
    alternative = _alternative(scope, axis, said)
    return Figure("lead", axis, alternative, FigureKind.BARS, axis, tuple(groups), series, table)


_NUMBERS = N_("The numbers: {caption}")


def _figure(
    scope: Scope,
    key: str,
    caption: str,
    kind: FigureKind,
    groups: Groups,
    series: tuple[Series, ...],
    headings: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> Figure:
    say = scope.speech.say
    narrow = tuple(range(1, len(headings)))
    table = Table(f"{key}-numbers", say(_NUMBERS, caption=caption), headings, rows, narrow)
    said = [_spoken(at, name, series) for at, (name, found) in enumerate(groups.items()) if found]
    alternative = _alternative(scope, caption, said)
    axis = say(N_("Number of deliveries"))
    return Figure(key, caption, alternative, kind, axis, tuple(groups), series, table)


def _spoken(at: int, name: str, series: tuple[Series, ...]) -> str:
    """Say the numbers of one category: «Mål 1: 5 levert i tide, 1 levert for sent»."""
    if len(series) == 1:
        return f"{name}: {number(series[0].values[at])}"
    told = [f"{number(each.values[at])} {_small(each.name)}" for each in series if each.values[at]]
    return f"{name}: {', '.join(told)}"


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _alternative(scope: Scope, caption: str, said: list[str]) -> str:
    if not said:
        return scope.speech.say(N_("Bar chart. {caption}. There is nothing to show."), caption=caption)
    return scope.speech.say(N_("Bar chart. {caption}. {numbers}."), caption=caption, numbers="; ".join(said))
