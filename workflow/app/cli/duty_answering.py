"""`fristvakt duty assign|deputy|comment|shield|unshield`: who answers for it, and what is said of it."""

from __future__ import annotations

from uuid import UUID

from workflow.app.cli.duty_parts import because, step, which
from workflow.app.cli.finding import person_named, unit_named
from workflow.app.cli.parts import argument, command, deciding, formatted, option
from workflow.app.wiring import App
from workflow.duty import commands as asking
from workflow.language import N_


@command(
    "assign",
    N_("Say who answers for it: a person, a unit, or both. Without either, nobody does."),
    "fristvakt duty assign 2026-02 --owner kari@example.no --unit Analyse",
)
@which
@option("--owner", default="", metavar=N_("PERSON"), text=N_("Name, e-mail or id from the directory."))
@option("--unit", default="", metavar=N_("UNIT"), text=N_("Name or id of a unit from the directory."))
@deciding
@formatted
def assign_command(reference: str, owner: str, unit: str, person: str, form: str) -> None:
    """Assign the owner."""

    def ask(app: App, duty: UUID, by: str) -> asking.AssignOwner:
        someone = person_named(app, owner)
        return asking.AssignOwner(duty=duty, owner=someone, unit=unit_named(app, unit), by=by)

    step(reference, person, form, N_("{reference} has got its owner."), ask)


@command(
    "deputy",
    N_("Say who stands in for the owner. Without a person, nobody does."),
    "fristvakt duty deputy 2026-02 --person ola@example.no",
)
@which
@option("--person", "deputy", default="", metavar=N_("PERSON"), text=N_("Who stands in."))
@deciding
@formatted
def deputy_command(reference: str, deputy: str, person: str, form: str) -> None:
    """Assign the deputy."""

    def ask(app: App, duty: UUID, by: str) -> asking.AssignDeputy:
        return asking.AssignDeputy(duty=duty, deputy=person_named(app, deputy), by=by)

    sentence = N_("{reference} has got its deputy.") if deputy else N_("{reference} has no deputy any more.")
    step(reference, person, form, sentence, ask)


@command(
    "comment",
    N_("Write something down about it."),
    'fristvakt duty comment 2026-02 "Avventer tall fra regionene"',
)
@which
@argument("text", N_("What is to be remembered."), N_("TEXT"))
@deciding
@formatted
def comment_command(reference: str, text: str, person: str, form: str) -> None:
    """Comment on the duty."""
    step(
        reference,
        person,
        form,
        N_("Noted about {reference}."),
        lambda app, duty, by: asking.Comment(duty=duty, comment=text, by=by),
    )


@command(
    "shield",
    N_("Shield the title: it leaves in no feed and no mail (offentleglova section 15)."),
    'fristvakt duty shield 2026-02 --reason "offentleglova § 15"',
)
@which
@because
@deciding
@formatted
def shield_command(reference: str, reason: str, person: str, form: str) -> None:
    """Shield the duty."""
    step(
        reference,
        person,
        form,
        N_("{reference} is shielded."),
        lambda app, duty, by: asking.RestrictAccess(duty=duty, reason=reason, by=by),
    )


@command(
    "unshield", N_("Take the shield away."), 'fristvakt duty unshield 2026-02 --reason "Offentlig fra i dag"'
)
@which
@because
@deciding
@formatted
def unshield_command(reference: str, reason: str, person: str, form: str) -> None:
    """Open the duty."""
    step(
        reference,
        person,
        form,
        N_("{reference} is no longer shielded."),
        lambda app, duty, by: asking.OpenAccess(duty=duty, reason=reason, by=by),
    )
