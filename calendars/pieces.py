"""The named pieces of phrases: a day, a month, a year, a weekday, a number word, a clock time."""

from __future__ import annotations

import re

_FREE = r"(?=[0-9])(?<![0-9])(?<![0-9][.,/])"
_DAY = rf"(?:{_FREE}[0-3]?[0-9]|(?<![\w/])(?:[0-3lio|][0-9lio|]|[li|](?=[.,])))"
_MONTH = r"(?:jan|feb|mar|apr|ma[i1]|jun|jul|aug|sep|okt|n[o0]v|des)[a-z01]{0,6}(?![a-zæøå])"
"""Loose for speed: `is_month` tells whether the whole word is one."""
_FULL_MONTH = (
    r"(?:januar|februar|mars|apr[il1]{2}|ma[i1]|jun[il1]|jul[i1]|august|septem[bh]er|okt[o0]ber"
    r"|n[o0]vem[bh]er|desem[bh]er)"
)
_YEAR = r"(?:2[0o][0-9lo]{2}|19[0-9]{2})(?![0-9])(?! ?- ?(?:[0-9]{1,2}(?![0-9.])|f[o0]u|t[0-9]))"
"""Not followed by what makes it an id («2026-05», «2026-FoU1»)."""
_NUMBER_WORD = (
    r"én|èn|en|éin|ein|ei|eitt|eit|ett|et|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|fjorten|\d{1,3}"
)
_ORDINAL = (
    r"(?:første|fyrste|foste|andre|annen|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande"
    r"|niende|niande|tiende|tiande|nest siste|siste)(?!\w)|(?:10|[1-9l])\.(?! ?[0-9])"
)

is_month = re.compile(
    r"(?:jan(?:uar)?|feb(?:r(?:uar)?)?|mars?|apr(?:[il1]{2})?|ma[i1]|jun[il1]?|jul[il1]?|aug(?:ust)?"
    r"|sep(?:t(?:em[bh]er)?)?|okt(?:[o0]ber)?|n[o0]v(?:em[bh]er)?|des(?:em[bh]er)?)"
).fullmatch

NAMED_DATE = rf"{_DAY}[.,]? ?{_MONTH}\.?(?:,? ?{_YEAR}|[ -]'?[0-9]{{2}}(?![0-9.:]| ?{_MONTH}))?"
NUMERIC_DATE = rf"{_DAY} ?[.,] ?[0-3lio]?[0-9lio] ?[.,]? ?{_YEAR}"
SHORT_YEAR_DATE = rf"{_FREE}[0-3]?[0-9]\.[0-1]?[0-9]\.[1-4][0-9](?![0-9]|\.[0-9])"
SLASH_DATE = rf"{_FREE}[0-3]?[0-9]/[0-1]?[0-9](?: ?[-/.] ?(?:20)?[1-4][0-9])(?![0-9])"
ISO_DATE = r"(?<![0-9-])20[0-9]{2}-[0-1][0-9]-[0-3][0-9](?![0-9])"
YEARLESS_DATE = (
    rf"(?:{_FREE}[0-3]?[0-9]\. ?[0-1]?[0-9](?![0-9]|[.,:][0-9]|/|[. ]*{_YEAR})\.?"
    rf"|{_FREE}[0-3]?[0-9]/[0-1]?[0-9](?![0-9/-]))"
)
DATE = rf"(?=[0-9]|(?<![\w/])[lio|])(?:{ISO_DATE}|{NUMERIC_DATE}|{SHORT_YEAR_DATE}|{NAMED_DATE}|{SLASH_DATE})"

PIECES = {
    "shortdate": YEARLESS_DATE,
    "dayno": _DAY,
    "month": rf"(?<!\w){_FULL_MONTH}(?!\w)(?!-(?!{_FULL_MONTH})[a-zæøå])",
    "shortmonth": rf"(?<!\w){_MONTH}\.?(?!-[a-zæøå]{{4}})",
    "year": _YEAR,
    "weekday": r"(?<!\w)(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)da[gq]",
    "number": rf"(?<!\w)(?:{_NUMBER_WORD})(?!\w)",
    "ordinal": rf"(?<!\w)(?:{_ORDINAL})",
    "time": (
        r"(?:kl\.?|klokk[ae]n?|kl:) ?[0-2]?[0-9](?:[.:]?[0-5][0-9])?"
        r"(?: ?(?:-|til) ?(?:kl\.? ?)?[0-2]?[0-9](?:[.:]?[0-5][0-9])?)?(?![0-9])"
    ),
}

BEFORE = r"f(?:[øóégé6]|oe)r"
"""«før» as scanners leave it, but never «for», which stands before much that is no deadline."""

LEAD = r"(?<!\w)(?:(?:senest|sein[ae]st|innen|innan|til) )?(?:(?:innen|innan|den) )?"
"""Words before a day that include it: «senest innen den»."""

ANCHOR = (
    r"(?P<anchor>(?:[^\W\d]|[&4](?=rs))[\w&@-]*"
    rf"(?: (?:i|og|eller) {_FULL_MONTH}(?!\w)| (?!{_FULL_MONTH}(?!\w))(?!som(?!\w)|skal(?!\w)|må"
    rf"(?!\w)|slik(?!\w)|og (?:skal|må|sende|gi)(?!\w)|med (?:frist"
    rf"|utkast))[^\W\d][\w&@/-]*){{0,6}})"
)
"""What a relative deadline hangs on: up to seven words of the same clause."""
