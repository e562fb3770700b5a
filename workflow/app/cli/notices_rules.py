"""`fristvakt notices ladder|lead`: the agency's rules, in force from when they are set."""

from __future__ import annotations

import re
from uuid import UUID

import click

from workflow.app.cli.finding import registered_named
from workflow.app.cli.names import kind_name
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.called import KINDS
from workflow.language import N_
from workflow.notices.ladder import Ladder, LeadTimes, Step
from workflow.notices.rules.commands import SetLadder, SetLeadTimes, UnsetLadder
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.rules.in_force import MEASURE

SILENCE = ("ingen", "none")
_STEP = re.compile(r"([+-]?\d{1,3})(?:\^(\d))?")


class Steps(click.ParamType[Ladder]):
    """A ladder, written «-10,-1,0,+1,+3^1»: working days, and after ^ how many levels up."""

    name = "STEPS"

    def convert(
        self, value: str | Ladder, param: click.Parameter | None, ctx: click.Context | None
    ) -> Ladder:
        """Read the steps, or say how they are written."""
        if not isinstance(value, str):
            return value
        if value.strip().lower() in SILENCE:
            return ()
        found = [_STEP.fullmatch(each.strip()) for each in value.split(",")]
        steps = tuple(Step(int(each[1]), int(each[2] or 0)) for each in found if each)
        if len(steps) != len(found):
            wrong = N_("«{value}» is no ladder. Write for example -10,-1,0,+1,+3^1, or none for silence.")
            self.fail(say(wrong, value=value), param, ctx)
        return tuple(sorted(steps))


_kind = option(
    "--kind",
    type=click.Choice([*KINDS, MEASURE]),
    text=N_("For this kind of duty, or for corrective measures (default: every kind of duty)."),
)
_duty = option("--duty", metavar=N_("DUTY"), text=N_("For this duty only."))


@command(
    "ladder",
    N_(
        "Show or set on which working days a deadline is spoken of.\n\n"
        "Days before the deadline have a minus, days after it a plus; ^1 is one level up from the owner, at "
        "most the director. Without --set and --unset the ladders in force are shown."
    ),
    'fristvakt notices ladder --kind report --set "-10,-1,0,+1,+3^1" --as kari@example.no\n'
    "fristvakt notices ladder --duty 2026-02 --unset\nfristvakt notices ladder",
)
@_kind
@_duty
@option("--set", "steps", type=Steps(), metavar=N_("STEPS"), text=N_("The steps; none for silence."))
@option("--unset", is_flag=True, text=N_("Take the ladder away, so that the default holds again."))
@deciding
@formatted
def ladder_command(
    kind: str | None, duty: str | None, steps: Ladder | None, unset: bool, person: str, form: str
) -> None:
    """Set, unset or show."""
    _one_scope(kind, duty)
    if steps is not None and unset:
        raise click.UsageError(say(N_("Write either --set or --unset.")))
    with opened() as app:
        about = registered_named(app, duty).id if duty else None
        if steps is None and not unset:
            return _show_ladders(app, about, form)
        by = decider(app, person)
        asked: object = UnsetLadder(kind=kind or "", duty=about, by=by)
        if steps is not None:
            asked = SetLadder(kind=kind or "", duty=about, steps=steps, by=by)
        return report(app.handle(asked), say(N_("The ladder is changed. See: fristvakt notices plan")), form)


@command(
    "lead",
    N_(
        "Show or set the internal lead times.\n\n"
        "Working days before the deadline by which it is to be with the unit's manager, the director and the "
        "archive. Without the three numbers the lead times in force are shown."
    ),
    "fristvakt notices lead --unit 10 --director 5 --archive 1 --as kari@example.no\n"
    "fristvakt notices lead --kind report",
)
@_kind
@_duty
@option("--unit", type=int, metavar=N_("NUMBER"), text=N_("Working days before, with the unit."))
@option("--director", type=int, metavar=N_("NUMBER"), text=N_("Working days before, with the director."))
@option("--archive", type=int, metavar=N_("NUMBER"), text=N_("Working days before, in the archive."))
@deciding
@formatted
def lead_command(
    kind: str | None,
    duty: str | None,
    unit: int | None,
    director: int | None,
    archive: int | None,
    person: str,
    form: str,
) -> None:
    """Set or show."""
    _one_scope(kind, duty)
    with opened() as app:
        about = registered_named(app, duty).id if duty else None
        if unit is None or director is None or archive is None:
            if (unit, director, archive) != (None, None, None):
                raise click.UsageError(say(N_("Write all three: --unit, --director and --archive.")))
            return _show_leads(app, about, form)
        leads = LeadTimes(unit, director, archive)
        asked = SetLeadTimes(kind=kind or "", duty=about, leads=leads, by=decider(app, person))
        return report(app.handle(asked), say(N_("The lead times are changed.")), form)


def _one_scope(kind: str | None, duty: str | None) -> None:
    if kind and duty:
        raise click.UsageError(say(N_("Write either --kind or --duty.")))


def _show_ladders(app: App, duty: UUID | None, form: str) -> None:
    rules = rules_in_force(app.store, app.settings.agency)
    rows = {_scope(app, duty, kind): rules.ladder_of(kind, duty) for kind in _kinds(app, duty)}
    if duty is None:
        rows[say(N_("measure"))] = rules.ladder_of_measures()
        rows |= {_named(app, each): steps for (_, each), steps in rules.ladders.items() if each}
    if form == "json":
        return print_json({name: [step._asdict() for step in steps] for name, steps in rows.items()})
    cells = [(name, written(steps)) for name, steps in rows.items()]
    return print_table([say(N_("For")), say(N_("Working days from the deadline"))], cells, folding=(0, 1))


def _show_leads(app: App, duty: UUID | None, form: str) -> None:
    rules = rules_in_force(app.store, app.settings.agency)
    rows = {_scope(app, duty, kind): rules.leads_of(kind, duty) for kind in _kinds(app, duty)}
    if duty is None:
        rows |= {_named(app, each): leads for (_, each), leads in rules.leads.items() if each}
    if form == "json":
        return print_json({name: leads._asdict() for name, leads in rows.items()})
    headings = [N_("For"), N_("Unit"), N_("Director"), N_("Archive")]
    cells = [(name, *(f"-{days}" if days else "0" for days in leads)) for name, leads in rows.items()]
    return print_table([say(heading) for heading in headings], cells, folding=(0,))


def _kinds(app: App, duty: UUID | None) -> list[str]:
    return [registered_named(app, str(duty)).kind] if duty else list(KINDS)


def _scope(app: App, duty: UUID | None, kind: str) -> str:
    return _named(app, duty) if duty else kind_name(kind)


def _named(app: App, duty: UUID) -> str:
    found = registered_named(app, str(duty))
    return f"{found.reference} {found.title}"


def written(steps: Ladder) -> str:
    """Write a ladder as `--set` takes it."""
    if not steps:
        return say(N_("silence"))
    return ", ".join(step.name + (f"^{step.levels_up}" if step.levels_up else "") for step in steps)
