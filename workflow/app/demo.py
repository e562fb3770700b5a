"""A letter from start to feeds: the example letter, or one's own as far as it is clear."""

from __future__ import annotations

import getpass
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from workflow.app.subscribing import new_subscription
from workflow.app.wiring import App
from workflow.directory.importing import import_lists
from workflow.duty.commands import AssignOwner
from workflow.letter.commands import (
    AcceptProposals,
    AmendProposal,
    ConfirmLetter,
    RegisterLetter,
    RejectProposal,
)
from workflow.letter.letter import Letter
from workflow.letter.readings import LetterRow

EXAMPLE = Path(__file__).parent / "example"
YEAR = 2027
"""The year of the example letter."""
FEEDS = ("all", "assignments", "reports", "meetings")


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands afterwards: the letter, how many proposals wait, and the feeds with their addresses."""

    letter: LetterRow
    proposals: int
    waiting: int
    feeds: tuple[tuple[str, str], ...]
    """Name and secret address of each."""
    kept_in: Path
    """The file that the addresses are kept in, readable by its owner only."""


def show_example(app: App) -> Shown:
    """Import the example's staff, read its letter, take its controller's decisions, and make feeds.

    What is there already is left as it is, whatever became of it since.
    """
    decided = json.loads((EXAMPLE / "avgjorelser.json").read_text(encoding="utf-8"))
    people, units = (EXAMPLE / "personer.csv").read_bytes(), (EXAMPLE / "enheter.csv").read_bytes()
    import_lists(app.datastore, app.new_id, people, units, app.settings.language)
    by = app.directory.find_person(decided["by"]).id
    row = _registered(app, EXAMPLE / "eksempelbrev.md", YEAR, by)
    if not _letter(app, row.id).confirmed:
        _decide(app, row.id, decided, by)
    return _shown(app, row, by)


def show_letter(app: App, file: Path, content: bytes, year: int | None, person: str) -> Shown:
    """Read one's own letter and accept what has no doubts; the doubts wait for a person."""
    by = app.directory.find_person(person).id if person else _whoever_runs_this(app)
    row = _registered(app, file, year, by, content)
    if not _letter(app, row.id).confirmed:
        app.handle(AcceptProposals(letter=row.id, by=by))
    return _shown(app, row, by)


def _registered(app: App, file: Path, year: int | None, by: str, content: bytes | None = None) -> LetterRow:
    asked = RegisterLetter(name=file.name, content=content or file.read_bytes(), year=year, by=by)
    letter = app.handle(asked).facts["letter"]
    return next(row for row in app.letters() if row.id == letter)


def _letter(app: App, letter: UUID) -> Letter:
    found = app.store.load(letter)
    assert isinstance(found, Letter)
    return found


def _whoever_runs_this(app: App) -> str:
    """Put the person who runs this into the directory, where nobody is there yet to decide anything."""
    name = getpass.getuser()
    email = f"{name}@localhost.example"
    row = f"name,email,role,language\n{name},{email},controller,{app.settings.language}\n"
    import_lists(app.datastore, app.new_id, row.encode(), None, app.settings.language)
    return app.directory.find_person(email).id


def _decide(app: App, letter: UUID, decided: dict[str, Any], by: str) -> None:
    """Take the example's decisions; what was taken before a crash is not taken twice."""
    app.handle(AcceptProposals(letter=letter, by=by))
    for each in decided["decisions"]:
        app.handle(_command(letter, each, by))
    duties = _letter(app, letter).decided
    for each in decided["owners"]:
        owner, unit = app.directory.find_person(each["owner"]).id, app.directory.find_unit(each["unit"]).id
        for duty in duties[each["key"]].duties:
            app.handle(AssignOwner(duty=duty, owner=owner, unit=unit, by=by))
    app.handle(ConfirmLetter(letter=letter, by=by))


def _command(letter: UUID, each: dict[str, Any], by: str) -> object:
    key, settled = each["key"], each.get("decisions", {})
    if each["action"] == "accept":
        return AcceptProposals(letter=letter, keys=(key,), decisions=settled, by=by)
    if each["action"] == "amend":
        return AmendProposal(
            letter=letter, key=key, changes=each["changes"], reason=each["reason"], decisions=settled, by=by
        )
    return RejectProposal(letter=letter, key=key, reason=each["reason"], by=by)


def _shown(app: App, row: LetterRow, by: str) -> Shown:
    found = app.handling.review(row.id)
    kept = app.settings.folder / "feeds.txt"
    return Shown(row, len(found.items), len(found.undecided), _feeds(app, by, kept), kept)


def _feeds(app: App, by: str, kept: Path) -> tuple[tuple[str, str], ...]:
    """Give the feeds whose addresses are kept, as long as they answer; make the others and keep them.

    A secret address is stored as a hash only, so a second start could not print it without this file.
    """
    known = _kept(kept)
    found = []
    for words in FEEDS:
        token = known.get(words, "")
        subscribed = app.subscriptions.lookup(token) if token else None
        if subscribed is None:
            subscribed = new_subscription(app, by, words, by=by)
            token = known[words] = app.subscriptions.add(subscribed)
        found.append((subscribed.name, subscribed.address(app.settings.base_url, token)))
    _keep(kept, known)
    return tuple(found)


def _kept(file: Path) -> dict[str, str]:
    """Read «filter TAB token» lines."""
    if not file.exists():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def _keep(file: Path, tokens: dict[str, str]) -> None:
    """Write the tokens where only the owner of the file may read them."""
    text = "".join(f"{words}\t{token}\n" for words, token in tokens.items())
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as target:
        target.write(text)
