"""Each person's week: on the day and hour they chose, never empty, never twice."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from scripts.simulation.arrived import Arrived
from scripts.simulation.checks.wording import mail_name
from scripts.simulation.evidence import Evidence, Violation, civil_day
from scripts.simulation.instants import ONE_DAY, at
from scripts.simulation.oracle.history import Story
from scripts.simulation.oracle.working_days import next_working_day
from scripts.simulation.staff import Member

HIDDEN = re.compile("[Ss]kjerm|[Ss]hielded")
TITLE = 25
"""How much of a title is looked for: long ones are cut."""
FOUR_WEEKS = dt.timedelta(days=28)


def never_empty(evidence: Evidence) -> Iterator[Violation]:
    """Every digest names at least one duty: by reference, title, or the address of its page."""
    for mail, _ in _digests(evidence):
        if not any(_names(mail.text, story) for story in evidence.stories.values()):
            yield Violation("ukesbrev er aldri tomme", mail_name(mail))


def on_the_chosen_day(evidence: Evidence) -> Iterator[Violation]:
    """A digest comes on the day and from the hour that was chosen, or on the first day after that can be."""
    for mail, reader in _digests(evidence):
        member = evidence.office.member(reader)
        if member is None or not _is_chosen(evidence, mail, member):
            chosen = f"valgt: {member.digest if member else '–'}"
            yield Violation("ukesbrev på valgt dag og time", f"{mail_name(mail)}; {chosen}")


def once_a_week(evidence: Evidence) -> Iterator[Violation]:
    """Nobody's week is told twice, not even to a deputy."""
    for (reader, week), times in Counter(_weeks(evidence)).items():
        if times > 1:
            who = evidence.office.ids.get(reader, reader)
            yield Violation("ett ukesbrev i uken", f"{who}: {times} i {week}")


def for_everyone_with_something_due(evidence: Evidence) -> Iterator[Violation]:
    """Whoever owns something due within four weeks, is there and wants no pause, gets a digest that week."""
    got = {*_weeks(evidence), *_paused(evidence)}
    for monday in _mondays(evidence):
        week = f"{monday:%G-W%V}"
        for person, email in evidence.office.ids.items():
            weekday, hour = evidence.office.staff.by_email(email).digest
            moment = at(next_working_day(monday + ONE_DAY * weekday), hour)
            look = evidence.look(moment) if moment >= evidence.looks[0] else None
            if look is None or f"{civil_day(look):%G-W%V}" != week or (person, week) in got:
                continue
            present = evidence.office.is_present(person, look, civil_day(look))
            if present and all(_owes(evidence, person, each) for each in (look, evidence.last_look(look))):
                yield Violation("ukesbrev til alle som har noe", f"{email} fikk ikke for uken fra {monday}")


def _is_chosen(evidence: Evidence, mail: Arrived, member: Member) -> bool:
    """Tell whether a digest of this week, or of a holiday last week, came when it was to come."""
    weekday, hour = member.digest
    today = mail.local.date()
    monday = today - ONE_DAY * mail.local.weekday()
    for first in (monday, monday - ONE_DAY * 7):
        wanted = next_working_day(first + ONE_DAY * weekday)
        look = evidence.look(at(wanted, hour))
        if look is not None and civil_day(look) == today and (today > wanted or mail.local.hour >= hour):
            return True
    return False


def _names(text: str, story: Story) -> bool:
    names = story.given.reference, story.given.title[:TITLE], str(story.id)
    return any(name in " ".join(text.split()) for name in names)


def _digests(evidence: Evidence) -> Iterator[tuple[Arrived, str]]:
    """Give every digest, and whose week it tells."""
    return ((mail, raised.subject) for mail, raised in evidence.sent if raised.kind == "digest")


def _weeks(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Give whose week, and which week, every digest tells."""
    return ((raised.subject, raised.version) for _, raised in evidence.sent if raised.kind == "digest")


def _paused(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Give whose week, and which week, was passed over because of a pause."""
    for stream, skipped in evidence.skipped.items():
        raised = evidence.raised[stream]
        if raised.kind == "digest" and skipped.reason == "paused":
            yield raised.subject, raised.version


def _mondays(evidence: Evidence) -> list[dt.date]:
    days = {civil_day(look) for look in evidence.looks}
    return sorted({day - ONE_DAY * day.weekday() for day in days})


def _owes(evidence: Evidence, person: str, moment: dt.datetime) -> bool:
    theirs = evidence.owned.get(person, ())
    return any(story.owner(moment)[0] == person and _is_due(story, moment) for story in theirs)


def _is_due(story: Story, moment: dt.datetime) -> bool:
    if story.given.timestamp > moment or story.ended(moment):
        return False
    today = civil_day(moment)
    return any(
        version.deadline.due is not None
        and today <= version.deadline.due <= today + FOUR_WEEKS
        and version.at <= moment
        and story.number_of(version.part, moment) == version.number
        and story.delivered_on(version.part, moment) is None
        for version in story.versions()
    )
