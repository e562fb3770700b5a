from __future__ import annotations

import httpx
import pytest

from tests.kit.checklist import findings
from tests.workflow.app.web.service import Service, token_of

GOOGLE = {"user_agent": "Google-Calendar-Importer", "accept_encoding": "gzip"}
CLIENTS = {
    "Outlook classic": {"user_agent": "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328)",
                        "accept": "text/calendar, */*", "accept_encoding": "gzip, deflate"},
    "Outlook on the web": {"user_agent": "Exchange/15.20 (HttpCalendarSharing)", "accept": "text/calendar"},
    "Google": GOOGLE,
    "Apple on a Mac": {"user_agent": "macOS/15.2 (24C101) dataaccessd/1.0", "accept": "*/*",
                       "accept_language": "nb-NO,nb;q=0.9", "accept_encoding": "gzip, deflate, br"},
    "Apple on a telephone": {"user_agent": "iOS/18.2 (22C152) dataaccessd/1.0", "accept": "*/*",
                             "accept_language": "nn-NO"},
    "Thunderbird": {"user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Thunderbird/128.5",
                    "accept": "text/calendar,text/plain;q=0.8,*/*;q=0.5",
                    "accept_encoding": "gzip, deflate, br, zstd", "cache_control": "no-cache"},
    "Evolution": {"user_agent": "Evolution/3.54.2", "accept_encoding": "gzip, deflate"},
    "ICSx5": {"user_agent": "ICSx5/2.2.3 (ktor; Android/15)", "accept": "text/calendar"},
    "Nextcloud": {"user_agent": "Nextcloud Webcal Service", "accept_encoding": "gzip",
                  "accept": "text/calendar, application/calendar+json, application/calendar+xml"},
    "vdirsyncer": {"user_agent": "vdirsyncer/0.21", "accept": "*/*", "accept_encoding": "gzip, deflate, br"},
    "curl": {"user_agent": "curl/8.11.0", "accept": "*/*"},
    "a browser": {"user_agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0",
                  "accept": "text/html,application/xhtml+xml;q=0.9", "cookie": "a=b"},
}  # fmt: skip
SAME = ("content-type", "etag", "last-modified", "cache-control", "content-disposition", "content-length")


def test_asking_as_twelve_clients_gives_the_same_bytes(service: Service) -> None:
    """Line 50: every client gets 200, the same calendar and the same headers, never 406 and never gzip."""
    path = service.subscribe()
    answers = [service.get(path, **headers) for headers in CLIENTS.values()]
    assert len(CLIENTS) == 12
    assert {each.status_code for each in answers} == {200}
    assert len({each.content for each in answers}) == 1
    assert len({tuple(each.headers[name] for name in SAME) for each in answers}) == 1
    assert findings(answers[0].content) == []
    assert answers[0].content.count(b"BEGIN:VEVENT") == 2


def test_answering_says_what_it_is_and_who_may_keep_it(sqlite_service: Service) -> None:
    """Lines 50 and 55 to 58: type, privacy, name, and nothing that clients stumble over."""
    path = sqlite_service.subscribe()
    answer = sqlite_service.get(path, **GOOGLE)
    headers = answer.headers
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["cache-control"] == "private, max-age=900"
    assert headers["content-disposition"] == 'inline; filename="okonomi-frister.ics"'
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-robots-tag"] == "noindex"
    assert headers["referrer-policy"] == "no-referrer"
    assert not {"set-cookie", "location", "content-encoding", "vary", "www-authenticate"} & set(headers)
    assert int(headers["content-length"]) == len(answer.content)
    assert token_of(path) not in str(headers.raw)


def test_asking_for_the_head_gives_the_same_headers_and_no_body(service: Service) -> None:
    """Line 54: HEAD is GET without the body, for every kind of answer."""
    path = service.subscribe()
    whole = service.get(path)
    for case in (path, "/kalender/unknown/x.ics", path.rpartition("/")[0] + "/"):
        get, head = service.get(case), service.get(case, "HEAD")
        assert head.status_code == get.status_code
        assert _without_date(head.headers) == _without_date(get.headers)
        assert head.content == b""
    same = service.get(path, "HEAD", if_none_match=whole.headers["etag"])
    assert same.status_code == 304


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "REPORT", "MKCALENDAR", "TRACE"]
)
def test_asking_by_another_method_is_not_allowed(sqlite_service: Service, method: str) -> None:
    """Line 54: 405, also where a 412 would make Thunderbird believe that it may write."""
    path = sqlite_service.subscribe()
    answers = [sqlite_service.get(each, method, if_match="nothing") for each in (path, "/kalender/x/y.ics")]
    assert {each.status_code for each in answers} == {405}
    assert {each.headers["allow"] for each in answers} == {"GET, HEAD"}


def test_asking_for_an_empty_calendar_gives_one(service: Service) -> None:
    """A calendar without entries is still a calendar: 200, and nothing that a parser refuses."""
    answer = service.get(service.subscribe("goal:99"))
    assert answer.status_code == 200
    assert b"BEGIN:VTIMEZONE" in answer.content
    assert b"BEGIN:VEVENT" not in answer.content
    assert findings(answer.content) == []


def test_asking_robots_txt_forbids_no_feed(sqlite_service: Service) -> None:
    """Line 58: Google's calendar obeys this file, so it forbids nothing."""
    answer = sqlite_service.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Disallow: /" not in answer.text


def _without_date(headers: httpx.Headers) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name != "date"}
