"""A number of a public document: «Prop. 1 S (2025–2026)», «Meld. St. 17 (2023-2024)», «NOU 2024: 3»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"prop|meld|innst|dok|nou|ot"

PHRASES = (
    Phrase(r"(?<!\w)nou ?(?:19|20)[0-9]{2} ?: ?[0-9]+"),
    Phrase(
        r"(?<!\w)(?:ot\. ?)?(?:prop|innst|meld|st ?meld|stmeld|inst|dokument|dok|nou)\.?"
        r"(?: ?st\.?)? ?(?:nr\.? ?)?[0-9]+(?: ?[:.] ?[0-9]+)? ?[a-z]{0,2} ?\(?20[0-9]{2}(?: ?- ?"
        r"(?:20)?[0-9]{2})?\)?(?: ?: ?[0-9]+)?"
    ),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("document_number")
