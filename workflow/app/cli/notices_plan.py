"""`fristvakt notices plan`: what will be sent, to whom, when, and why; and what would go now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import click

from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from projections.reminders.queries import duties as duties_by_id
from workflow.app.cli.finding import duty_named, unit_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.notices_words import kind_said, reason_said, role_said, why
from workflow.app.cli.opening import opened
from workflow.app.cli.output import complain, print_json, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import say, say_count, weekday
from workflow.app.mailing import picture_of
from workflow.app.wiring import App
from workflow.language import N_
from workflow.notices.foreseeing import Foreseen, foresee
from workflow.notices.model import Kind, Planned

NOON = dt.time(12)
"""The hour of a day that is asked about as a whole: reminders have their hours behind them."""


@command(
    "plan",
    N_(
        "List what will be sent, to whom, when and why.\n\n"
        "As everything stands now: who delivers in time gets no more reminders, and nobody is alerted. "
        "What will be skipped is listed too, with the reason. Nothing is sent by this command."
    ),
    "fristvakt notices plan --days 90\nfristvakt notices plan --person kari@example.no --days 14\n"
    "fristvakt notices plan --due\nfristvakt notices plan --as-of 01.06.2026 --days 30",
)
@option(
    "--days",
    type=click.IntRange(1, 731),
    default=30,
    show_default=True,
    metavar=N_("NUMBER"),
    text=N_("How many days ahead."),
)
@option("--due", "--dry-run", "due", is_flag=True, text=N_("Only what would go out now."))
@option("--as-of", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("As if it were noon this day."))
@option("--person", metavar=N_("PERSON"), text=N_("Only what this person gets."))
@option("--unit", metavar=N_("UNIT"), text=N_("Only what this unit answers for."))
@option("--duty", metavar=N_("DUTY"), text=N_("Only about this duty."))
@option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    text=N_("Only this kind (may be repeated)."),
)
@formatted
def plan_command(
    days: int,
    due: bool,
    as_of: dt.date | None,
    person: str | None,
    unit: str | None,
    duty: str | None,
    kinds: tuple[str, ...],
    form: str,
) -> None:
    """Print the plan."""
    with opened() as app:
        now = dt.datetime.combine(as_of, NOON, OSLO) if as_of else app.clock()
        foreseen = _due(app, now) if due else foresee(app.datastore, picture_of(app), now, days)
        recipient = app.directory.find_person(person).id if person else None
        about = duty_named(app, duty) if duty else None
        wanted = [
            each
            for each in foreseen.planned
            if (recipient is None or each.notice.recipient == recipient)
            and (about is None or each.notice.duty == about)
            and (not kinds or each.notice.kind in kinds)
        ]
        if unit:
            wanted = _of_unit(app, unit_named(app, unit), wanted, foreseen.duties)
        _show(app, replace(foreseen, planned=wanted), form)


def _due(app: App, now: dt.datetime) -> Foreseen:
    planned = app.raising.due(now)
    with app.datastore.reading() as connection:
        found = duties_by_id(connection, {each.notice.duty for each in planned if each.notice.duty})
    return Foreseen(planned, found, [])


def _of_unit(app: App, unit: str, planned: list[Planned], duties: Mapping[UUID, Duty]) -> list[Planned]:
    people = {one.id: one.unit for one in app.directory.people()}

    def answers(notice_duty: UUID | None) -> bool:
        duty = duties.get(notice_duty) if notice_duty else None
        return duty is not None and unit in (duty.unit, people.get(duty.owner))

    return [each for each in planned if answers(each.notice.duty)]


def _show(app: App, foreseen: Foreseen, form: str) -> None:
    names = app.names()
    for duty, year in foreseen.beyond:
        told = N_("Nothing can be planned for {reference}: the holidays of {year} are not verified.")
        complain(say(told, reference=duty.reference, year=year))
    if form == "json":
        return print_json([_as_json(each, foreseen.duties, names) for each in foreseen.planned])
    headings = [N_("Day"), N_("From"), N_("To"), N_("Notice"), N_("Duty"), N_("Why")]
    cells = [_cells(each, foreseen.duties, names) for each in foreseen.planned]
    print_table([say(heading) for heading in headings], cells, folding=(2, 3, 4, 5))
    return click.echo("\n" + _counted(foreseen.planned))


def _counted(planned: list[Planned]) -> str:
    skipped = sum(each.skip is not None for each in planned)
    going = say_count(N_("{count} notice"), N_("{count} notices"), len(planned) - skipped)
    if not skipped:
        return going
    return f"{going}; " + say_count(N_("{count} will be skipped"), N_("{count} will be skipped"), skipped)


def _cells(planned: Planned, duties: Mapping[UUID, Duty], names: Mapping[str, str]) -> tuple[str, ...]:
    notice = planned.notice
    duty = duties.get(notice.duty) if notice.duty else None
    reason = why(planned, duty)
    if planned.skip:
        reason += " – " + say(N_("skipped: {reason}"), reason=reason_said(planned.skip))
    return (
        weekday(notice.due_on),
        f"{planned.not_before:%H.%M}",
        _recipient(planned, names),
        kind_said(notice.kind),
        titled(duty),
        reason,
    )


def _recipient(planned: Planned, names: Mapping[str, str]) -> str:
    notice = planned.notice
    name = names.get(notice.recipient, notice.recipient) or "–"
    if notice.instead_of:
        away = names.get(notice.instead_of, notice.instead_of)
        return say(
            N_("{name} ({role}, instead of {away})"), name=name, role=role_said(notice.role), away=away
        )
    return f"{name} ({role_said(notice.role)})"


def titled(duty: Duty | None) -> str:
    """Name a duty in a row; nothing where it is about none."""
    if duty is None:
        return ""
    shield = f" [{say(N_('shielded'))}]" if duty.shielded else ""
    return f"{duty.reference} {duty.title}{shield}"


def _as_json(planned: Planned, duties: Mapping[UUID, Duty], names: Mapping[str, str]) -> dict[str, object]:
    notice = planned.notice
    duty = duties.get(notice.duty) if notice.duty else None
    fields = {name: getattr(notice, name) for name in type(notice).__slots__}
    return fields | {
        "not_before": planned.not_before,
        "skip": planned.skip,
        "recipient_name": names.get(notice.recipient, ""),
        "reference": duty.reference if duty else "",
        "title": duty.title if duty else "",
        "why": why(planned, duty),
    }
