"""`fristvakt duty …`: the life of a duty, one verb each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from workflow.app.cli.finding import duty_named, unit_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import Group, argument, command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.duty import commands as asking
from workflow.language import N_

STEPS = {
    "assign": ("duty", N_("Say who answers for it: a person, a unit, or both")),
    "start": ("duty", N_("Say that work has begun")),
    "deliver": ("duty", N_("Say that it, or a part of it, was handed over")),
    "accept": ("duty", N_("Say that the ministry accepted the delivery")),
    "return": ("duty", N_("Say that the ministry sent a delivery back")),
    "withdraw": ("duty", N_("Let it lapse, with the ministry's approval")),
    "shield": ("duty", N_("Shield the title: it leaves in no feed and no mail")),
    "unshield": ("duty", N_("Take the shield away")),
}

duty_command = Group(
    "duty",
    members=STEPS,
    help=N_("Assign, start, deliver, accept, return, withdraw, shield."),
    example="fristvakt duty assign 2026-02 --owner kari@example.no --unit Analyse\n"
    'fristvakt duty deliver 2026-02 --part "Del 1" --on 30.09.2026 --reference 26/101-7',
)

_which = argument("reference", N_("The duty: its reference, key or id."), N_("DUTY"))
_part = option(
    "--part",
    default="",
    metavar=N_("PART"),
    text=N_("The part, for example «Del 1», where the duty has parts."),
)
_on = option(
    "--on", "day", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it happened (default: today).")
)
_journal = option(
    "--reference", "journal", default="", metavar=N_("REFERENCE"), text=N_("Case number or journal post.")
)
_reason = option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why."))


def _step(
    reference: str, person: str, form: str, sentence: str, ask: Callable[[App, UUID, str], Any]
) -> None:
    """Open the service, find the duty and who asks, and send the command that `ask` makes."""
    with opened() as app:
        duty, by = duty_named(app, reference), decider(app, person)
        report(app.handle(ask(app, duty, by)), say(sentence, reference=reference), form)


@command(
    "assign",
    N_("Say who answers for it: a person, a unit, or both. Without either, nobody does."),
    "fristvakt duty assign 2026-02 --owner kari@example.no --unit Analyse",
)
@_which
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Name, e-mail or id from the directory."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Name or id of a unit from the directory."))
@deciding
@formatted
def assign_command(reference: str, owner: str, unit: str, person: str, form: str) -> None:
    """Assign the owner."""

    def ask(app: App, duty: UUID, by: str) -> asking.AssignOwner:
        someone = app.directory.find_person(owner).id if owner else ""
        return asking.AssignOwner(duty=duty, owner=someone, unit=unit_named(app, unit), by=by)

    _step(reference, person, form, N_("{reference} has got its owner."), ask)


@command("start", N_("Say that work has begun."), "fristvakt duty start 2026-02")
@_which
@_on
@deciding
@formatted
def start_command(reference: str, day: dt.date | None, person: str, form: str) -> None:
    """Start the duty."""
    _step(
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
@_which
@_part
@_on
@_journal
@deciding
@formatted
def deliver_command(
    reference: str, part: str, day: dt.date | None, journal: str, person: str, form: str
) -> None:
    """Deliver the duty or a part."""
    _step(
        reference,
        person,
        form,
        N_("{reference} is delivered."),
        lambda app, duty, by: asking.DeliverDuty(
            duty=duty, part=part, delivered_on=day, reference=journal, by=by
        ),
    )


@command(
    "accept",
    N_("Say that the ministry accepted the delivery."),
    "fristvakt duty accept 2026-02 --reference 26/101-8",
)
@_which
@_on
@_journal
@deciding
@formatted
def accept_command(reference: str, day: dt.date | None, journal: str, person: str, form: str) -> None:
    """Record the acceptance."""
    _step(
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
@_which
@_part
@_on
@_reason
@_journal
@deciding
@formatted
def return_command(
    reference: str, part: str, day: dt.date | None, reason: str, journal: str, person: str, form: str
) -> None:
    """Record that a delivery came back."""
    _step(
        reference,
        person,
        form,
        N_("{reference} is sent back."),
        lambda app, duty, by: asking.ReturnDelivery(
            duty=duty, part=part, returned_on=day, reason=reason, reference=journal, by=by
        ),
    )


@command(
    "withdraw",
    N_("Let it lapse, with the ministry's approval."),
    'fristvakt duty withdraw 2026-02 --reason "Oppdraget faller bort" --reference 26/101-9',
)
@_which
@_on
@_reason
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
    _step(
        reference,
        person,
        form,
        N_("{reference} is withdrawn."),
        lambda app, duty, by: asking.WithdrawDuty(
            duty=duty, reason=reason, reference=journal, withdrawn_on=day, by=by
        ),
    )


@command(
    "shield",
    N_("Shield the title: it leaves in no feed and no mail (offentleglova section 15)."),
    'fristvakt duty shield 2026-02 --reason "offentleglova § 15"',
)
@_which
@_reason
@deciding
@formatted
def shield_command(reference: str, reason: str, person: str, form: str) -> None:
    """Shield the duty."""
    _step(
        reference,
        person,
        form,
        N_("{reference} is shielded."),
        lambda app, duty, by: asking.RestrictAccess(duty=duty, reason=reason, by=by),
    )


@command(
    "unshield", N_("Take the shield away."), 'fristvakt duty unshield 2026-02 --reason "Offentlig fra i dag"'
)
@_which
@_reason
@deciding
@formatted
def unshield_command(reference: str, reason: str, person: str, form: str) -> None:
    """Open the duty."""
    _step(
        reference,
        person,
        form,
        N_("{reference} is no longer shielded."),
        lambda app, duty, by: asking.OpenAccess(duty=duty, reason=reason, by=by),
    )
