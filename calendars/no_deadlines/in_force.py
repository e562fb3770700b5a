"""When a rule takes effect: «trer i kraft 1. januar 2026», «med virkning fra 1. juli»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase, trigger

TRIGGER = trigger(r"kraft|virkning|verknad|gjeld|fra|frå")

PHRASES = (
    Phrase(
        r"(?<!\w)(?:trer|trår|tr[åe]r|trådte|tredde|tråtte|tr[åe]tt|tradte|tre|sett|satt|settes"
        r"|ikrafttr\w+)[^.;|\t]{0,30}?(?:i kraft|ikraft|ikrafttredelse)?(?: fra| frå)?(?: og med)?"
        r"(?: den)? {anydate}"
    ),
    Phrase(
        r"(?<!\w)(?:i kraft|ikrafttredelse|ikraftsetjing|med virkning|med verknad|gjelder|gjeld"
        r"|gjeldende|gjeldande|virkning)(?: fra| frå)?(?: og med)?(?: den)? {anydate}"
    ),
    Phrase(r"(?<!\w)(?:fra og med|frå og med|f\.o\.m\.?)(?: den)? {anydate}"),
    Phrase(r"(?<!\w)(?:før|for|etter|fra|frå) {anydate},? (?:omfattes|omfattast|gjelder|gjeld|da|då)(?!\w)"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("in_force")
