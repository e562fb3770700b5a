from __future__ import annotations

from tests.workflow.app.web.service import Service
from workflow.app.web.limits import ASKING, GUESSING, Buckets, Rate


def test_asking_as_fast_as_the_rate_is_never_refused() -> None:
    """Whoever keeps to the rate may go on for ever."""
    buckets = Buckets(Rate(burst=5, per_minute=60))
    assert [buckets.take("a", float(second)) for second in range(500)] == [0.0] * 500


def test_asking_faster_waits_until_the_bucket_has_filled() -> None:
    """After the burst a client waits as long as it is told, and is let in then."""
    buckets = Buckets(Rate(burst=5, per_minute=60))
    assert [buckets.take("a", 0.0) for _ in range(5)] == [0.0] * 5
    wait = buckets.take("a", 0.0)
    assert wait == 1.0
    assert buckets.take("a", wait * 0.9) > 0
    assert buckets.take("a", wait) == 0.0
    assert buckets.take("b", 0.0) == 0.0


def test_asking_from_countless_addresses_takes_no_more_memory() -> None:
    """A client that was seen longest ago is forgotten, not the one that asks all the time."""
    buckets = Buckets(Rate(burst=2, per_minute=1), clients=3)
    buckets.take("busy", 0.0)
    for number in range(50):
        buckets.take(f"client {number}", 0.0)
        buckets.wait("busy", 0.0)
    assert len(buckets._kept) == 3


def test_guessing_addresses_is_slowed_down_but_spares_who_has_one(sqlite_service: Service) -> None:
    """A search for addresses is told to wait; a known calendar behind the same network still answers."""
    path = sqlite_service.subscribe()
    sqlite_service.get(path)
    answers = [sqlite_service.get(f"/kalender/guess{n}/x.ics") for n in range(GUESSING.burst + 1)]
    assert {each.status_code for each in answers[:-1]} == {404}
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert sqlite_service.get(path).status_code == 200
    sqlite_service.seconds += 60
    assert sqlite_service.get("/kalender/guess/x.ics").status_code == 404


def test_fetching_as_calendar_programs_do_is_never_refused(sqlite_service: Service) -> None:
    """An agency behind one address, where hundreds of programs start at eight o'clock, is served."""
    path = sqlite_service.subscribe()
    tag = sqlite_service.get(path).headers["etag"]
    codes = {sqlite_service.get(path, if_none_match=tag).status_code for _ in range(500)}
    assert codes == {304}


def test_hammering_one_feed_is_refused_with_how_long_to_wait(sqlite_service: Service) -> None:
    """A program gone wild is told when to come back, and let in then."""
    path = sqlite_service.subscribe()
    answers = [sqlite_service.get(path, "HEAD") for _ in range(ASKING.burst + 1)]
    assert answers[-2].status_code == 200
    assert answers[-1].status_code == 429
    sqlite_service.seconds += int(answers[-1].headers["retry-after"])
    assert sqlite_service.get(path).status_code == 200
