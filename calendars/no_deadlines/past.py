"""A deadline that has passed: «hadde frist 31.12.2025», «ble levert 1. oktober 2025»."""

from __future__ import annotations

from calendars.dates import parse
from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"hadde|ble|blei|vart|var|gikk|gjekk|utløp"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:hadde|ble|blei|vart|var)(?: \w+){0,3}? (?:frist\w*|levert|oversendt|lansert"
        r"|vedtatt|vedteke|avholdt|gitt|gjeve|overlevert|ferdigstilt|publisert|lagt fram|lagt frem"
        r"|fastsatt|avsluttet|opprettet|etablert)"
        r"(?: (?!frist|innen|innan|senest|sein[ae]st)\w+){0,3}? ?(?:den )?{date}"
    ),
    Phrase(r"(?<!\w)frist\w* (?:var|gikk ut|gjekk ut|utløp)(?: den)? {date}"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline, unless the day is still to come."""
    stated = parse(hit.piece("date"))
    if stated and stated.year and stated.year > context.year:
        return None
    return NoDeadline("past")
