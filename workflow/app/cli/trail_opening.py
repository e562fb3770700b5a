"""What the commands of proof begin with: the database as it stands, and the keys that are known."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import func, select

from events.ledger.checkpoint import NotACheckpoint, Signed, from_json
from events.store.schema import events
from workflow.app.cli.parts import option
from workflow.app.settings import from_environment
from workflow.app.wiring import App, bootstrap
from workflow.language import N_
from workflow.trail.keys import public_key_named, public_keys
from workflow.trail.refusals import UnreadableCheckpoint

key_option = option(
    "--key",
    default="",
    metavar=N_("KEY"),
    text=N_("The agency's public key, or a file with it (default: the one beside the agency's own key)."),
)


@contextmanager
def opened_as_it_stands() -> Iterator[App]:
    """Open the service without taking anything in: what was tampered with is to be looked at, not used."""
    app = bootstrap(from_environment(os.environ), clock=click.get_current_context().obj)
    try:
        yield app
    finally:
        app.close()


def known_keys(app: App, named: str) -> frozenset[str]:
    """Give the public keys that a signature is held to."""
    return public_key_named(named) if named else public_keys(app.settings.ledger_key)


def checkpoint_in(file: Path) -> Signed:
    """Read a checkpoint's file; raises `UnreadableCheckpoint`."""
    try:
        return from_json(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, NotACheckpoint) as error:
        raise UnreadableCheckpoint(file=file, why=error) from error


@contextmanager
def counting(app: App, what: str) -> Iterator[Callable[[int], object]]:
    """Show on a terminal how many of all events are done; give what is told of each page."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    with app.datastore.single() as connection:
        total = connection.execute(select(func.count()).select_from(events)).scalar_one()
    with click.progressbar(length=total, label=what, file=sys.stderr) as bar:
        yield bar.update
