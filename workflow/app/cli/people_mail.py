"""`fristvakt people digest` and `quiet`: when a person gets mail."""

from __future__ import annotations

import datetime as dt
import re

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.people_changing import report_person
from workflow.app.cli.speech import say
from workflow.directory.changing import Changing
from workflow.language import N_

DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
DAY_NAMES = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"))
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")


class Clock(click.ParamType[dt.time]):
    """A clock time, written 20:00, 20.00 or 20."""

    name = "HH:MM"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Give what the help calls a clock time."""
        return say(N_("HH:MM"))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dt.time:
        """Read the time, or say how it is written."""
        found = _CLOCK.fullmatch(value.strip())
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return dt.time(int(found[1]), int(found[2] or 0))
        return self.fail(say(N_("«{value}» is no clock time. Write it as 20:00."), value=value), param, ctx)


CLOCK = Clock()


@command(
    "digest",
    N_(
        "Choose when a person gets the weekly digest.\n\n"
        "It comes on a working day: where the chosen one is none, on the next. "
        "Without --day and --hour the agency's own hold."
    ),
    "fristvakt people digest kari@example.no --day tirsdag --hour 9\n"
    "fristvakt people digest kari@example.no --off",
)
@argument("who", N_("The person: name, e-mail or id."), N_("PERSON"))
@option("--day", "weekday", type=click.Choice(DAYS), text=N_("The day of the week."))
@option("--hour", type=int, metavar=N_("HOUR"), text=N_("The hour, from 0 to 23."))
@option("--off", is_flag=True, text=N_("No digest at all."))
@formatted
def digest_command(who: str, weekday: str | None, hour: int | None, off: bool, form: str) -> None:
    """Choose the time of the digest."""
    number = DAYS.index(weekday) + 1 if weekday else None
    with opened() as app:
        person = app.directory.find_person(who)
        changed = Changing(app.datastore).digest(person.id, number, hour, off=off)
    report_person(changed, _digest_sentence(changed.name, number, hour, off), form)


def _digest_sentence(name: str, day: int | None, hour: int | None, off: bool) -> str:
    if off:
        return say(N_("{name} gets no digest."), name=name)
    on = say(DAY_NAMES[day - 1]) if day else say(N_("the agency's day"))
    at = say(N_("at {hour}:00"), hour=hour) if hour is not None else say(N_("at the agency's hour"))
    return say(N_("{name} gets the digest: {on}, {at}."), name=name, on=on, at=at)


@command(
    "quiet",
    N_(
        "Choose a person's hours without mail.\n\n"
        "What falls due then waits for their end; alerts do not wait. They may last over midnight."
    ),
    "fristvakt people quiet kari@example.no --from 20:00 --to 07:00\n"
    "fristvakt people quiet kari@example.no --none",
)
@argument("who", N_("The person: name, e-mail or id."), N_("PERSON"))
@option("--from", "first", type=CLOCK, text=N_("When they begin."))
@option("--to", "last", type=CLOCK, text=N_("When they end."))
@option("--none", "nothing", is_flag=True, text=N_("No quiet hours."))
@formatted
def quiet_command(who: str, first: dt.time | None, last: dt.time | None, nothing: bool, form: str) -> None:
    """Choose the quiet hours."""
    if nothing != (first is None) or nothing != (last is None):
        raise click.UsageError(say(N_("Write both --from and --to, or --none.")))
    with opened() as app:
        person = app.directory.find_person(who)
        changed = Changing(app.datastore).quiet(person.id, first, last)
    if first is None or last is None:
        return report_person(changed, say(N_("{name} has no quiet hours."), name=changed.name), form)
    sentence = say(
        N_("{name} has quiet hours from {first} to {last}."),
        name=changed.name,
        first=first.strftime("%H.%M"),
        last=last.strftime("%H.%M"),
    )
    return report_person(changed, sentence, form)
