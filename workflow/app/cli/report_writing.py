"""What all reports share on the command line: the options, the format by the file's ending, the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import opened
from workflow.app.cli.parts import option
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import language as spoken
from workflow.app.cli.speech import say
from workflow.language import LANGUAGES, N_
from workflow.refusals import Refusal
from workflow.reporting.formats.catalogue import FORMATS, Format
from workflow.reporting.model import Report, ReportKind
from workflow.trail.writing import write_whole

NAMES = {
    ReportKind.YEAR: "arsrapport",
    ReportKind.HALF_YEAR: "halvarsrapport",
    ReportKind.STATUS: "status",
    ReportKind.CALENDAR: "styringskalender",
}
"""What a file is called when nobody says: the name is the same in every language and on every disk."""


class FileInTheWay(Refusal):
    """What would be written over is there already."""

    code = "file-in-the-way"
    message = N_("{file} is there already. Choose another name, or write over it with --force.")


class NoSuchTemplate(Refusal):
    """The agency's template cannot be read."""

    code = "no-such-template"
    message = N_("The template {file} cannot be read: {why}")


def as_known(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of`."""
    text = N_("As it was known at the end of this day (default: now).")
    decorated: Callable[..., Any] = option("--as-of", type=DAY, metavar=N_("DD.MM.YYYY"), text=text)(function)
    return decorated


def written(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what says who asks, and how and where it is written."""
    for each in reversed(_OPTIONS):
        function = each(function)
    return function


_OPTIONS = (
    option("--out", type=click.Path(path_type=Path), metavar=N_("FILE"),
           text=N_("The file; its ending chooses the format (default: a Word document here).")),
    option("--format", "form", type=click.Choice(list(FORMATS)),
           text=N_("The format, where the ending of the file does not say it.")),
    option("--language", type=click.Choice(LANGUAGES),
           text=N_("The report's language: nb or nn (default: what the program speaks).")),
    option("--template", type=click.Path(path_type=Path), metavar=N_("FILE"),
           text=N_("The agency's own Word template (.docx) with {{innhold}} where the content goes.")),
    option("--shielded", is_flag=True,
           text=N_("Write shielded titles out (offentleglova section 15); for those who may read them.")),
    option("--force", is_flag=True, text=N_("Write over a file that is there.")),
    reading,
)  # fmt: skip


def write_report(
    kind: ReportKind,
    year: int | None,
    as_of: dt.date | None,
    out: Path | None,
    form: str | None,
    language: str | None,
    template: Path | None,
    shielded: bool,
    force: bool,
    person: str,
) -> None:
    """Build a report, record that somebody had it made, and write its file whole or not at all."""
    from workflow.app.reporting import Wanted, report_of

    chosen = _format(out, form, template)
    with opened() as app:
        by, said = reader(app, person), language or spoken()
        file = out or Path(f"{NAMES[kind]}-{year or as_of or app.today()}.{chosen.ending}")
        if file.exists() and not force:
            raise FileInTheWay(file=file)
        with progress(say(N_("Writing the report"))):
            report = report_of(app, Wanted(kind, by, said, year, as_of, shielded))
            content = _content(report, chosen, template)
        asked = (kind, year, as_of and f"as-of {as_of}", said, chosen.ending, shielded and "shielded")
        consulted(app, by, "report", " ".join(str(each) for each in asked if each))
        write_whole(file, content)
    click.echo(say(N_("Written: {title}, {file}"), title=report.title, file=file))


def _format(out: Path | None, form: str | None, template: Path | None) -> Format:
    """Choose the format by what is said, else by the file's ending, else Word."""
    ending = form or (out.suffix.removeprefix(".").lower() if out else "docx")
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise click.UsageError(
            say(N_("No format has the ending «{ending}». There are: {known}."), ending=ending, known=known)
        )
    if template is not None and ending != "docx":
        raise click.UsageError(say(N_("Only a Word document (.docx) has a template.")))
    return FORMATS[ending]


def _content(report: Report, chosen: Format, template: Path | None) -> bytes:
    if template is None:
        return chosen.write(report)
    from workflow.reporting.formats.docx import write_docx

    try:
        return write_docx(report, template.read_bytes())
    except OSError as error:
        raise NoSuchTemplate(file=template, why=error.strerror) from error
