"""All checks of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.simulation.checks import (
    alerts,
    digests,
    invitations,
    ladders,
    once,
    reading_back,
    shielded,
    still_so,
    when,
)
from scripts.simulation.evidence import Evidence, Violation

Check = Callable[[Evidence], Iterator[Violation]]

CHECKS: tuple[Check, ...] = (
    when.on_working_days,
    when.in_the_hours_of_the_day,
    when.outside_quiet_hours,
    once.each_notice_once,
    once.each_mail_once,
    once.each_text_once,
    once.without_floods,
    once.every_mail_is_of_one_class,
    still_so.nothing_about_what_is_over,
    ladders.every_step_is_raised,
    ladders.no_step_but_those,
    ladders.every_notice_ends,
    alerts.missed_deadlines_are_alerted,
    alerts.deviations_are_alerted,
    alerts.untold_ones_escalate,
    digests.never_empty,
    digests.on_the_chosen_day,
    digests.once_a_week,
    digests.for_everyone_with_something_due,
    shielded.shielded_titles_stay,
    reading_back.headers_are_whole,
    reading_back.addressed_to_one,
    reading_back.in_the_readers_language,
    reading_back.text_and_page_say_the_same,
    reading_back.every_duty_is_named,
    reading_back.calendars_can_be_opened,
    invitations.invitations_follow_each_other,
)


def violations(evidence: Evidence) -> list[Violation]:
    """Run every check."""
    return [found for check in CHECKS for found in check(evidence)]
