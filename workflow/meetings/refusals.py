"""What may not be done around a meeting, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class NotAMeeting(Refusal):
    """What only a meeting has is asked of meetings."""

    code = "not-a-meeting"
    message = N_("{duty} is no meeting.")


class NotCountedFromMeeting(Refusal):
    """What hangs on a meeting says how long before or after it."""

    code = "not-counted-from-meeting"
    message = N_("«{words}» does not say how long before or after the meeting. Write «to uker før møtet».")


class PaperExists(Refusal):
    """One paper, one duty."""

    code = "paper-exists"
    message = N_("The meeting has the paper «{title}» already: {reference}. Move it with: fristvakt deadline")


class NotTied(Refusal):
    """Only what hangs on the meeting can be kept out of its move."""

    code = "not-tied"
    message = N_("{duty} does not hang on this meeting.")


class MoveNeedsDay(Refusal):
    """What hangs on a meeting is counted from one day."""

    code = "move-needs-day"
    message = N_("«{words}» is not one day. A window is set with: fristvakt deadline")


class LeavesBehind(Refusal):
    """What hangs on a meeting is not left where the meeting was."""

    code = "leaves-behind"
    message = N_(
        "These hang on the day of {meeting}: {duties}. See what follows it, and move them together, with: "
        "fristvakt meeting move {meeting} --to DAY"
    )


class PlanChanged(Refusal):
    """What is confirmed is what was shown."""

    code = "plan-changed"
    message = N_(
        "Something has changed since the plan {plan} was shown, or it was another plan. "
        "Nothing is moved; show it again without --confirm."
    )
