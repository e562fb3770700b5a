"""How the numbers were made, so that a reader can make them again."""

from __future__ import annotations

from workflow.language import N_
from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Paragraph, Section

_RULES = (
    N_(
        "The report is made from the audit trail. A delivery is an assignment, report or input, or a part of "
        "one where it has parts. Meetings and standing duties are not counted as deliveries."
    ),
    N_(
        "Days are calendar days from the stated deadline. What was delivered by a deadline that had been "
        "moved counts as delivered after agreed postponement, not as too late."
    ),
    N_(
        "The report covers what letters of the year give or change, what was due or done in the period, and "
        "what earlier years left open. Reports that recur are counted where they are due."
    ),
    N_("Texts written by persons are marked with the name; all other text rests on the trail."),
)


def section(scope: Scope) -> Section:
    """Give the rules that the numbers follow."""
    say = scope.speech.say
    return Section(
        "method", say(N_("How the numbers are made")), 1, tuple(Paragraph(say(each)) for each in _RULES)
    )
