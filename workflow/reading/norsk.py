"""Norwegian words as a scanner may have left them: patterns and comparison that bear OCR damage."""

from __future__ import annotations

import re
from functools import cache

_DAMAGED = {
    "å": "(?:å|aé|éa|a|é|&|4|i|A|Å|3)",
    "ø": "(?:ø|o|e|g|@|oe|Ø|6|0|a|@e)",
    "æ": "(?:æ|ae|a&|e|a|@|&|2)",
}


@cache
def damaged(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a pattern in which å, ø and æ also match what OCR makes of them."""
    for letter, forms in _DAMAGED.items():
        pattern = pattern.replace(letter, forms)
    return re.compile(pattern, flags)


MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan\.?|feb\.?|febr\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|des\.?)(?![a-zæøå])"
)

_FOLD = str.maketrans(
    {"å": "a", "ø": "o", "æ": "e", "é": "a", "&": "a", "@": "o", "è": "e", "ö": "o", "ä": "e", "á": "a"}
)
_SOFT = str.maketrans("aeogil1", "xxxxyyy")
_WORD = re.compile(r"[^\W_]{3,}")
_SMALL = frozenset(
    """for med som til det den har ved fra skal og kan blir ein ikkje ikke eller etter over under sin sine
    vere vare""".split()  # noqa: SIM905 - words in running order are easier to read than a list
)


@cache
def fold(text: str) -> str:
    """Write a text without case, Norwegian letters and white space that OCR changes."""
    return " ".join(text.lower().translate(_FOLD).replace("ae", "e").split())


@cache
def words(text: str) -> frozenset[str]:
    """The words that carry a title's meaning, with the letters that OCR swaps made equal."""
    found = (word for word in _WORD.findall(fold(text)) if word not in _SMALL)
    return frozenset(word.translate(_SOFT)[:8] for word in found)


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two titles stands in the other: 0.0 to 1.0."""
    a, b = words(one), words(other)
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def overlap(one: str, other: str) -> float:
    """How much two titles have in common of all their words: 0.0 to 1.0."""
    a, b = words(one), words(other)
    return len(a & b) / len(a | b) if a and b else 0.0
