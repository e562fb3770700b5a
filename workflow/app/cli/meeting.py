"""`fristvakt meeting …`: prepare, move, hold and follow up meetings."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

STEPS = {
    "list": ("meeting_looking", N_("List the meetings")),
    "show": ("meeting_looking", N_("Show one meeting, what hangs on it and who comes")),
    "arrange": ("meeting_preparing", N_("Say where it is held, and between which times")),
    "agenda": ("meeting_preparing", N_("Settle the agenda, normally at least a week before")),
    "paper": ("meeting_papers", N_("Ask for a paper, due as counted from the meeting")),
    "tie": ("meeting_papers", N_("Hang a deadline on the meeting's day")),
    "move": ("meeting_moving", N_("Move it with all that hangs on it; shows the plan first")),
    "invite": ("meeting_inviting", N_("Invite people by e-mail")),
    "uninvite": ("meeting_inviting", N_("Take invitations back")),
    "replies": ("meeting_replies", N_("Read answers to invitations from a mailbox")),
    "held": ("meeting_following", N_("Say that it was held")),
    "minutes": ("meeting_following", N_("Say that the minutes were drafted")),
    "approve": ("meeting_following", N_("Say that the minutes were approved")),
    "decide": ("meeting_following", N_("Record a decision, and the assignment it becomes")),
}

meeting_command = Group(
    "meeting",
    members=STEPS,
    help=N_("Prepare, move, hold and follow up meetings."),
    example='fristvakt meeting move M-HØST --to 14.10.2026 --reason "Etter avtale" --source 26/101-12\n'
    'fristvakt meeting invite M-HØST "Kari Nes" ola@example.no',
)
