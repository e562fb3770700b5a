from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from events.vocabulary.notice import NoticeSent
from projections.notices.projection import Notices
from projections.notices.queries import (
    NoticeFilter,
    listed,
    of_duty,
    of_mail,
    raised_places,
)
from tests.kit.eventful_year import MAIL, day, raised, year
from tests.kit.happened import Past, stream
from tests.projections.following import Following


def test_following_a_year_of_notices_tells_what_became_of_each(datastore: Datastore) -> None:
    """Sent, tried again after it failed, skipped with its reason, or still to go."""
    Following(datastore, past=year()).follow()
    with datastore.reading() as connection:
        rows = {row.id: row for row in listed(connection)}
    sent, again = rows[stream("sendt")], rows[stream("feilet")]
    skipped, digest = rows[stream("hoppet over")], rows[stream("ukesbrev")]
    assert (sent.state, sent.message_id, sent.attempts, sent.answer) == ("sent", "<1@prove.no>", 1, "250 OK")
    assert sent.settled_at is not None
    assert sent.settled_at > sent.raised_at
    assert (again.state, again.mail, again.settled_at) == ("raised", stream("mail 2"), None)
    assert (again.attempts, again.code, again.answer) == (3, 550, "No such user")
    assert (skipped.state, skipped.reason, skipped.mail) == ("skipped", "overtaken", None)
    assert (digest.state, digest.duty, digest.role) == ("raised", None, "reader")


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ({"states": ("sent",)}, ["sendt"]),
        ({"states": ("skipped", "failed")}, ["hoppet over"]),
        ({"kinds": ("digest",)}, ["ukesbrev"]),
        ({"recipient": "ola"}, ["feilet"]),
        ({"mail": stream("mail 2")}, ["feilet"]),
        ({"first": day("2026-03-02")}, ["feilet", "hoppet over"]),
        ({"last": day("2026-03-01"), "duty": stream("2026-01")}, ["sendt"]),
    ],
)
def test_asking_for_notices_gives_exactly_what_holds(
    datastore: Datastore, which: dict[str, object], expected: list[str]
) -> None:
    """Each question has its answer, in the order in which they fell due."""
    Following(datastore, past=year()).follow()
    with datastore.reading() as connection:
        rows = listed(connection, NoticeFilter(**which))  # type: ignore[arg-type]  # the fields of a filter
    assert [row.id for row in rows] == [stream(name) for name in expected]


def test_asking_what_was_raised_gives_the_places_of_these_duties_and_of_none(datastore: Datastore) -> None:
    """What concerns no single duty is always among them; `since` leaves out what fell due before."""
    past = year()
    raised(past, "annen", duty=stream("2026-03"))
    Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        about = raised_places(connection, [stream("2026-01")])
        assert {(place.step, place.recipient, place.state) for place in about} == {
            ("-10", "kari", "sent"),
            ("-10", "ola", "raised"),
            ("-5", "kari", "skipped"),
            ("1", "kari", "raised"),
        }
        assert len(raised_places(connection)) == 5
        late = raised_places(connection, [stream("2026-01")], since=day("2026-03-08"))
        assert {place.step for place in late} == {"-5"}


def test_asking_for_a_mail_or_a_duty_gives_its_notices(sqlite_datastore: Datastore) -> None:
    """A mail carries what names it now."""
    Following(sqlite_datastore, past=year()).follow()
    with sqlite_datastore.reading() as connection:
        assert {row.id for row in of_mail(connection, MAIL)} == {stream("sendt"), stream("ukesbrev")}
        assert len(of_duty(connection, stream("2026-01"))) == 3


def test_following_a_notice_with_a_hole_stops_before_the_hole(datastore: Datastore) -> None:
    """A missing event is noticed, not guessed around."""
    past = raised(Past(), "sendt")
    past.happens(NoticeSent, "sendt", message_id="<1@prove.no>", attempts=1)
    past.events[-1] = past.events[-1].model_copy(update={"originator_version": 3})
    following = Following(datastore, past=past, projections=(Notices(),)).follow()
    [status] = following.engine.status()
    assert status.stopped is not None
    assert (status.position, status.stopped.topic) == (1, "notice.sent")
