"""`fristvakt read`: what a letter contains, without any database."""

from __future__ import annotations

from pathlib import Path

import click

from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import language, say
from workflow.language import N_


@command(
    "read",
    N_(
        "Show what a letter contains; needs no database.\n\n"
        "Every duty with every deadline and the lines that state it, every doubt with its quotes, "
        "and every date-like phrase that is no deadline, with the reason; what the letter demands of the "
        "content of reports. Nothing is stored."
    ),
    "fristvakt read tildelingsbrev.pdf --year 2026\n"
    "fristvakt read tildelingsbrev.txt --year 2026 --format json > lesing.json",
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
    "--text", "as_text", is_flag=True, text=N_("Show the text that was read, with line numbers, instead.")
)
@formatted
def read_command(file: Path, year: int | None, as_text: bool, form: str) -> None:
    """Read the letter and print what it contains."""
    from workflow.reading.documents.door import open_document

    with progress(say(N_("Reading {name}"), name=file.name)):
        text = open_document(file)
    if as_text:
        from workflow.app.cli.reading_tables import print_text

        return print_text(text)

    from workflow.reading.as_json import as_json, demands_as_json
    from workflow.reading.demands import demands
    from workflow.reading.reader import read_letter

    with progress(say(N_("Looking for deadlines in {name}"), name=file.name)):
        reading = as_json(read_letter(text, year), language()) | demands_as_json(demands(text))
    if form == "json":
        return print_json(reading)

    from workflow.app.cli.reading_tables import print_reading

    return print_reading(reading)
