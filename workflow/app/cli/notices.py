"""`fristvakt notices …`: what will be said, what was said, and the rules of it."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

notices_command = Group(
    "notices",
    members={
        "plan": ("notices_plan", N_("List what will be sent, to whom, when and why")),
        "sent": ("notices_listing", N_("List the notices that were sent")),
        "failed": ("notices_listing", N_("List the notices that were given up")),
        "skipped": ("notices_listing", N_("List the notices that were not sent, and why")),
        "retry": ("notices_retry", N_("Try notices that failed once more")),
        "test": ("notices_test", N_("Send a specimen of every mail to an address")),
        "ladder": ("notices_rules", N_("Show or set on which working days a deadline is spoken of")),
        "lead": ("notices_rules", N_("Show or set the internal lead times")),
        "pause": ("notices_pause", N_("Send no reminders for a while")),
        "resume": ("notices_pause", N_("End a pause")),
    },
    help=N_("See what will be sent and what was sent, and set the rules for notices."),
    example="fristvakt notices plan --days 90\n"
    'fristvakt notices ladder --kind report --set "-10,-1,0,+1,+3^1"\n'
    "fristvakt notices failed",
)
