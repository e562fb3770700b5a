"""`fristvakt replay`: how things were on a day, as known then or by what is known now, and what changed."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

import click

from projections.engine.engine import Engine
from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import PAST, opened, stoppage
from workflow.app.cli.output import complain, print_json, print_table
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.past import PastApp
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import refused, say
from workflow.app.wiring import App
from workflow.language import N_
from workflow.replaying.known import end_of, known_store
from workflow.replaying.views import Past, digests_of

VIEWS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "register": ("register", "register_command", ("register",)),
    "show": ("register", "show_command", ("register",)),
    "due": ("due", "due_command", ("due",)),
    "waiting": ("waiting", "waiting_command", ("waiting",)),
    "deviations": ("deviation_list", "list_command", ("deviations", "register")),
    "notices": ("replay_notices", "notices_command", ("notices", "reminders", "register")),
}
"""By what is asked for: the command that shows it, and the projections that it reads."""


@command(
    "replay",
    N_(
        "Show how things were at the end of a day, or what changed between two days.\n\n"
        "VIEW is register, show, due, waiting, deviations or notices, with the options of that command. "
        "Without one, every projection is rebuilt and its digest shown."
    ),
    "fristvakt replay --as-of 30.06.2026 register --state deviation\n"
    "fristvakt replay --as-of 30.06.2026 --effective due --overdue\n"
    "fristvakt replay --between 01.01.2026 30.06.2026\nfristvakt replay --digest",
)
@option(
    "--as-of", "on", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("As it was known at the end of this day.")
)
@option(
    "--effective",
    is_flag=True,
    text=N_("As it was by what we know now: by when things happened, not by when they were recorded."),
)
@option(
    "--between",
    nargs=2,
    type=DAY,
    metavar=N_("DAY DAY"),
    text=N_("What changed from the end of one day to the end of another, and by whom."),
)
@option("--digest", is_flag=True, text=N_("Only the digests; without a day, compared with the rows in use."))
@formatted
@reading
@argument("view", N_("What to show, and its options."), N_("[VIEW …]"), nargs=-1, type=click.UNPROCESSED)
def replay_command(
    on: dt.date | None,
    effective: bool,
    between: tuple[dt.date, dt.date] | None,
    digest: bool,
    form: str,
    person: str,
    view: tuple[str, ...],
) -> int:
    """Replay the events."""
    _check(on, effective, between, digest, view)
    with opened() as app:
        consulted(app, reader(app, person), "replay", _asked(on, effective, between, view))
        if between is not None:
            from workflow.app.cli.replay_between import print_differences

            print_differences(app, *between, effective=effective, form=form)
        elif on is None:
            return _compare(app, form)
        else:
            _print_day(app, on, effective, view, form)
    return 0


# What comes after the view is the view's own.
replay_command.context_settings = {"allow_interspersed_args": False}


def _check(
    on: dt.date | None,
    effective: bool,
    between: tuple[dt.date, dt.date] | None,
    digest: bool,
    view: tuple[str, ...],
) -> None:
    """Refuse what does not go together, before anything is opened."""
    if view and view[0] not in VIEWS:
        known = ", ".join(VIEWS)
        raise click.UsageError(
            say(N_("There is no view «{view}». There are: {known}."), view=view[0], known=known)
        )
    if sum((on is not None, between is not None, digest and on is None)) != 1:
        raise click.UsageError(say(N_("Write one of --as-of, --between and --digest.")))
    if view and (digest or between is not None):
        raise click.UsageError(say(N_("A view goes with --as-of alone.")))
    if effective and on is None and between is None:
        raise click.UsageError(say(N_("--effective goes with --as-of or --between.")))
    if between is not None and between[0] > between[1]:
        raise click.UsageError(say(N_("The first day is after the last.")))


def _asked(
    on: dt.date | None, effective: bool, between: tuple[dt.date, dt.date] | None, view: tuple[str, ...]
) -> str:
    """Say in the words of the command what was asked for; a view's options may name people."""
    days = f"--as-of {on}" if on is not None else "--digest"
    days = f"--between {between[0]} {between[1]}" if between is not None else days
    return " ".join([days, *(["--effective"] if effective else []), *view[:1]])


def _print_day(app: App, on: dt.date, effective: bool, view: tuple[str, ...], form: str) -> None:
    """Print what a view shows of a day, or the digests of all projections."""
    with _replayed(app, on, effective, VIEWS[view[0]][2] if view else None) as past:
        if view:
            _show(past, view, form)
        else:
            _print_digests(past.engine, form)


@contextmanager
def _replayed(app: App, on: dt.date, effective: bool, names: tuple[str, ...] | None) -> Iterator[PastApp]:
    """Give the service as it was, with the projections that are asked for."""
    chosen = [each for name, each in app.engine.projections.items() if names is None or name in names]
    past = Past(app.store, chosen)
    moment = end_of(on)
    with ExitStack() as stack:
        with progress(say(N_("Replaying the events"))):
            engine = stack.enter_context(past.effective(on) if effective else past.known(on))
        for status in engine.status():
            if status.stopped is not None:
                complain(refused(stoppage(status.name, status.stopped)))
        yield PastApp(app, engine, app.store if effective else known_store(app.store, moment), moment)


def _show(past: PastApp, view: tuple[str, ...], form: str) -> None:
    """Let the view's own command print; `--format` before the view goes for it too."""
    module, name, _ = VIEWS[view[0]]
    shown: click.Command = getattr(importlib.import_module(f"workflow.app.cli.{module}"), name)
    arguments = [*(["--format", form] if form != "table" else []), *view[1:]]
    present = click.get_current_context()
    present.meta[PAST] = past
    with shown.make_context(view[0], arguments, parent=present) as context:
        shown.invoke(context)


def _print_digests(engine: Engine, form: str) -> None:
    with progress(say(N_("Counting the digests"))):
        found = digests_of(engine)
    if form == "json":
        return print_json({"events": engine.store.last_position(), "digests": found})
    return print_table([say(N_("Projection")), say(N_("Digest"))], list(found.items()))


def _compare(app: App, form: str) -> int:
    """Compare the rows in use with a replay; 1 where they differ."""
    with progress(say(N_("Replaying the events"))):
        found = Past(app.store, list(app.engine.projections.values())).compared(app.datastore)
    agrees = all(each.agrees for each in found)
    if form == "json":
        print_json([{"name": each.name, "live": each.live, "replayed": each.replayed,
                     "agrees": each.agrees} for each in found])  # fmt: skip
        return 0 if agrees else 1
    said = {True: say(N_("agrees")), False: say(N_("differs"))}
    headings = [N_("Projection"), N_("In use"), N_("Replayed"), ""]
    cells = [(each.name, each.live[:16], each.replayed[:16], said[each.agrees]) for each in found]
    print_table([say(each) for each in headings], cells)
    return 0 if agrees else 1
