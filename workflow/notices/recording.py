"""Recording: what came of a mail, as facts about each notice it carried, in one transaction with its row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from uuid import UUID

from events.store.application import EventStore
from workflow.duty.state import Stamp
from workflow.notices.draft import Draft
from workflow.notices.notice import RaisedNotice
from workflow.notices.outbox import FAILED, SENT, SKIPPED, Outbox
from workflow.notices.packing import Packed
from workflow.notices.post import Answer, Delivery
from workflow.notices.waits import wait_after

DEFERRED = "deferred"
THE_SERVICE = "fristvakt"
"""Who sends: nobody decides it, the rules did."""

HIDDEN = "…"
_ADDRESS = re.compile(r"""[^\s<>"'(),;:]+@[^\s<>"'(),;:]+""")

Ending = Callable[[RaisedNotice, Stamp], None]


def without_address(words: str, draft: Draft | None) -> str:
    """Give a server's words without the addresses they repeat: events and rows outlive a person."""
    hidden = _ADDRESS.sub(HIDDEN, words)
    name = draft.recipient.email.partition("@")[0] if draft is not None else ""
    return re.sub(rf"\b{re.escape(name)}\b", HIDDEN, hidden, flags=re.IGNORECASE) if name else hidden


class Recording:
    """Records for one store. Each method raises `LeaseLost` where another has the mail by now."""

    def __init__(self, store: EventStore, outbox: Outbox, clock: Callable[[], dt.datetime]) -> None:
        """Record in this store, at the clock's time."""
        self._store = store
        self._outbox = outbox
        self._clock = clock

    def delivered(self, packed: Packed, message_id: str, delivery: Delivery) -> str:
        """Record what the mail server made of a mail: gives sent, failed or deferred."""
        attempts, words = packed.leased.attempts, without_address(delivery.text, packed.draft)
        if delivery.answer is Answer.ACCEPTED:
            self._end(
                packed, (SENT, words), lambda notice, stamp: notice.send(message_id, attempts, words, stamp)
            )
            return SENT
        wait = wait_after(attempts, delivery.code)
        if delivery.answer is Answer.REFUSED or wait is None:
            self.failed(packed, delivery.code, words)
            return FAILED
        self._outbox.defer(packed.leased, self._clock() + wait, words)
        return DEFERRED

    def failed(self, packed: Packed, code: int | None, why: str) -> None:
        """Record that a mail was given up."""
        attempts = packed.leased.attempts
        self._end(packed, (FAILED, why), lambda notice, stamp: notice.fail(attempts, code, why, stamp))

    def dropped(self, packed: Packed) -> None:
        """Record which notices no longer hold; without others the mail itself ends as skipped."""
        with self._store.datastore.unit_of_work():
            if packed.draft is None:
                self._outbox.settle(packed.leased, SKIPPED, "")
            else:
                self._outbox.hold(packed.leased)
            reasons = packed.dropped
            self._each(reasons, lambda notice, stamp: notice.skip(reasons[notice.id], stamp))

    def _end(self, packed: Packed, end: tuple[str, str], ending: Ending) -> None:
        with self._store.datastore.unit_of_work():
            self._outbox.settle(packed.leased, *end)
            self._each(packed.carried, ending)

    def _each(self, ids: Iterable[UUID], ending: Ending) -> None:
        stamp = Stamp(self._clock(), THE_SERVICE)
        for id in ids:
            notice = self._store.load(id)
            assert isinstance(notice, RaisedNotice)
            ending(notice, stamp)
            self._store.save(notice)
