"""The numbers of numbered lists, as HTML and Word count them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST = 3_999
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def numeral(number: int, style: str) -> str:
    """Write a number in a style by its OOXML name (ST_NumberFormat); unknown styles count in digits."""
    if style == "decimalZero":
        return f"{number:02d}"
    lower = style[0].lower() + style[1:]
    written = {"lowerLetter": _letters, "lowerRoman": _roman}.get(lower.replace("upper", "lower"))
    if written is None or not 1 <= number <= _LARGEST:
        return str(number)
    return written(number).upper() if style.startswith("upper") else written(number)


def _letters(number: int) -> str:
    # Word goes on after z with aa, bb, cc.
    times, place = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[place] * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
