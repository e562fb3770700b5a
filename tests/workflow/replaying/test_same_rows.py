"""Replaying all twice, on either database, in any size of batch, gives the same rows."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from events.store.datastore import Datastore
from projections.engine.digest import digests
from projections.engine.engine import Engine
from projections.engine.replay import replayed
from projections.register.tables import register_duties
from tests.kit.eventful_year import year
from tests.projections.following import every_projection
from tests.workflow.replaying.rich import recorded
from workflow.replaying.views import Past, digests_of


@pytest.fixture
def reference(sqlite_datastore: Datastore) -> dict[str, str]:
    """Give the digests of one replay of the year on SQLite."""
    with replayed(recorded(sqlite_datastore).store, every_projection()) as engine:
        return digests_of(engine)


@pytest.mark.parametrize("batch", [1, 7, 500])
def test_replaying_on_postgresql_and_twice_gives_the_digests_of_sqlite(
    batch: int, postgres_datastore: Datastore, reference: dict[str, str]
) -> None:
    """Rows in PostgreSQL, rebuilt there once more, and rows replayed from it: all the same."""
    past = recorded(postgres_datastore)
    engine = Engine(past.store, postgres_datastore, every_projection(), batch=batch)
    engine.catch_up()
    found = [digests_of(engine)]
    engine.rebuild()
    found.append(digests_of(engine))
    with replayed(past.store, every_projection(), batch=batch) as again:
        found.append(digests_of(again))
    assert found == [reference] * 3
    assert len(set(reference.values())) == len(every_projection())


def test_comparing_when_a_row_was_changed_behind_us_names_the_projection(
    datastore: Datastore,
) -> None:
    """A changed and a removed row show in the digest of their projection, and in no other."""
    past = recorded(datastore)
    Engine(past.store, datastore, every_projection()).catch_up()
    assert all(each.agrees for each in past.compared(datastore))
    with datastore.unit_of_work() as connection:
        connection.execute(update(register_duties).values(state="accepted"))
    assert [each.name for each in past.compared(datastore) if not each.agrees] == ["register"]
    with datastore.unit_of_work() as connection:
        connection.execute(delete(every_projection()[-1].tables[0]))
    assert [each.name for each in past.compared(datastore) if not each.agrees] == ["register", "notices"]


def test_comparing_when_the_rows_are_behind_finds_that_they_differ_in_nothing_they_have(
    sqlite_datastore: Datastore,
) -> None:
    """The comparison is with a replay up to where the rows stand, not with events that came since."""
    past = recorded(sqlite_datastore)
    Engine(past.store, sqlite_datastore, every_projection()).catch_up()
    more = year().assignment("enda en")
    past.store.events.put(more.events[-1:])
    assert all(each.agrees for each in past.compared(sqlite_datastore))


def test_counting_a_digest_orders_texts_alike_on_both_databases(
    sqlite_datastore: Datastore, postgres_datastore: Datastore
) -> None:
    """Capital and Norwegian letters in keys come in the same order, whatever the database's language."""
    found = []
    for datastore in (sqlite_datastore, postgres_datastore):
        past = year()
        for part in ("å", "Z", "a", "Æ", "é", "1"):
            past.due("2026-05", "2026-10-01", part)
        asked: Past = recorded(datastore, past)
        Engine(asked.store, datastore, asked.projections).catch_up()
        with datastore.reading() as connection:
            found.append(digests(connection, asked.projections))
    assert found[0] == found[1]
