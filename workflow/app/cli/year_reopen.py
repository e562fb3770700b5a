"""`fristvakt year reopen`: a closed year is opened again."""

from __future__ import annotations

from workflow.app.cli.duty_parts import because, journal_post
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import command, deciding, formatted
from workflow.app.cli.speech import say
from workflow.app.cli.year_parts import year_meant
from workflow.language import N_
from workflow.year.commands import ReopenYear


@command(
    "reopen",
    N_(
        "Open a closed year again, because something in it is to be changed after all.\n\n"
        "That it was closed, and that it was reopened and why, stays in the trail. Close it again afterwards."
    ),
    'fristvakt year reopen 2026 --reason "Levering ført på feil dag" --reference 27/101-3',
)
@year_meant
@because
@journal_post
@deciding
@formatted
def reopen_command(year: int, reason: str, journal: str, person: str, form: str) -> None:
    """Reopen the year."""
    with opened() as app:
        asked = ReopenYear(year=year, reason=reason, reference=journal, by=decider(app, person))
        report(app.handle(asked), say(N_("{year} is open again."), year=year), form)
