"""The deviations of a duty on its page, each with its measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from projections.engine.duty.state import Deviation, Measure
from projections.register.entry import RegisteredDuty
from workflow.app.cli.speech import day, say
from workflow.language import N_


def print_deviations(duty: RegisteredDuty, names: Mapping[str, str]) -> None:
    """Print every deviation of a duty, the first one first."""
    for number, deviation in enumerate(duty.deviations, start=1):
        heading = say(N_("Deviation {number}"), number=number)
        click.echo(f"\n{heading} ({', '.join(_notes(deviation))})")
        for label, value in _facts(deviation, names):
            if value:
                click.echo(f"  {say(label)}: {value}")
        for measure in deviation.measures.values():
            _print_measure(measure, names)


def _notes(deviation: Deviation) -> Iterator[str]:
    yield say(N_("open")) if deviation.closed_on is None else say(N_("closed"))
    if deviation.material:
        yield say(N_("material"))
    if deviation.part:
        yield deviation.part


def _facts(deviation: Deviation, names: Mapping[str, str]) -> list[tuple[str, str]]:
    missed = say(N_("the deadline passed undelivered")) if deviation.missed else ""
    by = missed or names.get(deviation.reported_by, "")
    how = " ".join(each for each in (deviation.told_how, deviation.told_reference) if each)
    return [
        (N_("Discovered"), day(deviation.discovered_on) + (f" ({by})" if by else "")),
        (N_("Cause"), deviation.cause),
        (N_("Consequence"), deviation.consequence),
        (N_("The ministry was told"), f"{day(deviation.told_on)} {how}".strip()),
        (N_("Closed"), f"{day(deviation.closed_on)} {deviation.result}".strip()),
    ]


def _print_measure(measure: Measure, names: Mapping[str, str]) -> None:
    who = names.get(measure.who, measure.who)
    promised = say(N_("{who}, due {day}"), who=who, day=day(measure.due)) if who else day(measure.due)
    label = say(N_("Measure {number}"), number=measure.number)
    click.echo(f"  {label}: {measure.what} ({promised}{_outcome(measure)})")


def _outcome(measure: Measure) -> str:
    if measure.completed_on is not None:
        done = say(N_("carried out {day}"), day=day(measure.completed_on))
        return f"; {done}" + (f": {measure.result}" if measure.result else "")
    return "; " + say(N_("dropped: {reason}"), reason=measure.dropped) if measure.dropped else ""
