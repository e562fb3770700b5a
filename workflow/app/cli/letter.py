"""`fristvakt letter …`: take letters in, and list them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from workflow.app.cli.finding import letter_named, letter_of
from workflow.app.cli.kinds import DAY
from workflow.app.cli.names import CHANNELS, channel_name
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Group, argument, command, deciding, formatted, option
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import day, say
from workflow.app.wiring import App
from workflow.language import N_
from workflow.letter.commands import RegisterLetter
from workflow.letter.readings import LetterRow
from workflow.reading.documents.door import bytes_of

letter_command = Group(
    "letter",
    members={
        "add": ("letter", N_("Register a letter: store it, read it, and propose duties")),
        "list": ("letter", N_("List the letters and how far each has come")),
    },
    help=N_("Register letters and list them."),
    example="fristvakt letter add tildelingsbrev.pdf --year 2026\nfristvakt letter list",
)


@command(
    "add",
    N_(
        "Register a letter: store it, read it, and propose duties.\n\n"
        "Nothing becomes a duty until a person accepts it. The same file again changes nothing. "
        "A later letter is compared with what stands."
    ),
    "fristvakt letter add tildelingsbrev.pdf --year 2026 --as kari@example.no\n"
    "fristvakt letter add tillegg.pdf --year 2026 --channel supplementary_letter\n"
    "fristvakt letter add rettet.pdf --year 2026 --corrects 1",
)
@argument(
    "file",
    N_("The letter: PDF with text, DOCX, HTML, Markdown or plain text."),
    N_("FILE"),
    type=click.Path(path_type=Path),
)
@option(
    "--year",
    type=click.IntRange(1990, 2100),
    metavar=N_("YYYY"),
    text=N_("The letter's year, where the letter does not say it."),
)
@option(
    "--channel",
    type=click.Choice(list(CHANNELS)),
    default="allocation_letter",
    text=N_("What kind of letter it is (default: allocation_letter)."),
)
@option(
    "--dated-on",
    type=DAY,
    metavar=N_("DD.MM.YYYY"),
    text=N_("The date of the letter, where it does not say it."),
)
@option(
    "--case-reference",
    default="",
    metavar=N_("REFERENCE"),
    text=N_("Case number or journal post of the letter."),
)
@option(
    "--corrects",
    default="",
    metavar=N_("LETTER"),
    text=N_("The letter it replaces: number, id or part of its name."),
)
@deciding
@formatted
def add_command(
    file: Path,
    year: int | None,
    channel: str,
    dated_on: dt.date | None,
    case_reference: str,
    corrects: str,
    person: str,
    form: str,
) -> None:
    """Register the letter and say what waits."""
    content = bytes_of(file)
    with opened() as app:
        asked = RegisterLetter(
            name=file.name,
            content=content,
            year=year,
            channel=channel,
            dated_on=dated_on,
            case_reference=case_reference,
            corrects=letter_named(app, corrects).id if corrects else None,
            by=decider(app, person),
        )
        with progress(say(N_("Reading {name}"), name=file.name)):
            outcome = app.handle(asked)
        row = next(row for row in app.letters() if row.id == outcome.facts["letter"])
        if form == "json":
            print_json({"changed": outcome.changed, "letter": _summary(app, row)})
            return
        known = N_("{name} is letter {number} already. Nothing was changed.")
        new = N_("{name} is letter {number}. See what waits: fristvakt review --letter {number}")
        click.echo(say(new if outcome.changed else known, name=row.name, number=row.number))


@command("list", N_("List the letters and how far each has come."), "fristvakt letter list --format json")
@formatted
def list_command(form: str) -> None:
    """Print the letters."""
    with opened() as app:
        rows = [_summary(app, row) for row in app.letters()]
    if form == "json":
        return print_json(rows)
    if not rows:
        return click.echo(say(N_("No letters yet. Register one with: fristvakt letter add FILE --year YEAR")))
    headings = [N_("No."), N_("Letter"), N_("Year"), N_("Kind"), N_("Dated"), N_("Decided"), N_("State")]
    return print_table([say(heading) for heading in headings], [_row(row) for row in rows], folding=(1, 3))


def _summary(app: App, row: LetterRow) -> dict[str, object]:
    letter = letter_of(app, row)
    return {
        "number": row.number,
        "id": row.id,
        "name": row.name,
        "year": row.year,
        "channel": letter.channel,
        "dated_on": letter.dated_on,
        "case_reference": letter.case_reference,
        "corrects": letter.corrects,
        "sha256": letter.sha256,
        "proposals": len(letter.proposals),
        "decided": sum(key in letter.decided for key in letter.proposals),
        "confirmed": letter.confirmed,
    }


def _row(row: dict[str, object]) -> tuple[str, ...]:
    dated = row["dated_on"]
    return (
        str(row["number"]),
        str(row["name"]),
        str(row["year"]),
        channel_name(str(row["channel"])),
        day(dated) if isinstance(dated, dt.date) else "",
        say(N_("{decided} of {proposals}"), decided=row["decided"], proposals=row["proposals"]),
        say(N_("closed")) if row["confirmed"] else say(N_("open")),
    )
