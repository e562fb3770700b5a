"""Looking at the trail leaves a fact of its own: who looked, at what."""

from __future__ import annotations

from workflow.app.cli.parts import option
from workflow.app.wiring import App
from workflow.directory.people import Person
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.trail.commands import ConsultTrail, What


class WhoReads(Refusal):
    """Somebody wants to read the trail without saying who they are."""

    code = "who-reads"
    message = N_(
        "Who reads? Reading the trail is itself recorded. Write --as NAME (or set FRISTVAKT_USER). "
        "The directory is shown by: fristvakt people list"
    )


reading = option(
    "--as",
    "person",
    metavar=N_("PERSON"),
    default="",
    text=N_("Who reads: name, e-mail or id from the directory (default: FRISTVAKT_USER)."),
)


def reader(app: App, person: str) -> Person:
    """Give the person who reads; refused where nobody is named or known by it."""
    name = person or app.settings.user
    if not name:
        raise WhoReads
    return app.directory.find_person(name)


def consulted(app: App, by: Person, what: What, subject: str = "") -> None:
    """Record that a person looks at the trail; `subject` is what was asked for, in the command's words."""
    app.handle(ConsultTrail(what=what, subject=subject, by=by.id))
