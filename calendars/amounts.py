"""Amounts of time: «to uker», «14 dager», «tre månader» to ISO 8601 durations and back."""

from __future__ import annotations

from calendars.form import Language

UNIT = (
    r"(?P<unit>virkedag|vyrkedag|yrkedag|arbeidsdag|dag|døgn|uke|veke|måned|månad|time|år)(?:er|ar|en"
    r"|a|e|r)?"
)
AMOUNT = rf"{{number}} {UNIT}(?!\w)"

_NUMBERS = ("", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_EIGHT = _NUMBERS.index("åtte")
"""Also what is left of it by scanning («atte»): no other number has a letter that is lost."""
_OTHER_NUMBERS = {
    **dict.fromkeys(("én", "èn", "éin", "ein", "ei", "eit", "ett", "eitt", "et"), 1),
    "syv": 7,
    "fjorten": 14,
}
_UNITS = {
    "W": {"nb": ("uke", "uker"), "nn": ("veke", "veker")},
    "M": {"nb": ("måned", "måneder"), "nn": ("månad", "månader")},
    "D": {"nb": ("dag", "dager"), "nn": ("dag", "dagar")},
    "B": {"nb": ("virkedag", "virkedager"), "nn": ("yrkedag", "yrkedagar")},
    "H": {"nb": ("time", "timer"), "nn": ("time", "timar")},
    "Y": {"nb": ("år", "år"), "nn": ("år", "år")},
}


def amount_of(word: str) -> int:
    """Give the number of a number word or digits."""
    if word.isdigit():
        return int(word)
    return _OTHER_NUMBERS.get(word) or (_NUMBERS.index(word) if word in _NUMBERS else _EIGHT)


_LETTERS = {"uk": "W", "ve": "W", "m": "M", "vi": "B", "vy": "B", "yr": "B", "t": "H", "dr": "Y", "d": "D"}


def duration(count: int, unit: str) -> str:
    """Give an ISO 8601 duration; for working days, which ISO lacks, «P2B»."""
    letter = _LETTERS.get(unit[:2]) or _LETTERS.get(unit[:1]) or "Y"
    if unit.startswith("arb"):
        letter = "B"
    return f"PT{count}H" if letter == "H" else f"P{count}{letter}"


def worded(length: str, language: Language) -> str:
    """Word a duration: «to uker», «14 dager»."""
    count, unit = int(length.strip("-PTWMDBHY")), length[-1]
    one, several = _UNITS[unit][language]
    if count == 1:
        return {"W": {"nb": "en", "nn": "ei"}, "Y": {"nb": "ett", "nn": "eitt"}}.get(
            unit, {"nb": "en", "nn": "ein"}
        )[language] + f" {one}"
    return f"{_NUMBERS[count] if count < len(_NUMBERS) else count} {several}"
