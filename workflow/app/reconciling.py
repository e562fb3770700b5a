"""The proof that what is published matches the letters: fetched as a client does, and compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import delete

from projections.due.queries import everything
from projections.engine.duty.state import SERIES
from projections.feeds.occurrences import occurrences_differ
from projections.feeds.reconcile import Difference, Differences, LetterRow, reconcile
from projections.register.queries import listed
from workflow.app.fetching import Fetched, fetch
from workflow.app.subscribing import new_subscription
from workflow.app.wiring import App
from workflow.confirming.review import Item
from workflow.feeds.tables import subscription
from workflow.language import N_, translator
from workflow.letter.letter import Verdict
from workflow.letter.parts import parts_of

NAME = N_("Reconciliation")


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of it, and where the calendar came from."""

    outcome: Differences
    fetched: Fetched


def prove(app: App, person: str) -> Proof:
    """Fetch the complete calendar and hold it against the register and the stored readings.

    `person` is the id of whose access is used; the address is made for this and erased again.
    """
    with _address(app, person) as address:
        fetched = fetch(app, address)
    with app.datastore.reading() as connection:
        rows = everything(connection)
    outcome = reconcile(rows, fetched.content, app.today(), _letter_rows(app))
    found = (*outcome.differences, *_series_differ(app))
    return Proof(replace(outcome, differences=found), fetched)


@contextmanager
def _address(app: App, person: str) -> Iterator[str]:
    """Give a secret address of everything that stands for as long as the block does."""
    name = translator(app.settings.language).gettext(NAME)
    own = new_subscription(app, person, "all", name=name, alarms=False, by=person)
    token = app.subscriptions.add(own)
    try:
        yield own.address(app.settings.base_url, token)
    finally:
        with app.datastore.unit_of_work() as connection:
            connection.execute(delete(subscription).where(subscription.c.id == own.id))


def _letter_rows(app: App) -> Iterator[LetterRow]:
    """Give every deadline of every accepted proposal, as the stored readings have it."""
    for letter in app.letters():
        for item in app.handling.review(letter.id).items:
            yield from _rows_of(item)


def _rows_of(item: Item) -> Iterator[LetterRow]:
    if item.proposal is None or item.decided is None or item.decided.verdict is Verdict.REJECTED:
        return
    for part in parts_of(item.proposal):
        yield LetterRow(
            label=" · ".join(each for each in (item.key, part.name) if each),
            duties=item.decided.duties,
            part=part.name,
            day=part.claims[0].deadline.due if not part.needs_choice else None,
            amended=part.needs_choice or item.decided.verdict is Verdict.AMENDED,
        )


def _series_differ(app: App) -> Iterator[Difference]:
    """Compare every running series with what it opened, occurrence by occurrence.

    One whose rhythm was replaced is left out: what it opened follows two rules.
    """
    with app.datastore.reading() as connection:
        rows, duties = everything(connection), listed(connection)
    for duty in duties:
        if duty.stream != SERIES or duty.state == "withdrawn" or duty.opened_through is None:
            continue
        for part in duty.parts:
            if part.current is not None and part.moved == 0:
                through: dt.date = duty.opened_through
                yield from occurrences_differ(duty.id, duty.reference, part.current, through, rows)
