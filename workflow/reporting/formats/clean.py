"""Texts as documents may hold them: without what steers a screen, a printer or the reading direction."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LINE_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def clean(text: str) -> str:
    """Give the text with composed letters, line ends as `\\n`, tabs as spaces, and no steering characters.

    Control characters are not allowed in XML (XML 1.0 §2.2), and those that turn the reading
    direction make a text show something else than it says (Unicode TR 36 §2.10.2).
    """
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS).replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(each for each in lines if _shown(each)))


def _shown(char: str) -> bool:
    if char == "\n":
        return True
    # Not assigned: also the noncharacters, which XML refuses as it refuses halves of surrogate pairs.
    return char not in _STEERING and unicodedata.category(char) not in ("Cc", "Cs", "Cn")
