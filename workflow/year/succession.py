"""What a duty that is carried over lives on as, where the next letter gives it again."""

from __future__ import annotations

from uuid import UUID

from projections.engine.duty.state import Duty
from workflow.identity import names_its_year
from workflow.reporting.history import History


def successor(history: History, duty: Duty, letter: UUID) -> Duty | None:
    """Find the one duty of a letter that continues `duty`; None where there is none, or more than one.

    A reference that names its year is the same duty in every letter. «Oppdrag 7» is not: next
    year's number 7 is another matter, so such a duty is known by its title.
    """
    given = [each.duty for each in history.duties.values() if _gives(each.duty, letter)]
    others = [each for each in given if each.id != duty.id and not each.has_ended and not each.is_series]
    same = [each for each in others if names_its_year(duty.reference) and each.reference == duty.reference]
    found = same or [each for each in others if _words(each) == _words(duty)]
    return found[0] if len(found) == 1 else None


def _gives(duty: Duty, letter: UUID) -> bool:
    return any(each.letter == letter for each in duty.sources)


def _words(duty: Duty) -> str:
    return " ".join(duty.title.casefold().split())
