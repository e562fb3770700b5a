"""Why a person gets a notice, and what the rule was: every mail says both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from calendars.days import ONE_DAY, DeadDays, is_working_day
from projections.engine.duty.state import Duty
from workflow.language import N_
from workflow.notices.messages.headlines import working_date
from workflow.notices.messages.reader import Reader
from workflow.notices.model import Kind, Notice
from workflow.notices.working_days import working_days

_ROLES: Mapping[str, str] = {
    "manager": N_("You get this because you are next in line above the one who is responsible."),
    "director": N_("You get this because you are the director."),
    "controller": N_("You get this because you are a controller."),
    "measure": N_("You get this because you are to carry out the measure."),
    "attendee": N_("You get this because you are invited."),
    "reader": N_("You get this because you, or those you lead, have something to follow up."),
}
_RULES: Mapping[Kind, str] = {
    Kind.MISSED: N_("The rule: a missed deadline is reported at once to the manager and the controllers."),
    Kind.DEVIATION: N_("The rule: a deviation is reported at once to the manager and the controllers."),
    Kind.STRAKS: N_("The rule: the ministry is to be told of a material deviation within one working day."),
    Kind.CHASE: N_("The rule: we remind at intervals until the ministry has set a firm deadline."),
    Kind.ORAL: N_("The rule: we remind at intervals until the assignment is confirmed in writing."),
    Kind.AGENDA: N_("The rule: the agenda is settled at least a week before the meeting."),
    Kind.MINUTES: N_("The rule: we remind until the minutes of the meeting are approved."),
    Kind.INVITATION: N_("The rule: everyone invited is told when the meeting or the invitation changes."),
    Kind.DIGEST: N_("The rule: once a week, on the day and at the hour that you have chosen."),
}
_BEFORE = (
    N_("The rule: {count} working day before the deadline."),
    N_("The rule: {count} working days before the deadline."),
)
_BEFORE_HOLIDAY = (
    N_("The rule: {count} working day before the deadline, the joint holiday not counted."),
    N_("The rule: {count} working days before the deadline, the joint holiday not counted."),
)
_AFTER = (
    N_("The rule: {count} working day after the deadline."),
    N_("The rule: {count} working days after the deadline."),
)


def why(notice: Notice, duty: Duty | None, reader: Reader) -> str:
    """Say why the reader gets it: «Du får dette fordi du er ansvarlig.»"""
    say = reader.speech
    if notice.instead_of:
        name = reader.who(notice.instead_of)
        if name:
            return say(N_("You get this because {name} is away."), name=name)
        return say(N_("You get this because the one it is for is away."))
    if notice.role == "owner":
        return _why_owner(duty, reader)
    return say(_ROLES.get(notice.role, ""))


def _why_owner(duty: Duty | None, reader: Reader) -> str:
    me, say = reader.draft.recipient.id, reader.speech
    if duty is None or duty.owner == me:
        return say(N_("You get this because you are responsible."))
    if duty.deputy == me:
        return say(N_("You get this because you are the deputy of the one who is responsible."))
    if not duty.owner:
        return say(N_("You get this because nobody has been made responsible yet."))
    return say(N_("You get this because the one who was responsible is no longer here."))


def rule(notice: Notice, duty: Duty | None, reader: Reader) -> str:
    """Say which rule it follows: «Regelen er 10 arbeidsdager før fristen.»"""
    say = reader.speech
    if duty is None or notice.kind not in (Kind.DEADLINE, Kind.MEASURE):
        return say(_RULES[notice.kind])
    days = int(notice.step)
    if days == 0:
        return say(N_("The rule: on the day of the deadline, or the last working day before it."))
    if days > 0:
        return say.count(*_AFTER, days)
    return say.count(*(_BEFORE if _is_plain_count(notice, duty) else _BEFORE_HOLIDAY), -days)


def _is_plain_count(notice: Notice, duty: Duty) -> bool:
    """Tell whether no joint holiday was passed over when the step was counted."""
    working = working_date(notice, duty)
    if working is None or working_days().between(notice.due_on, working) <= -int(notice.step):
        return True
    span = (notice.due_on + ONE_DAY * n for n in range((working - notice.due_on).days))
    return not any(_is_dead(day) for day in span)


def _is_dead(day: dt.date) -> bool:
    return is_working_day(day) and not is_working_day(day, (DeadDays.JOINT_HOLIDAY,))
