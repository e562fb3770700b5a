"""`fristvakt duty start|deliver|accept|return`: from the first day of work to the ministry's yes."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from workflow.app.cli.duty_parts import because, happened, journal_post, part_meant, step, which
from workflow.app.cli.finding import person_named
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.wiring import App
from workflow.duty import commands as asking
from workflow.language import N_


@command("start", N_("Say that work has begun."), "fristvakt duty start 2026-02")
@which
@happened
@deciding
@formatted
def start_command(reference: str, day: dt.date | None, person: str, form: str) -> None:
    """Start the duty."""
    step(
        reference,
        person,
        form,
        N_("{reference} is in progress."),
        lambda app, duty, by: asking.StartDuty(duty=duty, started_on=day, by=by),
    )


@command(
    "deliver",
    N_("Say that it, or a part of it, was handed over."),
    'fristvakt duty deliver 2026-02 --part "Del 1" --on 30.09.2026 --reference 26/101-7',
)
@which
@part_meant
@happened
@journal_post
@option("--by", "handed", default="", metavar=N_("PERSON"), text=N_("Who handed it over."))
@deciding
@formatted
def deliver_command(
    reference: str, part: str, day: dt.date | None, journal: str, handed: str, person: str, form: str
) -> None:
    """Deliver the duty or a part."""

    def ask(app: App, duty: UUID, by: str) -> asking.DeliverDuty:
        someone = person_named(app, handed)
        return asking.DeliverDuty(
            duty=duty, part=part, delivered_on=day, reference=journal, delivered_by=someone, by=by
        )

    step(reference, person, form, N_("{reference} is delivered."), ask)


@command(
    "accept",
    N_("Say that the ministry accepted the delivery."),
    "fristvakt duty accept 2026-02 --reference 26/101-8",
)
@which
@happened
@journal_post
@deciding
@formatted
def accept_command(reference: str, day: dt.date | None, journal: str, person: str, form: str) -> None:
    """Record the acceptance."""
    step(
        reference,
        person,
        form,
        N_("{reference} is accepted by the ministry."),
        lambda app, duty, by: asking.AcceptDelivery(duty=duty, accepted_on=day, reference=journal, by=by),
    )


@command(
    "return",
    N_("Say that the ministry sent a delivery back."),
    'fristvakt duty return 2026-02 --reason "Mangler tall for tredje kvartal"',
)
@which
@part_meant
@happened
@because
@journal_post
@deciding
@formatted
def return_command(
    reference: str, part: str, day: dt.date | None, reason: str, journal: str, person: str, form: str
) -> None:
    """Record that a delivery came back."""
    step(
        reference,
        person,
        form,
        N_("{reference} is sent back."),
        lambda app, duty, by: asking.ReturnDelivery(
            duty=duty, part=part, returned_on=day, reason=reason, reference=journal, by=by
        ),
    )
