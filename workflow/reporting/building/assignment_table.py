"""The table of what was owed: words and place in the letter, deadlines, delivery, acceptance, result."""

from __future__ import annotations

from collections.abc import Iterable

from events.vocabulary import correction
from events.vocabulary import duty as shapes
from projections.engine.duty.state import Duty, Version
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.outcome import NAMES, Outcome, Owed
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.speech import day
from workflow.reporting.model import Cell, Table

DEADLINES = (
    shapes.DeadlineSet,
    shapes.DeadlinePostponed,
    shapes.DeadlineDropped,
    correction.DeadlineCorrected,
)
DELIVERY = (shapes.DutyDelivered, shapes.DutyReturned, correction.DeliveryCorrected)
ACCEPTANCE = (shapes.DutyAccepted, correction.AcceptanceCorrected)
HEADINGS = (
    N_("Reference"),
    N_("Words of the letter"),
    N_("Stated in"),
    N_("First deadline"),
    N_("Moved to"),
    N_("Delivered"),
    N_("Accepted"),
    N_("Result"),
    N_("Unit"),
)


def table(scope: Scope, key: str, caption: str, owed: Iterable[Owed]) -> Table:
    """Give a row for each part; the caption is a finished text."""
    headings = tuple(scope.speech.say(each) for each in HEADINGS)
    return Table(key, caption, headings, tuple(_row(scope, each) for each in owed), narrow=(0, 3, 5, 6))


def named(scope: Scope, owed: Owed) -> str:
    """Give the reference, with the part where the duty has parts."""
    return scope.named(owed.followed.duty, owed.part.part)


def _row(scope: Scope, owed: Owed) -> tuple[Cell, ...]:
    followed, part, duty = owed.followed, owed.part, owed.followed.duty
    first = part.history[0] if part.history else None
    delivered = followed.trace(*DELIVERY, part=part.part)
    return (
        cells.text(named(scope, owed), followed.trace()),
        cells.text(scope.title(duty), followed.trace(shapes.DutyGiven, shapes.DutyRestated)),
        cells.text(scope.origin(duty), followed.trace()),
        deadline(scope, owed, first),
        cells.text(moved(scope, duty, part.history), followed.trace(*DEADLINES, part=part.part)),
        cells.date(part.delivered_on, delivered, also=_in_brackets(part.delivery_reference)),
        acceptance(owed),
        cells.text(result(scope, owed), owed.trace()),
        cells.text(scope.responsible(duty), followed.trace(shapes.OwnerAssigned)),
    )


def deadline(scope: Scope, owed: Owed, version: Version | None) -> Cell:
    """Give a cell with a deadline: as a day where it is one, else in words."""
    trace = owed.followed.trace(*DEADLINES, part=owed.part.part)
    if version is None:
        return cells.text("")
    fact = version.deadline
    if fact.form == "date" and fact.day:
        return cells.date(fact.day, trace)
    return cells.text(scope.when(owed.followed.duty, fact), trace)


def moved(scope: Scope, duty: Duty, history: list[Version]) -> str:
    """Say what a deadline became, when that was agreed and under which reference."""
    return "; ".join(_agreed(scope, duty, version) for version in history[1:])


def _agreed(scope: Scope, duty: Duty, version: Version) -> str:
    to, place = scope.when(duty, version.deadline), scope.place(version.source)
    if version.agreed_on:
        agreed = scope.speech.say(N_("agreed {day}"), day=day(version.agreed_on))
        place = ", ".join(filter(None, (agreed, place)))
    return f"{to} {_in_brackets(place)}".strip()


def acceptance(owed: Owed) -> Cell:
    """Give a cell with the day on which the ministry accepted the duty, and the reference of that."""
    followed = owed.followed
    found = [event for _, event in followed.events(*ACCEPTANCE)]
    reference = getattr(found[-1], "reference", "") if found else ""
    if followed.duty.accepted_on is None:
        return cells.text("")
    return cells.date(followed.duty.accepted_on, followed.trace(*ACCEPTANCE), also=_in_brackets(reference))


def result(scope: Scope, owed: Owed) -> str:
    """Say how it went, in calendar days from the deadline that counted."""
    days, speech = owed.days, scope.speech
    if owed.outcome is Outcome.LATE and days is not None:
        return speech.count(N_("{count} day too late"), N_("{count} days too late"), days)
    if days is None or owed.outcome not in (Outcome.IN_TIME, Outcome.AGREED):
        return speech.say(NAMES[owed.outcome])
    said = speech.say(N_("on the day of the deadline"))
    if days < 0:
        said = speech.count(
            N_("{count} day before the deadline"), N_("{count} days before the deadline"), -days
        )
    if owed.outcome is Outcome.AGREED:
        said += ", " + speech.say(N_("after agreed postponement"))
    return said


def _in_brackets(words: str) -> str:
    return f"({words})" if words else ""
