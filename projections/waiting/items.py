"""What one duty waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from calendars.zone import OSLO
from events.vocabulary.values import DeadlineFact
from projections.engine.duty.awaiting import is_awaited
from projections.engine.duty.state import Duty, Part
from projections.waiting.kinds import WaitingFor


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is waited for; `asked` are the days on which the ministry was asked or told."""

    waiting_for: WaitingFor
    since: dt.date
    part: str = ""
    subject: str = ""
    asked: tuple[dt.date, ...] = ()
    words: str = ""
    due: dt.date | None = None


def items(duty: Duty) -> Iterator[Item]:
    """Give what the duty waits for; what has ended waits for nothing."""
    if duty.has_ended:
        return
    yield from _writing(duty)
    yield from _of_delivery(duty)
    yield from _of_deviations(duty)
    if duty.is_series and duty.occurrences:
        return
    for part in duty.parts.values():
        if not part.dropped and part.delivered_on is None and duty.state != "accepted":
            yield from _of_deadline(duty, part)
            yield from _of_request(part)


def _writing(duty: Duty) -> Iterator[Item]:
    if duty.orally and duty.confirmed_on is None:
        yield Item(WaitingFor.WRITING, duty.given_on or _day(duty.created_at))


def _of_delivery(duty: Duty) -> Iterator[Item]:
    """Minutes that are drafted wait to be approved, any other delivery to be accepted."""
    if duty.is_meeting:
        drafted = duty.meeting.minutes_drafted_on if duty.meeting is not None else None
        if drafted is not None and duty.state != "accepted":
            yield Item(WaitingFor.MINUTES, drafted, asked=(drafted,))
    elif duty.state == "delivered" and duty.delivered_on is not None:
        yield Item(WaitingFor.ACCEPTANCE, duty.delivered_on)


def _of_deviations(duty: Duty) -> Iterator[Item]:
    for each in duty.deviations.values():
        if each.told_on is not None and each.closed_on is None:
            told = (each.told_on,)
            yield Item(WaitingFor.DEVIATION, each.told_on, each.part, str(each.id), told, each.cause)


def _of_deadline(duty: Duty, part: Part) -> Iterator[Item]:
    """A day that is not set, or not certain; of the deadline that counts, since it was recorded."""
    stated = part.current
    if stated is None or stated.impossible or (missing := _missing(duty, stated)) is None:
        return
    since = duty.given_on if len(part.history) == 1 and duty.given_on else _day(part.history[-1].recorded_at)
    asked = tuple(part.inquired_on)
    yield Item(missing, since, part.part, asked=asked, words=stated.text, due=stated.due)


def _missing(duty: Duty, stated: DeadlineFact) -> WaitingFor | None:
    """Tell what is missing of a deadline, if anything is."""
    if duty.is_meeting and (stated.day is None):
        return WaitingFor.MEETING_DAY
    if is_awaited(stated):
        return WaitingFor.DEADLINE
    return WaitingFor.CONFIRMATION if stated.tentative else None


def _of_request(part: Part) -> Iterator[Item]:
    if (asked := part.asked) is not None:
        day = asked.requested_on
        words, due = asked.deadline.text, asked.deadline.due
        yield Item(WaitingFor.POSTPONEMENT, day, part.part, asked=(day,), words=words, due=due)


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(OSLO).date()
