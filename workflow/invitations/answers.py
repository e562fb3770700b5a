"""Answers to invitations as calendars write them (RFC 5546 section 3.2.3), found anywhere in a mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from icalendar import Calendar
from icalendar.cal import Component

_CALENDAR_TYPES = ("text/calendar", "application/ics", "application/calendar")
_BARE = b"BEGIN:VCALENDAR"
_SINCE_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class UnreadableAnswer(ValueError):
    """A calendar part that no calendar could read."""


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """What one attendee answers to one invitation.

    `method` is what the message is in capitals (REPLY, COUNTER, …). `addresses` are those under
    which the attendee may be known, in lower case; `reply` is the PARTSTAT in lower case.
    """

    method: str
    uid: str
    sequence: int
    addresses: tuple[str, ...]
    reply: str
    replied_at: dt.datetime
    comment: str = ""


def answers_in(content: bytes) -> list[FoundAnswer]:
    """Give every answer in a mail, or in a bare calendar file; a mail without a calendar has none.

    The organizer is not asked for: Exchange leaves it out, and others write it in their own way.
    Raises `UnreadableAnswer` where there is a calendar that cannot be read.
    """
    if content.lstrip()[: len(_BARE)].upper() == _BARE:
        return _answers(content, "", _SINCE_EPOCH)
    mail = message_from_bytes(content, policy=policy.default)
    sent = _sent(mail)
    found: dict[FoundAnswer, None] = {}
    for part in mail.walk():
        if _is_calendar(part):
            found.update(dict.fromkeys(_answers(_payload(part), str(part.get_param("method", "")), sent)))
    return list(found)


def _is_calendar(part: Any) -> bool:
    """Tell whether a part is a calendar, by its type or, where that is lost, by its name."""
    if part.is_multipart():
        return False
    named = str(part.get_filename("") or "").lower().endswith(".ics")
    return part.get_content_type() in _CALENDAR_TYPES or named


def _payload(part: Any) -> bytes:
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _sent(mail: EmailMessage) -> dt.datetime:
    """Give when the mail was sent, for an answer that does not say when it was given."""
    try:
        sent = parsedate_to_datetime(str(mail.get("Date", "")))
    except ValueError:  # no Date, or none that is one: any other answer is later
        return _SINCE_EPOCH
    return (sent if sent.tzinfo else sent.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


def _answers(content: bytes, method: str, sent: dt.datetime) -> list[FoundAnswer]:
    try:
        calendars = Calendar.from_ical(_text(content), multiple=True)
        if not calendars:
            raise UnreadableAnswer("the calendar never ends")
        return [
            answer
            for calendar in calendars
            for event in calendar.walk("VEVENT")
            for answer in _of_event(event, str(calendar.get("METHOD", method)).upper(), sent)
        ]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        # What icalendar raises for lines that are none, values of the wrong kind, and parts that never end.
        raise UnreadableAnswer(str(error)) from error


def _text(content: bytes) -> str:
    """Give the text; the part's own charset is passed over, since a calendar is UTF-8 by definition."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:  # an old Windows that says otherwise
        return content.decode("latin-1")


def _of_event(event: Component, method: str, sent: dt.datetime) -> Iterator[FoundAnswer]:
    attendees = event.get("ATTENDEE", [])
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        yield FoundAnswer(
            method=method,
            uid=str(event.get("UID", "")).strip().lower(),
            sequence=_sequence(event),
            addresses=_addresses(attendee),
            reply=str(attendee.params.get("PARTSTAT", "NEEDS-ACTION")).lower(),
            replied_at=_stamp(event, sent),
            comment=_comment(event),
        )


def _sequence(event: Component) -> int:
    value = str(event.get("SEQUENCE", "0")).strip()
    return int(value) if value.isdecimal() else 0


def _addresses(attendee: Any) -> tuple[str, ...]:
    """Give the address, and that of the EMAIL parameter, which Apple writes beside an address of its own."""
    written = (str(attendee), str(attendee.params.get("EMAIL", "")))
    bare = (each.strip().strip("<>").lower() for each in written)
    found = (each.removeprefix("mailto:").strip() for each in bare)
    return tuple(dict.fromkeys(each for each in found if "@" in each))


def _stamp(event: Component, sent: dt.datetime) -> dt.datetime:
    stamp = event.get("DTSTAMP")
    value = getattr(stamp, "dt", None)
    if not isinstance(value, dt.datetime):
        return sent
    return (value if value.tzinfo else value.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


def _comment(event: Component) -> str:
    comments = event.get("COMMENT", "")
    texts = comments if isinstance(comments, list) else [comments]
    return "\n".join(str(each).strip() for each in texts if str(each).strip())
