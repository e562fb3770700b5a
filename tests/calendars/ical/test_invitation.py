"""Invitations as calendars read them back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from calendars.ical.invitation import Guest, Invitation, Organizer, invitation

OSLO = ZoneInfo("Europe/Oslo")
AWKWARD = 'Møte; «høst», og\\så\r\nBEGIN:VEVENT "ÆØÅ" 🙂'
TOLD = Invitation(
    uid=UUID("5b6f1d57-1d7c-5c8e-8c0a-1d6f0a4b2c33"),
    method="REQUEST",
    sequence=3,
    title=AWKWARD,
    description="1. Risiko\n2. Økonomi",
    place="Møterom 3, 2. etasje",
    day=dt.date(2026, 10, 14),
    starts_at=dt.time(10),
    ends_at=dt.time(12),
    organizer=Organizer("Prøveetaten", "fristvakt@prove.example"),
    guests=(
        Guest('Åse "Ø" Øvrebø, dr.; med', "ase@prove.example"),
        Guest("Kari", "kari@prove.example", "accepted"),
    ),
    written_at=dt.datetime(2026, 9, 1, 8, 30, 5, 999, tzinfo=dt.UTC),
)


def _event(told: Invitation):  # noqa: ANN202 - icalendar has no types of its own
    (event,) = Calendar.from_ical(invitation(told)).walk("VEVENT")
    return event


def test_inviting_writes_what_two_parsers_read_alike() -> None:
    """UID, sequence, title, hours and every attendee survive icalendar and vobject."""
    event, other = _event(TOLD), vobject.readOne(invitation(TOLD).decode()).vevent
    assert str(event["UID"]) == other.uid.value == str(TOLD.uid)
    assert event["SEQUENCE"] == int(other.sequence.value) == 3
    assert str(event["SUMMARY"]) == other.summary.value == 'Møte; «høst», og\\så BEGIN:VEVENT "ÆØÅ" 🙂'
    assert event["DTSTART"].dt == other.dtstart.value == dt.datetime(2026, 10, 14, 10, tzinfo=OSLO)
    assert event["DTEND"].dt == other.dtend.value == dt.datetime(2026, 10, 14, 12, tzinfo=OSLO)
    addresses = [str(one) for one in event["ATTENDEE"]]
    assert addresses == [one.value for one in other.attendee_list]
    assert addresses == ["mailto:ase@prove.example", "mailto:kari@prove.example"]


def test_inviting_asks_each_for_an_answer_and_keeps_those_given() -> None:
    """Whoever has not answered is asked; whoever has is shown so."""
    asked, answered = _event(TOLD)["ATTENDEE"]
    assert (asked.params["PARTSTAT"], asked.params["RSVP"]) == ("NEEDS-ACTION", "TRUE")
    assert answered.params["PARTSTAT"] == "ACCEPTED"
    assert asked.params["CN"] == "Åse 'Ø' Øvrebø, dr.; med"


def test_inviting_writes_lines_that_every_client_takes() -> None:
    """CRLF, at most 75 octets a line, no character cut in two, no line of its own from a title."""
    written = invitation(TOLD)
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    assert written.count(b"BEGIN:VEVENT\r\n") == 1


def test_inviting_with_hours_brings_the_time_zone_with_it() -> None:
    """TZID=Europe/Oslo, with its two yearly rules, once and before use."""
    written = invitation(TOLD).decode()
    assert written.count("BEGIN:VTIMEZONE") == 1
    assert written.index("BEGIN:VTIMEZONE") < written.index("DTSTART;TZID=Europe/Oslo:20261014T100000")


def test_inviting_without_hours_lasts_all_day_and_keeps_nobody_busy() -> None:
    """A DATE on both sides, the end exclusive, and no time zone."""
    event = _event(replace(TOLD, starts_at=None, ends_at=None))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2026, 10, 14), dt.date(2026, 10, 15))
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert b"VTIMEZONE" not in invitation(replace(TOLD, starts_at=None))


def test_inviting_with_a_start_alone_lasts_an_hour() -> None:
    """An event without an end upsets calendars."""
    assert _event(replace(TOLD, ends_at=None))["DTEND"].dt == dt.datetime(2026, 10, 14, 11, tzinfo=OSLO)


@pytest.mark.parametrize(("off", "status"), [(True, "CANCELLED"), (False, None)])
def test_cancelling_has_a_status_only_when_the_whole_meeting_is_off(off: bool, status: str | None) -> None:
    """RFC 5546 section 3.2.5: STATUS must not stand in what only uninvites some."""
    event = _event(replace(TOLD, method="CANCEL", off=off, guests=TOLD.guests[:1]))
    assert event.get("STATUS") == status
    assert event["ATTENDEE"].params.get("RSVP") is None


def test_writing_again_gives_the_same_bytes() -> None:
    """No clock and nothing random goes into them."""
    assert invitation(TOLD) == invitation(TOLD)


def test_writing_says_what_it_is_and_when_it_was_written() -> None:
    """METHOD on the calendar, DTSTAMP of this message in whole seconds of UTC, one organizer."""
    calendar = Calendar.from_ical(invitation(TOLD))
    assert str(calendar["METHOD"]) == "REQUEST"
    assert _event(TOLD)["DTSTAMP"].dt == dt.datetime(2026, 9, 1, 8, 30, 5, tzinfo=dt.UTC)
    assert str(_event(TOLD)["ORGANIZER"]) == "mailto:fristvakt@prove.example"
