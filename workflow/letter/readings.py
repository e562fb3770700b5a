"""The shelf of letters: originals, readings, and which letters came when."""

from __future__ import annotations

import datetime as dt
import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Row, func, insert, select

from events.store.datastore import Datastore
from workflow.letter import stored_reading, tables
from workflow.reading.model import Reading

Read = Callable[[str, bytes, int | None], Reading]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter on the shelf; `number` counts from 1 in the order they came in."""

    id: UUID
    number: int
    agency: str
    year: int
    name: str


class Readings:
    """Keeps documents and readings in the database's present transaction.

    `read` turns a document into a reading (name, bytes, year or None); `reader` is its version.
    """

    def __init__(self, datastore: Datastore, read: Read, reader: str) -> None:
        """Take the database and the reader."""
        self.datastore = datastore
        self.read = read
        self.reader = reader

    def keep(self, row: LetterRow, content: bytes, reading: Reading, stored_at: dt.datetime) -> str:
        """Store a letter's original and reading; give the checksum of the reading."""
        text = stored_reading.to_json(reading)
        reading_sha256 = stored_reading.sha256_of(text)
        document_sha256 = self._keep_document(row.name, content, stored_at)
        with self.datastore.unit_of_work() as connection:
            kept = select(tables.reading.c.sha256).where(tables.reading.c.sha256 == reading_sha256)
            if connection.execute(kept).first() is None:
                connection.execute(insert(tables.reading).values(sha256=reading_sha256, content=text))
            connection.execute(
                insert(tables.letter).values(
                    id=row.id,
                    number=row.number,
                    agency=row.agency,
                    year=row.year,
                    name=row.name,
                    document=document_sha256,
                    reading=reading_sha256,
                )
            )
        return reading_sha256

    def _keep_document(self, name: str, content: bytes, stored_at: dt.datetime) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with self.datastore.unit_of_work() as connection:
            kept = select(tables.document.c.sha256).where(tables.document.c.sha256 == sha256)
            if connection.execute(kept).first() is None:
                connection.execute(
                    insert(tables.document).values(
                        sha256=sha256, name=name, content=content, media_type=media_type, stored_at=stored_at
                    )
                )
        return sha256

    def of(self, letter: UUID) -> Reading | None:
        """Give the stored reading of a letter, or None where the letter is unknown."""
        found = select(tables.reading.c.content).join(tables.letter).where(tables.letter.c.id == letter)
        with self.datastore.reading() as connection:
            content = connection.execute(found).scalar()
        return None if content is None else stored_reading.from_json(content)

    def original(self, letter: UUID) -> bytes | None:
        """Give the document of a letter as it came in, or None where the letter is unknown."""
        found = select(tables.document.c.content).join(tables.letter).where(tables.letter.c.id == letter)
        with self.datastore.reading() as connection:
            return connection.execute(found).scalar()

    def letters(self, agency: str) -> list[LetterRow]:
        """List the agency's letters in the order they came in."""
        c = tables.letter.c
        rows = select(c.id, c.number, c.agency, c.year, c.name).where(c.agency == agency).order_by(c.number)
        with self.datastore.reading() as connection:
            return [_row(row) for row in connection.execute(rows)]

    def next_number(self) -> int:
        """Give the number of the next letter; two at once are told apart by the database."""
        with self.datastore.unit_of_work() as connection:
            last = connection.execute(select(func.max(tables.letter.c.number))).scalar()
        return (last or 0) + 1


def _row(row: Row[UUID, int, str, int, str]) -> LetterRow:
    return LetterRow(row.id, row.number, row.agency, row.year, row.name)
