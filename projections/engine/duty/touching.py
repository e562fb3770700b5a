"""Which duties a batch touches, and what they are after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Column, Connection, LargeBinary, Table, Uuid, select

from events.store.application import Recorded
from events.vocabulary import letter, notice, notice_rules, trail, year
from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty, from_bytes

_NOT_ABOUT_DUTIES = frozenset(
    {
        letter.LetterRead,
        letter.ProposalAccepted,
        letter.ProposalAmended,
        letter.ProposalRejected,
        letter.LetterConfirmed,
        notice.NoticeRaised,
        notice.NoticeSent,
        notice.NoticeFailed,
        notice.NoticeSkipped,
        notice.NoticeRetried,
        notice_rules.NoticeRulesBegun,
        notice_rules.LadderSet,
        notice_rules.LadderUnset,
        notice_rules.LeadTimesSet,
        notice_rules.NoticesPaused,
        notice_rules.NoticesResumed,
        year.YearOpened,
        year.YearTextWritten,
        year.DemandTicked,
        year.DemandUnticked,
        year.YearClosed,
        year.YearReopened,
        trail.TrailConsulted,
    }
)
"""Listed one by one, so that a new kind of event stops the projections until someone decides about it."""


def record_columns() -> tuple[Column[UUID], Column[bytes]]:
    """Give the two columns that a table of duties begins with: its id, and the duty as JSON."""
    return Column("id", Uuid(), primary_key=True), Column("record", LargeBinary, nullable=False)


@dataclass(slots=True)
class Sorted:
    """A batch by what it is about: letters that came in, and everything about duties."""

    letters: list[letter.LetterRegistered] = field(default_factory=list)
    duties: list[Recorded] = field(default_factory=list)
    begun: set[UUID] = field(default_factory=set)
    """The duties that begin in this batch, so that no row can have them yet."""
    earlier: set[UUID] = field(default_factory=set)
    """The duties that began before this batch."""


def sort(batch: Sequence[Recorded]) -> Sorted:
    """Sort the batch; what is neither a letter nor a known duty event is found by the fold."""
    found = Sorted()
    for recorded in batch:
        event = recorded.event
        if isinstance(event, letter.LetterRegistered):
            found.letters.append(event)
        elif type(event) not in _NOT_ABOUT_DUTIES:
            found.duties.append(recorded)
            if event.originator_version == 1:
                found.begun.add(event.originator_id)
            elif event.originator_id not in found.begun:
                found.earlier.add(event.originator_id)
    return found


def loaded(connection: Connection, table: Table, ids: Iterable[UUID]) -> dict[UUID, Duty]:
    """Load the duties from a table with `record_columns`."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = connection.execute(select(table.c.id, table.c.record).where(table.c.id.in_(wanted)))
    return {row.id: from_bytes(row.record) for row in rows}


def touched(connection: Connection, table: Table, batch: Sorted) -> dict[UUID, Duty]:
    """Give every duty of the batch as it is after it."""
    duties = loaded(connection, table, batch.earlier)
    for recorded in batch.duties:
        stream = recorded.event.originator_id
        duties[stream] = folded(duties.get(stream), recorded.event)
    return duties
