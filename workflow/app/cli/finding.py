"""From what a person writes to what it names: letters, duties, units."""

from __future__ import annotations

from uuid import UUID

from projections.register.entry import RegisteredDuty
from projections.register.queries import find
from workflow.app.wiring import App
from workflow.language import N_
from workflow.letter.letter import Letter
from workflow.letter.readings import LetterRow
from workflow.refusals import Refusal


class NoLetterOpen(Refusal):
    """A command about a letter was given, and every letter is closed."""

    code = "no-letter-open"
    message = N_("No letter is open. Register one with: fristvakt letter add FILE --year YEAR")


class SeveralLettersOpen(Refusal):
    """A command about a letter named none, and several are open."""

    code = "several-letters-open"
    message = N_("Several letters are open: {letters}. Say which one with --letter NUMBER.")


class NoSuchLetter(Refusal):
    """No letter, or more than one, has what was written in its number, id or name."""

    code = "no-such-letter"
    message = N_("«{letter}» is not one of the letters. There are: {letters}.")


def letter_named(app: App, name: str) -> LetterRow:
    """Give the letter by number, beginning of its id, or a part of its name; without a name the open one."""
    letters = app.letters()
    if not name:
        return _only_open(app, letters)
    found = [row for row in letters if name == str(row.number)]
    found = found or [row for row in letters if len(name) >= 4 and str(row.id).startswith(name.lower())]
    found = found or [row for row in letters if name.lower() in row.name.lower()]
    if len(found) != 1:
        raise NoSuchLetter(letter=name, letters=_listed(letters) or "–")
    return found[0]


def letter_of(app: App, row: LetterRow) -> Letter:
    """Give the letter with what was decided about it."""
    letter = app.store.load(row.id)
    assert isinstance(letter, Letter)
    return letter


def _only_open(app: App, letters: list[LetterRow]) -> LetterRow:
    opened = [row for row in letters if not letter_of(app, row).confirmed]
    if not opened:
        raise NoLetterOpen
    if len(opened) > 1:
        raise SeveralLettersOpen(letters=_listed(opened))
    return opened[0]


def _listed(letters: list[LetterRow]) -> str:
    return ", ".join(f"{row.number} ({row.name})" for row in letters)


class NoSuchDuty(Refusal):
    """No duty has what was written as its reference or id."""

    code = "no-such-duty"
    message = N_("There is no duty «{duty}». All are listed by: fristvakt register")


class SeveralDuties(Refusal):
    """What was written fits more than one duty."""

    code = "several-duties"
    message = N_("«{duty}» fits several duties. Choose one: {duties}.")


def duty_named(app: App, name: str) -> UUID:
    """Give the id of the duty by reference, key, id, or a beginning that only it has."""
    return registered_named(app, name).id


def registered_named(app: App, name: str) -> RegisteredDuty:
    """Give what the register says of the duty by reference, key, id, or a beginning that only it has."""
    with app.datastore.reading() as connection:
        found = find(connection, name)
    if not found:
        raise NoSuchDuty(duty=name)
    if len(found) > 1:
        raise SeveralDuties(
            duty=name, duties=", ".join(f"{each.reference} ({each.id})" for each in found[:8])
        )
    return found[0]


def unit_named(app: App, name: str) -> str:
    """Give the id of a unit of the directory; nothing for no name."""
    return str(app.directory.find_unit(name).id) if name else ""


def person_named(app: App, name: str) -> str:
    """Give the id of a person of the directory; nothing for no name."""
    return app.directory.find_person(name).id if name else ""
