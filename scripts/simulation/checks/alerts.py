"""Whoever must know at once, knows the same working day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from calendars.zone import OSLO
from events.vocabulary import deviation
from scripts.simulation.checks.wording import duty_name
from scripts.simulation.evidence import Evidence, Violation, civil_day
from scripts.simulation.instants import ONE_DAY, at
from scripts.simulation.oracle.history import Story, Version
from scripts.simulation.oracle.working_days import next_working_day, working_days_after


def missed_deadlines_are_alerted(evidence: Evidence) -> Iterator[Violation]:
    """A deadline that passed undelivered reaches the manager and every controller that working day."""
    for story in evidence.stories.values():
        for version in story.versions():
            look = _look_after(evidence, story, version)
            if look is not None:
                about = "missed", story.id, version.part, str(version.number)
                wanted = _manager_and_controllers(evidence, story, look)
                yield from _not_told(
                    evidence, about, wanted, look, look, "oversittet frist varsles samme dag"
                )


def deviations_are_alerted(evidence: Evidence) -> Iterator[Violation]:
    """A deviation that somebody reports reaches the manager and every controller that working day."""
    for event in evidence.events:
        if not isinstance(event, deviation.DeviationReported):
            continue
        look = evidence.look(event.timestamp)
        story = evidence.stories[event.originator_id]
        if look is None or story.is_told_or_closed(event.deviation, look) or story.ended(look):
            continue
        about = "deviation", story.id, str(event.deviation), ""
        wanted = _manager_and_controllers(evidence, story, look)
        yield from _not_told(evidence, about, wanted, event.timestamp, look, "avvik varsles samme dag")


def untold_ones_escalate(evidence: Evidence) -> Iterator[Violation]:
    """A material deviation of which the ministry is not told within a working day reaches the director."""
    for story in evidence.stories.values():
        for which, since in story.material():
            day = working_days_after(next_working_day(civil_day(since)), 1)
            look = evidence.look(at(day, 7))
            if look is None or story.is_told_or_closed(which, evidence.last_look(look)) or story.ended(look):
                continue
            director = evidence.office.id_of(evidence.office.staff.director)
            wanted = [director, *evidence.office.controllers(look)]
            about = "straks", story.id, str(which), ""
            last = evidence.look(at(civil_day(look) + ONE_DAY, 7)) or look
            yield from _not_told(evidence, about, wanted, since, last, "vesentlig avvik eskalerer")


def _look_after(evidence: Evidence, story: Story, version: Version) -> dt.datetime | None:
    """Give the moment at which a missed deadline is to be alerted; None where it was not missed."""
    due = version.deadline.due
    if due is None or story.is_meeting or version.deadline.tentative:
        return None
    if version.at.astimezone(OSLO).date() > due:
        return None
    look = evidence.look(at(due + ONE_DAY, 7))
    if look is None or not _is_late(story, version, at(due + ONE_DAY, 0)):
        return None
    return look if _is_late(story, version, look) else None


def _is_late(story: Story, version: Version, moment: dt.datetime) -> bool:
    part = version.part
    stands = story.number_of(part, moment) == version.number and not story.ended(moment)
    return stands and story.delivered_on(part, moment) is None


def _manager_and_controllers(evidence: Evidence, story: Story, moment: dt.datetime) -> list[str]:
    office = evidence.office
    owner, unit = story.owner(moment)
    if not office.is_there(owner, moment):
        owner = office.manager_of(unit)
    return [office.above(owner) or owner, *office.controllers(moment)]


def _not_told(
    evidence: Evidence,
    about: tuple[str, UUID, str, str],
    wanted: Iterable[str],
    since: dt.datetime,
    until: dt.datetime,
    rule: str,
) -> Iterator[Violation]:
    """Name whom no mail about it reached from `since` to the end of the day of `until`."""
    kind, duty, subject, version = about
    end = evidence.last_look(until)
    told = {
        raised.recipient
        for mail, raised in evidence.sent
        if (raised.kind, raised.duty, raised.subject) == (kind, duty, subject)
        and version in ("", raised.version)
        and civil_day(since) <= civil_day(mail.at)
        and mail.at <= end
    }
    for person in wanted:
        reader = evidence.office.reader(person, until, civil_day(until), "")
        if reader not in told and person not in told:
            name = evidence.office.ids.get(person, person)
            yield Violation(
                rule, f"{duty_name(evidence, duty)} {subject} nådde ikke {name} {civil_day(until)}"
            )
