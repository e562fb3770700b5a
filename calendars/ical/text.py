"""Text that every calendar client can carry: composed (NFC), without control or invisible characters."""

from __future__ import annotations

import re
import unicodedata

SUMMARY_LIMIT = 200
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Give the text in NFC, line breaks as \\n, without control, format and unpaired characters."""
    broken = _BREAKS.sub("\n", text).replace("\t", " ")
    composed = unicodedata.normalize("NFC", broken)
    if composed.replace("\n", "").isprintable():
        return composed
    return "".join(char for char in composed if char == "\n" or not _is_hidden(char))


def one_line(text: str, limit: int | None = None) -> str:
    """Give the clean text on one line, cut at a word with «…» when longer than `limit` characters."""
    line = _SPACES.sub(" ", clean(text)).strip()
    if limit is None or len(line) <= limit:
        return line
    kept = line[: limit - 1]
    at_word = kept.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else kept).rstrip(" ,;:–-") + "…"


def _is_hidden(char: str) -> bool:
    """Tell whether a character shows nothing by itself: Cc, Cf (zero width), Cs, or unassigned."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn")
