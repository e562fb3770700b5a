"""Alembic's folder: every step of the schema, in order. `events.store.migrate` runs them.

A new step is drafted from what the tables say, on a database of the schema before, and then read:

    from alembic import command
    from events.store.datastore import Datastore
    from events.store.migrate import alembic_config, upgrade
    from tests.kit.tables import all_tables

    all_tables()
    datastore = Datastore("sqlite:///draft.db")
    upgrade(datastore)
    with datastore.unit_of_work() as connection:
        command.revision(alembic_config(connection), "what it does", autogenerate=True, rev_id="0003")
"""
