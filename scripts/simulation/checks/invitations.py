"""Invitations replace each other in the right order."""

from __future__ import annotations

from collections.abc import Iterator

from icalendar import Calendar, Component

from scripts.simulation.checks.wording import mail_name
from scripts.simulation.evidence import Evidence, Violation


def invitations_follow_each_other(evidence: Evidence) -> Iterator[Violation]:
    """Each invitation is for its reader, keeps the meeting's UID, and rises in sequence."""
    latest: dict[tuple[str, str], int] = {}
    uids: dict[object, str] = {}
    for mail, raised in evidence.sent:
        if raised.kind != "invitation":
            continue
        if not mail.calendars:
            yield Violation("innkallingen er en kalender", mail_name(mail))
            continue
        calendar = Calendar.from_ical(mail.calendars[0])
        event = calendar.walk("VEVENT")[0]
        uid, sequence = str(event["UID"]), int(str(event["SEQUENCE"]))
        wanted = "CANCEL" if raised.step == "cancel" else "REQUEST"
        if str(calendar["METHOD"]) != wanted or f"mailto:{mail.recipient}" not in _attendees(event):
            yield Violation("innkallingen er til leseren", f"{mail_name(mail)}: {calendar['METHOD']}")
        if str(sequence) != raised.version or sequence <= latest.get((uid, mail.recipient), -1):
            yield Violation("innkallinger i rekkefølge", f"{mail_name(mail)}: SEQUENCE {sequence}")
        if uids.setdefault(raised.duty, uid) != uid:
            yield Violation("møtets UID er alltid den samme", mail_name(mail))
        latest[uid, mail.recipient] = sequence


def _attendees(event: Component) -> set[str]:
    found = event.get("ATTENDEE", [])
    each = found if isinstance(found, list) else [found]
    return {str(one).lower() for one in each}
