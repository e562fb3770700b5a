"""The planner: what will be said on which day to whom, and what is to be said now."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from calendars.days import LAST_VERIFIED_YEAR, ONE_DAY, UnverifiedYear
from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from workflow.directory.people import Person
from workflow.notices.hours import earliest, is_open, is_quiet
from workflow.notices.model import Kind, Planned, SkipReason
from workflow.notices.planning import digest
from workflow.notices.planning.catalogue import PLANNERS
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.said import Said, step_of, topic_of

LADDERS = frozenset({Kind.DEADLINE, Kind.MEASURE, Kind.CHASE, Kind.ORAL, Kind.AGENDA, Kind.MINUTES})
"""Kinds whose later step says what the earlier would have said."""
NOT_PAUSED = frozenset({Kind.MISSED, Kind.DEVIATION, Kind.STRAKS, Kind.INVITATION})
"""What comes in spite of a pause."""
IMPORTANCE = {kind: number for number, kind in enumerate((Kind.STRAKS, Kind.MISSED, Kind.DEVIATION))}


def plan(duties: Sequence[Duty], around: Surroundings, said: Said | None = None) -> list[Planned]:
    """Give every notice of the days asked for, as the duties stand now, by day, hour and recipient.

    What will be skipped is there too, with the reason, as far as it can be known. What was said
    is left out.
    """
    known = said or Said()
    found = [*_of_duties(duties, around), *digest.plan(duties, around)]
    unsaid = [each for each in found if not known.has(each.notice, around.today, around.calendar)]
    days: dict[dt.date, list[Planned]] = defaultdict(list)
    for each in unsaid:
        days[each.notice.due_on].append(
            _at_its_hour(_unless_paused(each, each.notice.due_on, around), around)
        )
    return [each for day in sorted(days) for each in sorted(_said_once(days[day], set()), key=_order)]


def due_now(fallen: Iterable[Planned], around: Surroundings, now: dt.datetime, said: Said) -> list[Planned]:
    """Give what is to be raised at a moment: to be sent, or skipped at once with the reason.

    `fallen` is what `until_today` gives. Nothing outside working days and hours. Of several steps
    that were held up only the latest goes; the others were overtaken.
    """
    local = now.astimezone(OSLO)
    if not is_open(local, around.calendar):
        return []
    found: list[Planned] = []
    for group in _groups(fallen):
        found.extend(_of_group(group, around, local, said))
    marked = [_unless_paused(each, local.date(), around) for each in found]
    return sorted(_said_once(marked, set(said.heard)), key=_order)


def until_today(duties: Sequence[Duty], around: Surroundings) -> list[Planned]:
    """Give everything that fell due up to today, said or not; of digests only those of this week."""
    past = replace(around, first=dt.date.min, last=around.today)
    week = replace(past, first=around.today - ONE_DAY * around.today.weekday())
    return [*_of_duties(duties, past), *digest.plan(duties, week)]


def beyond(duties: Iterable[Duty]) -> list[tuple[Duty, int]]:
    """List the duties with a deadline in a year whose holidays nobody has checked: nothing is guessed."""
    return [
        (duty, part.current.due.year)
        for duty in duties
        for part in duty.parts.values()
        if part.current and part.current.due and part.current.due.year > LAST_VERIFIED_YEAR
    ]


def _of_duties(duties: Iterable[Duty], around: Surroundings) -> Iterator[Planned]:
    planners = tuple(PLANNERS.values())
    for duty in duties:
        for planner in planners:
            try:
                yield from planner(duty, around)
            except UnverifiedYear:
                continue  # told by `beyond`; the other planners go on


def _groups(planned: Iterable[Planned]) -> Iterator[list[Planned]]:
    """Gather what overtakes each other: the steps of one ladder; all else stands alone."""
    ladders: dict[tuple[Kind, UUID | None, str], list[Planned]] = defaultdict(list)
    for each in planned:
        notice = each.notice
        if notice.kind in LADDERS or notice.kind is Kind.DIGEST:
            ladders[notice.kind, notice.duty, notice.subject].append(each)
        else:
            yield [each]
    yield from ladders.values()


def _of_group(group: list[Planned], around: Surroundings, local: dt.datetime, said: Said) -> list[Planned]:
    newest = max(each.notice.due_on for each in group)
    unsaid = [each for each in group if not said.has(each.notice, local.date(), around.calendar)]
    latest = [each for each in unsaid if each.notice.due_on == newest]
    going = [each for each in latest if _may_go(each, around, local)]
    if latest and not going:
        return []  # its hour has not come; what it overtakes waits with it
    overtaken = [each for each in unsaid if each.notice.due_on < newest and each.notice.kind in LADDERS]
    return going + [replace(each, skip=each.skip or SkipReason.OVERTAKEN) for each in overtaken]


def _may_go(planned: Planned, around: Surroundings, local: dt.datetime) -> bool:
    """Tell whether its hour has come: on its own day, or any later one."""
    on_its_day = planned.notice.due_on == local.date()
    if on_its_day and local.time() < planned.not_before:
        return False
    if planned.is_urgent:
        return True
    return local.time() >= planned.not_before and not is_quiet(_recipient(planned, around), local.time())


def _unless_paused(planned: Planned, day: dt.date, around: Surroundings) -> Planned:
    notice = planned.notice
    if not around.rules.pauses or planned.skip or notice.kind in NOT_PAUSED:
        return planned
    paused = around.rules.pause_of(notice.duty, notice.recipient, day)
    return replace(planned, skip=SkipReason.PAUSED) if paused else planned


def _said_once(planned: Iterable[Planned], heard: set[tuple[str, tuple[object, ...]]]) -> Iterator[Planned]:
    """Let each recipient hear of a deadline once a day: the most important notice of it."""
    for each in sorted(planned, key=_importance):
        if each.skip is not None:
            yield each
            continue
        heard_as = each.notice.recipient, topic_of(each.notice.kind, step_of(each.notice))
        yield replace(each, skip=SkipReason.SAID_ALREADY) if heard_as in heard else each
        heard.add(heard_as)


def _at_its_hour(planned: Planned, around: Surroundings) -> Planned:
    """Show the hour that the recipient's quiet leaves."""
    hour = earliest(_recipient(planned, around), planned.not_before)
    if planned.is_urgent or hour == planned.not_before:
        return planned
    return replace(planned, not_before=hour)


def _recipient(planned: Planned, around: Surroundings) -> Person | None:
    return around.line.people.get(planned.notice.recipient)


def _importance(planned: Planned) -> tuple[int, dt.date, str, str]:
    notice = planned.notice
    latest_first = dt.date.max - notice.due_on
    return (
        IMPORTANCE.get(notice.kind, len(IMPORTANCE)),
        dt.date.min + latest_first,
        notice.role,
        notice.recipient,
    )


def _order(planned: Planned) -> tuple[object, ...]:
    notice = planned.notice
    return (
        notice.due_on,
        planned.not_before,
        notice.recipient,
        notice.kind,
        str(notice.duty),
        notice.subject,
        notice.version,
        notice.step,
        notice.role,
    )
