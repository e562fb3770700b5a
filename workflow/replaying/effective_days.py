"""The effective day of every event: when what it tells of happened, which may be long before it was recorded.

One table, from the shape of an event to the fields that may say the day, the first one that does:

    shape                         effective day
    a duty or series given        `given_on`, else the date of the source letter
    restated                      the date of the source letter
    deadline set or dropped       the date of the source letter
    deadline postponed            `agreed_on`, else the date of the source letter
    owner assigned                `effective_on`
    started, delivered, returned, accepted, withdrawn, carried over, reopened    their `…_on`
    asked for another deadline, refused, inquired, confirmed in writing          their `…_on`
    deadline missed               `missed_on`
    deviation reported            `discovered_on`
    measure completed             `completed_on`
    ministry told                 `told_on`
    deviation closed              `closed_on`
    agenda settled, minutes drafted    `settled_on`, `drafted_on`
    invited person answered       `replied_at`
    rhythm of a series replaced   `from_on`
    series ended                  `ended_on`
    letter registered             `dated_on`
    year closed                   `closed_on`
    correction                    none of its own: it is applied to what it corrects
    everything else               the day it was recorded (Europe/Oslo)

Where no field says it, the day it was recorded counts. See decision 022.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from calendars.zone import OSLO
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

Letters = Mapping[UUID, dt.date]
"""The date of each letter that has one."""

SOURCE = "source"
"""Stands for the date of the letter that the event's source names."""

RECORDED: tuple[str, ...] = ()

FIELDS: Mapping[type[Event], tuple[str, ...]] = {
    duty.DutyGiven: ("given_on", SOURCE),
    duty.DutyRestated: (SOURCE,),
    duty.DeadlineSet: (SOURCE,),
    duty.DeadlinePostponed: ("agreed_on", SOURCE),
    duty.DeadlineDropped: (SOURCE,),
    duty.OwnerAssigned: ("effective_on",),
    duty.DutyStarted: ("started_on",),
    duty.DutyDelivered: ("delivered_on",),
    duty.DutyReturned: ("returned_on",),
    duty.DutyAccepted: ("accepted_on",),
    duty.DutyWithdrawn: ("withdrawn_on",),
    duty.DutyCarriedOver: ("carried_on",),
    duty.DutyReopened: ("reopened_on",),
    duty.DeputyAssigned: RECORDED,
    duty.DutyCommented: RECORDED,
    duty.AccessRestricted: RECORDED,
    duty.AccessOpened: RECORDED,
    dialogue.PostponementRequested: ("requested_on",),
    dialogue.PostponementRefused: ("refused_on",),
    dialogue.DeadlineInquired: ("inquired_on",),
    dialogue.ConfirmedInWriting: ("confirmed_on",),
    correction.DeadlineCorrected: RECORDED,
    correction.DeliveryCorrected: RECORDED,
    correction.AcceptanceCorrected: RECORDED,
    deviation.DeadlineMissed: ("missed_on",),
    deviation.DeviationReported: ("discovered_on",),
    deviation.DeviationDescribed: RECORDED,
    deviation.MeasureProposed: RECORDED,
    deviation.MeasureMoved: RECORDED,
    deviation.MeasureCompleted: ("completed_on",),
    deviation.MeasureDropped: RECORDED,
    deviation.MinistryTold: ("told_on",),
    deviation.DeviationClosed: ("closed_on",),
    governance_meeting.MeetingArranged: RECORDED,
    governance_meeting.AgendaSettled: ("settled_on",),
    governance_meeting.MinutesDrafted: ("drafted_on",),
    governance_meeting.DecisionRecorded: RECORDED,
    governance_meeting.AttendeesInvited: RECORDED,
    governance_meeting.InvitationsCancelled: RECORDED,
    governance_meeting.AttendeeReplied: ("replied_at",),
    report_series.SeriesGiven: ("given_on", SOURCE),
    report_series.SeriesRestated: (SOURCE,),
    report_series.SeriesRuleReplaced: ("from_on",),
    report_series.SeriesOwnerAssigned: RECORDED,
    report_series.SeriesOccurrencesOpened: RECORDED,
    report_series.SeriesEnded: ("ended_on",),
    letter.LetterRegistered: ("dated_on",),
    letter.LetterRead: RECORDED,
    letter.ProposalAccepted: RECORDED,
    letter.ProposalAmended: RECORDED,
    letter.ProposalRejected: RECORDED,
    letter.LetterConfirmed: RECORDED,
    notice.NoticeRaised: RECORDED,
    notice.NoticeSent: RECORDED,
    notice.NoticeFailed: RECORDED,
    notice.NoticeSkipped: RECORDED,
    notice.NoticeRetried: RECORDED,
    notice_rules.NoticeRulesBegun: RECORDED,
    notice_rules.LadderSet: RECORDED,
    notice_rules.LadderUnset: RECORDED,
    notice_rules.LeadTimesSet: RECORDED,
    notice_rules.NoticesPaused: RECORDED,
    notice_rules.NoticesResumed: RECORDED,
    trail.TrailConsulted: RECORDED,
    year.YearOpened: RECORDED,
    year.YearTextWritten: RECORDED,
    year.DemandTicked: RECORDED,
    year.DemandUnticked: RECORDED,
    year.YearClosed: ("closed_on",),
    year.YearReopened: RECORDED,
}


class NoEffectiveDay(Exception):
    """The table does not say how to find the effective day of this shape of event."""


def recorded_day(event: Event) -> dt.date:
    """Give the civil day in Norway on which the event was recorded."""
    return civil_day(event.timestamp)


def civil_day(moment: dt.datetime) -> dt.date:
    """Give the civil day of a moment in Norway."""
    return moment.astimezone(OSLO).date()


def effective_day(event: Event, letters: Letters) -> dt.date:
    """Give the civil day on which it happened; raises `NoEffectiveDay` for a shape without an entry."""
    return stated_day(event, letters) or recorded_day(event)


def stated_day(event: Event, letters: Letters) -> dt.date | None:
    """Give the day that the event itself or its source says, None where only the recording counts."""
    for field in fields_of(type(event)):
        value = _of_source(event, letters) if field == SOURCE else getattr(event, field)
        if isinstance(value, dt.datetime):
            return civil_day(value)
        if isinstance(value, dt.date):
            return value
    return None


def fields_of(kind: type[Event]) -> tuple[str, ...]:
    """Give the fields that may say the day of this kind of event."""
    for shape in kind.__mro__:
        if shape in FIELDS:
            return FIELDS[shape]
    raise NoEffectiveDay(kind.TOPIC)


def _of_source(event: Event, letters: Letters) -> dt.date | None:
    found = getattr(event, SOURCE).letter
    return letters.get(found) if found is not None else None
