"""A calendar that came back: what was changed in it, and the commands that would do it."""

from __future__ import annotations

from pathlib import Path

import click

from workflow.app.cli.consulting import consulted, reader
from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json
from workflow.app.cli.speech import language, say, say_count
from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.reporting.calendar.comparing import Change, Proposal
from workflow.reporting.calendar.remedies import ONLY_A_LETTER, command_for

CHANGES = {
    Change.CHANGED: N_("{place}: {reference}, {column}: «{before}» became «{after}»."),
    Change.ADDED: N_("{place}: {reference} «{after}» is not in the year's calendar as the register has it."),
    Change.REMOVED: N_("{reference} «{before}» is no longer in the calendar."),
    Change.UNREADABLE: N_("{place}: {reference}, {column}: «{after}» cannot be read; it was «{before}»."),
    Change.REPEATED: N_("{place}: {reference} stands more than once; only the first was read."),
}


class UnreadableCalendarFile(Refusal):
    """The file cannot be opened."""

    code = "unreadable-calendar-file"
    message = N_("The file {file} cannot be read: {why}")


def read_back(year: int, file: Path, form: str | None, person: str) -> None:
    """Print what was changed in the calendar of the year, and exit with 1 where something was."""
    content = _content(file)
    with opened() as app:
        by = reader(app, person)
        found = _proposals(app, year, by.name, content)
        consulted(app, by, "report", f"calendar {year} --read")
    if form == "json":
        print_json([_as_json(each) for each in found])
    else:
        _print(found)
    if found:
        click.get_current_context().exit(1)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableCalendarFile(file=file, why=error.strerror) from error


def _proposals(app: App, year: int, made_by: str, content: bytes) -> tuple[Proposal, ...]:
    from workflow.app.reporting import known_history
    from workflow.reporting.building.order import Order
    from workflow.reporting.calendar.comparing import proposals
    from workflow.reporting.calendar.known import known_of
    from workflow.reporting.calendar.reading_back import read_calendar
    from workflow.reporting.model import ReportKind

    order = Order(ReportKind.CALENDAR, year, language(), made_by)
    read = read_calendar(content)
    return proposals(known_of(order, known_history(app, None)), read)


def _print(found: tuple[Proposal, ...]) -> None:
    for each in found:
        click.echo(_sentence(each))
        click.echo(f"  {_remedy(each)}")
    if not found:
        return click.echo(say(N_("The calendar says what the register says.")))
    told = N_("{count} difference. Nothing was changed."), N_("{count} differences. Nothing was changed.")
    return click.echo("\n" + say_count(*told, len(found)))


def _sentence(found: Proposal) -> str:
    named = " ".join(filter(None, (found.reference, found.part))) or "–"
    return say(
        CHANGES[found.change],
        place=found.place,
        reference=named,
        column=say(found.column),
        before=found.before,
        after=found.after,
    )


def _remedy(found: Proposal) -> str:
    if found.change in (Change.UNREADABLE, Change.REPEATED):
        return say(N_("Look at it: no command is proposed."))
    return command_for(found) or say(ONLY_A_LETTER)


def _as_json(found: Proposal) -> dict[str, str]:
    names = ("reference", "part", "column", "before", "after", "place", "state")
    plain = {name: str(getattr(found, name)) for name in names}
    return plain | {"change": found.change.value, "column": say(found.column), "command": command_for(found)}
