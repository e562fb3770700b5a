"""A few weeks in which all is well, made by hand, so that one thing at a time can be made wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from uuid import UUID, uuid5

from events.vocabulary import assignment
from events.vocabulary.base import Event
from events.vocabulary.notice import NoticeRaised, NoticeSent
from events.vocabulary.values import DeadlineFact, Source
from scripts.simulation.arrived import Arrived
from scripts.simulation.chances import Chances
from scripts.simulation.evidence import Evidence
from scripts.simulation.instants import at, instants_of
from scripts.simulation.oracle.people import Office
from scripts.simulation.staff import Member, Staff, made

ROOT = UUID("8a4c4b5e-6a53-4b8e-9a6b-2a9a0e0f7c11")
DUTY = uuid5(ROOT, "duty")
FIRST, LAST = dt.date(2026, 5, 4), dt.date(2026, 5, 29)
DUE = dt.date(2026, 5, 22)
REFERENCE, TITLE = "2026-02", "Kartlegge bryggene i innlandet"
GIVEN_AT = at(FIRST, 6) - dt.timedelta(hours=1)
DELIVERED_AT = at(DUE, 10) + dt.timedelta(minutes=1)
SOURCE = Source(reference="26/1-1")
STEPS = {"-10": dt.date(2026, 5, 7), "-5": dt.date(2026, 5, 15), "-1": dt.date(2026, 5, 21), "0": DUE}
"""By the calendar on the wall: 14 May is Ascension Day."""
ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//NO\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260504T060000Z\r\nDTSTART;VALUE=DATE:20260522\r\nSUMMARY:Frist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def staff() -> Staff:
    """Give the staff, with nobody away, quiet, or with a digest of their own time."""
    found = made(2026, Chances(1))
    plain = (replace(one, away=(), quiet=None, digest=(0, 8)) for one in found.members)
    return replace(found, members=tuple(plain))


STAFF = staff()
OWNER = STAFF.owners(STAFF.managers[0].unit)[0]


def person(member: Member) -> str:
    """Give the id of a member."""
    return f"p-{member.number}"


def about(version: int, **more: object) -> dict[str, object]:
    """Give the fields that every event of the duty has."""
    return {"originator_id": DUTY, "originator_version": version, "by": "p-7", **more}


def deadline(day: dt.date) -> DeadlineFact:
    """Give a deadline on a day."""
    return DeadlineFact(text=f"{day:%d.%m.%Y}", form="date", day=day, working_date=day)


def duty_events() -> list[Event]:
    """Give the duty: with a deadline, an owner, and delivered on its day."""
    return [
        assignment.AssignmentGiven(
            **about(1, timestamp=GIVEN_AT, originator_topic="assignment"),
            reference=REFERENCE,
            kind="assignment",
            title=TITLE,
            source=SOURCE,
        ),
        assignment.AssignmentDeadlineSet(
            **about(2, timestamp=GIVEN_AT), part="", deadline=deadline(DUE), source=SOURCE
        ),
        assignment.AssignmentOwnerAssigned(**about(3, timestamp=GIVEN_AT), owner=person(OWNER), unit="u-0"),
        assignment.AssignmentDelivered(**about(4, timestamp=DELIVERED_AT), part="", delivered_on=DUE),
    ]


def notice(kind: str, when: dt.datetime, reader: Member = OWNER, **fields: object) -> NoticeRaised:
    """Give a notice that fell due at a moment."""
    known: dict[str, object] = {"duty": DUTY, "subject": "", "version": "1", "step": "", "role": "owner"}
    known |= fields
    stream = uuid5(ROOT, f"{kind}|{when}|{reader.email}|{sorted(map(str, known.items()))}")
    return NoticeRaised(
        originator_id=stream,
        originator_version=1,
        originator_topic="notice",
        timestamp=when,
        by="fristvakt",
        kind=kind,
        recipient=person(reader),
        due_on=when.date(),
        mail=uuid5(stream, "mail"),
        **known,
    )


def message_id(raised: NoticeRaised) -> str:
    """Give the Message-ID of the mail that carries a notice."""
    return f"<{raised.mail}@direktoratet.example>"


def sent(raised: NoticeRaised, mail: Arrived) -> list[Event]:
    """Give the events of a notice that a mail carried."""
    fields = {"originator_id": raised.originator_id, "originator_version": 2, "by": "fristvakt"}
    return [
        raised,
        NoticeSent(**fields, timestamp=raised.timestamp, message_id=mail.message_id, attempts=1),
    ]


def mail(raised: NoticeRaised, reader: Member = OWNER, words: str = "", calendar: str = "") -> Arrived:
    """Give a mail that carries one notice."""
    text = words or f"{raised.kind} {raised.step} {raised.version}: {TITLE} ({REFERENCE}), {raised.due_on}."
    message = EmailMessage(policy=SMTP)
    message["From"] = "fristvakt@direktoratet.example"
    message["To"] = reader.email
    message["Subject"] = f"Frist: {REFERENCE} {raised.step}"
    message["Date"] = raised.timestamp
    message["Message-ID"] = message_id(raised)
    message["Auto-Submitted"] = "auto-generated"
    message["List-Unsubscribe"] = "<mailto:fristvakt@direktoratet.example>"
    message.set_content(text)
    message.add_alternative(f"<html><body><p>{text}</p></body></html>", subtype="html")
    if calendar:
        message.add_attachment(calendar, subtype="calendar", cte="7bit", disposition="attachment")
    message["Content-Language"] = reader.language
    return Arrived(raised.timestamp, (reader.email,), message.as_bytes())


def told() -> list[NoticeRaised]:
    """Give every notice that is to be: the steps of the ladder, and the digests of three Mondays."""
    steps = [notice("deadline", at(day, 7), step=step) for step, day in STEPS.items()]
    weeks = [dt.date(2026, 5, 4), dt.date(2026, 5, 11), dt.date(2026, 5, 18)]
    digests = [
        notice(
            "digest",
            at(day, 8),
            duty=None,
            subject=person(OWNER),
            version=f"{day:%G-W%V}",
            role="reader",
        )
        for day in weeks
    ]
    return sorted([*steps, *digests], key=lambda one: one.timestamp)


@cache
def sound() -> Evidence:
    """Give the weeks in which nothing is wrong."""
    notices = told()
    mails = [mail(raised, calendar=ICS if raised.kind == "deadline" else "") for raised in notices]
    events = [*duty_events()]
    for raised, arrived in zip(notices, mails, strict=True):
        events += sent(raised, arrived)
    office = Office(
        STAFF,
        {person(member): member.email for member in STAFF.members},
        {f"u-{number}": manager.unit for number, manager in enumerate(STAFF.managers)},
        {},
    )
    return Evidence(events, mails, office, list(instants_of(FIRST, LAST)))


def also(
    evidence: Evidence,
    *notices: NoticeRaised,
    reader: Member = OWNER,
    words: str = "",
    calendar: str = "",
) -> Evidence:
    """Give the same weeks with notices more, each in a mail of its own."""
    mails = [mail(raised, reader, words, calendar) for raised in notices]
    more = [event for raised, one in zip(notices, mails, strict=True) for event in sent(raised, one)]
    return replace(evidence, events=[*evidence.events, *more], arrived=[*evidence.arrived, *mails])


def without(evidence: Evidence, raised: NoticeRaised) -> Evidence:
    """Give the same weeks without a notice and its mail."""
    return replace(
        evidence,
        events=[event for event in evidence.events if event.originator_id != raised.originator_id],
        arrived=[one for one in evidence.arrived if one.message_id != message_id(raised)],
    )


def recorded(evidence: Evidence, *events: Event, instead_of: type[Event] | None = None) -> Evidence:
    """Give the same weeks with events more, or in the place of those of a kind."""
    kept = [each for each in evidence.events if instead_of is None or not isinstance(each, instead_of)]
    return replace(evidence, events=[*kept, *events])


def changed(evidence: Evidence, number: int, old: bytes, new: bytes) -> Evidence:
    """Give the same weeks with other bytes in one mail."""
    mails = list(evidence.arrived)
    assert old in mails[number].content, mails[number].content
    mails[number] = replace(mails[number], content=mails[number].content.replace(old, new))
    return replace(evidence, arrived=mails)
