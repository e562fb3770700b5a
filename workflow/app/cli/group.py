"""The table of all commands: their names, where they live, and what each does in a line."""

from __future__ import annotations

import click

from workflow.app.cli.parts import Group, Option
from workflow.app.cli.speech import use_language
from workflow.language import LANGUAGES, N_

COMMANDS = {
    "read": ("read", N_("Show what a letter contains; needs no database")),
    "letter": ("letter", N_("Register letters and list them")),
    "review": ("review", N_("Show what waits for a decision")),
    "accept": ("deciding", N_("Accept proposals as they were read")),
    "amend": ("deciding", N_("Accept a proposal otherwise than it was read")),
    "reject": ("deciding", N_("Reject a proposal: it is no duty of ours")),
    "confirm": ("deciding", N_("Close a letter when everything is decided")),
    "register": ("register", N_("List all duties")),
    "show": ("register", N_("Show one duty with its sources and history")),
    "due": ("due", N_("List what falls due, and when")),
    "waiting": ("waiting", N_("List what we wait for from the ministry")),
    "deadline": ("deadline", N_("Set, postpone or correct a deadline, or ask for another")),
    "duty": ("duty", N_("Give, assign, start, deliver, accept, return, end and reopen duties")),
    "deviation": ("deviation", N_("Report deviations and follow them up")),
    "meeting": ("meeting", N_("Prepare, move, hold and follow up meetings")),
    "people": ("people", N_("Import, list, change and erase people")),
    "feed": ("feed", N_("Make, list, revoke and print calendar feeds")),
    "notices": ("notices", N_("See what will be sent and what was sent, and set the rules")),
    "reconcile": ("reconcile", N_("Prove that the feeds match the letter, row by row")),
    "trail": ("trail", N_("Prove the trail: verify, checkpoint, prove and export it")),
    "replay": ("replay", N_("Show how things were on a day, and what changed between two days")),
    "year": ("year", N_("Decide what is left of a year, close it and reopen it")),
    "report": ("report", N_("Write the annual report, the half-year report, the status and the calendar")),
    "rebuild": ("rebuild", N_("Build the projections anew from the events")),
    "db": ("database", N_("Upgrade the database and show its state")),
    "serve": ("serve", N_("Start the service with the feeds")),
    "scheduler": ("scheduler", N_("Watch the deadlines and send the notices, without the feeds")),
    "demo": ("demo", N_("Read and confirm the example letter")),
}


def _choose_language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value:
        use_language(value)


def _show_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"fristvakt {version('fristvakt')}")
        ctx.exit()


fristvakt = Group(
    "fristvakt",
    members=COMMANDS,
    help=N_(
        "Fristvakt keeps the reporting calendar: from the allocation letter to everyone's calendar.\n\n"
        "Exit codes: 0 done, 1 refused or differs, 2 wrong use."
    ),
    example="fristvakt read tildelingsbrev.pdf --year 2026\n"
    "fristvakt letter add tildelingsbrev.pdf --year 2026 --as kari@example.no",
    params=[
        Option(
            ["--language"],
            type=click.Choice(LANGUAGES),
            is_eager=True,
            expose_value=False,
            callback=_choose_language,
            help=N_("Language of what is shown: nb or nn (default: FRISTVAKT_LANGUAGE)."),
        ),
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=N_("Show the version."),
        ),
    ],
)
