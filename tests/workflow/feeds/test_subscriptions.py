from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import delete

from events.store.datastore import Datastore
from workflow.directory.importing import import_lists
from workflow.directory.refusals import UnknownPerson
from workflow.directory.tables import person
from workflow.feeds.filters import Chosen
from workflow.feeds.refusals import AlreadyRevoked, UnitUnknown, UnknownSubscription
from workflow.feeds.subscriptions import Fetch, Subscription, Subscriptions, slug

AT = dt.datetime(2026, 2, 2, 8, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
PEOPLE = "name;email\nKari Nes;kari@prove.example\n"


@pytest.fixture
def subscriptions(datastore: Datastore) -> Subscriptions:
    """Give the subscriptions of a directory with one person, who has no unit."""
    import_lists(datastore, lambda: "p-1", PEOPLE.encode())
    return Subscriptions(datastore)


def made(key: str = "s-1", owner: str = "p-1", what: Chosen | None = None) -> Subscription:
    """Make a subscription."""
    return Subscription(
        key, "Mine frister", "mine-frister", owner, what or Chosen(mine=True), "nb", True, AT, "p-1"
    )


def test_adding_gives_a_token_that_opens_it(subscriptions: Subscriptions) -> None:
    """The token finds what was added, as it was added, with times in UTC."""
    token = subscriptions.add(made())
    assert subscriptions.lookup(token) == made()
    opened = subscriptions.open(token)
    assert opened is not None
    assert opened[0] == made()
    assert opened[1] == subscriptions.feed(made())
    assert opened[1].filter.owner == "p-1"
    assert subscriptions.lookup(token.swapcase()) is None
    assert subscriptions.open("") is None


def test_adding_for_nobody_or_for_no_unit_is_refused(subscriptions: Subscriptions) -> None:
    """A calendar that could show nothing is not made."""
    with pytest.raises(UnknownPerson):
        subscriptions.add(made(owner="p-9"))
    with pytest.raises(UnitUnknown):
        subscriptions.add(made(what=Chosen(my_unit=True)))
    assert subscriptions.all() == []


def test_revoking_ends_it_once_and_leaves_it_in_the_list(subscriptions: Subscriptions) -> None:
    """Revoked is for good; the list still tells that it was there, and who ended it when."""
    token, other = subscriptions.add(made()), subscriptions.add(made("s-2"))
    subscriptions.revoke("s-1", "p-1", AT + MINUTE)
    assert subscriptions.lookup(token) is None
    assert subscriptions.open(token) is None
    assert subscriptions.lookup(other) is not None
    assert {each.id: each.revoked_at for each in subscriptions.all()} == {"s-1": AT + MINUTE, "s-2": None}
    with pytest.raises(AlreadyRevoked):
        subscriptions.revoke("s-1", "p-1", AT)
    with pytest.raises(UnknownSubscription):
        subscriptions.revoke("s-3", "p-1", AT)


def test_noting_an_older_fetch_keeps_the_newer(subscriptions: Subscriptions) -> None:
    """Two processes may write in any order; the list shows the newest fetch."""
    subscriptions.add(made())
    subscriptions.used({"s-1": Fetch(AT + MINUTE, "khal"), "gone": Fetch(AT, "x")})
    subscriptions.used({"s-1": Fetch(AT, "older")})
    (found,) = subscriptions.all()
    assert (found.last_used_at, found.last_client) == (AT + MINUTE, "khal")


def test_leaving_ends_what_one_had(subscriptions: Subscriptions, datastore: Datastore) -> None:
    """Without its owner in the directory a subscription shows nothing."""
    token = subscriptions.add(made())
    with datastore.unit_of_work() as connection:
        connection.execute(delete(person).where(person.c.id == "p-1"))
    assert subscriptions.open(token) is None
    assert subscriptions.feed(made()) is None


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Frister – Økonomi og ærlighet på Ås", "frister-okonomi-og-aerlighet-pa-as"),
        ("Étude №2 / ../x", "etude-no2-x"),
        ("«»", "kalender"),
        ("Ą" * 200, "a" * 60),
    ],
)
def test_naming_the_file_gives_plain_letters(name: str, file: str) -> None:
    """Line 57: an ASCII name that no path or header trips over."""
    assert slug(name) == file
