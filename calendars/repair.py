"""Fold a text for matching: lower case, one kind of dash, cut words joined; with the way back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\t": "\t",
        "\r": "\n",
        "\f": "\n",
        "\u000b": "\n",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "´": "'",
        "ö": "ø",
        "ä": "æ",
        "İ": "i",
    }
)
_DROPPED = re.compile("[\u00ad\u200b\u200c\u200d\ufeff\u0300-\u036f]|(?<=[^\\W\\d])-[ ]*\\n[ ]*(?=[a-zæøå])")
_CUT_WORD_ENDS = ("og ", "eller ", "og\n", "eller\n")
_COLUMN_GAP = re.compile(r"(?<=[^\n\t ]) {3,}(?=[^\n\t ])|\t+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where it stood; `offsets` is None when nothing moved."""

    text: str
    offsets: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the original text of a span in the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text; characters keep their place unless a cut word or a combining mark had to go."""
    same_length = _lowered(unicodedata.normalize("NFC", text) if not text.isascii() else text)
    if not text.isascii() and len(same_length) != len(text):
        same_length = _lowered(text)
    same_length = _COLUMN_GAP.sub(lambda gap: "\t" * len(gap.group()), same_length)
    if not _DROPPED.search(same_length):
        return Folded(same_length, None, len(text))
    return _without_dropped(same_length, len(text))


def _lowered(text: str) -> str:
    translated = text.translate(_SAME_LENGTH)
    lower = translated.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in translated)


def _without_dropped(text: str, length: int) -> Folded:
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for cut in _DROPPED.finditer(text):
        if text.startswith(_CUT_WORD_ENDS, cut.end()):
            continue
        kept.append(text[at : cut.start()])
        offsets.extend(range(at, cut.start()))
        at = cut.end()
    kept.append(text[at:])
    offsets.extend(range(at, len(text)))
    return Folded("".join(kept), tuple(offsets), length)


_OCR = {
    # what scanners make of the Norwegian letters, as seen in scanned letters
    "å": "(?:a[éå&]|[åaâáàãé&4d3])",
    "ø": "[øoóòeég@6]",
    "æ": "(?:ae|a&|ee|[æae@&])",
}


_CLASS_OR_LETTER = re.compile(r"\[[^\]]*\]|[åøæ]")


def damaged(pattern: str) -> str:
    """Let each å, ø and æ of a regular expression (not in [ ]) also match what scanning makes of it."""
    return _CLASS_OR_LETTER.sub(lambda found: _OCR.get(found.group(), found.group()), pattern)


_DIGITS = str.maketrans("lio|", "1101")


def number(digits: str) -> int:
    """Read digits in which l, i, | and o may stand for 1 and 0."""
    return int(digits.translate(_DIGITS))
