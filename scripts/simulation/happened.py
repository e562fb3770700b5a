"""What happened to a duty, in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from events.vocabulary import correction, deviation, dialogue, duty, governance_meeting
from events.vocabulary.values import DeadlineFact
from scripts.simulation.evidence import civil_day
from scripts.simulation.oracle.history import Story

# `Any`: each function words the one event that its key names.
WORDS: dict[type, Callable[[Any], str]] = {
    duty.DutyGiven: lambda _: "gitt",
    duty.DeadlineSet: lambda event: f"frist{_part(event)} {_due(event.deadline)}",
    duty.DeadlinePostponed: lambda event: f"flyttet{_part(event)} til {_due(event.deadline)}",
    correction.DeadlineCorrected: lambda event: f"frist rettet{_part(event)} til {_due(event.deadline)}",
    duty.DeadlineDropped: lambda event: f"frist{_part(event)} falt bort",
    duty.DutyStarted: lambda _: "påbegynt",
    duty.DutyDelivered: lambda event: f"levert{_part(event)}",
    duty.DutyReturned: lambda event: f"returnert{_part(event)}",
    duty.DutyAccepted: lambda _: "godkjent",
    duty.DutyWithdrawn: lambda _: "bortfalt",
    duty.DutyCarriedOver: lambda _: "overført",
    duty.DutyReopened: lambda _: "gjenåpnet",
    duty.OwnerAssigned: lambda _: "ansvarlig satt",
    duty.DeputyAssigned: lambda _: "stedfortreder satt",
    duty.AccessRestricted: lambda _: "skjermet",
    dialogue.PostponementRequested: lambda event: f"bedt om utsettelse{_part(event)}",
    dialogue.PostponementRefused: lambda event: f"utsettelse avslått{_part(event)}",
    dialogue.DeadlineInquired: lambda event: f"spurt om frist{_part(event)}",
    dialogue.ConfirmedInWriting: lambda _: "bekreftet skriftlig",
    deviation.DeadlineMissed: lambda event: f"oversittet{_part(event)}",
    deviation.DeviationReported: lambda event: f"avvik meldt{_weight(event)}",
    deviation.DeviationDescribed: lambda event: f"avvik beskrevet{_weight(event)}",
    deviation.MeasureProposed: lambda event: f"tiltak {event.measure.number} foreslått",
    deviation.MeasureMoved: lambda event: f"tiltak {event.number} flyttet",
    deviation.MeasureCompleted: lambda event: f"tiltak {event.number} utført",
    deviation.MinistryTold: lambda _: "departementet orientert",
    deviation.DeviationClosed: lambda _: "avvik lukket",
    governance_meeting.MeetingArranged: lambda event: f"lagt til {event.place}",
    governance_meeting.AgendaSettled: lambda _: "dagsorden klar",
    governance_meeting.MinutesDrafted: lambda _: "referat skrevet",
    governance_meeting.DecisionRecorded: lambda _: "vedtak",
    governance_meeting.AttendeesInvited: lambda event: f"innkalt {len(event.attendees)}",
    governance_meeting.InvitationsCancelled: lambda event: f"avlyst for {len(event.attendees)}",
}


def happened(story: Story) -> Iterator[str]:
    """Tell what was recorded, in order, each with its day; what has no words here is left out."""
    for event in (story.given, *story.events):
        words = next((word(event) for kind, word in WORDS.items() if isinstance(event, kind)), "")
        if words:
            day = civil_day(event.timestamp)
            yield f"{day.day}.{day.month}. {words}"


def _part(event: Any) -> str:
    return f" {event.part}" if event.part else ""


def _due(deadline: DeadlineFact) -> str:
    return f"{deadline.due:%d.%m.%Y}" if deadline.due else "uten dag"


def _weight(event: Any) -> str:
    return " (vesentlig)" if event.material else ""
