"""`fristvakt duty withdraw|carry-over|reopen`: a duty ends, or is taken up again."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from workflow.app.cli.duty_parts import because, happened, journal_post, part_meant, step, which
from workflow.app.cli.finding import duty_named
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.wiring import App
from workflow.duty import commands as asking
from workflow.language import N_


@command(
    "withdraw",
    N_("Let it lapse, with the ministry's approval."),
    'fristvakt duty withdraw 2026-02 --reason "Oppdraget faller bort" --reference 26/101-9',
)
@which
@happened
@because
@option(
    "--reference",
    "journal",
    required=True,
    metavar=N_("REFERENCE"),
    text=N_("Case number or journal post of the approval."),
)
@deciding
@formatted
def withdraw_command(
    reference: str, day: dt.date | None, reason: str, journal: str, person: str, form: str
) -> None:
    """Withdraw the duty."""
    step(
        reference,
        person,
        form,
        N_("{reference} is withdrawn."),
        lambda app, duty, by: asking.WithdrawDuty(
            duty=duty, reason=reason, reference=journal, withdrawn_on=day, by=by
        ),
    )


@command(
    "carry-over",
    N_(
        "Let it live on under the next letter.\n\n"
        "Name the duty in that letter with --to, or the letter with --reference. It is reminded of no more, "
        "and what recurs in it ends."
    ),
    'fristvakt duty carry-over 2026-02 --to 2027-05 --reason "Videreføres i neste brev"',
)
@which
@option("--to", "successor", default="", metavar=N_("DUTY"), text=N_("The duty that it lives on as."))
@happened
@because
@journal_post
@deciding
@formatted
def carry_over_command(
    reference: str, successor: str, day: dt.date | None, reason: str, journal: str, person: str, form: str
) -> None:
    """Carry the duty over."""

    def ask(app: App, duty: UUID, by: str) -> asking.CarryOver:
        to = duty_named(app, successor) if successor else None
        return asking.CarryOver(duty=duty, to=to, reason=reason, reference=journal, carried_on=day, by=by)

    step(reference, person, form, N_("{reference} is carried over."), ask)


@command(
    "reopen",
    N_(
        "Take up again what had ended, or what was delivered and not good enough after all.\n\n"
        "What was delivered counts as undelivered again: the part that is named, else every part."
    ),
    'fristvakt duty reopen 2026-02 --reason "Departementet tok det opp igjen" --reference 26/101-12',
)
@which
@part_meant
@happened
@because
@journal_post
@deciding
@formatted
def reopen_command(
    reference: str, part: str, day: dt.date | None, reason: str, journal: str, person: str, form: str
) -> None:
    """Reopen the duty."""
    step(
        reference,
        person,
        form,
        N_("{reference} is open again."),
        lambda app, duty, by: asking.ReopenDuty(
            duty=duty, part=part, reason=reason, reference=journal, reopened_on=day, by=by
        ),
    )
