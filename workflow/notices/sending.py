"""Sending: leased mails are written as things stand, handed over, and what came of each is recorded."""

from __future__ import annotations

import datetime as dt
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Protocol
from uuid import UUID

from eventsourcing.persistence import IntegrityError

from events.store.errors import StoreUnavailable
from workflow.notices.draft import Draft
from workflow.notices.messages.addresses import mailbox
from workflow.notices.outbox import FAILED, LEASE, SKIPPED, Leased, LeaseLost, Outbox
from workflow.notices.packing import Packed, Packing
from workflow.notices.post import Delivery, Outgoing, Post
from workflow.notices.recording import Recording

log = logging.getLogger(__name__)

BATCH = 25
"""Mails to a lease, and to a connection: what a crash leaves to wait for the lease to run out."""
UNKNOWN = dt.timedelta(minutes=1)
"""How long a mail waits whose notices are not known yet."""

TOO_EARLY = dt.timedelta(minutes=5)
"""How long a mail that was held up waits, before it is asked again whether its hour has come."""

Tally = Counter[str]
"""How many mails were sent, deferred, failed or skipped."""


class Writes(Protocol):
    """Gives a mail its words (`workflow.notices.messages`)."""

    def write(self, draft: Draft, address: Address) -> EmailMessage:
        """Write a mail to one address."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A mail in words, and what it was packed from."""

    outgoing: Outgoing
    packed: Packed


class Sending:
    """Sends what waits. Safe to run in any number of processes, and to end at any moment.

    A mail that was accepted and not recorded, because the process died between the two, goes
    out again with the same Message-ID: the one way to send twice (decision 18).
    """

    def __init__(
        self,
        outbox: Outbox,
        packing: Packing,
        recording: Recording,
        writer: Writes,
        post: Post,
        clock: Callable[[], dt.datetime],
    ) -> None:
        """Send with these parts."""
        self._outbox = outbox
        self._packing = packing
        self._recording = recording
        self._writer = writer
        self._post = post
        self._clock = clock
        self._unrecorded: list[tuple[Delivery, Ready]] = []

    def send_due(self, go_on: Callable[[], bool] = lambda: True) -> Tally:
        """Send every mail that is due; asks `go_on` before each, and gives the rest back on a no."""
        tally: Tally = Counter()
        waiting, self._unrecorded = self._unrecorded, []
        for delivery, ready in waiting:
            self._record(delivery, ready, tally)
        while go_on() and (batch := self._outbox.lease(self._clock(), BATCH)):
            self._deliver(self._ready(batch, tally), go_on, tally)
        return tally

    def _ready(self, batch: Sequence[Leased], tally: Tally) -> list[Ready]:
        try:
            packed = self._packing.pack(batch, self._clock())
        except Exception:
            self._outbox.release(batch)  # whatever is wrong, it is not the mails' fault
            raise
        self._put_off(batch, {each.leased.id for each in packed})
        self._outbox.put_off([each.leased for each in packed if each.too_early], self._clock() + TOO_EARLY)
        going = (each for each in packed if not each.too_early)
        return [ready for each in going if (ready := self._prepared(each, tally)) is not None]

    def _put_off(self, batch: Sequence[Leased], known: set[UUID]) -> None:
        for leased in batch:
            if leased.id not in known:
                log.error("mail %s carries no notice that is known; it waits", leased.id)
                self._outbox.defer(leased, self._clock() + UNKNOWN, "")

    def _prepared(self, packed: Packed, tally: Tally) -> Ready | None:
        """Drop what no longer holds, and write the mail; None where it ends here."""
        try:
            if packed.dropped or packed.draft is None:
                self._recording.dropped(packed)
            if packed.draft is not None:
                return self._written(packed, packed.draft, tally)
            tally[SKIPPED] += 1
        except (LeaseLost, IntegrityError):
            _told_lost(packed.leased.id)
        return None

    def _written(self, packed: Packed, draft: Draft, tally: Tally) -> Ready | None:
        try:
            address = mailbox(draft.recipient.name, draft.recipient.email)
            message = self._writer.write(draft, address)
        except Exception as error:  # it fails this mail, loudly and on record, and stops no other
            log.exception("mail %s could not be written", draft.id)
            self._recording.failed(packed, None, f"not written: {type(error).__name__}")
            tally[FAILED] += 1
            return None
        return Ready(Outgoing(draft.id, message, (address.addr_spec,)), packed)

    def _deliver(self, ready: Sequence[Ready], go_on: Callable[[], bool], tally: Tally) -> None:
        """Hand the mails over in order; what was not tried is given back."""
        remaining = {each.outgoing.id: each for each in ready}
        for delivery in self._post.deliver([each.outgoing for each in ready]):
            self._record(delivery, remaining.pop(delivery.id), tally)
            if not (go_on() and self._keep(remaining)):
                break
        self._outbox.release(each.packed.leased for each in remaining.values())

    def _keep(self, remaining: dict[UUID, Ready]) -> bool:
        """Lease anew what is still to be sent when half the time has gone; false where some was taken."""
        left = min((each.packed.leased.until for each in remaining.values()), default=None)
        if left is None or LEASE / 2 < left - self._clock() <= LEASE:
            return True
        before = dict(remaining)
        kept = self._outbox.extend([each.packed.leased for each in before.values()], self._clock())
        remaining.clear()
        for one in kept:
            ready = before[one.id]
            remaining[one.id] = replace(ready, packed=replace(ready.packed, leased=one))
        return len(kept) == len(before)

    def _record(self, delivery: Delivery, ready: Ready, tally: Tally) -> None:
        """Record what came of a mail; where the store is away it is kept in mind until the store is back."""
        try:
            message_id = str(ready.outgoing.message["Message-ID"])
            tally[self._recording.delivered(ready.packed, message_id, delivery)] += 1
        except (LeaseLost, IntegrityError):
            _told_lost(delivery.id)
        except StoreUnavailable:
            self._unrecorded.append((delivery, ready))
            raise


def _told_lost(mail: UUID) -> None:
    log.warning("mail %s took longer than its lease, and another has it now", mail)
