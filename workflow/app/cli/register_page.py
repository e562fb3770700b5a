"""One duty on a page: what it is, every deadline it has had, and where each of them is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import click

from calendars.catalogue import form_names
from calendars.language import write
from events.vocabulary.values import DeadlineFact
from projections.register.entry import RegisteredDeadline, RegisteredDuty, RegisteredPart, RegisteredSource
from workflow.app.cli.names import channel_name, kind_name, state_name
from workflow.app.cli.register_deviations import print_deviations
from workflow.app.cli.register_meeting import print_meeting
from workflow.app.cli.speech import day, language, moment, say, say_count
from workflow.app.cli.whens import when, words
from workflow.duty.deadlines import deadline_of
from workflow.language import N_

SHOWN = 12


def print_page(duty: RegisteredDuty, related: Sequence[RegisteredDuty], names: Mapping[str, str]) -> None:
    """Print everything the register knows of a duty."""
    click.echo(f"{duty.reference}  {duty.title}")
    for label, value in _facts(duty, names):
        if value:
            click.echo(f"  {say(label)}: {value}")
    print_meeting(duty.meeting, names)
    for part in duty.parts:
        _print_part(part, names)
    print_deviations(duty, names)
    click.echo("\n" + say(N_("Sources")))
    for source in duty.sources:
        _print_source(source, "  ")
    _print_comments(duty, names)
    _print_related(related)


def _facts(duty: RegisteredDuty, names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (N_("Kind"), kind_name(duty.kind)),
        (N_("State"), _state(duty)),
        (N_("Goal"), str(duty.goal or "")),
        (N_("Owner"), names.get(duty.owner, duty.owner)),
        (N_("Deputy"), names.get(duty.deputy, duty.deputy)),
        (N_("Unit"), names.get(duty.unit, duty.unit)),
        (N_("Owed to"), duty.owed_to),
        (N_("Led by"), duty.led_by),
        (N_("Given"), " ".join(_given(duty))),
        (N_("The ministry was asked"), _days(duty.inquired_on)),
        (N_("Access"), say(N_("shielded")) if duty.shielded else ""),
        (N_("Words of the letter"), duty.raw_title if duty.raw_title != duty.title else ""),
        (N_("Id"), str(duty.id)),
    ]


def _state(duty: RegisteredDuty) -> str:
    """Give the state, and what an end rests on."""
    return state_name(duty.state) + (f" ({ended})" if (ended := duty.withdrawal or duty.carried) else "")


def _given(duty: RegisteredDuty) -> Iterator[str]:
    if duty.given_on:
        yield day(duty.given_on)
    if duty.orally and duty.confirmed_on is None:
        yield say(N_("(orally, not yet in writing)"))
    elif duty.orally:
        yield say(N_("(orally, in writing {day})"), day=day(duty.confirmed_on))
    elif duty.channel:
        yield f"({channel_name(duty.channel)})"


def _days(days: Sequence[dt.date]) -> str:
    return ", ".join(day(each) for each in days)


def _print_part(part: RegisteredPart, names: Mapping[str, str]) -> None:
    click.echo("\n" + (part.part or say(N_("Deadline"))) + _standing(part, names))
    if part.asked is not None:
        asked = {"deadline": when(part.asked.deadline), "day": day(part.asked.requested_on)}
        click.echo("  " + say(N_("Asked for {deadline} on {day}, no answer yet"), **asked))
    if part.inquired_on:
        click.echo("  " + say(N_("The ministry was asked")) + f": {_days(part.inquired_on)}")
    for number, version in enumerate(reversed(part.history)):
        _print_version(version, current=number == 0)


def _standing(part: RegisteredPart, names: Mapping[str, str]) -> str:
    notes = []
    if part.dropped:
        notes.append(say(N_("no longer stands")))
    if part.delivered_on:
        told = (part.delivery_reference, names.get(part.delivered_by, ""))
        notes.append(" ".join([say(N_("delivered {day}"), day=day(part.delivered_on)), *filter(None, told)]))
    if part.returned:
        notes.append(say(N_("sent back")))
    if part.is_corrected:
        notes.append(say(N_("corrected: it was written down wrongly")))
    if part.missed:
        notes.append(say(N_("the deadline passed undelivered")))
    return f" ({', '.join(notes)})" if notes else ""


def _print_version(version: RegisteredDeadline, *, current: bool) -> None:
    label = say(N_("Now")) if current else say(N_("Before"))
    click.echo(f"  {label}: {_worded(version.deadline)}  {words(version.deadline)}")
    if explained := _explained(version.deadline):
        click.echo(f"    {explained}")
    if version.reason:
        agreed = f" ({say(N_('agreed {day}'), day=day(version.agreed_on))})" if version.agreed_on else ""
        click.echo("    " + say(N_("Reason: {reason}"), reason=version.reason) + agreed)
    click.echo("    " + say(N_("Recorded {moment}"), moment=moment(version.recorded_at)))
    _print_source(version.source, "    ")


def _worded(deadline: DeadlineFact) -> str:
    """Write when it is due; what recurs or hangs on another day in our own words, free of damage."""
    if deadline.form not in ("rrule", "relative") or deadline.pattern not in form_names():
        return when(deadline)
    return write(deadline_of(deadline), "nn" if language() == "nn" else "nb")


def _explained(deadline: DeadlineFact) -> str:
    """Give the explanation in the reader's language, where it is kept in it."""
    return (language() == "nn" and deadline.explanation_nn) or deadline.explanation


def _print_source(source: RegisteredSource, margin: str) -> None:
    name = " · ".join(_named(source))
    if name:
        click.echo(margin + name)
    for mention in source.mentions:
        page = say(N_("page {page}, "), page=mention.page) if mention.page else ""
        click.echo(
            f"{margin}  {page}{say(N_('line {line}: «{quote}»'), line=mention.line, quote=mention.quote)}"
        )


def _named(source: RegisteredSource) -> Iterator[str]:
    if source.letter is not None:
        yield source.letter.name
        if source.letter.case_reference:
            yield source.letter.case_reference
    if source.reference:
        yield source.reference


def _print_comments(duty: RegisteredDuty, names: Mapping[str, str]) -> None:
    if duty.comments:
        click.echo("\n" + say(N_("Comments")))
    for comment in duty.comments:
        click.echo(f"  {moment(comment.at)} {names.get(comment.by, comment.by)}: {comment.text}")


def _print_related(related: Sequence[RegisteredDuty]) -> None:
    if not related:
        return
    click.echo("\n" + say(N_("Belongs to it")))
    for duty in related[:SHOWN]:
        dates = "; ".join(when(part.current) for part in duty.parts if part.current is not None)
        click.echo(f"  {duty.reference}  {dates}  {state_name(duty.state)}")
    if len(related) > SHOWN:
        click.echo("  " + say_count(N_("and {count} more"), N_("and {count} more"), len(related) - SHOWN))
