"""What may not be done with a meeting, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class MeetingHasNoDay(Refusal):
    """People are invited to a day, not to a window."""

    code = "meeting-has-no-day"
    message = N_("{meeting} has no day yet. Set it with: fristvakt meeting move {meeting} --to DAY")


class MeetingNotHeld(Refusal):
    """Minutes and decisions are of a meeting that was held."""

    code = "meeting-not-held"
    message = N_("{meeting} has not been held. Record it with: fristvakt meeting held {meeting}")


class EndsBeforeStart(Refusal):
    """A meeting ends after it starts."""

    code = "ends-before-start"
    message = N_("The meeting cannot end at {ends}, before it starts at {starts}.")


class NothingOnAgenda(Refusal):
    """An agenda says what the meeting is about."""

    code = "nothing-on-agenda"
    message = N_("Write what is on the agenda.")


class NothingDecided(Refusal):
    """A decision has words."""

    code = "nothing-decided"
    message = N_("Write what was decided.")


class NobodyInvited(Refusal):
    """An invitation goes to someone."""

    code = "nobody-invited"
    message = N_("Say who is invited.")


class NotInvited(Refusal):
    """Only who is invited can be uninvited, or answer."""

    code = "not-invited"
    message = N_("{person} is not invited to {meeting}.")
