"""The letter, registered and confirmed on the first working day; what is in doubt is decided by chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from scripts.simulation.chances import Chances
from scripts.simulation.names import UNITS
from scripts.simulation.staff import Member, Staff
from workflow.app.wiring import App
from workflow.confirming.review import Item
from workflow.duty.commands import AssignOwner
from workflow.letter.commands import TO_BE_CLARIFIED, AcceptProposals, ConfirmLetter, RegisterLetter
from workflow.letter.letter import Letter
from workflow.letter.parts import ClaimedPart, parts_of
from workflow.letter.settling import DATE_DOUBTS, DEADLINE
from workflow.work import Outcome

LEFT_OPEN = 0.2
"""How often a deadline in doubt is left for the ministry to answer."""
REAL = Path("../shared/letters/imdi-tildelingsbrev-2026.txt")
EXAMPLE = Path("workflow/app/example/eksempelbrev.md")

Do = Callable[[object], Outcome]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The letter of the year; `note` says so where it is not the real one."""

    file: Path
    year: int
    note: str = ""


def chosen(file: Path | None, year: int | None) -> Chosen:
    """Choose the letter: the one asked for, else the real one of 2026, else the project's example."""
    if file is not None:
        return Chosen(file, year or 2026)
    if REAL.exists():
        return Chosen(REAL, year or 2026)
    note = f"Brevet for 2026 ({REAL}) finnes ikke her; året spilles med prosjektets eksempelbrev for 2027."
    return Chosen(EXAMPLE, year or 2027, note)


def confirm(app: App, do: Do, letter: Chosen, staff: Staff, chances: Chances) -> None:
    """Register, decide everything, confirm, and give every duty an owner."""
    by = app.directory.find_person(staff.controllers[0].email).id
    content = letter.file.read_bytes()
    taken = do(RegisterLetter(name=letter.file.name, content=content, year=letter.year, by=by))
    found = UUID(str(taken.facts["letter"]))
    do(AcceptProposals(letter=found, by=by))
    for item in app.handling.review(found).undecided:
        decisions = _decisions(item, chances)
        do(AcceptProposals(letter=found, keys=(item.key,), decisions=decisions, by=by))
    do(ConfirmLetter(letter=found, by=by))
    _give_owners(app, do, found, by, staff, chances)


def _decisions(item: Item, chances: Chances) -> dict[str, str]:
    if item.proposal is None:
        return {item.key: "Avklart med departementet på telefon."}
    parts = [part for part in parts_of(item.proposal) if part.needs_choice]
    dated = {DEADLINE + part.name: _choice(item.key, part, chances) for part in parts}
    covered = DATE_DOUBTS if dated else frozenset()
    others = [code for code in item.doubts if code not in covered and not code.startswith(DEADLINE)]
    return dated | dict.fromkeys(others, "Slik det er lest.")


def _choice(key: str, part: ClaimedPart, chances: Chances) -> str:
    labels = [choice.label for choice in part.choices]
    left_open = not labels or chances.happens(LEFT_OPEN, "doubt", key, part.name)
    return TO_BE_CLARIFIED if left_open else chances.of("choice", key, part.name).choice(labels)


def _give_owners(app: App, do: Do, letter: UUID, by: str, staff: Staff, chances: Chances) -> None:
    decided = app.store.load(letter)
    assert isinstance(decided, Letter)
    for key, decision in decided.decided.items():
        unit, owner = owner_of(key, staff, chances)
        for duty in decision.duties:
            person, place = app.directory.find_person(owner.email).id, app.directory.find_unit(unit).id
            do(AssignOwner(duty=duty, owner=person, unit=place, by=by))


def owner_of(key: str, staff: Staff, chances: Chances) -> tuple[str, Member]:
    """Choose the unit and the person who answer for a duty; now and then the unit's manager."""
    chance = chances.of("owner", key)
    number = chance.randrange(len(UNITS))
    unit = UNITS[number]
    people = staff.owners(unit)
    return unit, staff.managers[number] if chance.random() < 0.08 else chance.choice(people)
