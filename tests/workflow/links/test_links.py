"""Personal addresses: ours are known again, and no other is."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.store.datastore import Datastore
from events.store.migrate import upgrade
from workflow.links.links import Links

DUTY, OTHER = UUID(int=7), UUID(int=8)


def parts_of(address: str) -> list[str]:
    """Give the duty, the person and the signature of an address."""
    return address.removeprefix("https://frist.example.no/plikt/").split("/")


def test_signing_an_address_is_known_again_by_any_process(datastore: Datastore) -> None:
    """The secret is the database's, so that the page opens whichever process sent the mail."""
    address = Links(datastore, "https://frist.example.no/").address(DUTY, "p-1")
    duty, person, mac = parts_of(address)
    assert (duty, person) == (str(DUTY), "p-1")
    assert len(mac) == 32
    again = Datastore(datastore.url.render_as_string(hide_password=False))
    assert Links(again, "https://annet.example.no").is_ours(DUTY, "p-1", mac)
    again.close()


@pytest.mark.parametrize("person", ["p-1", "", "p-1\udc80"])
def test_changing_any_part_of_an_address_makes_it_no_longer_ours(
    sqlite_datastore: Datastore, person: str
) -> None:
    """Neither another duty, nor another person, nor another signature, whatever bytes it is made of."""
    links = Links(sqlite_datastore, "https://frist.example.no")
    mac = parts_of(links.address(DUTY, "p-2"))[-1]
    assert links.is_ours(DUTY, "p-2", mac)
    assert not links.is_ours(OTHER, "p-2", mac)
    assert not links.is_ours(DUTY, person, mac)
    for wrong in ("", mac[:-1], mac + "A", mac[::-1], "æøå", "\udc80"):
        assert not links.is_ours(DUTY, "p-2", wrong)


def test_signing_in_another_database_gives_another_address(
    sqlite_datastore: Datastore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each installation has a secret of its own."""
    other = Datastore(f"sqlite:///{tmp_path_factory.mktemp('other')}/fristvakt.db")
    upgrade(other)
    addresses = {Links(each, "https://x.no").address(DUTY, "p-1") for each in (sqlite_datastore, other)}
    other.close()
    assert len(addresses) == 2


def test_signing_for_an_odd_id_keeps_the_address_whole(sqlite_datastore: Datastore) -> None:
    """An id is one part of the path, whatever is in it."""
    address = Links(sqlite_datastore, "https://frist.example.no").address(DUTY, "a/b ?#æ")
    assert parts_of(address)[1] == "a%2Fb%20%3F%23%C3%A6"
