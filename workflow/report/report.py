"""One report (rapport, innspill): alone, or opened by a series."""

from __future__ import annotations

from events.vocabulary import report as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import Stream


class Report(Duty):
    """One report (rapport, innspill): alone, or opened by a series."""

    TOPIC = "report"
    STREAM = Stream(
        given=told.ReportOpened,
        restated=told.ReportRestated,
        deadline_set=told.ReportDeadlineSet,
        deadline_postponed=told.ReportDeadlinePostponed,
        deadline_dropped=told.ReportDeadlineDropped,
        owner_assigned=told.ReportOwnerAssigned,
        started=told.ReportStarted,
        delivered=told.ReportDelivered,
        returned=told.ReportReturned,
        accepted=told.ReportAccepted,
        withdrawn=told.ReportWithdrawn,
        access_restricted=told.ReportAccessRestricted,
        access_opened=told.ReportAccessOpened,
    )
