"""How wide a table's columns are, and whether the table needs the paper turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PORTRAIT, LANDSCAPE = 102, 156
"""How many characters of a table's small type a line of A4 holds, standing and lying."""
_NARROWEST, _WIDEST_NARROW, _MOST_ASKED, _LONG_ASKED = 4, 14, 15, 32
_BOLD = 1.15
"""How much wider the letters of a heading are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in percent, adding up to 100, and whether standing paper is too narrow."""

    widths: tuple[float, ...]
    landscape: bool


def columns(
    headings: Sequence[str], rows: Sequence[Sequence[str]], narrow: Sequence[int], standing: bool = False
) -> Columns:
    """Give narrow columns what their words need, and the rest to running text by how much of it there is."""
    needs = [
        _need(at, headings[at], [row[at] for row in rows if at < len(row)], at in narrow)
        for at in range(len(headings))
    ]
    landscape = sum(needs) > PORTRAIT and not standing
    line = LANDSCAPE if landscape else PORTRAIT
    shares = [
        0.0 if at in narrow else _mean([row[at] for row in rows if at < len(row)])
        for at in range(len(headings))
    ]
    spare, shared = max(line - sum(needs), 0), sum(shares)
    if not shared:
        # Only narrow columns: the first heads the rows and takes what is left.
        shares, shared = [1.0, *[0.0] * (len(headings) - 1)], 1.0
    wide = [need + spare * share / shared for need, share in zip(needs, shares, strict=True)]
    return Columns(tuple(round(100 * each / sum(wide), 2) for each in wide), landscape)


def _need(at: int, heading: str, texts: Sequence[str], narrow: bool) -> float:
    """Count the characters a column must hold on a line, with the air between columns."""
    words = [round(_BOLD * len(word)) for word in heading.split()]
    if not narrow:
        most = _LONG_ASKED if _mean(texts) > _LONG_ASKED else _MOST_ASKED
        asked = min(max(map(len, texts), default=0), most)
        return max(asked, min(max(words, default=0), _WIDEST_NARROW)) + 2
    longest = max([len(word) for text in texts for word in text.replace("–", "– ").split()] or [0])
    return min(max([*words, longest, _NARROWEST]), _WIDEST_NARROW) + 3


def _mean(texts: Sequence[str]) -> float:
    return max(sum(min(len(text), 400) for text in texts) / max(len(texts), 1), 1.0)
