from __future__ import annotations

import datetime as dt

from events.store.datastore import Datastore
from projections.feeds.publisher import FeedPublisher
from projections.feeds.selection import Feed, FeedFilter
from tests.kit.happened import Past
from tests.projections.following import ALL, NOON, Following

MINE = Feed("Mine frister", FeedFilter(owner="kari"))
HOUR = dt.timedelta(hours=1)


def two_people() -> Past:
    """Kari and Ola have a deadline each."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-13").owned("2026-01", "kari")
    return past.assignment("2026-02").due("2026-02", "2026-03-20").owned("2026-02", "ola")


def test_asking_again_gives_the_same_validators_by_look_up(datastore: Datastore) -> None:
    """An unchanged feed is answered by what was kept, also in another process."""
    following = Following(datastore, past=two_people()).follow()
    assert following.publisher.current(ALL, NOON) is None
    body = following.publisher.body(ALL, NOON)
    assert body.validators.last_modified == NOON
    assert following.publisher.current(ALL, NOON + HOUR) == body.validators
    another = FeedPublisher(datastore)
    assert another.current(ALL, NOON + HOUR) == body.validators
    assert another.body(ALL, NOON + HOUR) == body


def test_changing_an_entry_gives_new_validators(datastore: Datastore) -> None:
    """After a change the look-up says nothing, and both validators move."""
    following = Following(datastore, past=two_people()).follow()
    before = following.publisher.body(ALL, NOON)
    following.past.delivered("2026-01")
    following.follow()
    assert following.publisher.current(ALL, NOON + HOUR) is None
    after = following.publisher.body(ALL, NOON + HOUR)
    assert after.validators.etag != before.validators.etag
    assert after.validators.last_modified == NOON + HOUR
    assert following.publisher.current(ALL, NOON + HOUR) == after.validators


def test_changing_anothers_entry_leaves_mine_at_a_look_up(datastore: Datastore) -> None:
    """What concerns Ola costs Kari's calendar nothing."""
    following = Following(datastore, past=two_people()).follow()
    mine = following.publisher.body(MINE, NOON)
    following.past.delivered("2026-02")
    following.follow()
    assert following.publisher.current(MINE, NOON + HOUR) == mine.validators


def test_losing_an_entry_moves_last_modified_forward(datastore: Datastore) -> None:
    """A feed that only lost an entry has changed, and says so to those who ask by date."""
    following = Following(datastore, past=two_people()).follow()
    before = following.publisher.body(MINE, NOON)
    following.past.owned("2026-01", "ola")
    following.follow()
    assert following.publisher.current(MINE, NOON + HOUR) is None
    after = following.publisher.body(MINE, NOON + HOUR)
    assert b"BEGIN:VEVENT" not in after.content
    assert after.validators.last_modified > before.validators.last_modified


def test_changing_back_within_a_second_still_moves_last_modified(sqlite_datastore: Datastore) -> None:
    """Bytes that differ never share a Last-Modified with the bytes before them."""
    following = Following(sqlite_datastore, past=two_people()).follow()
    seen = [following.publisher.body(ALL, NOON).validators]
    for day in ("2026-04-13", "2026-03-13", "2026-04-13"):
        following.past.postponed("2026-01", day)
        following.follow()
        seen.append(following.publisher.body(ALL, NOON).validators)
    dates = [validators.last_modified for validators in seen]
    assert dates == sorted(set(dates))
    assert len({validators.etag for validators in seen}) == len(seen)


def test_setting_the_clock_back_never_moves_last_modified_back(sqlite_datastore: Datastore) -> None:
    """Whatever the clock says, Last-Modified only grows."""
    following = Following(sqlite_datastore, past=two_people()).follow()
    before = following.publisher.body(ALL, NOON)
    following.past.delivered("2026-01")
    following.follow()
    after = following.publisher.body(ALL, NOON - 5 * HOUR)
    assert after.validators.last_modified > before.validators.last_modified


def test_passing_midnight_keeps_the_validators_when_nothing_is_shown_otherwise(
    sqlite_datastore: Datastore,
) -> None:
    """A new day is looked at once, and answers as before when the bytes are the same."""
    following = Following(sqlite_datastore, past=two_people()).follow()
    before = following.publisher.body(ALL, NOON)
    tomorrow = NOON + 24 * HOUR
    assert following.publisher.current(ALL, tomorrow) is None
    assert following.publisher.body(ALL, tomorrow) == before
    assert following.publisher.current(ALL, tomorrow) == before.validators


def test_passing_a_day_that_ends_a_reminder_gives_new_validators(sqlite_datastore: Datastore) -> None:
    """When the day alone changes the bytes, the validators change with them."""
    following = Following(sqlite_datastore, past=two_people()).follow()
    before = following.publisher.body(ALL, NOON)
    after = following.publisher.body(ALL, dt.datetime(2026, 3, 14, 12, tzinfo=dt.UTC))
    assert after.content != before.content
    assert after.validators.etag != before.validators.etag
    assert after.validators.last_modified > before.validators.last_modified


def test_rebuilding_keeps_every_promise_to_clients(datastore: Datastore) -> None:
    """A rebuild gives the same bytes and the same validators, at a look-up."""
    following = Following(datastore, past=two_people()).follow()
    before = following.publisher.body(ALL, NOON)
    following.engine.rebuild()
    assert FeedPublisher(datastore).current(ALL, NOON + HOUR) == before.validators
    assert FeedPublisher(datastore).body(ALL, NOON + HOUR) == before


def test_publishing_from_memory_equals_publishing_afresh(datastore: Datastore) -> None:
    """A publisher that joins only the months that changed answers as one that has nothing in memory."""
    past = two_people()
    for number in range(3, 30):
        name = f"2026-{number:02}"
        past.assignment(name).due(name, f"2026-{number % 12 + 1:02}-16").owned(name, f"p{number % 3}")
    following = Following(datastore, past=past).follow()
    now = NOON
    for change in (
        lambda: past.delivered("2026-05"),
        lambda: past.postponed("2026-06", "2026-12-16"),
        lambda: past.withdrawn("2026-07"),
        lambda: past.owned("2026-08", "p9"),
        lambda: past.shielded("2026-09"),
    ):
        following.publisher.body(ALL, now)
        change()
        following.follow()
        now += HOUR
        for feed in (ALL, Feed("Tre", FeedFilter(owner="p2")), Feed("Stille", alarms=False)):
            assert following.publisher.body(feed, now) == FeedPublisher(datastore).body(feed, now)


def test_asking_for_the_bytes_of_a_feed_with_another_name_is_another_feed(
    sqlite_datastore: Datastore,
) -> None:
    """The name stands in the bytes, so it is part of what the validators speak for."""
    following = Following(sqlite_datastore, past=two_people()).follow()
    etags = {following.publisher.body(Feed(name), NOON).validators.etag for name in ("A", "B")}
    assert len(etags) == 2
