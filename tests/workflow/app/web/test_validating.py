from __future__ import annotations

import datetime as dt
from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest
from icalendar import Calendar, Component

from tests.workflow.app.web.service import HOUR, KARI, NOON, OLA, PEOPLE, Service
from workflow.app.web.conditional import Current, unchanged
from workflow.directory.importing import import_lists


def test_asking_again_with_the_tag_costs_no_body(service: Service) -> None:
    """Line 52: a matching tag, weak, in a list or as *, is answered 304 with the tag and no body."""
    path = service.subscribe()
    whole = service.get(path)
    tag = whole.headers["etag"]
    for wanted in (tag, f"W/{tag}", f'"other", {tag}', f'"a",W/{tag} , "b"', "*"):
        _is_not_modified(service.get(path, if_none_match=wanted), whole)


@pytest.mark.parametrize("wanted", ['"other"', "", "other", '""', 'W/"x", "y"'])
def test_asking_with_another_tag_gives_the_calendar(sqlite_service: Service, wanted: str) -> None:
    """Line 52: only the tag of these bytes spares the body."""
    path = sqlite_service.subscribe()
    tag = sqlite_service.get(path).headers["etag"]
    assert sqlite_service.get(path, if_none_match=wanted).status_code == 200
    assert sqlite_service.get(path, if_none_match=tag.strip('"')).status_code == 200


def test_asking_by_date_is_answered_by_the_last_change(service: Service) -> None:
    """Lines 51 to 53: the date of the last change, or a later one, spares the body; an older one does not."""
    path = service.subscribe()
    whole = service.get(path)
    changed = parsedate_to_datetime(whole.headers["last-modified"])
    assert changed == NOON
    _is_not_modified(service.get(path, if_modified_since=whole.headers["last-modified"]), whole)
    _is_not_modified(service.get(path, if_modified_since=_http(changed + HOUR)), whole)
    older = service.get(path, if_modified_since=_http(changed - dt.timedelta(seconds=1)))
    assert older.status_code == 200
    assert older.content == whole.content


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "0", "Mon, 99 Nov 2026 25:61:00 GMT", "2026-13-45", "Fri, 31 Feb 2026 10:00:00 GMT"],
)
def test_asking_with_a_bad_date_gives_the_calendar(sqlite_service: Service, date: str) -> None:
    """Line 53: what is no date is ignored."""
    path = sqlite_service.subscribe()
    sqlite_service.get(path)
    assert sqlite_service.get(path, if_modified_since=date).status_code == 200


def test_asking_with_tag_and_date_heeds_the_tag(service: Service) -> None:
    """Line 53: If-None-Match wins over If-Modified-Since, whichever of them matches."""
    path = service.subscribe()
    whole = service.get(path)
    tag, late, early = whole.headers["etag"], _http(NOON + HOUR), _http(NOON - HOUR)
    assert service.get(path, if_none_match='"other"', if_modified_since=late).status_code == 200
    assert service.get(path, if_none_match=tag, if_modified_since=early).status_code == 304


def test_comparing_in_another_time_zone_gives_the_same_moment() -> None:
    """A date is a moment: an offset in it counts, and a missing one is UTC."""
    current = Current('"a"', NOON)
    assert unchanged({"if-modified-since": "Mon, 02 Feb 2026 12:00:00 +0100"}, current)
    assert not unchanged({"if-modified-since": "Mon, 02 Feb 2026 12:00:00 +0200"}, current)
    assert unchanged({"if-modified-since": "Mon, 02 Feb 2026 11:00:00"}, current)


def test_moving_a_deadline_changes_body_tag_and_stamps(service: Service) -> None:
    """Line 63: whoever has the old bytes gets the new ones, with grown stamps, also by date."""
    path = service.subscribe()
    before = service.get(path)
    service.get(path, if_none_match=before.headers["etag"])
    service.past.postponed("2026-01", "2026-03-20")
    service.now += HOUR
    service.follow()
    after = service.get(path, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
    assert _moment(after) > _moment(before)
    assert service.get(path, if_modified_since=before.headers["last-modified"]).status_code == 200
    old, new = _entry(before), _entry(after)
    assert new.decoded("DTSTART") == dt.date(2026, 3, 20)
    assert (new["UID"], int(new["SEQUENCE"])) == (old["UID"], int(old["SEQUENCE"]) + 1)
    assert new.decoded("LAST-MODIFIED") > old.decoded("LAST-MODIFIED")


def test_losing_an_entry_still_moves_the_date_forward(service: Service) -> None:
    """Line 64: what only lost an entry has changed for those who ask by date."""
    path = service.subscribe("goal:2")
    before = service.get(path)
    assert b"BEGIN:VEVENT" in before.content
    service.past.withdrawn("2026-02")
    service.follow()
    service.now = dt.datetime(2026, 6, 1, 11, 0, tzinfo=dt.UTC)
    after = service.get(path, if_modified_since=before.headers["last-modified"])
    assert after.status_code == 200
    assert b"BEGIN:VEVENT" not in after.content
    assert _moment(after) > _moment(before)


def test_passing_midnight_in_norway_asks_the_rows_again(service: Service) -> None:
    """What was remembered yesterday is not answered today, when a reminder may have lapsed."""
    path = service.subscribe()
    service.now = dt.datetime(2026, 3, 13, 22, 59, tzinfo=dt.UTC)  # 23.59 in Norway, on the last day
    before = service.get(path)
    assert b"BEGIN:VALARM" in before.content
    assert service.get(path, if_none_match=before.headers["etag"]).status_code == 304
    service.now += dt.timedelta(minutes=2)
    after = service.get(path, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert after.content.count(b"BEGIN:VALARM") < before.content.count(b"BEGIN:VALARM")


def test_following_an_owner_to_another_unit_never_answers_by_date(service: Service) -> None:
    """The other unit's calendar may be older than mine was: only its tag tells that I have it."""
    ola = service.subscribe("my-unit", OLA, name="Min enhet")
    service.get(ola)
    service.now += HOUR
    kari = service.subscribe("my-unit", KARI, name="Min enhet")
    mine = service.get(kari)
    moved = PEOPLE.replace("Økonomi", "Analyse").replace(";nb", ";nn")
    import_lists(service.app.datastore, service.app.new_id, moved.encode())
    answer = service.get(kari, if_modified_since=mine.headers["last-modified"])
    assert answer.status_code == 200
    assert service.get(kari, if_none_match=answer.headers["etag"]).status_code == 304


def _is_not_modified(answer: httpx.Response, whole: httpx.Response) -> None:
    assert answer.status_code == 304
    assert answer.content == b""
    for name in ("etag", "last-modified", "cache-control"):
        assert answer.headers[name] == whole.headers[name]
    assert "content-type" not in answer.headers


def _moment(answer: httpx.Response) -> dt.datetime:
    return parsedate_to_datetime(answer.headers["last-modified"])


def _http(moment: dt.datetime) -> str:
    return format_datetime(moment, usegmt=True)


def _entry(answer: httpx.Response) -> Component:
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return next(event for event in events if "2026-01" in str(event["SUMMARY"]))
