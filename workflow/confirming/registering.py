"""Takes a letter in: read before the transaction, kept and told in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from workflow.duty.state import Stamp
from workflow.identity import letter_id
from workflow.letter import refusals
from workflow.letter.commands import RegisterLetter
from workflow.letter.letter import Letter, Registration
from workflow.letter.readings import LetterRow
from workflow.letter.settling import open_doubts
from workflow.loading import load, load_letter, save
from workflow.reading.model import Reading
from workflow.work import Outcome, Work

CHANNELS = (
    "allocation_letter",
    "supplementary_letter",
    "assignment_letter",
    "instruction",
    "email",
    "oral",
)


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A letter that came in and was read: reading takes time, so no transaction waits for it."""

    id: UUID
    command: RegisterLetter
    reading: Reading | None
    """None where the same file is known already."""


def read(command: RegisterLetter, work: Work) -> ReadLetter:
    """Read the document, unless the same file is known. Refuses what cannot be read as a letter."""
    if command.channel not in CHANNELS:
        raise refusals.UnknownChannel(channel=command.channel, channels=", ".join(CHANNELS))
    found = letter_id(work.agency, hashlib.sha256(command.content).hexdigest())
    known = load(work, found) is not None
    reading = None if known else work.readings.read(command.name, command.content, command.year)
    return ReadLetter(found, command, reading)


def register(taken: ReadLetter, work: Work) -> Outcome:
    """Keep the original and the reading with the events that tell of them."""
    known = load(work, taken.id)
    if known is not None or taken.reading is None:
        return Outcome(facts={"letter": taken.id, "known": True})
    stamp = Stamp(work.now, taken.command.by)
    facts = _facts(taken.command, taken.reading, work)
    row = LetterRow(taken.id, work.readings.next_number(), work.agency, facts.year, facts.name)
    checksum = work.readings.keep(row, taken.command.content, taken.reading, work.now)
    letter = Letter.register(taken.id, facts, stamp)
    letter.take_reading(
        reader=work.readings.reader,
        reading_sha256=checksum,
        proposals=tuple(one.key for one in taken.reading.proposals),
        in_doubt=tuple(one.key for one in taken.reading.proposals if open_doubts(one)),
        unplaced=len(taken.reading.unplaced),
        stamp=stamp,
    )
    return save(work, letter, letter=taken.id, known=False)


def _facts(command: RegisterLetter, reading: Reading, work: Work) -> Registration:
    year = reading.source.year
    if command.corrects is not None:
        corrected = load_letter(work, command.corrects)
        if corrected.year != year:
            raise refusals.CorrectsAnotherYear(year=year, other=corrected.year)
    return Registration(
        agency=work.agency,
        name=command.name,
        sha256=hashlib.sha256(command.content).hexdigest(),
        year=year,
        channel=command.channel,
        dated_on=command.dated_on or reading.source.dated_on,
        case_reference=command.case_reference,
        corrects=command.corrects,
    )
