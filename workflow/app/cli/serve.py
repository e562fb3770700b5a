"""`fristvakt serve`: the service with the feeds, and the ticker beside it."""

from __future__ import annotations

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.parts import command, option
from workflow.app.cli.scheduler import tell_mail
from workflow.app.cli.speech import say
from workflow.language import N_

PATIENCE = 10.0
"""Seconds to wait for the mail in hand when the service is stopped."""


@command(
    "serve",
    N_(
        "Start the service with the feeds.\n\n"
        "Answers until it is stopped with Ctrl-C. Meanwhile deadlines are watched and notices sent."
    ),
    "fristvakt serve\nfristvakt serve --host 0.0.0.0 --port 8080\nfristvakt serve --no-scheduler",
)
@option(
    "--host", metavar=N_("ADDRESS"), text=N_("Address to listen on (default: FRISTVAKT_HOST or 127.0.0.1).")
)
@option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar=N_("NUMBER"),
    text=N_("Port (default: FRISTVAKT_PORT or 8000)."),
)
@option(
    "--no-scheduler",
    is_flag=True,
    text=N_("Leave deadlines and notices to other processes (fristvakt scheduler)."),
)
def serve_command(host: str | None, port: int | None, no_scheduler: bool) -> None:
    """Serve until stopped."""
    from workflow.app.scheduling.ticker import Ticker
    from workflow.app.web.serve import serve

    with opened() as app:
        ticker = Ticker(app)
        ticker.start(leading=not no_scheduler)
        try:
            address = app.settings.base_url
            click.echo(
                say(N_("Starting the service at {address}. Stop it with Ctrl-C."), address=address), err=True
            )
            if not no_scheduler:
                tell_mail(app)
            serve(app, host or app.settings.host, port or app.settings.port)
        finally:
            ticker.stop(PATIENCE)
