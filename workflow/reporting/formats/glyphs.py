"""Which characters the fonts of a PDF can show; PDF/A allows no character without a shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
"""The folder of the font that stands in where the text font lacks a character."""


def shown(text: str) -> str:
    """Give the text with each character that no font has written as its number: «[U+1F600]»."""
    missing = {ord(each): f"[U+{ord(each):04X}]" for each in set(text) - _known() - {"\n"}}
    return text.translate(missing)


@cache
def _known() -> frozenset[str]:
    """Find the characters that the font has in both weights we set."""
    faces = [FT2Font(str(FONTS / name)) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
    return frozenset.intersection(*(frozenset(map(chr, face.get_charmap())) for face in faces))
