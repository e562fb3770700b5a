from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from events.store.datastore import Datastore
from workflow.app.scheduling.leading import Leading
from workflow.app.scheduling.lease import TTL, Lease

NOW = dt.datetime(2026, 3, 2, 7, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


class Machine:
    """A process that might lead, on a machine with a clock of its own."""

    def __init__(self, datastore: Datastore, name: str) -> None:
        self.lease = Lease(datastore, "scheduler", name)
        self.now = NOW
        self.leading = Leading(self.lease, lambda: self.now)

    def leads_at(self, moment: dt.datetime) -> bool:
        """Ask at a moment."""
        self.now = moment
        return self.leading.leads()


def test_taking_the_lead_at_once_from_ten_processes_gives_it_to_one(datastore: Datastore) -> None:
    """However many try in the same moment, the database lets one."""
    leases = [Lease(datastore, "scheduler", f"p{number}") for number in range(10)]
    with ThreadPoolExecutor(10) as threads:
        assert sum(threads.map(lambda one: one.take(NOW), leases)) == 1


def test_leading_on_while_alive_lets_nobody_else(datastore: Datastore) -> None:
    """With a sign of life every ten seconds the lead stays where it is."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    for seconds in range(0, 300, 10):
        assert first.leads_at(NOW + seconds * SECOND)
        assert not second.leads_at(NOW + seconds * SECOND)


def test_dying_hands_the_lead_over_within_a_minute(datastore: Datastore) -> None:
    """A leader that says nothing any more is followed when its lease has run out, and no sooner."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    assert not second.leads_at(NOW + TTL - SECOND)
    assert second.leads_at(NOW + TTL)
    assert dt.timedelta(minutes=1) > TTL + 10 * SECOND


def test_waking_after_another_took_over_ends_the_lead(datastore: Datastore) -> None:
    """A machine that was suspended learns that it was replaced before it does anything."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    assert second.leads_at(NOW + 60 * SECOND)
    assert not first.leads_at(NOW + 61 * SECOND)


def test_leaving_lets_the_next_one_lead_at_once(datastore: Datastore) -> None:
    """A process that ends in order makes nobody wait."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    first.leading.leave()
    assert second.leads_at(NOW + SECOND)


def test_leaving_when_replaced_leaves_the_other_alone(datastore: Datastore) -> None:
    """Only one's own lease is given back."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    assert second.leads_at(NOW + 60 * SECOND)
    first.leading.leave()
    assert not first.leads_at(NOW + 62 * SECOND)


@pytest.mark.parametrize("back", [dt.timedelta(hours=1), dt.timedelta(days=30)])
def test_setting_the_clock_back_after_a_death_leaves_no_lease_from_the_future(
    datastore: Datastore, back: dt.timedelta
) -> None:
    """A lease that no living process can have written counts for nothing."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    assert second.leads_at(NOW - back)


def test_setting_the_clock_back_under_the_leader_keeps_it_leading(datastore: Datastore) -> None:
    """The leader's next sign of life is dated by the new clock."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    assert first.leads_at(NOW)
    assert first.leads_at(NOW - dt.timedelta(hours=1))
    assert not second.leads_at(NOW - dt.timedelta(hours=1) + SECOND)


def test_clocks_ten_seconds_apart_take_nothing_from_the_living(datastore: Datastore) -> None:
    """Two machines whose clocks differ a little still have one leader."""
    first, second = Machine(datastore, "first"), Machine(datastore, "second")
    for seconds in range(0, 120, 10):
        assert first.leads_at(NOW + seconds * SECOND)
        assert not second.leads_at(NOW + (seconds + 10) * SECOND)
        assert not second.leads_at(NOW + (seconds - 10) * SECOND)


def test_telling_who_leads_names_holder_and_last_sign_of_life(datastore: Datastore) -> None:
    """Whoever looks sees who leads, and since when it has been silent."""
    first = Machine(datastore, "first")
    assert first.lease.leader() is None
    first.leads_at(NOW)
    leader = first.lease.leader()
    assert leader is not None
    assert (leader.holder, leader.beat) == ("first", NOW)
