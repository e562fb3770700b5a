from __future__ import annotations

import datetime as dt

import pytest

from events.store.datastore import Datastore
from events.vocabulary.assignment import (
    AssignmentAccepted,
    AssignmentReturned,
    AssignmentStarted,
)
from events.vocabulary.governance_meeting import MeetingHeld
from events.vocabulary.report_series import (
    SeriesAccessRestricted,
    SeriesEnded,
    SeriesOwnerAssigned,
    SeriesRestated,
    SeriesRuleReplaced,
)
from projections.register.entry import RegisteredDuty
from projections.register.queries import RegisterFilter, find, listed, one
from tests.kit.happened import LETTER, SOURCE, Past, on, stream, undated
from tests.projections.following import Following

WEEKLY = undated("ukentlig", form="rrule", rrule="FREQ=WEEKLY")


def filled() -> Past:
    """A register with something for every question."""
    past = Past().letter()
    past.assignment("2026-01", goal=1).due("2026-01", "2026-03-15").owned("2026-01", "kari", "okonomi")
    past.assignment("2026-02", goal=2, title="Åpne data").due("2026-02", undated()).owned(
        "2026-02", "", "jus"
    )
    past.assignment("2026-12", title="50 % flere").due("2026-12", "2026-02-01")
    past.series("uke", WEEKLY).meeting("esm")
    return past


def asked(datastore: Datastore, **which: object) -> list[str]:
    """List the references of what the register answers."""
    with datastore.reading() as connection:
        return [duty.reference for duty in listed(connection, RegisterFilter(**which))]  # type: ignore[arg-type]


def known(following: Following, name: str) -> RegisteredDuty:
    """Give one duty."""
    with following.datastore.reading() as connection:
        duty = one(connection, stream(name))
    assert duty is not None
    return duty


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ({}, ["2026-12", "2026-01", "2026-02", "esm", "uke"]),
        ({"goal": 1}, ["2026-12", "2026-01"]),
        ({"kinds": ("meeting", "report")}, ["esm", "uke"]),
        ({"owner": "kari"}, ["2026-01"]),
        ({"unit": "jus"}, ["2026-02"]),
        ({"text": "ÅPNE"}, ["2026-02"]),
        ({"text": "50 %"}, ["2026-12"]),
        ({"text": "_"}, []),
        ({"text": "15.03.2026"}, ["2026-01"]),
        ({"unowned": True}, ["2026-12", "esm", "uke"]),
        ({"without_day": True}, ["2026-02", "esm", "uke"]),
        ({"letter": LETTER, "goal": 2}, ["2026-02"]),
        ({"letter": stream("another letter")}, []),
        ({"states": ("withdrawn",)}, []),
        ({"states": ("given",), "unit": "okonomi"}, ["2026-01"]),
    ],
)
def test_asking_the_register_gives_exactly_what_holds(
    datastore: Datastore, which: dict[str, object], expected: list[str]
) -> None:
    """Every question has its answer, in the order of the next stated day."""
    Following(datastore, past=filled()).follow()
    assert asked(datastore, **which) == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("2026-01", ["2026-01"]),
        (" ESM ", ["esm"]),
        ("2026-0", ["2026-01", "2026-02"]),
        ("u", ["uke"]),
        ("2027", []),
        ("", []),
        ("%", []),
        (str(stream("2026-12")), ["2026-12"]),
    ],
)
def test_finding_by_reference_id_or_beginning(datastore: Datastore, named: str, expected: list[str]) -> None:
    """An exact name gives one; a beginning gives all that begin so, for the person to choose."""
    Following(datastore, past=filled()).follow()
    with datastore.reading() as connection:
        assert [duty.reference for duty in find(connection, named)] == expected


def test_registering_a_moved_deadline_keeps_every_version(datastore: Datastore) -> None:
    """The first deadline is never overwritten; each later one has its reason and its source."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15", "Del 1")
    past.postponed("2026-01", "2026-04-15", "Del 1").postponed("2026-01", "2026-05-15", "Del 1")
    part = known(Following(datastore, past=past).follow(), "2026-01").parts[0]
    assert part.first is not None
    assert part.current is not None
    assert (part.first.day, part.current.day) == (dt.date(2026, 3, 15), dt.date(2026, 5, 15))
    assert part.moved == 2
    assert [version.reason for version in part.history] == ["", "Etter avtale", "Etter avtale"]
    assert part.history[0].source.letter is not None
    assert part.history[0].source.letter.name == "brev.txt"
    assert part.history[0].source.mentions[0].line == 207
    assert part.history[2].source.reference == "26/12-4"


def test_registering_the_life_of_an_assignment_follows_its_steps(sqlite_datastore: Datastore) -> None:
    """Given, under way, delivered when every part is, returned, delivered again, accepted."""
    past = (
        Past()
        .assignment("2026-01")
        .due("2026-01", "2026-03-15", "Del 1")
        .due("2026-01", "2026-04-15", "Del 2")
    )
    following = Following(sqlite_datastore, past=past).follow()
    states = [known(following, "2026-01").state]
    for happens in (
        lambda: past.happens(AssignmentStarted, "2026-01", started_on=dt.date(2026, 2, 1)),
        lambda: past.delivered("2026-01", "Del 1"),
        lambda: past.delivered("2026-01", "Del 2"),
        lambda: past.happens(
            AssignmentReturned, "2026-01", part="Del 2", returned_on=dt.date(2026, 3, 9), reason="Mangler"
        ),
        lambda: past.delivered("2026-01", "Del 2"),
        lambda: past.happens(AssignmentAccepted, "2026-01", accepted_on=dt.date(2026, 3, 20)),
    ):
        happens()
        states.append(known(following.follow(), "2026-01").state)
    assert states == [
        "given", "in_progress", "in_progress", "delivered", "in_progress", "delivered", "accepted",
    ]  # fmt: skip


def test_registering_a_withdrawal_keeps_its_approval(sqlite_datastore: Datastore) -> None:
    """What lapsed says when, why and by which reference."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-15").withdrawn("2026-01")
    duty = known(Following(sqlite_datastore, past=past).follow(), "2026-01")
    assert (duty.state, duty.withdrawn_on) == ("withdrawn", dt.date(2026, 2, 1))
    assert duty.withdrawal == "Bortfalt · 26/12-9"


def test_registering_a_held_meeting_without_a_day_delivers_it(sqlite_datastore: Datastore) -> None:
    """What never had a deadline can still be done."""
    past = Past().meeting("esm").happens(MeetingHeld, "esm", part="", delivered_on=dt.date(2026, 2, 3))
    assert known(Following(sqlite_datastore, past=past).follow(), "esm").state == "delivered"


def test_registering_a_series_follows_its_own_events(sqlite_datastore: Datastore) -> None:
    """A series has its rule, its owner, its access and its end, like any duty."""
    past = Past().series("uke", WEEKLY)
    past.happens(SeriesOwnerAssigned, "uke", owner="kari", unit="okonomi")
    past.happens(SeriesRestated, "uke", title="Ukerapport", goal=3, reason="Rettet", source=SOURCE)
    monthly = undated("månedlig", form="rrule", rrule="FREQ=MONTHLY")
    past.happens(
        SeriesRuleReplaced,
        "uke",
        deadline=monthly,
        from_on=dt.date(2026, 7, 1),
        reason="Avtalt",
        source=SOURCE,
    )
    past.happens(SeriesAccessRestricted, "uke", reason="offl. § 15")
    past.happens(SeriesEnded, "uke", ended_on=dt.date(2026, 12, 31), reason="Siste år", reference="26/12")
    duty = known(Following(sqlite_datastore, past=past).follow(), "uke")
    assert (duty.title, duty.goal, duty.owner, duty.unit) == ("Ukerapport", 3, "kari", "okonomi")
    assert (duty.shielded, duty.state, duty.withdrawn_on) == (True, "withdrawn", dt.date(2026, 12, 31))
    assert [version.deadline.rrule for version in duty.parts[0].history] == ["FREQ=WEEKLY", "FREQ=MONTHLY"]


def test_listing_after_delivery_sorts_by_what_is_left(sqlite_datastore: Datastore) -> None:
    """A delivered part no longer decides when its duty is due next."""
    past = Past().assignment("a").due("a", "2026-01-10", "Del 1").due("a", "2026-09-10", "Del 2")
    past.assignment("b").due("b", on("2026-05-05")).delivered("a", "Del 1")
    Following(sqlite_datastore, past=past).follow()
    assert asked(sqlite_datastore) == ["b", "a"]
