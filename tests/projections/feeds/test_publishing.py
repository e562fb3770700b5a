from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar, Component

from events.store.datastore import Datastore
from events.vocabulary.assignment import (
    AssignmentAccessOpened,
    AssignmentDeadlineDropped,
    AssignmentOwnerAssigned,
    AssignmentRestated,
    AssignmentReturned,
    AssignmentStarted,
)
from events.vocabulary.governance_meeting import MeetingMoved
from projections.feeds.entries import entry_uid
from projections.feeds.publisher import feed_body
from projections.feeds.selection import Feed, FeedFilter, KindGroup
from tests.kit.checklist import findings
from tests.kit.happened import SOURCE, Past, between, on, stream, undated
from tests.projections.following import ALL, NOON, Following

LATER = NOON + dt.timedelta(hours=1)


def shown(content: bytes) -> dict[str, Component]:
    """Give the entries by UID."""
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def one(content: bytes, name: str = "2026-01", part: str = "") -> Component:
    """Give the entry of one part."""
    return shown(content)[str(entry_uid(stream(name), part))]


def titles(content: bytes) -> list[str]:
    """Give the titles, without what stands before and after them."""
    return sorted(str(event["SUMMARY"]).split(": ")[1].split(" (")[0] for event in shown(content).values())


def stamps(event: Component) -> tuple[int, dt.datetime]:
    """Give SEQUENCE and LAST-MODIFIED."""
    return int(event["SEQUENCE"]), event.decoded("LAST-MODIFIED")


def full() -> Past:
    """A past with every kind of duty."""
    past = Past().letter()
    past.assignment("2026-01", goal=1).due("2026-01", "2026-03-13").owned("2026-01", "kari", "okonomi")
    past.assignment("2026-02", goal=2).due("2026-02", between("2026-09-01", "2026-09-10"), "Del 1")
    past.due("2026-02", "2026-10-01", "Del 2").owned("2026-02", "ola", "okonomi")
    past.meeting("esm").held_on("esm", on("2026-05-05", starts_at="09:00", ends_at="11:00"))
    past.meeting("saer").held_on("saer", between("2026-06-01", "2026-06-30"))
    past.assignment("2026-03", kind="report", title="Årsrapport").due("2026-03", "2027-03-15")
    return past


def test_publishing_everything_passes_the_checklist(datastore: Datastore) -> None:
    """What the feed of everything publishes is what the standards and the clients ask."""
    following = Following(datastore, past=full()).follow()
    assert findings(following.feed()) == []
    assert len(shown(following.feed())) == 6


TWO_PARTS = ["Oppdrag 2026-02 – Del 1", "Oppdrag 2026-02 – Del 2"]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (FeedFilter(owner="kari"), ["Oppdrag 2026-01"]),
        (
            FeedFilter(unit="okonomi"),
            ["Oppdrag 2026-01", "Oppdrag 2026-02 – Del 1", "Oppdrag 2026-02 – Del 2"],
        ),
        (FeedFilter(goal=2), ["Oppdrag 2026-02 – Del 1", "Oppdrag 2026-02 – Del 2"]),
        (FeedFilter(group="reports"), ["Årsrapport"]),
        (FeedFilter(group="meetings"), ["Etatsstyringsmøte", "Etatsstyringsmøte"]),
        (FeedFilter(unit="okonomi", goal=1, group="assignments"), ["Oppdrag 2026-01"]),
        (FeedFilter(owner="ola", goal=1), []),
    ],
)
def test_publishing_a_selection_shows_exactly_it(
    datastore: Datastore, which: FeedFilter, expected: list[str]
) -> None:
    """Each selection shows its entries, and an empty one is a valid calendar."""
    following = Following(datastore, past=full()).follow()
    body = following.feed(Feed("Utvalg", which))
    assert titles(body) == expected
    assert findings(body) == []


def test_publishing_the_same_entry_in_two_feeds_gives_it_one_uid(datastore: Datastore) -> None:
    """Who subscribes to two feeds sees that it is the same entry."""
    following = Following(datastore, past=full()).follow()
    mine = following.feed(Feed("Mine", FeedFilter(owner="kari")))
    assert set(shown(mine)) < set(shown(following.feed()))


def test_publishing_in_two_languages_differs_in_words_alone(datastore: Datastore) -> None:
    """Nynorsk readers get the same days."""
    following = Following(datastore, past=full()).follow()
    nynorsk = following.feed(Feed("Alle fristar", language="nn"))
    assert {uid: e.decoded("DTSTART") for uid, e in shown(nynorsk).items()} == {
        uid: e.decoded("DTSTART") for uid, e in shown(following.feed()).items()
    }
    assert "Kjelde: " in str(one(nynorsk)["DESCRIPTION"])


def test_publishing_without_reminders_leaves_only_them_out(datastore: Datastore) -> None:
    """The second choice of a feed is the same calendar without a single reminder."""
    following = Following(datastore, past=full()).follow()
    quiet = following.feed(Feed("Alle frister", alarms=False))
    assert b"VALARM" not in quiet
    assert b"VALARM" in following.feed()
    assert set(shown(quiet)) == set(shown(following.feed()))


def test_publishing_after_the_working_date_leaves_reminders_out(sqlite_datastore: Datastore) -> None:
    """What is past reminds no one, although nothing happened to it."""
    following = Following(sqlite_datastore, past=Past().assignment("2026-01").due("2026-01", "2026-03-13"))
    following.follow()
    assert b"VALARM" in following.feed(now=dt.datetime(2026, 3, 13, 12, tzinfo=dt.UTC))
    assert b"VALARM" not in following.feed(now=dt.datetime(2026, 3, 14, 12, tzinfo=dt.UTC))


def test_moving_a_deadline_keeps_the_uid_and_counts_once(datastore: Datastore) -> None:
    """A moved deadline is the same entry on another day, with SEQUENCE and LAST-MODIFIED grown."""
    following = Following(datastore, past=full()).follow()
    before = one(following.feed())
    following.past.postponed("2026-01", "2026-04-15")
    after = one(following.follow().feed(now=LATER))
    assert after.decoded("DTSTART") == dt.date(2026, 4, 15)
    assert (stamps(before)[0], stamps(after)[0]) == (0, 1)
    assert stamps(after)[1] > stamps(before)[1]
    assert after["CREATED"].to_ical() == before["CREATED"].to_ical()


@pytest.mark.parametrize(
    ("happens", "counts"),
    [
        (lambda past: past.delivered("2026-01"), 0),
        (lambda past: past.shielded("2026-01"), 0),
        (lambda past: past.happens(AssignmentStarted, "2026-01", started_on=dt.date(2026, 2, 1)), 0),
        (
            lambda past: past.happens(
                AssignmentRestated, "2026-01", title="Nytt", reason="Rettet", source=SOURCE, goal=1
            ),
            0,
        ),
        (lambda past: past.withdrawn("2026-01"), 1),
        (lambda past: past.postponed("2026-01", on("2026-03-13", tentative=True)), 1),
    ],
    ids=["delivered", "shielded", "started", "restated", "withdrawn", "tentative"],
)
def test_changing_what_is_shown_moves_the_time_stamp_and_sequence_only_for_when(
    sqlite_datastore: Datastore, happens: object, counts: int
) -> None:
    """LAST-MODIFIED grows with everything that is seen, SEQUENCE with the day and the status alone."""
    following = Following(sqlite_datastore, past=full()).follow()
    before = stamps(one(following.feed()))
    happens(following.past)  # type: ignore[operator]  # one of the lambdas above
    after = stamps(one(following.follow().feed(now=LATER)))
    assert after[0] == before[0] + counts
    assert after[1] > before[1]


def test_changing_what_is_not_shown_moves_nothing(sqlite_datastore: Datastore) -> None:
    """Another owner is another feed's matter: the entry itself stays byte for byte."""
    following = Following(sqlite_datastore, past=full()).follow()
    before = following.feed()
    following.past.owned("2026-01", "per", "okonomi")
    assert following.follow().feed(now=LATER) == before


def test_changing_twice_in_a_second_moves_the_time_stamp_twice(sqlite_datastore: Datastore) -> None:
    """A client sees whole seconds: each visible change is at least one of them."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-13")
    past.shielded("2026-01").happens(AssignmentAccessOpened, "2026-01", reason="offentlig")
    at = past.events[1].timestamp
    past.events[2:] = [event.model_copy(update={"timestamp": at}) for event in past.events[2:]]
    following = Following(sqlite_datastore, past=past).follow()
    assert stamps(one(following.feed()))[1] == at + dt.timedelta(seconds=2)


def test_delivering_one_part_leaves_the_other_as_it_was(datastore: Datastore) -> None:
    """Each part has a life of its own in the calendar."""
    following = Following(datastore, past=full()).follow()
    before = one(following.feed(), "2026-02", "Del 2")
    following.past.delivered("2026-02", "Del 1")
    after = following.follow().feed(now=LATER)
    assert str(one(after, "2026-02", "Del 1")["SUMMARY"]).startswith("Levert: ")
    assert str(one(after, "2026-02", "Del 2")["SUMMARY"]).startswith("Frist: ")
    assert stamps(one(after, "2026-02", "Del 2"))[0] == stamps(before)[0]


def test_returning_a_delivery_opens_the_entry_again(sqlite_datastore: Datastore) -> None:
    """What the ministry sends back is a deadline again, with the same SEQUENCE."""
    following = Following(sqlite_datastore, past=full())
    following.past.delivered("2026-01").happens(
        AssignmentReturned, "2026-01", part="", returned_on=dt.date(2026, 3, 2), reason="Mangler"
    )
    event = one(following.follow().feed())
    assert str(event["SUMMARY"]).startswith("Frist: ")
    assert "sendt leveransen tilbake" in str(event["DESCRIPTION"])
    assert stamps(event)[0] == 0


def test_withdrawing_cancels_and_leaves_thirty_days_after(datastore: Datastore) -> None:
    """A withdrawn duty is seen as cancelled until 30 days after its day, then it is gone."""
    following = Following(datastore, past=full())
    following.past.withdrawn("2026-01")
    event = one(following.follow().feed())
    assert (event["STATUS"], str(event["SUMMARY"])) == ("CANCELLED", "Avlyst: Oppdrag 2026-01")
    assert event.walk("VALARM") == []
    uid = str(event["UID"])
    assert uid in shown(following.feed(now=dt.datetime(2026, 4, 12, 12, tzinfo=dt.UTC)))
    assert uid not in shown(following.feed(now=dt.datetime(2026, 4, 13, 12, tzinfo=dt.UTC)))


def test_dropping_a_deadline_cancels_its_entry_alone(sqlite_datastore: Datastore) -> None:
    """A deadline that the source took back is cancelled; the duty's other part stands."""
    following = Following(sqlite_datastore, past=full())
    following.past.happens(AssignmentDeadlineDropped, "2026-02", part="Del 1", reason="Rettet", source=SOURCE)
    body = following.follow().feed()
    assert one(body, "2026-02", "Del 1")["STATUS"] == "CANCELLED"
    assert one(body, "2026-02", "Del 2")["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize("deadline", [undated(), on("2026-06-30", impossible=True), undated(form="relative")])
def test_publishing_what_has_no_day_shows_no_entry(sqlite_datastore: Datastore, deadline: object) -> None:
    """Open, relative and impossible deadlines are in the register, not in a calendar."""
    past = Past().assignment("2026-01").due("2026-01", deadline)  # type: ignore[arg-type]  # a deadline
    assert shown(Following(sqlite_datastore, past=past).follow().feed()) == {}


def test_moving_to_no_day_and_back_goes_on_counting(sqlite_datastore: Datastore) -> None:
    """An entry that vanished and came back has the same UID and a higher SEQUENCE."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-13").postponed("2026-01", undated())
    following = Following(sqlite_datastore, past=past).follow()
    assert shown(following.feed()) == {}
    following.past.postponed("2026-01", "2026-05-13")
    assert stamps(one(following.follow().feed(now=LATER)))[0] == 1


def test_shielding_hides_every_word_in_every_feed(datastore: Datastore) -> None:
    """A shielded title, its reference and its quotes leave in no feed, whoever subscribes."""
    past = Past().letter().assignment("HEMMELIG-7", title="Omorganisering av kontoret i nord", goal=4)
    past.due("HEMMELIG-7", on("2026-03-13", text="senest fredag", explanation="fredagen etter"))
    past.owned("HEMMELIG-7", "kari", "okonomi").shielded("HEMMELIG-7")
    following = Following(datastore, past=past).follow()
    groups: tuple[KindGroup | None, ...] = (None, "assignments")
    for owner in (None, "kari"):
        for unit in (None, "okonomi"):
            for group in groups:
                body = following.feed(Feed("Frister", FeedFilter(owner, unit, 4, group)))
                text = body.decode().replace("\r\n ", "")
                assert "skjermet sak" in text
                for word in ("Omorganisering", "HEMMELIG", "senest fredag", "fredagen", "15.03.2026"):
                    assert word not in text


def test_assigning_to_another_moves_the_entry_between_feeds(datastore: Datastore) -> None:
    """Who loses a duty loses its entry, who gets it sees it."""
    following = Following(datastore, past=full()).follow()
    kari, per = (Feed("Mine", FeedFilter(owner=person)) for person in ("kari", "per"))
    assert len(shown(following.feed(kari))) == 1
    following.past.happens(AssignmentOwnerAssigned, "2026-01", owner="per", unit="okonomi")
    following.follow()
    assert shown(following.feed(kari, LATER)) == {}
    assert len(shown(following.feed(per, LATER))) == 1


def test_setting_a_meetings_day_confirms_it(sqlite_datastore: Datastore) -> None:
    """A meeting in a window is tentative over it; once it has a day and hours it is confirmed there."""
    following = Following(sqlite_datastore, past=full()).follow()
    before = one(following.feed(), "saer")
    assert (before["STATUS"], before.decoded("DTSTART")) == ("TENTATIVE", dt.date(2026, 6, 1))
    day = on("2026-06-11", starts_at="12:00", ends_at="14:00")
    following.past.happens(MeetingMoved, "saer", part="", deadline=day, reason="Avtalt", source=SOURCE)
    after = one(following.follow().feed(now=LATER), "saer")
    assert (after["STATUS"], after["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert after.decoded("DTSTART").isoformat() == "2026-06-11T12:00:00+02:00"
    assert stamps(after)[0] == stamps(before)[0] + 1


def test_publishing_next_year_moves_the_window(sqlite_datastore: Datastore) -> None:
    """This year and the next are published; at New Year the first one goes."""
    past = Past().assignment("2026-01")
    for part, day in {"a": "2025-12-31", "b": "2026-01-01", "c": "2027-12-31", "d": "2028-01-01"}.items():
        past.due("2026-01", day, part)
    following = Following(sqlite_datastore, past=past).follow()
    assert titles(following.feed()) == ["Oppdrag 2026-01 – b", "Oppdrag 2026-01 – c"]
    # In Norway it is 2027 an hour before it is in UTC.
    new_year = dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)
    assert titles(following.feed(now=new_year)) == ["Oppdrag 2026-01 – c", "Oppdrag 2026-01 – d"]


def test_printing_a_feed_gives_the_bytes_that_are_served(datastore: Datastore) -> None:
    """What the command line prints is what the address answers."""
    following = Following(datastore, past=full()).follow()
    with datastore.reading() as connection:
        assert feed_body(connection, ALL, NOON) == following.feed()
