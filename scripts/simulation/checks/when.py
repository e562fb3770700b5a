"""When mails may come: on working days, in the hours of the day, and not in anybody's quiet hours."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.simulation.arrived import Arrived
from scripts.simulation.checks.wording import mail_name
from scripts.simulation.classes import ALERT, class_of
from scripts.simulation.evidence import Evidence, Violation
from scripts.simulation.oracle.working_days import is_working_day

EARLIEST_ALERT, EARLIEST, LATEST = 6, 7, 22


def on_working_days(evidence: Evidence) -> Iterator[Violation]:
    """No mail comes on a Saturday, a Sunday or a public holiday."""
    for mail in evidence.arrived:
        if not is_working_day(mail.local.date()):
            yield Violation("aldri på en fridag", mail_name(mail))


def in_the_hours_of_the_day(evidence: Evidence) -> Iterator[Violation]:
    """Alerts come from six, the rest from seven, and nothing from ten in the evening."""
    for mail in evidence.arrived:
        earliest = EARLIEST_ALERT if class_of(evidence, mail) == ALERT else EARLIEST
        if not earliest <= mail.local.hour < LATEST:
            yield Violation("bare i dagens timer", mail_name(mail))


def outside_quiet_hours(evidence: Evidence) -> Iterator[Violation]:
    """Nothing but alerts comes while somebody wants quiet."""
    for mail in evidence.arrived:
        if class_of(evidence, mail) != ALERT and _is_quiet(evidence, mail):
            yield Violation("stilletid", mail_name(mail))


def _is_quiet(evidence: Evidence, mail: Arrived) -> bool:
    quiet = evidence.office.staff.by_email(mail.recipient).quiet
    if quiet is None:
        return False
    first, last = quiet
    hour = mail.local.hour
    return first <= hour < last if first <= last else hour >= first or hour < last
