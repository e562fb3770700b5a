"""`fristvakt notices retry`: failed notices once more."""

from __future__ import annotations

import datetime as dt

from projections.notices.queries import NoticeFilter, listed
from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say_count
from workflow.language import N_
from workflow.notices.commands import RetryNotices


@command(
    "retry",
    N_(
        "Try notices that failed once more.\n\n"
        "All of them, or those that are chosen. They go out at the next look, if they still hold then."
    ),
    "fristvakt notices retry\nfristvakt notices retry --person kari@example.no --from 01.03.2026",
)
@option("--from", "first", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("From and including this day."))
@option("--to", "last", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("To and including this day."))
@option("--person", "recipient", metavar=N_("PERSON"), text=N_("Only what this person gets."))
@option("--duty", metavar=N_("DUTY"), text=N_("Only about this duty."))
@deciding
@formatted
def retry_command(
    first: dt.date | None,
    last: dt.date | None,
    recipient: str | None,
    duty: str | None,
    person: str,
    form: str,
) -> None:
    """Try again what failed."""
    with opened() as app:
        which = NoticeFilter(
            states=("failed",),
            recipient=app.directory.find_person(recipient).id if recipient else None,
            duty=duty_named(app, duty) if duty else None,
            first=first,
            last=last,
        )
        with app.datastore.reading() as connection:
            failed = tuple(row.id for row in listed(connection, which))
        outcome = app.handle(RetryNotices(notices=failed, by=decider(app, person)))
    sentence = say_count(
        N_("{count} notice will be tried again."), N_("{count} notices will be tried again."), len(failed)
    )
    report(outcome, sentence, form)
