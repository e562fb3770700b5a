"""Personal addresses of duty pages: whoever has one may read that duty as that person."""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import cached_property
from urllib.parse import quote
from uuid import UUID

from sqlalchemy import select

from events.store.datastore import Datastore
from workflow.links.tables import link_secret

MAC_BYTES = 24
"""192 bits of the HMAC, as many as a feed's address has."""


class Links:
    """Makes addresses and knows its own again, by HMAC-SHA256 with this database's secret.

    Nothing is stored for an address, so it lasts as long as the person is in the directory.
    """

    def __init__(self, datastore: Datastore, base_url: str) -> None:
        """Sign with the secret of this database; `base_url` is the public address of the service."""
        self._datastore = datastore
        self._base_url = base_url.rstrip("/")

    def address(self, duty: UUID, person: str) -> str:
        """Give the address at which a person (opaque id) reads a duty."""
        return f"{self._base_url}/plikt/{duty}/{quote(person, safe='')}/{self._mac(duty, person)}"

    def is_ours(self, duty: UUID, person: str, mac: str) -> bool:
        """Tell whether we made this address, in the same time for every wrong one."""
        return hmac.compare_digest(self._mac(duty, person).encode(), mac.encode("utf-8", "surrogateescape"))

    def _mac(self, duty: UUID, person: str) -> str:
        signed = duty.bytes + person.encode("utf-8", "surrogateescape")
        mac = hmac.new(self._secret, signed, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(mac[:MAC_BYTES]).decode()

    @cached_property
    def _secret(self) -> bytes:
        with self._datastore.single() as connection:
            return bytes(connection.execute(select(link_secret.c.secret)).scalar_one())
