"""What the user calls every event, and every fact that one changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from events.store.topics import event_class
from events.vocabulary import (
    correction,
    deviation,
    dialogue,
    duty,
    governance_meeting,
    letter,
    notice,
    notice_rules,
    report_series,
    trail,
    year,
)
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact
from workflow.app.cli.names import state_name
from workflow.app.cli.speech import day, say
from workflow.app.cli.whens import when
from workflow.language import N_
from workflow.replaying.picture import Change, Value

EVENTS: Mapping[type[Event], str] = {
    duty.DutyGiven: N_("Given"),
    duty.DutyRestated: N_("Said in other words"),
    duty.DeadlineSet: N_("Deadline set"),
    duty.DeadlinePostponed: N_("Deadline moved"),
    duty.DeadlineDropped: N_("Deadline taken back"),
    duty.OwnerAssigned: N_("Owner assigned"),
    duty.DutyStarted: N_("Work begun"),
    duty.DutyDelivered: N_("Delivered to the ministry"),
    duty.DutyReturned: N_("Sent back by the ministry"),
    duty.DutyAccepted: N_("Accepted by the ministry"),
    duty.DutyWithdrawn: N_("Lapsed"),
    duty.DutyCarriedOver: N_("Carried over to a new letter"),
    duty.DutyReopened: N_("Taken up again"),
    duty.DeputyAssigned: N_("Deputy assigned"),
    duty.DutyCommented: N_("Comment"),
    duty.AccessRestricted: N_("Title shielded"),
    duty.AccessOpened: N_("Title opened"),
    dialogue.PostponementRequested: N_("Asked for another deadline"),
    dialogue.PostponementRefused: N_("Another deadline refused"),
    dialogue.DeadlineInquired: N_("Asked when it is due"),
    dialogue.ConfirmedInWriting: N_("Confirmed in writing"),
    correction.DeadlineCorrected: N_("Deadline corrected"),
    correction.DeliveryCorrected: N_("Delivery corrected"),
    correction.AcceptanceCorrected: N_("Acceptance corrected"),
    deviation.DeadlineMissed: N_("Deadline passed undelivered"),
    deviation.DeviationReported: N_("Deviation reported"),
    deviation.DeviationDescribed: N_("Deviation described"),
    deviation.MeasureProposed: N_("Measure proposed"),
    deviation.MeasureMoved: N_("Measure moved"),
    deviation.MeasureCompleted: N_("Measure carried out"),
    deviation.MeasureDropped: N_("Measure given up"),
    deviation.MinistryTold: N_("The ministry told of the deviation"),
    deviation.DeviationClosed: N_("Deviation closed"),
    governance_meeting.MeetingPlanned: N_("Meeting planned"),
    governance_meeting.MeetingDateSet: N_("Day of the meeting set"),
    governance_meeting.MeetingMoved: N_("Meeting moved"),
    governance_meeting.MeetingDateDropped: N_("Day of the meeting taken back"),
    governance_meeting.MeetingPreparationStarted: N_("Preparation begun"),
    governance_meeting.MeetingHeld: N_("Meeting held"),
    governance_meeting.MinutesReturned: N_("Minutes sent back"),
    governance_meeting.MinutesApproved: N_("Minutes approved"),
    governance_meeting.MeetingCancelled: N_("Meeting cancelled"),
    governance_meeting.MeetingArranged: N_("Place and time arranged"),
    governance_meeting.AgendaSettled: N_("Agenda settled"),
    governance_meeting.MinutesDrafted: N_("Minutes drafted"),
    governance_meeting.DecisionRecorded: N_("Decision recorded"),
    governance_meeting.AttendeesInvited: N_("People invited"),
    governance_meeting.InvitationsCancelled: N_("Invitations cancelled"),
    governance_meeting.AttendeeReplied: N_("Invitation answered"),
    report_series.SeriesGiven: N_("Series given"),
    report_series.SeriesOccurrencesOpened: N_("Reports opened"),
    report_series.SeriesRuleReplaced: N_("Rhythm replaced"),
    report_series.SeriesRestated: N_("Said in other words"),
    report_series.SeriesOwnerAssigned: N_("Owner assigned"),
    report_series.SeriesEnded: N_("Series ended"),
    letter.LetterRegistered: N_("Letter registered"),
    letter.LetterRead: N_("Letter read"),
    letter.ProposalAccepted: N_("Proposal accepted"),
    letter.ProposalAmended: N_("Proposal accepted otherwise than read"),
    letter.ProposalRejected: N_("Proposal rejected"),
    letter.LetterConfirmed: N_("Letter closed"),
    notice.NoticeRaised: N_("Notice raised"),
    notice.NoticeSent: N_("Notice sent"),
    notice.NoticeFailed: N_("Notice given up"),
    notice.NoticeSkipped: N_("Notice not sent"),
    notice.NoticeRetried: N_("Notice tried again"),
    notice_rules.NoticeRulesBegun: N_("Rules for notices begun"),
    notice_rules.LadderSet: N_("Ladder set"),
    notice_rules.LadderUnset: N_("Ladder taken away"),
    notice_rules.LeadTimesSet: N_("Lead times set"),
    notice_rules.NoticesPaused: N_("Notices paused"),
    notice_rules.NoticesResumed: N_("Notices resumed"),
    trail.TrailConsulted: N_("Trail consulted"),
    year.YearOpened: N_("Year opened"),
    year.YearTextWritten: N_("Text written for a report"),
    year.DemandTicked: N_("Demand on the report met"),
    year.DemandUnticked: N_("Demand on the report not met"),
    year.YearClosed: N_("Year closed"),
    year.YearReopened: N_("Year reopened"),
}
"""By shape, or by the event itself where the shape's words do not fit it."""

FACTS: Mapping[str, str] = {
    "title": N_("Title"),
    "state": N_("State"),
    "goal": N_("Goal"),
    "owed_to": N_("Owed to"),
    "led_by": N_("Led by"),
    "owner": N_("Owner"),
    "unit": N_("Unit"),
    "deputy": N_("Deputy"),
    "shielded": N_("Shielded"),
    "confirmed_on": N_("In writing"),
    "accepted_on": N_("Accepted"),
    "withdrawn_on": N_("Lapsed"),
    "carried_on": N_("Carried over"),
    "carried_to": N_("Lives on as"),
    "opened_through": N_("Reports opened through"),
    "occurrences": N_("Number of reports"),
    "deadline": N_("Deadline"),
    "delivered_on": N_("Delivered"),
    "returned": N_("Sent back"),
    "asked": N_("Asked for"),
    "inquired_on": N_("The ministry was asked"),
    "deviation": N_("Deviation discovered"),
    "cause": N_("Cause"),
    "consequence": N_("Consequence"),
    "material": N_("Material"),
    "told_on": N_("The ministry was told"),
    "told_how": N_("Told how"),
    "closed_on": N_("Closed"),
    "result": N_("Result"),
    "measure": N_("Measure"),
    "measure_by": N_("Measure by"),
    "measure_due": N_("Measure due"),
    "completed_on": N_("Carried out"),
    "dropped": N_("Given up"),
    "place": N_("Place"),
    "starts_at": N_("Begins"),
    "ends_at": N_("Ends"),
    "agenda_settled_on": N_("Agenda settled"),
    "agenda": N_("Agenda"),
    "minutes_drafted_on": N_("Minutes drafted"),
    "decision": N_("Decision"),
    "reply": N_("Answer"),
}
"""By what a change is about; see `workflow.replaying.picture`."""

_PEOPLE = ("owner", "unit", "deputy", "measure_by")
_REPLIES = {
    "accepted": N_("comes"),
    "declined": N_("does not come"),
    "tentative": N_("comes perhaps"),
    "needs-action": N_("no answer"),
}


def event_said(topic: str) -> str:
    """Give the user's words for an event."""
    return say(next(EVENTS[shape] for shape in event_class(topic).__mro__ if shape in EVENTS))


def change_said(change: Change, names: Mapping[str, str]) -> str:
    """Say what a fact was and what it became: «Frist (Del 1): man. 02.03.2026 → man. 16.03.2026»."""
    subject = names.get(change.subject, change.subject)
    label = say(FACTS[change.what]) + (f" ({subject})" if subject else "")
    before, after = (value_said(change.what, value, names) for value in (change.before, change.after))
    return f"{label}: {before} → {after}"


def value_said(what: str, value: Value, names: Mapping[str, str]) -> str:
    """Say the value of a fact; a dash for nothing."""
    if value is None or value == "":
        return "–"
    if isinstance(value, DeadlineFact):
        return when(value)
    if isinstance(value, bool):
        return say(N_("yes")) if value else say(N_("no"))
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, dt.time):
        return f"{value:%H.%M}"
    if isinstance(value, UUID):
        return names.get(str(value), str(value))
    return _text_said(what, str(value), names)


def _text_said(what: str, value: str, names: Mapping[str, str]) -> str:
    if what == "state":
        return state_name(value)
    if what == "reply":
        return say(_REPLIES[value])
    return names.get(value, value) if what in _PEOPLE else value
