from __future__ import annotations

import datetime as dt

from sqlalchemy import event

from tests.workflow.app.web.service import HOUR, NOON, Service


def _last(service: Service) -> tuple[dt.datetime | None, str]:
    service.app.usage.write()
    (found,) = service.app.subscriptions.all()
    return found.last_used_at, found.last_client


def test_fetching_notes_when_and_by_what(service: Service) -> None:
    """The list of feeds shows the last fetch, also one that ended in 304 from what was remembered."""
    path = service.subscribe()
    assert _last(service) == (None, "")
    tag = service.get(path, user_agent="khal/0.14").headers["etag"]
    assert _last(service) == (NOON, "khal/0.14")
    service.get(path, user_agent="khal/0.14", if_none_match=tag)
    service.now += HOUR
    assert service.get(path, user_agent="khal/0.14", if_none_match=tag).status_code == 304
    assert _last(service) == (NOON + HOUR, "khal/0.14")


def test_fetching_every_minute_is_noted_now_and_then(sqlite_service: Service) -> None:
    """The same client is written down every fifth minute, another one at once."""
    path = sqlite_service.subscribe()
    sqlite_service.get(path, user_agent="a")
    sqlite_service.now += dt.timedelta(minutes=4)
    sqlite_service.get(path, user_agent="a")
    assert _last(sqlite_service) == (NOON, "a")
    sqlite_service.get(path, user_agent="b" * 500)
    assert _last(sqlite_service) == (sqlite_service.now, "b" * 200)


def test_missing_an_address_notes_nothing(sqlite_service: Service) -> None:
    """Only what was shown was used."""
    path = sqlite_service.subscribe()
    sqlite_service.get(path.replace(".ics", "x.ics"))
    assert _last(sqlite_service) == (None, "")


def test_answering_304_again_reads_no_row_and_renders_nothing(sqlite_service: Service) -> None:
    """While nothing is written, a conditional request costs not one statement on the tables."""
    path = sqlite_service.subscribe()
    tag = sqlite_service.get(path).headers["etag"]
    sqlite_service.get(path, if_none_match=tag)
    seen: list[str] = []
    event.listen(
        sqlite_service.app.datastore.engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_rest: seen.append(statement),
    )
    for _ in range(5):
        assert sqlite_service.get(path, if_none_match=tag).status_code == 304
    assert seen == []
    sqlite_service.app.usage.write()
    seen.clear()
    assert sqlite_service.get(path, if_none_match=tag).status_code == 304
    assert seen  # something was written: asked again
    assert not any("feed_text" in statement for statement in seen)
