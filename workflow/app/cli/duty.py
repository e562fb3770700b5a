"""`fristvakt duty …`: the life of a duty, one verb each."""

from __future__ import annotations

from workflow.app.cli.parts import Group
from workflow.language import N_

STEPS = {
    "give": ("duty_giving", N_("Give a duty that no letter gave")),
    "written": ("duty_giving", N_("Say where what was given orally has been put in writing")),
    "assign": ("duty_answering", N_("Say who answers for it: a person, a unit, or both")),
    "deputy": ("duty_answering", N_("Say who stands in for the owner")),
    "start": ("duty_delivering", N_("Say that work has begun")),
    "deliver": ("duty_delivering", N_("Say that it, or a part of it, was handed over")),
    "accept": ("duty_delivering", N_("Say that the ministry accepted the delivery")),
    "return": ("duty_delivering", N_("Say that the ministry sent a delivery back")),
    "withdraw": ("duty_ending", N_("Let it lapse, with the ministry's approval")),
    "carry-over": ("duty_ending", N_("Let it live on under the next letter")),
    "reopen": ("duty_ending", N_("Take up again what had ended, or was not good enough")),
    "correct": ("duty_correcting", N_("Correct a delivery or an acceptance that was recorded wrongly")),
    "comment": ("duty_answering", N_("Write something down about it")),
    "shield": ("duty_answering", N_("Shield the title: it leaves in no feed and no mail")),
    "unshield": ("duty_answering", N_("Take the shield away")),
}

duty_command = Group(
    "duty",
    members=STEPS,
    help=N_("Give, assign, start, deliver, accept, return, end and reopen duties."),
    example="fristvakt duty assign 2026-02 --owner kari@example.no --unit Analyse\n"
    'fristvakt duty deliver 2026-02 --part "Del 1" --on 30.09.2026 --reference 26/101-7',
)
