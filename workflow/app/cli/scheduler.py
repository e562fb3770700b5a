"""`fristvakt scheduler`: the clock alone, once, or as a rehearsal."""

from __future__ import annotations

import datetime as dt
import signal
from threading import Event
from typing import TYPE_CHECKING

import click

from calendars.zone import OSLO
from workflow.app.cli.opening import opened
from workflow.app.cli.output import complain, print_json, print_table
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import moment, say, say_count
from workflow.language import N_
from workflow.refusals import Refusal

if TYPE_CHECKING:
    from workflow.app.scheduling.rehearsal import Rehearsed
    from workflow.app.wiring import App

PATIENCE = 150.0
"""Seconds to wait for the mail in hand, longer than any one mail may take; a second Ctrl-C waits no more."""
NOON = dt.time(12)


class OnlyRehearsed(Refusal):
    """Nothing is done at a moment that is not now."""

    code = "only-rehearsed"
    message = N_("Another moment can only be rehearsed: write --dry-run too.")


class NoMoment(Refusal):
    """A moment is a day with or without a clock time."""

    code = "no-moment"
    message = N_("«{text}» is no moment. Write for example 2027-03-15 or 2027-03-15T07:00.")


@command(
    "scheduler",
    N_(
        "Watch the deadlines and send the notices.\n\n"
        "Runs until it is stopped with Ctrl-C, as it does inside fristvakt serve. Any number may run: "
        "one of them acts, and another takes over within a minute when that one dies."
    ),
    "fristvakt scheduler\nfristvakt scheduler --once\nfristvakt scheduler --dry-run --as-of 2027-03-15T07:00",
)
@option("--once", is_flag=True, text=N_("Look once, do what is to be done, and end."))
@option("--dry-run", is_flag=True, text=N_("Show what would be done; change and send nothing."))
@option(
    "--as-of",
    metavar=N_("MOMENT"),
    text=N_("Rehearse this moment: 2027-03-15T07:00, or a day, which is taken at noon."),
)
@formatted
def scheduler_command(once: bool, dry_run: bool, as_of: str | None, form: str) -> None:
    """Run the scheduler in the foreground."""
    if as_of is not None and not dry_run:
        raise OnlyRehearsed
    if dry_run:
        return _rehearse(as_of, form)
    with opened() as app:
        tell_mail(app)
        return _once(app) if once else _run(app)


def tell_mail(app: App) -> None:
    """Say so where no notice can be sent."""
    if app.settings.mail is None:
        complain(
            say(
                N_(
                    "No mail server is set (FRISTVAKT_MAIL_HOST): deadlines are watched, but nobody is "
                    "reminded."
                )
            )
        )


def _once(app: App) -> None:
    from workflow.app.scheduling.look import Look
    from workflow.app.scheduling.ticker import leading_of

    leading = leading_of(app)
    try:
        led = Look(app, leading)()
    finally:
        leading.leave()
    click.echo(say(N_("Done.")) if led else say(N_("Another process acts; nothing was done here.")))


def _run(app: App) -> None:
    from workflow.app.scheduling.ticker import Ticker

    told, ticker = Event(), Ticker(app)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    ticker.start()
    complain(say(N_("The scheduler runs. Stop it with Ctrl-C.")))
    told.wait()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if not ticker.stop(PATIENCE):
        raise KeyboardInterrupt


def _rehearse(as_of: str | None, form: str) -> None:
    from workflow.app.scheduling.rehearsal import rehearse

    context = click.get_current_context()
    now = _moment(as_of) if as_of else context.obj()
    context.obj = lambda: now
    with opened() as app:
        rehearsed, names = rehearse(app), app.names()
    if form == "json":
        return print_json({"as_of": now, **_as_facts(rehearsed)})
    click.echo(say(N_("This would be done at {moment}:"), moment=moment(now)))
    click.echo(say_count(N_("{count} deadline missed"), N_("{count} deadlines missed"), rehearsed.missed))
    return _print_mails(rehearsed, names)


def _as_facts(rehearsed: Rehearsed) -> dict[str, object]:
    return {"opened": rehearsed.opened, "missed": rehearsed.missed, "notices": rehearsed.notices}


def _print_mails(rehearsed: Rehearsed, names: dict[str, str]) -> None:
    sent = [row for row in rehearsed.notices if row.mail is not None]
    skipped = len(rehearsed.notices) - len(sent)
    mails = {row.mail: row.recipient for row in sent}
    click.echo(say_count(N_("{count} mail"), N_("{count} mails"), len(mails)))
    click.echo(say_count(N_("{count} notice skipped"), N_("{count} notices skipped"), skipped))
    rows = []
    for mail, recipient in mails.items():
        about = [rehearsed.duties[row.duty] for row in sent if row.mail == mail and row.duty is not None]
        rows.append((names.get(recipient, recipient), ", ".join(duty.reference for duty in about)))
    if rows:
        print_table((say(N_("Recipient")), say(N_("About"))), rows, folding=(1,))


def _moment(text: str) -> dt.datetime:
    try:
        given = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise NoMoment(text=text) from error
    if len(text) <= len("2027-03-15"):
        given = dt.datetime.combine(given, NOON)
    return (given if given.tzinfo is not None else given.replace(tzinfo=OSLO)).astimezone(dt.UTC)
