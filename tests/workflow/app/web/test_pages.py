from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.kit.happened import between
from tests.workflow.app.web.service import KARI, OLA, Service
from workflow.app.web.links import links


class Read(HTMLParser):
    """What is on a page: links, the address field, the text, the language, what it loads."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.language = ""
        self.address = ""
        self.inside = ""
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.inside = tag
        self.language = found.get("lang", self.language)
        if tag == "a":
            self.links.append(found["href"])
        elif "src" in found or tag == "link":
            self.loads.append(found.get("src") or found["href"])

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if self.inside == "textarea" and not self.address:
            self.address = data
        self.words += data


def read(service: Service, path: str) -> Read:
    """Fetch the page of a feed and read it."""
    answer = service.get(path.rpartition("/")[0] + "/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Read(answer.text)


def test_opening_the_page_gives_every_way_to_subscribe(sqlite_service: Service) -> None:
    """Line 67: the address to copy, webcal, Google by webcal, Outlook at work and at home."""
    path = sqlite_service.subscribe()
    address = f"https://frist.example.no{path}"
    page = read(sqlite_service, path)
    assert page.address == address
    work, home, google, webcal = page.links
    assert webcal == "webcal" + address.removeprefix("https")
    assert parse_qs(urlsplit(google).query)["cid"] == [webcal]
    for link, host in ((work, "outlook.office.com"), (home, "outlook.live.com")):
        assert urlsplit(link).netloc == host
        assert urlsplit(link).path.endswith("/addfromweb")
        assert parse_qs(urlsplit(link).query) == {"url": [address], "name": ["Økonomi: frister"]}


@pytest.mark.parametrize(
    ("owner", "language", "words"),
    [
        (KARI, "nb", ("8 til 24 timer", "Fjern varsler", "viser ingen påminnelser", "fredag 13. mars 2026")),
        (OLA, "nn", ("8 til 24 timar", "Fjern varsel", "viser ingen påminningar", "fredag 13. mars 2026")),
    ],
)
def test_opening_the_page_says_what_to_expect(
    sqlite_service: Service, owner: str, language: str, words: tuple[str, ...]
) -> None:
    """Line 67: in the owner's language, when changes come, what becomes of reminders, and what is next."""
    page = read(sqlite_service, sqlite_service.subscribe(owner=owner))
    assert page.language == language
    for each in words:
        assert each in page.words
    assert page.words.index("Oppdrag 2026-01") < page.words.index("Oppdrag 2026-02")


def test_opening_the_page_loads_nothing_from_elsewhere_and_tells_nobody(sqlite_service: Service) -> None:
    """The page needs no script, sends no address along, and is kept by nobody."""
    path = sqlite_service.subscribe()
    answer = sqlite_service.get(path.rpartition("/")[0] + "/")
    assert Read(answer.text).loads == ["/stil.css"]
    assert "script" not in Read(answer.text).tags
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert sqlite_service.get("/stil.css").headers["content-type"] == "text/css; charset=utf-8"


def test_naming_a_calendar_with_markup_shows_the_words(sqlite_service: Service) -> None:
    """A name is text, whatever is in it."""
    path = sqlite_service.subscribe(name='<script>alert("x")</script> & Co')
    page = read(sqlite_service, path)
    assert "script" not in page.tags
    assert '<script>alert("x")</script> & Co' in page.words


def test_waiting_for_a_meetings_day_shows_the_whole_window(sqlite_service: Service) -> None:
    """A meeting whose day is not set stands with the first and last day it can be."""
    sqlite_service.past.meeting("esm").held_on("esm", between("2026-03-02", "2026-03-31"))
    sqlite_service.follow()
    page = read(sqlite_service, sqlite_service.subscribe("meetings"))
    assert "mandag 2. mars 2026 – tirsdag 31. mars 2026" in page.words


def test_having_nothing_to_come_says_so(sqlite_service: Service) -> None:
    """An empty calendar has a page that says it is empty."""
    page = read(sqlite_service, sqlite_service.subscribe("goal:99", alarms=False))
    assert "Ingenting forfaller" in page.words
    assert "uten påminnelser" in page.words


def test_serving_on_this_machine_alone_says_that_others_cannot_fetch(sqlite_service: Service) -> None:
    """Who tries the service on their own machine is told why Outlook and Google come to nothing."""
    path = sqlite_service.subscribe()
    assert "FRISTVAKT_BASE_URL" not in read(sqlite_service, path).words
    local = replace(sqlite_service.app.settings, base_url="http://127.0.0.1:8000")
    sqlite_service.app.settings = local
    assert "svarer bare på denne maskinen (127.0.0.1)" in read(sqlite_service, path).words


def test_linking_to_an_address_without_tls_still_gives_google_webcal() -> None:
    """Google takes an address that is not webcal for an e-mail address."""
    made = links("http://127.0.0.1:8000/kalender/abc/x.ics", "Frister")
    assert made.webcal == "webcal://127.0.0.1:8000/kalender/abc/x.ics"
    assert "cid=webcal%3A%2F%2F" in made.google


def test_opening_the_front_page_tells_nothing_of_what_is_inside(sqlite_service: Service) -> None:
    """Who comes without an address sees how to get one, and no name, number or link."""
    page = Read(sqlite_service.get("/").text)
    assert page.links == []
    assert "hemmelig" in page.words
    assert "Oppdrag" not in page.words
