"""What the user calls notices: their kinds, roles and reasons, and why each falls when it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from projections.engine.duty.state import Deviation, Duty, Part
from workflow.app.cli.speech import day, say, say_count
from workflow.language import N_
from workflow.notices.model import Kind, Notice, Planned, SkipReason
from workflow.notices.planning.surroundings import day_of

KINDS: Mapping[str, str] = {
    Kind.DEADLINE: N_("reminder"),
    Kind.MISSED: N_("alert: missed deadline"),
    Kind.DEVIATION: N_("alert: deviation"),
    Kind.STRAKS: N_("alert: the ministry is not told"),
    Kind.MEASURE: N_("reminder of measure"),
    Kind.CHASE: N_("ask for the deadline"),
    Kind.ORAL: N_("get it in writing"),
    Kind.AGENDA: N_("agenda"),
    Kind.MINUTES: N_("minutes"),
    Kind.DIGEST: N_("weekly digest"),
    Kind.INVITATION: N_("invitation"),
}
ROLES: Mapping[str, str] = {
    "owner": N_("owner"),
    "manager": N_("manager"),
    "director": N_("director"),
    "controller": N_("controller"),
    "measure": N_("carries out the measure"),
    "attendee": N_("invited"),
    "reader": N_("reader"),
}
REASONS: Mapping[str, str] = {
    SkipReason.OVERTAKEN: N_("a later step came first"),
    SkipReason.SAID_ALREADY: N_("another notice the same day says it"),
    SkipReason.NOBODY: N_("there is nobody to send it to"),
    SkipReason.PAUSED: N_("notices are paused"),
    SkipReason.DELIVERED: N_("it was delivered"),
    SkipReason.ENDED: N_("it ended"),
    SkipReason.MOVED: N_("the deadline was moved"),
    SkipReason.SETTLED: N_("it was settled"),
    SkipReason.NO_ADDRESS: N_("the recipient has left"),
}


def kind_said(code: str) -> str:
    """Give the user's word for a kind of notice."""
    return say(KINDS[code]) if code in KINDS else code


def role_said(code: str) -> str:
    """Give the user's word for whom a step is for."""
    return say(ROLES[code]) if code in ROLES else code


def reason_said(code: str) -> str:
    """Say why a notice was not sent."""
    return say(REASONS[code]) if code in REASONS else code


def why(planned: Planned, duty: Duty | None) -> str:
    """Say in a sentence why a notice falls when it does; only a digest concerns no single duty."""
    notice = planned.notice
    if duty is None:
        return say(N_("week {week}: there is something to follow up"), week=int(notice.version[-2:]))
    if notice.kind in _ALWAYS:
        return say(_ALWAYS[notice.kind])
    return _WHY[notice.kind](notice, duty)


def _steps_from(notice: Notice, before: tuple[str, str], on: str, after: tuple[str, str], due: str) -> str:
    count = int(notice.step)
    if not count:
        return say(on, day=due)
    return say_count(*(before if count < 0 else after), abs(count), day=due)


def _deadline(notice: Notice, duty: Duty) -> str:
    part = duty.parts.get(notice.subject)
    return _steps_from(notice, _BEFORE, N_("the last working day of the deadline {day}"), _AFTER, _due(part))


_BEFORE = (
    N_("{count} working day before the deadline {day}"),
    N_("{count} working days before the deadline {day}"),
)
_AFTER = (
    N_("{count} working day after the deadline {day}"),
    N_("{count} working days after the deadline {day}"),
)


def _missed(notice: Notice, duty: Duty) -> str:
    part = duty.parts.get(notice.subject)
    if part is not None and int(notice.version) in part.missed:
        return say(N_("the deadline {day} passed without delivery"), day=_due(part))
    return say(N_("if the deadline {day} passes without delivery"), day=_due(part))


def _deviation(notice: Notice, duty: Duty) -> str:
    reported = day_of(_deviation_of(notice, duty).reported_at)
    return say(N_("a deviation was reported {day}"), day=day(reported))


def _straks(notice: Notice, duty: Duty) -> str:
    found = _deviation_of(notice, duty)
    since = day_of(found.material_since or found.reported_at)
    return say(N_("a material deviation since {day} of which the ministry is not told"), day=day(since))


def _measure(notice: Notice, duty: Duty) -> str:
    measure = _deviation_of(notice, duty).measures[int(notice.subject.partition("/")[2])]
    on = N_("the last working day of the measure {day}")
    return _steps_from(notice, _MEASURE_BEFORE, on, _MEASURE_AFTER, day(measure.due))


_MEASURE_BEFORE = (
    N_("{count} working day before the measure is due {day}"),
    N_("{count} working days before the measure is due {day}"),
)
_MEASURE_AFTER = (
    N_("{count} working day after the measure was due {day}"),
    N_("{count} working days after the measure was due {day}"),
)


def _chase(notice: Notice, duty: Duty) -> str:
    part = duty.parts.get(notice.subject)
    if part is not None and part.inquired_on:
        return say(N_("the deadline is not settled, last asked {day}"), day=day(part.inquired_on[-1]))
    return say(N_("the deadline is not settled, and nobody has asked"))


def _minutes(notice: Notice, duty: Duty) -> str:
    if duty.delivered_on is None:
        return say(N_("the day of the meeting has passed; was it held?"))
    return say(N_("held {day}, and there are no minutes"), day=day(duty.delivered_on))


_ALWAYS: Mapping[Kind, str] = {
    Kind.ORAL: N_("given orally, not confirmed in writing"),
    Kind.AGENDA: N_("the agenda is not settled"),
    Kind.INVITATION: N_("the meeting or who is invited has changed"),
}
_WHY: Mapping[Kind, Callable[[Notice, Duty], str]] = {
    Kind.DEADLINE: _deadline,
    Kind.MISSED: _missed,
    Kind.DEVIATION: _deviation,
    Kind.STRAKS: _straks,
    Kind.MEASURE: _measure,
    Kind.CHASE: _chase,
    Kind.MINUTES: _minutes,
}


def _due(part: Part | None) -> str:
    return day(part.current.due) if part and part.current else ""


def _deviation_of(notice: Notice, duty: Duty) -> Deviation:
    return duty.deviations[UUID(notice.subject.partition("/")[0])]
