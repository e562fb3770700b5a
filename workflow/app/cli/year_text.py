"""`fristvakt year text`: what a person writes for one place of a report."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import language, say
from workflow.app.cli.year_parts import year_meant
from workflow.app.reporting import Wanted, report_of
from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.reporting.model import ReportKind
from workflow.year.commands import WriteYearText

WITHOUT_TEXT = ("demands", "annex", "method")
"""The chapters in which nothing is typed: they only list and explain."""


class NoSuchPlace(Refusal):
    """The report has no chapter by that key."""

    code = "no-such-place"
    message = N_("The report has no place «{place}». There are: {places}.")


class UnreadableText(Refusal):
    """The file with the text cannot be read."""

    code = "unreadable-text"
    message = N_("{file} cannot be read as text (UTF-8): {why}")


@command(
    "text",
    N_(
        "Write a text for one place of a year's report.\n\n"
        "It stands in that chapter, marked as written by you. An empty line begins a new paragraph. "
        "An empty text takes it away."
    ),
    'fristvakt year text 2026 --place goal-1 --text "Målet er nådd."\n'
    "fristvakt year text 2026 --report half-year --place risk --file risiko.txt",
)
@year_meant
@option(
    "--place",
    required=True,
    metavar=N_("PLACE"),
    text=N_("The chapter's key: summary, goal-1, deviations …; a wrong one shows them all."),
)
@option(
    "--report",
    "kind",
    type=click.Choice(["year", "half-year"]),
    default="year",
    text=N_("Which report (default: year)."),
)
@option("--text", default=None, metavar=N_("TEXT"), text=N_("The text."))
@option("--file", type=click.Path(path_type=Path), metavar=N_("FILE"), text=N_("A file with the text."))
@deciding
@formatted
def text_command(
    year: int,
    place: str,
    kind: Literal["year", "half-year"],
    text: str | None,
    file: Path | None,
    person: str,
    form: str,
) -> None:
    """Write the text."""
    if (text is None) == (file is None):
        raise click.UsageError(say(N_("Write one of --text and --file.")))
    words = text if file is None else _read(file)
    with opened() as app:
        by = decider(app, person)
        _require_place(app, year, ReportKind(kind), place, by)
        asked = WriteYearText(year=year, report=kind, place=place, text=words or "", by=by)
        report(app.handle(asked), say(N_("The text is kept for {place}."), place=place), form)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise UnreadableText(file=file, why=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UnreadableText(file=file, why=error.reason) from error


def _require_place(app: App, year: int, kind: ReportKind, place: str, by: str) -> None:
    """Refuse a place that the report does not have as things stand: the text would be seen nowhere."""
    built = report_of(app, Wanted(kind, app.directory.find_person(by), language(), year))
    places = [each.key for each in built.sections if each.key not in WITHOUT_TEXT]
    if place not in places:
        raise NoSuchPlace(place=place, places=", ".join(places))
