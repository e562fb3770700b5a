"""Sentences and a table that sum up what became of the deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.outcome import DELIVERED, NAMES, STANDING, Outcome, Owed
from workflow.reporting.building.speech import Speech
from workflow.reporting.model import Paragraph, Table

K = TypeVar("K", bound=Hashable)


def grouped(owed: Iterable[Owed], key: Callable[[Owed], K]) -> dict[K, tuple[Owed, ...]]:
    """Put each under its key; every one is in exactly one group, in the order they came."""
    groups: dict[K, list[Owed]] = defaultdict(list)
    for each in owed:
        groups[key(each)].append(each)
    return {name: tuple(found) for name, found in groups.items()}


def having(owed: Iterable[Owed], *outcomes: Outcome) -> tuple[Owed, ...]:
    """Give those with one of these outcomes."""
    return tuple(each for each in owed if each.outcome in outcomes)


def sentence(speech: Speech, owed: tuple[Owed, ...]) -> Paragraph:
    """Say in a few sentences how many there are and how it went; late is told apart from postponed."""
    said = [speech.count(N_("There is {count} delivery."), N_("There are {count} deliveries."), len(owed))]
    parts, many = _delivered(speech, owed), len(having(owed, *DELIVERED))
    if len(parts) == 1:
        (only,) = {each.outcome for each in having(owed, *DELIVERED)}
        said.append(speech.count(*_ALL[only], many))
    elif parts:
        told = N_("{count} is delivered: {how}."), N_("{count} are delivered: {how}.")
        said.append(speech.count(*told, many, how=speech.joined(parts)))
    said += [_one(speech, each, owed) for each in _REST if having(owed, each)]
    return Paragraph(" ".join(said), tuple(each.trace() for each in owed))


def key_numbers(speech: Speech, key: str, owed: tuple[Owed, ...]) -> Table:
    """Give how many deadlines had each outcome, and all of them."""
    rows = [(cells.text(speech.say(NAMES[each])), cells.counted(having(owed, each))) for each in Outcome]
    rows.append((cells.text(speech.say(N_("All deliveries"))), cells.counted(owed)))
    headings = (speech.say(N_("What became of the deliveries")), speech.say(N_("Number")))
    return Table(key, speech.say(N_("Key numbers")), headings, tuple(rows), narrow=(1,))


_HOW = {
    Outcome.IN_TIME: (N_("{count} in time"), N_("{count} in time")),
    Outcome.AGREED: (
        N_("{count} in time by a postponed deadline"),
        N_("{count} in time by postponed deadlines"),
    ),
    Outcome.LATE: (N_("{count} too late"), N_("{count} too late")),
    Outcome.UNDATED: (N_("{count} without a date to keep"), N_("{count} without dates to keep")),
}
_ALL = {
    Outcome.IN_TIME: (N_("{count} is delivered, in time."), N_("{count} are delivered, all in time.")),
    Outcome.AGREED: (
        N_("{count} is delivered, in time by a postponed deadline."),
        N_("{count} are delivered, all in time by postponed deadlines."),
    ),
    Outcome.LATE: (N_("{count} is delivered, too late."), N_("{count} are delivered, all too late.")),
    Outcome.UNDATED: (
        N_("{count} is delivered, without a date to keep."),
        N_("{count} are delivered, all without dates to keep."),
    ),
}
_REST = {
    Outcome.OPEN: (N_("{count} is not due yet."), N_("{count} are not due yet.")),
    Outcome.OVERDUE: (
        N_("{count} is overdue and not delivered."),
        N_("{count} are overdue and not delivered."),
    ),
    Outcome.CARRIED: (
        N_("{count} is carried over to the next letter."),
        N_("{count} are carried over to the next letter."),
    ),
    Outcome.LAPSED: (N_("{count} has lapsed."), N_("{count} have lapsed.")),
}


def _delivered(speech: Speech, owed: tuple[Owed, ...]) -> list[str]:
    return [speech.count(*_HOW[each], len(found)) for each in DELIVERED if (found := having(owed, each))]


def _one(speech: Speech, outcome: Outcome, owed: tuple[Owed, ...]) -> str:
    return speech.count(*_REST[outcome], len(having(owed, outcome)))


def is_standing(owed: Owed) -> bool:
    """Tell whether it is still to be delivered."""
    return owed.outcome in STANDING
