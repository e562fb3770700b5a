from __future__ import annotations

import base64
import re

import httpx
import pytest
from sqlalchemy import delete, select, update

from events.store.datastore import Datastore
from tests.workflow.app.web.service import KARI, Service, token_of
from workflow.app.settings import from_environment
from workflow.app.wiring import App
from workflow.directory.tables import person
from workflow.feeds.tables import subscription


def test_making_an_address_draws_enough_random_bits(sqlite_service: Service) -> None:
    """Line 59: at least 128 random bits, not in the last segment, which ends in .ics; stored as a hash."""
    paths = [sqlite_service.subscribe() for _ in range(20)]
    tokens = [token_of(path) for path in paths]
    assert len(set(tokens)) == 20
    for path, token in zip(paths, tokens, strict=True):
        assert len(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))) * 8 >= 128
        assert re.fullmatch(rf"/kalender/{token}/[a-z0-9-]+\.ics", path)
    with sqlite_service.app.datastore.reading() as connection:
        stored = str(connection.execute(select(subscription)).all())
    assert not any(token in stored for token in tokens)


def test_asking_for_a_changed_address_always_gives_the_same_404(service: Service) -> None:
    """Line 60: cut, lengthened, re-cased, misnamed or never there: one answer, which says nothing."""
    path = service.subscribe()
    tag = service.get(path).headers["etag"]
    token, name = token_of(path), path.rpartition("/")[2]
    recased = token.swapcase()
    changed = [
        *(f"/kalender/{each}/{name}" for each in (token[:-1], token + "A", recased, "x", "%00", "a" * 5000)),
        *(f"/kalender/{each}/" for each in (token[:-1], token + "A", recased)),
        f"/kalender/{token}/other.ics",
        f"/kalender/{token}/{name.upper()}",
        f"/kalender/{token}",
        "/kalender/",
        "/nothing",
    ]
    answers = [service.get(each) for each in changed]
    answers += [service.get(changed[0], if_none_match=each) for each in (tag, "*")]
    assert {each.status_code for each in answers} == {404}
    assert len({_all_of(each) for each in answers}) == 1
    assert answers[0].text == "404\n"
    assert not {"etag", "last-modified"} & set(answers[0].headers)
    service.seconds += 60  # or so many guesses would be told to wait
    heads = [service.get(each, "HEAD") for each in changed]
    assert {_all_of(each)[1] for each in heads} == {_all_of(answers[0])[1]}


def test_revoking_an_address_ends_it_at_the_next_request(service: Service) -> None:
    """Line 61: revoked answers exactly like unknown, for the calendar, its page and conditional requests."""
    path = service.subscribe()
    tag = service.get(path).headers["etag"]
    assert service.get(path, if_none_match=tag).status_code == 304
    service.revoke(path)
    unknown = _all_of(service.get("/kalender/unknown/x.ics"))
    assert _all_of(service.get(path, if_none_match=tag)) == unknown
    assert _all_of(service.get(path)) == unknown
    assert _all_of(service.get(path.rpartition("/")[0] + "/")) == unknown


def test_revoking_in_another_process_ends_an_address_at_the_next_request(
    service: Service, database_url: str
) -> None:
    """Line 61: what another connection wrote counts at once, though the answer was remembered."""
    path = service.subscribe()
    tag = service.get(path).headers["etag"]
    for _ in range(3):
        assert service.get(path, if_none_match=tag).status_code == 304
    other = Datastore(database_url)
    app = App(from_environment({}), lambda: service.now, lambda: "id", other)
    found = app.subscriptions.lookup(token_of(path))
    assert found is not None
    app.subscriptions.revoke(found.id, "p-1", service.now)
    other.close()
    assert service.get(path, if_none_match=tag).status_code == 404


@pytest.mark.parametrize("words", ["all", "mine", "my-unit"])
def test_leaving_the_directory_ends_the_calendar(service: Service, words: str) -> None:
    """Line 62: who has left has lost every calendar, at once."""
    path = service.subscribe(words)
    tag = service.get(path).headers["etag"]
    with service.app.datastore.unit_of_work() as connection:
        connection.execute(delete(person).where(person.c.email == KARI))
    assert service.get(path, if_none_match=tag).status_code == 404


def test_losing_the_unit_ends_its_calendar(service: Service) -> None:
    """Line 62: a calendar of my unit shows nothing when I have none."""
    path = service.subscribe("my-unit")
    assert service.get(path).status_code == 200
    with service.app.datastore.unit_of_work() as connection:
        connection.execute(update(person).where(person.c.email == KARI).values(unit=None))
    assert service.get(path).status_code == 404


def test_subscribing_to_mine_shows_mine_and_follows_the_owner(service: Service) -> None:
    """Line 62: what becomes mine comes in, what becomes another's goes out."""
    path = service.subscribe("mine")
    kari = service.app.directory.find_person(KARI)
    assert b"BEGIN:VEVENT" not in service.get(path).content
    service.past.owned("2026-01", kari.id, kari.unit)
    service.follow()
    shown = service.get(path)
    assert shown.content.count(b"BEGIN:VEVENT") == 1
    service.past.owned("2026-01", "p-other", "")
    service.follow()
    after = service.get(path, if_none_match=shown.headers["etag"])
    assert after.status_code == 200
    assert b"BEGIN:VEVENT" not in after.content


def test_shielding_a_title_takes_it_from_calendar_and_page(service: Service) -> None:
    """A shielded title never leaves: not in the calendar, not on its page."""
    path = service.subscribe()
    page = path.rpartition("/")[0] + "/"
    tag = service.get(path).headers["etag"]
    assert "Oppdrag 2026-01" in service.get(path).text
    assert "Oppdrag 2026-01" in service.get(page).text
    service.past.shielded("2026-01")
    service.follow()
    shielded = service.get(path, if_none_match=tag)
    assert shielded.status_code == 200
    assert "Oppdrag 2026-01" not in shielded.text
    assert "Oppdrag 2026-01" not in service.get(page).text
    assert shielded.text.count("BEGIN:VEVENT") == 2


def _all_of(answer: httpx.Response) -> tuple[bytes, tuple[tuple[str, str], ...], int]:
    headers = tuple(pair for pair in answer.headers.multi_items() if pair[0] != "date")
    return answer.content, headers, answer.status_code
