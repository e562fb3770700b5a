"""One meeting on a page, and as JSON: preparations, what hangs on its day, decisions, who comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import click

from projections.engine.duty.state import Duty, Meeting, Part
from workflow.app.cli.meeting_finding import Hung, day_of, held_on, when_held, worded_hours
from workflow.app.cli.names import state_name
from workflow.app.cli.speech import day, moment, say
from workflow.governance_meeting.agenda import settled_by
from workflow.invitations.ics import hours
from workflow.language import N_
from workflow.meetings.anchoring import Anchor, anchored

REPLIES = {
    "accepted": N_("accepted"),
    "declined": N_("declined"),
    "tentative": N_("tentatively accepted"),
    "needs-action": N_("has not answered"),
}


def print_meeting(
    meeting: Duty, hung: Sequence[Hung], given: Mapping[UUID, str], names: Mapping[str, str]
) -> None:
    """Print how the meeting stands; `given` are the references of what its decisions became."""
    about = meeting.meeting or Meeting()
    click.echo(f"{meeting.reference}  {meeting.title}")
    for label, value in _facts(meeting, about, names):
        if value:
            click.echo(f"  {say(label)}: {value}")
    _section(N_("Agenda"), about.agenda.splitlines())
    _section(N_("Hanging on its day"), [_hung(meeting, *one) for one in hung])
    _section(N_("Decisions"), _decisions(about, given))
    _section(N_("Invited"), _invited(about, names))


def as_json(meeting: Duty, hung: Sequence[Hung], names: Mapping[str, str]) -> dict[str, Any]:
    """Give all that is known of the meeting."""
    about, (starts_at, ends_at), on = meeting.meeting or Meeting(), hours(meeting), held_on(meeting)
    return {
        "id": meeting.id,
        "reference": meeting.reference,
        "title": meeting.title,
        "state": meeting.state,
        "day": on,
        "when": when_held(meeting),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "place": about.place,
        "agenda": about.agenda,
        "agenda_due": settled_by(on) if on else None,
        "agenda_settled_on": about.agenda_settled_on,
        "held_on": meeting.delivered_on,
        "minutes_drafted_on": about.minutes_drafted_on,
        "minutes_approved_on": meeting.accepted_on,
        "decisions": list(about.decisions.values()),
        "hanging": [_hung_json(meeting, *one) for one in hung],
        "sequence": about.sequence,
        "invited": [
            {"id": one.person, "name": names.get(one.person, one.person), "reply": one.reply,
             "replied_at": one.replied_at, "comment": one.comment}
            for one in about.attendees.values()
        ],
    }  # fmt: skip


def _facts(meeting: Duty, about: Meeting, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    on = held_on(meeting)
    yield N_("State"), state_name(meeting.state)
    yield N_("Day"), when_held(meeting)
    yield N_("Time"), worded_hours(*hours(meeting))
    yield N_("Place"), about.place
    yield N_("Owner"), names.get(meeting.owner, meeting.owner)
    yield N_("Unit"), names.get(meeting.unit, meeting.unit)
    if about.agenda_settled_on is not None:
        yield (
            N_("Agenda settled"),
            " ".join(filter(None, (day(about.agenda_settled_on), about.agenda_reference))),
        )
    elif on is not None:
        yield N_("Agenda to be settled by"), day(settled_by(on))
    yield N_("Held"), day(meeting.delivered_on)
    yield (
        N_("Minutes drafted"),
        " ".join(filter(None, (day(about.minutes_drafted_on), about.minutes_reference))),
    )
    yield N_("Minutes approved"), day(meeting.accepted_on)


def _section(title: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo("\n" + say(title))
        for line in lines:
            click.echo(f"  {line}")


def _hung(meeting: Duty, duty: Duty, part: Part) -> str:
    name = f"{duty.reference} {part.part}".strip()
    stated = part.current
    words = f"«{stated.text}»" if stated else ""
    marks = [
        state_name(duty.state)
        if part.delivered_on is None
        else say(N_("delivered {day}"), day=day(part.delivered_on))
    ]
    if is_astray(meeting, part):
        marks.append(say(N_("not where the meeting's day puts it")))
    title = say(N_("shielded")) if duty.shielded else duty.title
    return f"{day(day_of(part)) or '–'}  {name}  {title}  {words}  ({', '.join(marks)})"


def _hung_json(meeting: Duty, duty: Duty, part: Part) -> dict[str, Any]:
    stated = part.current
    return {
        "id": duty.id,
        "reference": duty.reference,
        "title": duty.title,
        "part": part.part,
        "words": stated.text if stated else "",
        "day": day_of(part),
        "working_date": stated.working_date if stated else None,
        "delivered_on": part.delivered_on,
        "astray": is_astray(meeting, part),
    }


def is_astray(meeting: Duty, part: Part) -> bool:
    """Tell whether an undelivered deadline stands elsewhere than the meeting's day puts it."""
    on, stated = held_on(meeting), part.current
    if on is None or stated is None or part.delivered_on is not None:
        return False
    return anchored(stated, Anchor(meeting.id, on)).day != stated.day


def _decisions(about: Meeting, given: Mapping[UUID, str]) -> list[str]:
    return [
        f"{number}. {one.text}" + (f" → {given[one.duty]}" if one.duty and one.duty in given else "")
        for number, one in sorted(about.decisions.items())
    ]


def _invited(about: Meeting, names: Mapping[str, str]) -> list[str]:
    lines = []
    for one in about.attendees.values():
        at = f" ({moment(one.replied_at)})" if one.replied_at and one.reply != "needs-action" else ""
        comment = f": «{one.comment}»" if one.comment else ""
        lines.append(f"{names.get(one.person, one.person)}  {say(REPLIES[one.reply])}{at}{comment}")
    return lines
