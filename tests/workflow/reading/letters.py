"""Small letters written in the tests, and the real ones where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.reading.documents.door import text_of
from workflow.reading.model import Proposal, Reading
from workflow.reading.reader import read_letter

SHARED = Path(__file__).parents[4] / "shared"


def read(text: str, year: int | None = 2027, name: str = "brev.txt") -> Reading:
    """Read a letter written in a test."""
    return read_letter(text_of(name, text.encode()), year)


def shared(path: str) -> bytes:
    """A file of the shared material; skips the test where that is missing."""
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"the shared material is not here: {path}")
    return file.read_bytes()


def duty(reading: Reading, reference: str) -> Proposal:
    """The one proposal with a reference."""
    (found,) = [one for one in reading.proposals if one.reference == reference]
    return found


def days(proposal: Proposal) -> list[tuple[str, str]]:
    """Each deadline's part and what it falls on: the day, the window, the rule or the form."""
    return [(one.part, stated(one.deadline)) for one in proposal.deadlines]


def stated(deadline: object) -> str:
    """A deadline in one short word."""
    day, rrule = getattr(deadline, "day", None), getattr(deadline, "rrule", None)
    earliest, latest = getattr(deadline, "earliest", None), getattr(deadline, "latest", None)
    if rrule:
        return str(rrule)
    if day:
        return str(day)
    return f"{earliest}/{latest}" if earliest else str(getattr(deadline, "form", ""))


def codes(proposal: Proposal) -> set[str]:
    """The codes of a duty's doubts, remarks left out."""
    return {doubt.code for doubt in proposal.doubts if not doubt.is_remark}
