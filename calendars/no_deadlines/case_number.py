"""A case or journal number: «22/8848-7», «saksnr. 2025/1234»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"/"

PHRASES = (
    Phrase(r"(?<![\w/])(?:20)?[0-9]{2}/[0-9]{3,6}(?: ?- ?[0-9]{1,4})?(?![0-9])"),
    Phrase(
        r"(?<!\w)(?:saksnr|saksnummer|sak|ref|vår ref|deres ref|arkivsak"
        r"|journalnr)\w*\.?:? ?[0-9]{2,4}/[0-9]+(?: ?- ?[0-9]+)?"
    ),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("case_number")
