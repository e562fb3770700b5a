"""One report (rapport, innspill): alone, or opened by a series."""

from __future__ import annotations

from events.vocabulary import report as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import stream_of


class Report(Duty):
    """One report (rapport, innspill): alone, or opened by a series."""

    TOPIC = "report"
    STREAM = stream_of(told)
