"""When a rule takes effect: «trer i kraft 1. januar 2026», «med virkning fra 1. juli»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"kraft|virkning|verknad|gjeld|fra|frå"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:trer|trår|trådte|tredde|tre|sett|satt|settes|trådt)[^.;|\t]{0,30}? (?:i kraft|ikraft)"
        r"(?: fra| frå)?(?: og med)?(?: den)? {anydate}"
    ),
    Phrase(
        r"(?<!\w)(?:i kraft|ikrafttredelse|ikraftsetjing|ikrafttreden|med virkning|med verknad|gjelder|gjeld"
        r"|gjeldende|gjeldande|virkning)(?: fra| frå)?(?: og med)?(?: den)? {anydate}"
    ),
    Phrase(r"(?<!\w)(?:fra og med|frå og med|f\.o\.m\.?)(?: den)? {anydate}"),
    Phrase(r"(?<!\w)(?P<since>fra|frå) (?:den )?{date}(?! ?(?:-|til))"),
    Phrase(r"(?<!\w)(?:før|for|etter|fra|frå) {anydate},? (?:omfattes|omfattast|gjelder|gjeld|da|då)(?!\w)"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline; in a deadline's own cell «fra D» may still be one."""
    if context.cell and "since" in hit.match.groupdict():
        return None
    return NoDeadline("in_force")
