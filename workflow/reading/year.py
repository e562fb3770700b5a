"""Which year a letter is for, and when and by whom it was written, as far as the letter says so."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from calendars.periods import MONTHS
from workflow.language import N_
from workflow.reading.text import LetterText
from workflow.refusals import Refusal

_TITLE = re.compile(
    r"(?:tildelingsbrev\w*|statsbudsjettet|tildelingsbrev og"
    r" instruks|rapporteringskalender\w*|styringskalender\w*|årshjul|[uo]?ppdragsbrev\w*|instruks\w*"
    r"|budsjettåret|budsjettaret|kalenderåret)\b[^.\n]{0,80}?\b(20[0-4]\d)\b(?!\s?-)",
    re.I,
)
_NUMBERED_YEAR = re.compile(r"\b[A-ZÆØÅ]{1,4}\s?(20[0-4]\d)-\d{1,3}\b")
_FOR = re.compile(r"\b(?:for|i)\s(20[0-4]\d)\b")
_DATED = re.compile(
    r"(?:(?:^|\s)(?:[Dd]ato|[Oo]slo,?(?:"
    r" den)?|[Bb]ergen,?|[Tt]rondheim,?)\s*:?\s*)(\d{1,2})\.\s?(\d{1,2}|[a-zæøå]+)\.?\s?(20\d\d)"
)


class YearUnknown(Refusal):
    """Neither the command nor the letter says which year it is for."""

    code = "year_unknown"
    message = N_("The letter does not say which year it is for; give the year with --year.")


def infer(letter: LetterText) -> int:
    """Find the year in the title, else by what the text most often says «for 2026» of.

    Raises `YearUnknown` when the letter says neither.
    """
    head = "\n".join(line.text for line in letter.lines[:60])
    for text in (head, "\n".join(line.text for line in letter.lines)):
        found = Counter(int(match[1]) for match in _TITLE.finditer(text))
        if found:
            return found.most_common(1)[0][0]
    counts = Counter(int(match[1]) for line in letter.lines for match in _FOR.finditer(line.text))
    counts = counts or Counter(
        int(match[1]) for line in letter.lines for match in _NUMBERED_YEAR.finditer(line.text)
    )
    if not counts:
        dated = dated_on(letter)
        if dated is None:
            raise YearUnknown
        return dated.year + (dated.month == 12)
    return counts.most_common(1)[0][0]


def dated_on(letter: LetterText) -> dt.date | None:
    """The letter's own date, when it stands at the head of the letter."""
    for line in letter.lines[:80]:
        found = _DATED.search(line.text)
        if not found:
            continue
        name = found[2].lower()
        month = (
            int(name)
            if name.isdigit()
            else next((i for i, m in enumerate(MONTHS, 1) if m.startswith(name[:3])), 0)
        )
        try:
            return dt.date(int(found[3]), month, int(found[1]))
        except ValueError:
            continue
    return None
