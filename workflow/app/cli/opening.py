"""What a command needs before it starts: the wired service, and who is asking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from projections.engine.status import Stopped
from workflow.app.cli.output import complain, print_json
from workflow.app.cli.progress import progress
from workflow.app.cli.speech import refused, say
from workflow.app.settings import from_environment
from workflow.app.wiring import App, bootstrap
from workflow.directory.deciding import require_decider
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.work import Outcome


class WhoDecides(Refusal):
    """A command that decides something was given without a person."""

    code = "who-decides"
    message = N_(
        "Who decides? Write --as NAME (or set FRISTVAKT_USER). The directory is shown by: fristvakt people "
        "list"
    )


class ProjectionStopped(Refusal):
    """A projection met an event that it could not take in."""

    code = "projection-stopped"
    message = N_(
        "The projection «{name}» stopped at event {position} ({topic}): {why}. "
        "The others go on. Upgrade the program or report the error, and then run: fristvakt rebuild {name}"
    )


def stoppage(name: str, stopped: Stopped) -> ProjectionStopped:
    """Word why a projection stopped."""
    return ProjectionStopped(name=name, position=stopped.position, topic=stopped.topic, why=stopped.why)


PAST = "fristvakt.past"
"""Under this name a replay puts the service as it was into click's context."""


@contextmanager
def opened() -> Iterator[App]:
    """Open the service with everything that happened taken in, and close it at the end.

    Inside a replay, give the service as it was.
    """
    past: App | None = click.get_current_context().meta.get(PAST)
    if past is not None:
        yield past
        return
    app = bootstrap(from_environment(os.environ), clock=click.get_current_context().obj)
    try:
        with progress(say(N_("Taking in what has happened"))):
            app.catch_up()
        for status in app.engine.status():
            if status.stopped is not None:
                complain(refused(stoppage(status.name, status.stopped)))
        yield app
    finally:
        app.close()


def decider(app: App, person: str) -> str:
    """Give the id of the person who decides; refused where nobody is named or known by it, or only reads."""
    name = person or app.settings.user
    if not name:
        raise WhoDecides
    found = app.directory.find_person(name).id
    require_decider(app.directory, found)
    return found


def report(outcome: Outcome, sentence: str, form: str) -> None:
    """Say what a command did: the sentence, or that everything was so already."""
    if form == "json":
        print_json({"changed": outcome.changed, "facts": outcome.facts})
    else:
        click.echo(sentence if outcome.changed else say(N_("No change: it is so already.")))
