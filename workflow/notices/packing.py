"""Packing: what goes into each mail as things stand when it is sent, and what is left out, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from events.store.datastore import Datastore
from projections.engine.duty.state import Duty
from projections.engine.engine import Engine
from projections.notices import queries as raised
from projections.notices.queries import NoticeRow
from projections.reminders import queries as reminders
from workflow.notices.draft import Draft
from workflow.notices.holding import lapsed
from workflow.notices.model import Kind, Notice, SkipReason
from workflow.notices.notice import NoticeState
from workflow.notices.outbox import Leased
from workflow.notices.planning.surroundings import Surroundings


class ProjectionsStopped(Exception):
    """What the mails are made of is not up to date, so that nothing can be sent before it is."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A mail to send, with the ids of the notices it carries and of those left out; no `draft` is no mail."""

    leased: Leased
    carried: tuple[UUID, ...]
    dropped: Mapping[UUID, SkipReason]
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a batch is packed from, read at one moment."""

    around: Surroundings
    names: Mapping[str, str]
    duties: Mapping[UUID, Duty]
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
        """Pack mails in their order; one whose notices are not known here is left out.

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
            duties = reminders.duties(connection, about)
            desk = Desk(self._around(now), self._names(), duties, now)
        return [_packed(one, rows[one.id], desk) for one in batch if rows[one.id]]


NEEDED = frozenset({"reminders", "notices"})
"""The projections that mails are made of."""


def _packed(leased: Leased, rows: Sequence[NoticeRow], desk: Desk) -> Packed:
    waiting = {row.id: _notice(row) for row in rows if row.state == NoticeState.RAISED}
    reasons = {id: _why_not(notice, leased, desk) for id, notice in waiting.items()}
    dropped = {id: reason for id, reason in reasons.items() if reason is not None}
    carried = {id: notice for id, notice in waiting.items() if id not in dropped}
    draft = _draft(leased, tuple(carried.values()), desk) if carried else None
    return Packed(leased, tuple(carried), dropped, draft)


def _why_not(notice: Notice, leased: Leased, desk: Desk) -> SkipReason | None:
    if leased.recipient not in desk.around.line.people:
        return SkipReason.NO_ADDRESS
    if notice.duty is None:
        return None
    return lapsed(notice, desk.duties.get(notice.duty), desk.around)


def _draft(leased: Leased, notices: tuple[Notice, ...], desk: Desk) -> Draft:
    people = desk.around.line.people
    return Draft(
        id=leased.id,
        recipient=people[leased.recipient],
        notices=notices,
        duties=desk.duties,
        names=desk.names,
        written_at=desk.now,
        people=people,
    )


def _notice(row: NoticeRow) -> Notice:
    given = {each.name: getattr(row, each.name) for each in fields(Notice)}
    return Notice(**given | {"kind": Kind(row.kind)})
