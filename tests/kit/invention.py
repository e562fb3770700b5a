"""Whether a claimed date stands in the letter at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tests.kit.agreement import Claim, folded, squeezed

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
NUMERIC = re.compile(r"(?<!\d)([0-3]?\d)\s?[./]\s?([01]?\d)(?:\s?[./\-]\s?(\d{4}|\d{2}))?(?!\d)")
SHORT = "|".join(month[:3] for month in MONTHS)
WRITTEN = re.compile(rf"(?<!\d)([0-3]?\d)\s?\.?\s?({SHORT})[a-zæøå]*", re.IGNORECASE)
PERIOD = re.compile(
    r"kvartal|tertial|halv.?r|uke|veke|v.r|h.st|somm[ea]r|vinter|.r(?:et|sskiftet)?\b|utgangen|medio|primo"
    rf"|ultimo|skiftet|slutten|begynnelsen|starten|midten|dag\b|20\d\d|{SHORT}",
    re.IGNORECASE,
)


def invented(claim: Claim, lines: Sequence[str]) -> bool:
    """The words of the claim stand nowhere in the letter, or no words carry its day."""
    whole = "\n".join(lines)
    if not words_stand(claim.text, whole) and not _in_one_row(claim, lines):
        return True
    days = (claim.day, claim.earliest, claim.latest)
    return not all(_carried(day, claim.text, whole) for day in days if day)


def words_stand(words: str, letter: str) -> bool:
    """Each piece of the quoted words stands in the letter, whatever the spacing and the line breaks.

    «15. mars» also stands in a calendar that has «Mars» as a heading and «15.» first on a line under it.
    """
    text = squeezed(letter)
    pieces = [piece for piece in re.split(r"\n|\s\|\s|…", words) if squeezed(piece)]
    return all(squeezed(piece) in text or _under_a_month(piece, letter) for piece in pieces)


def _in_one_row(claim: Claim, lines: Sequence[str]) -> bool:
    """The words stand in this order in the lines of the claim, with other columns between them."""
    near = [text for line in claim.lines for text in lines[line - 1 : line + 2]]
    there = iter(folded(" ".join(near)).split())
    return all(word in there for word in folded(claim.text).split())


def _under_a_month(words: str, letter: str) -> bool:
    put_together = re.fullmatch(r"(\S+) (\w+)", words.strip())
    if put_together is None or put_together[2].lower() not in MONTHS:
        return False
    first = rf"(?im)(?:^|\|)\s*{re.escape(put_together[1])}\W"
    heading = rf"(?im)^\W*{put_together[2]}(?:\s*\|\s*{put_together[2]})*\W*$"
    return bool(re.search(first, letter + " ") and re.search(heading, letter))


def written_days(text: str) -> set[tuple[int, int]]:
    """Every (day, month) that is written out in a text."""
    numeric = {(int(day), int(month)) for day, month, _ in NUMERIC.findall(text)}
    spelled = {(int(day), _month(name)) for day, name in WRITTEN.findall(text)}
    return numeric | spelled


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()))


def _carried(iso: str, words: str, letter: str) -> bool:
    day = dt.date.fromisoformat(iso)
    stated = written_days(words)
    if (day.day, day.month) in stated | written_days(letter):
        return True
    if stated:
        return _beside(day, words, stated)
    under_a_month = str(day.day) in re.findall(r"\d+", words) and MONTHS[day.month - 1] in letter.lower()
    return under_a_month or PERIOD.search(words) is not None


def _beside(day: dt.date, words: str, stated: set[tuple[int, int]]) -> bool:
    """«før 1. mai» is due the day before; «ca. 20. november» is a window around the day."""
    reach = 5 if "ca" in words.lower() else 1
    near = (day + dt.timedelta(days=offset) for offset in range(-reach, reach + 1))
    said = re.search(r"\b(før|for|ca)\b", words.lower()) is not None
    return said and any((other.day, other.month) in stated for other in near)
