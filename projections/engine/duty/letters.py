"""The letters that duties point to: what to call them where a source is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Date, Integer, Row, Table, Text, Uuid, select

from events.vocabulary.letter import LetterRegistered
from projections.engine.rows import assign


@dataclass(frozen=True, slots=True)
class Letter:
    """A governing document: file name, letter year, channel, its own date, case number."""

    id: UUID
    name: str
    year: int
    channel: str
    dated_on: dt.date | None
    case_reference: str


def letter_columns() -> tuple[Column[object], ...]:
    """Give the columns of a table of letters; each projection keeps its own."""
    return (
        Column("id", Uuid(), primary_key=True),
        Column("name", Text, nullable=False),
        Column("year", Integer, nullable=False),
        Column("channel", Text, nullable=False),
        Column("dated_on", Date),
        Column("case_reference", Text, nullable=False),
    )


def keep(connection: Connection, table: Table, letters: Iterable[LetterRegistered]) -> None:
    """Write the letters that came in."""
    rows = [
        {
            "id": each.originator_id,
            "name": each.name,
            "year": each.year,
            "channel": each.channel,
            "dated_on": each.dated_on,
            "case_reference": each.case_reference,
        }
        for each in letters
    ]
    assign(connection, table, rows)


def known(connection: Connection, table: Table) -> dict[UUID, Letter]:
    """Give every letter; an agency has a few a year."""
    return {row.id: _letter(row) for row in connection.execute(select(table))}


def _letter(row: Row[tuple[object, ...]]) -> Letter:
    return Letter(**row._mapping)
