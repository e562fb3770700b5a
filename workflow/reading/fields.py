"""The words by which a line says that it holds a deadline: «Frist: …», «15. januar: …»."""

from __future__ import annotations

import re

from workflow.reading import layout
from workflow.reading.columns import is_deadline
from workflow.reading.norsk import damaged

FIELD = damaged(
    r"^\W*(?P<label>(?:tentativ |foreløpig |førebels |ny |endelig"
    r" )?(?:frist(?:er|ar|en)?|leveringsfrist|leveransefrist|tidsfrist|rapporteringsfrist"
    r"|innleveringsfrist|forfall)\b"
    r"(?:\s+(?:for|til)\s[^:.\n]{2,60}(?=:))?)\s*[:.]?\s*(?!\s*(?:for|som|fastset|er angitt|på|kan"
    r" ikke|var|hadde|ble|blei|vart|blir|gjelder|er flytt|er endr))"
)
LETTERHEAD = re.compile(
    r"^\W*(?:(?:[Vv]år|[Dd]eres|[Dd]ykkar)\s)?(?:[Dd]ato|[Rr]ef|[Ss]aksn)|[Vv]år ref|[Dd]eres ref|[Dd]ykkar"
    r" ref|\b[Dd]ato:?\s+\d|^\W*(?:[Bb]rev|[Dd]okument)dato|^\W*(?:[Pp]ublisert|(?:[Ss]ist"
    r" )?[Oo]ppdatert|[Ss]ist endr\w*|[Ee]ndret|[Oo]ppstart|[Ss]tart(?:dato)?|[Vv]arighet)\b"
)
_DAY_COLON = re.compile(r"^\W*(?P<day>[^:|\n]{3,48}?)\s*:\s+(?=\S{3})")
_DAY_FIRST = re.compile(r"^\W*(?P<day>[^:–—\n|]{3,48}?)\s*(?::|\s[–—-])\s+(?=\S{3})")


def starts_with_day(text: str) -> int:
    """Where the title begins in «15. januar: Årsrapport»; 0 where a line does not begin with a deadline."""
    found = _DAY_COLON.match(text) or _DAY_FIRST.match(text)
    if found and not is_deadline(text[layout.bullet(text) : found.end("day")].strip()):
        found = _DAY_FIRST.match(text)
    if found and is_deadline(text[found.end() :]):
        return 0
    return found.end() if found and is_deadline(text[layout.bullet(text) : found.end("day")].strip()) else 0


def first_sentence(text: str) -> str:
    """The text up to its first full stop, or to the next label («Ansvarlig avdeling:»)."""
    return re.split(
        r"(?<=[\w)])\.\s+(?=[A-ZÆØÅ])|\s+(?=[A-ZÆØÅ][a-zæøå]+ [\wæøå ]{0,30}:)", text, maxsplit=1
    )[0]
