"""The checkpoints that this database knows, and taking a new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import insert, select, update

from calendars.zone import OSLO
from events.ledger.checkpoint import Checkpoint, Signed
from events.store.datastore import Datastore
from workflow.trail.examining import Given, examine
from workflow.trail.keys import Signer
from workflow.trail.refusals import UnsoundTrail
from workflow.trail.tables import checkpoint


class Kept(NamedTuple):
    """A row of the table: the digest it is kept under, its file, and whether it was mailed."""

    digest: str
    content: str
    mailed_at: dt.datetime | None


class Checkpoints:
    """The checkpoints of one database, oldest first."""

    def __init__(self, datastore: Datastore) -> None:
        """Keep them in this database."""
        self._datastore = datastore

    def kept(self) -> list[Kept]:
        """Give every row, also one that somebody made unreadable."""
        columns = (checkpoint.c.digest, checkpoint.c.content, checkpoint.c.mailed_at)
        query = select(*columns).order_by(checkpoint.c.size, checkpoint.c.taken_at, checkpoint.c.digest)
        with self._datastore.single() as connection:
            return [Kept(*row) for row in connection.execute(query)]

    def given(self) -> list[Given]:
        """Give every row as it is held against the trail."""
        return [Given.kept(each.digest, each.content) for each in self.kept()]

    def signed(self) -> list[Signed]:
        """Give those that can be read."""
        return [each.signed for each in self.given() if each.signed is not None]

    def taken_on(self) -> dt.date | None:
        """Give the Norwegian day of the newest one; None where there is none."""
        found = self.signed()
        if not found:
            return None
        return dt.datetime.fromisoformat(found[-1].checkpoint.taken_at).astimezone(OSLO).date()

    def take(
        self,
        agency: str,
        signer: Signer,
        now: dt.datetime,
        progress: Callable[[int], object] = lambda count: None,
    ) -> Signed:
        """Walk the whole trail, sign how far it has come, and keep that; raises `UnsoundTrail`.

        What does not hold is not signed: a checkpoint vouches for everything before it.
        """
        given = self.given()
        with self._datastore.reading() as connection:
            found = examine(connection, given, frozenset({signer.public} | _keys(given)), progress)
        if not found.sound:
            raise UnsoundTrail
        trail, before = found.trail, self.signed()
        taken = Checkpoint(
            agency=agency,
            size=trail.size,
            position=trail.position,
            root=trail.root.hex(),
            head=trail.head.hex(),
            taken_at=now.astimezone(dt.UTC).isoformat(),
            previous=before[-1].checkpoint.digest if before else "",
        )
        return self._keep(signer.sign(taken), now)

    def mailed(self, signed: Signed, now: dt.datetime) -> None:
        """Note that the auditor's mail server took it."""
        same = checkpoint.c.digest == signed.checkpoint.digest
        with self._datastore.unit_of_work() as connection:
            connection.execute(update(checkpoint).where(same).values(mailed_at=now))

    def _keep(self, signed: Signed, now: dt.datetime) -> Signed:
        taken = signed.checkpoint
        row = {
            "digest": taken.digest,
            "size": taken.size,
            "taken_at": now,
            "content": signed.to_json(),
        }
        with self._datastore.unit_of_work() as connection:
            known = select(checkpoint.c.digest).where(checkpoint.c.digest == taken.digest)
            if connection.execute(known).first() is None:  # the same moment was asked for twice
                connection.execute(insert(checkpoint).values(row))
        return signed


def _keys(given: Sequence[Given]) -> set[str]:
    """Give the keys of earlier checkpoints: what they were signed with is for `trail verify` to judge."""
    return {each.signed.key for each in given if each.signed is not None}
