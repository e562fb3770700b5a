"""Packing: what goes into each mail as things stand when it is sent, and what is left out, and why."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from calendars.zone import OSLO
from events.store.datastore import Datastore
from projections.engine.duty.state import Duty
from projections.engine.engine import Engine
from projections.notices import queries as raised
from projections.notices.queries import NoticeRow
from projections.reminders import queries as reminders
from workflow.notices.draft import Draft
from workflow.notices.holding import lapsed, overtaken
from workflow.notices.hours import may_go
from workflow.notices.model import ALERTS, Kind, Notice, SkipReason
from workflow.notices.notice import NoticeState
from workflow.notices.outbox import Leased
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.planning.week import week_of

log = logging.getLogger(__name__)

NEEDED = frozenset({"reminders", "notices"})
"""The projections that mails are made of."""


class ProjectionsStopped(Exception):
    """What the mails are made of is not up to date, so that nothing can be sent before it is."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A mail to send, with the ids of the notices it carries and of those left out; no `draft` is no mail.

    One that was held up may come at a moment that is `too_early` for it: at night, on a day off,
    or in the recipient's quiet hours.
    """

    leased: Leased
    carried: tuple[UUID, ...]
    dropped: Mapping[UUID, SkipReason]
    draft: Draft | None
    too_early: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What a batch is packed from, read at one moment."""

    around: Surroundings
    names: Mapping[str, str]
    duties: Mapping[UUID, Duty]
    open: Sequence[Duty]
    """Every duty that a digest may tell of."""
    steps: Mapping[UUID, Sequence[NoticeRow]]
    """Whatever was raised about the duties of mails that were tried before."""
    now: dt.datetime


class Packing:
    """Packs leased mails. `around` gives the surroundings of now, `names` what to call whom, by id."""

    def __init__(
        self,
        engine: Engine,
        datastore: Datastore,
        around: Callable[[dt.datetime], Surroundings],
        names: Callable[[], Mapping[str, str]],
    ) -> None:
        """Pack from these projections and this directory."""
        self._engine = engine
        self._datastore = datastore
        self._around = around
        self._names = names

    def pack(self, batch: Sequence[Leased], now: dt.datetime) -> list[Packed]:
        """Pack mails in their order; one whose notices are not known here, or cannot be read, is left out.

        Raises `ProjectionsStopped` rather than send by what stood before something that cannot be read.
        """
        self._engine.catch_up()
        if stopped := [
            each.name for each in self._engine.status() if not each.is_live and each.name in NEEDED
        ]:
            raise ProjectionsStopped(", ".join(stopped))
        with self._datastore.reading() as connection:
            rows = {one.id: raised.of_mail(connection, one.id) for one in batch}
            about = {row.duty for each in rows.values() for row in each if row.duty is not None}
            steps = {duty: raised.of_duty(connection, duty) for duty in _tried_before(batch, rows)}
            desk = Desk(
                around=self._around(now),
                names=self._names(),
                duties=reminders.duties(connection, about),
                open=reminders.open_duties(connection) if _has_digest(rows) else [],
                steps=steps,
                now=now,
            )
        found = (_packed_or_told(one, rows[one.id], desk) for one in batch if rows[one.id])
        return [each for each in found if each is not None]


def _tried_before(batch: Sequence[Leased], rows: Mapping[UUID, Sequence[NoticeRow]]) -> set[UUID]:
    again = (row for one in batch if one.attempts > 1 for row in rows[one.id])
    return {row.duty for row in again if row.duty is not None}


def _has_digest(rows: Mapping[UUID, Sequence[NoticeRow]]) -> bool:
    return any(row.kind == Kind.DIGEST for each in rows.values() for row in each)


def _packed_or_told(leased: Leased, rows: Sequence[NoticeRow], desk: Desk) -> Packed | None:
    try:
        return _packed(leased, rows, desk)
    except Exception:  # told in full and tried again: one mail that cannot be packed holds up no other
        log.exception("mail %s could not be packed", leased.id)
        return None


def _packed(leased: Leased, rows: Sequence[NoticeRow], desk: Desk) -> Packed:
    waiting = {row.id: _notice(row) for row in rows if row.state == NoticeState.RAISED}
    reasons = {id: _why_not(notice, leased, desk) for id, notice in waiting.items()}
    dropped = {id: reason for id, reason in reasons.items() if reason is not None}
    carried = {id: notice for id, notice in waiting.items() if id not in dropped}
    draft = _draft(leased, tuple(carried.values()), desk) if carried else None
    too_early = draft is not None and not _may_go(draft, desk)
    return Packed(leased, tuple(carried), dropped, draft, too_early)


def _may_go(draft: Draft, desk: Desk) -> bool:
    urgent = any(each.kind in ALERTS for each in draft.notices)
    return may_go(desk.now.astimezone(OSLO), draft.recipient, desk.around.calendar, urgent=urgent)


def _why_not(notice: Notice, leased: Leased, desk: Desk) -> SkipReason | None:
    if leased.recipient not in desk.around.line.people:
        return SkipReason.NO_ADDRESS
    if notice.duty is None:
        return None if _week(notice, desk) else SkipReason.SETTLED
    if overtaken(notice, desk.steps.get(notice.duty, ())):
        return SkipReason.OVERTAKEN
    return lapsed(notice, desk.duties.get(notice.duty), desk.around)


def _week(notice: Notice, desk: Desk) -> tuple[Duty, ...]:
    return week_of(notice.subject, desk.open, desk.around.line, desk.around.today)


def _draft(leased: Leased, notices: tuple[Notice, ...], desk: Desk) -> Draft:
    people = desk.around.line.people
    digest = next((each for each in notices if each.kind is Kind.DIGEST), None)
    return Draft(
        id=leased.id,
        recipient=people[leased.recipient],
        notices=notices,
        duties=desk.duties,
        names=desk.names,
        written_at=desk.now,
        week=_week(digest, desk) if digest else (),
        people=people,
    )


def _notice(row: NoticeRow) -> Notice:
    given = {each.name: getattr(row, each.name) for each in fields(Notice)}
    return Notice(**given | {"kind": Kind(row.kind)})
