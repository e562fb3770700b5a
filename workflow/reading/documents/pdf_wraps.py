"""Words that the end of a line cut in two become whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.reading.documents.pdf_lines import Word, has_room
from workflow.reading.norsk import MONTH

_CUT = re.compile(r"(\S*[^\W_])-$")
_REST = re.compile(r"[^\W_]\S*")
_PLAIN = re.compile(r"\W*[A-ZÆØÅ]?[a-zæøåéèêòôü]{2,}")
_BETWEEN = ("og", "eller", "til", "samt")
_OPEN = re.compile(
    r"[:,–-]$|\b(?:og|eller|med|innen|innan|senest|seinast|til|for|i|av|på|om|per|pr\.|fra|frå|ved|kl\.|etter)$",
    re.IGNORECASE,
)
_DAY, _YEAR = re.compile(rf"\d\. {MONTH}$", re.IGNORECASE), re.compile(r"20\d\d\b")
_CHARACTER = 0.75
# Ends of words that are no words themselves.
_ENDS = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,3}|ing|ring|ning|gen|ger|het|ene|rer|ter|d?e?lingen|lser?|nsk")
Measured = tuple[str, Sequence[Word]]


def mend(lines: Sequence[Measured], right: float) -> list[str]:
    """Give the texts of lines that stand under one another, in a cell that ends at `right`.

    Lines that go on become one text; what begins anew, or had room above, stays apart. A hyphen at
    the end of a line goes where it only cut a word, and stays in «IKT-drift», «2026-01» and «vår- og
    høstmøte». A word that alone was too wide for its cell is put together again.
    """
    texts: list[str] = []
    last: Sequence[Word] = ()
    for text, words in lines:
        if texts and _is_torn(texts[-1], text, last, right):
            texts[-1] += text
        elif texts and (mended := join_cut_word(texts[-1], text)):
            texts[-1] = " ".join(filter(None, mended))
        elif texts and _goes_on(texts[-1], text) and not has_room(last, words[0], right):
            texts[-1] += f" {text}"
        else:
            texts.append(text)
        last = words
    return texts


def join_cut_word(above: str, below: str) -> tuple[str, str] | None:
    """Bring the end of a word up to its beginning; None where the line above cuts no word."""
    cut, rest = _CUT.search(above), _REST.match(below)
    if not cut or not rest or rest[0] in _BETWEEN or not (rest[0][0].islower() or rest[0][0].isdigit()):
        return None
    hyphen = "" if _PLAIN.fullmatch(cut[1]) and rest[0][0].islower() else "-"
    return f"{above[:-1]}{hyphen}{rest[0]}", below[rest.end() :].strip()


def _goes_on(above: str, below: str) -> bool:
    return below[0].islower() or is_open(above) or bool(_DAY.search(above) and _YEAR.match(below))


def is_open(text: str) -> bool:
    """Say whether a text ends where no sentence does."""
    return bool(_OPEN.search(text))


def _is_torn(above: str, below: str, words: Sequence[Word], right: float) -> bool:
    """A word without a hyphen fills its line to the last letter, and what follows is no word."""
    if len(words) != 1 or not above[-1:].isalpha() or not _ENDS.fullmatch(below.split()[0]):
        return False
    return right - words[-1].x1 < _CHARACTER * words[-1].height
