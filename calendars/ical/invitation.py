"""A meeting as an iMIP message to its attendees (RFC 5546 sections 3.2.2 and 3.2.5, RFC 6047)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

from calendars.ical.calendar import PRODID
from calendars.ical.text import SUMMARY_LIMIT, clean, one_line
from calendars.ical.timezone import VTIMEZONE
from calendars.zone import OSLO

Method = Literal["REQUEST", "CANCEL"]
_DAY = dt.timedelta(days=1)
_LENGTH_NOT_GIVEN = dt.timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone invited; `reply` is accepted, declined, tentative or needs-action."""

    name: str
    address: str
    reply: str = "needs-action"


@dataclass(frozen=True, slots=True)
class Organizer:
    """The one address that invites, and to which answers go."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """One version of an invitation; without `starts_at` (Europe/Oslo) it lasts all day.

    `guests` are those whom a REQUEST invites, or whom a CANCEL is for. `off` says that the whole
    meeting is off; a CANCEL without it uninvites its guests from one that goes on. `written_at`
    is aware: with a METHOD, DTSTAMP is when this message was made.
    """

    uid: UUID
    method: Method
    sequence: int
    title: str
    description: str
    place: str
    day: dt.date
    starts_at: dt.time | None
    ends_at: dt.time | None
    organizer: Organizer
    guests: tuple[Guest, ...]
    written_at: dt.datetime
    tentative: bool = False
    off: bool = False


def invitation(told: Invitation) -> bytes:
    """Write the text/calendar part of the mail: one VEVENT, the time zone with it where it has hours."""
    cal = Calendar()
    cal.add("PRODID", PRODID)
    cal.add("VERSION", "2.0")
    cal.add("CALSCALE", "GREGORIAN")
    cal.add("METHOD", told.method)
    opening = bytes(cal.to_ical()).removesuffix(_END)
    zone = VTIMEZONE if told.starts_at is not None else b""
    return b"".join((opening, zone, bytes(_event(told).to_ical()), _END))


def _event(told: Invitation) -> Event:
    event = Event()
    event.add("UID", str(told.uid))
    event.add("SEQUENCE", told.sequence)
    event.add("DTSTAMP", told.written_at.astimezone(dt.UTC).replace(microsecond=0))
    event.add("SUMMARY", one_line(told.title, SUMMARY_LIMIT))
    _span(event, told)
    _words(event, told)
    _people(event, told)
    _status(event, told)
    return event


def _span(event: Event, told: Invitation) -> None:
    """Add start and exclusive end; an hour where only the start is known."""
    if told.starts_at is None:
        event.add("DTSTART", told.day)
        event.add("DTEND", told.day + _DAY)
        return
    start = dt.datetime.combine(told.day, told.starts_at, OSLO)
    end = dt.datetime.combine(told.day, told.ends_at, OSLO) if told.ends_at else start
    event.add("DTSTART", start)
    event.add("DTEND", end if end > start else start + _LENGTH_NOT_GIVEN)


def _words(event: Event, told: Invitation) -> None:
    """Add place and description."""
    if told.place:
        event.add("LOCATION", one_line(told.place))
    if text := clean(told.description):
        event.add("DESCRIPTION", text)


def _people(event: Event, told: Invitation) -> None:
    event.add("ORGANIZER", _address(told.organizer.name, told.organizer.address), encode=False)
    for guest in told.guests:
        known = _address(guest.name, guest.address)
        known.params["CUTYPE"] = vText("INDIVIDUAL")
        known.params["ROLE"] = vText("REQ-PARTICIPANT")
        if told.method == "REQUEST":
            known.params["PARTSTAT"] = vText(guest.reply.upper())
            known.params["RSVP"] = vText("TRUE")
        event.add("ATTENDEE", known, encode=False)


def _status(event: Event, told: Invitation) -> None:
    """Add what it means for the calendar; a CANCEL has a STATUS only when the whole meeting is off."""
    if told.method == "CANCEL":
        if told.off:
            event.add("STATUS", "CANCELLED")
        event.add("TRANSP", "TRANSPARENT")
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
        return
    event.add("STATUS", "TENTATIVE" if told.tentative else "CONFIRMED")
    busy = told.starts_at is not None
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE")


def _address(name: str, address: str) -> vCalAddress:
    """Give a calendar address; quotation marks cannot stand in a parameter (RFC 5545 section 3.2)."""
    known = vCalAddress(f"mailto:{address}")
    known.params["CN"] = vText(one_line(name).replace('"', "'") or address)
    return known
