"""Characters that nobody sees must not hide a deadline: one spelling for every blank and every letter."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_CONTROLS = "".join(map(chr, [*range(9), *range(11, 32), *range(127, 160)]))
# Word and PDF writers keep bullets as characters of the Symbol and Wingdings fonts.
_BULLETS = "".join(map(chr, range(0xF020, 0xF100)))
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_INVISIBLE, None),
        **dict.fromkeys(_CONTROLS, " "),
        **dict.fromkeys(_BULLETS, "•"),
        **_LIGATURES,
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
        "\u2028": " ",
        "\u2029": " ",
    }
)
_RUNS = re.compile(r"\s+")


def clean(text: str) -> str:
    """Compose letters, part ligatures, make every blank a space, and drop what has no width; tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def collapse(text: str) -> str:
    """Clean, with each run of blanks as one space, and none at the ends."""
    return _RUNS.sub(" ", clean(text)).strip()
