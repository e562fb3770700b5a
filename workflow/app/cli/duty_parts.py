"""What the commands about a duty share: its reference, its part, the day, the reference, the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from workflow.app.cli.finding import duty_named
from workflow.app.cli.kinds import DAY
from workflow.app.cli.opening import decider, opened, report
from workflow.app.cli.parts import argument, option
from workflow.app.cli.speech import say
from workflow.app.wiring import App
from workflow.language import N_

which = argument("reference", N_("The duty: its reference, key or id."), N_("DUTY"))
part_meant = option(
    "--part",
    default="",
    metavar=N_("PART"),
    text=N_("The part, for example «Del 1», where the duty has parts."),
)
happened = option(
    "--on", "day", type=DAY, metavar=N_("DD.MM.YYYY"), text=N_("The day it happened (default: today).")
)
journal_post = option(
    "--reference", "journal", default="", metavar=N_("REFERENCE"), text=N_("Case number or journal post.")
)
because = option("--reason", required=True, metavar=N_("TEXT"), text=N_("Why."))


def step(reference: str, person: str, form: str, sentence: str, ask: Callable[[App, UUID, str], Any]) -> None:
    """Open the service, find the duty and who asks, and send the command that `ask` makes."""
    with opened() as app:
        duty, by = duty_named(app, reference), decider(app, person)
        report(app.handle(ask(app, duty, by)), say(sentence, reference=reference), form)
