"""The letters and the drawn lines of a PDF page, with no more said about each letter than words need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pdfminer.layout import LTChar, LTComponent, LTContainer
from pdfplumber.page import Page
from pdfplumber.utils.text import extract_words

from workflow.reading.documents.pdf_lines import UNREADABLE, Word
from workflow.reading.documents.pdf_turning import turn, turn_of

_Letter = dict[str, object]
_BOLD = re.compile(r"bold|black|heavy|demi|(?<=[-,])b$", re.IGNORECASE)
_SYMBOLS = re.compile(r"symbol|dings|dingbat", re.IGNORECASE)
_GLYPH = re.compile(r"\(cid:\d+\)")


def words_of(page: Page) -> tuple[list[Word], bool]:
    """Give the words of a page, and say whether it was turned to be read.

    After this the page itself knows its drawings, turned too, and none of its letters. pdfplumber
    describes each letter by thirty properties, which takes most of its time; what makes words needs
    ten of them.
    """
    items = list(_flat(page.layout))
    chars = [item for item in items if isinstance(item, LTChar)]
    letters = [_letter(page, char) for char in chars]
    drawings: dict[str, list[_Letter]] = {"char": []}
    for drawing in (page.process_object(item) for item in items if not isinstance(item, LTChar)):
        drawings.setdefault(drawing["object_type"], []).append(drawing)
    quarter = turn_of(chars)
    if quarter:
        drawn = (drawing for kind in drawings.values() for drawing in kind if "top" in drawing)
        turn([*letters, *drawn], quarter, float(page.width), float(page.height))
    page._objects = drawings
    found = extract_words(letters, x_tolerance_ratio=0.15, extra_attrs=["size", "bold"])
    return [_word(word) for word in found], bool(quarter)


def _word(found: dict[str, Any]) -> Word:
    keys = ("text", "x0", "x1", "top", "bottom", "size", "bold")
    return Word(**{key: found[key] for key in keys})


def _flat(items: Iterable[LTComponent]) -> Iterator[LTComponent]:
    for item in items:
        if isinstance(item, LTContainer):
            yield from _flat(item)
        else:
            yield item


def _letter(page: Page, char: LTChar) -> _Letter:
    # The same turn of the page's coordinates as pdfplumber makes: down from the top of the media box.
    left, upper = page.mediabox[:2]
    top = page.height - char.y1 + upper
    return {
        "text": _text(char),
        "x0": char.x0 + left,
        "x1": char.x1 + left,
        "top": top,
        "bottom": page.height - char.y0 + upper,
        "doctop": page.initial_doctop + top,
        "upright": char.upright,
        "size": char.size,
        "bold": _is_bold(char.fontname),
    }


def _text(char: LTChar) -> str:
    """Fonts of signs name theirs as letters; what letters use them for is bullets."""
    text = char.get_text()
    if _has_symbols(char.fontname) and len(text) == 1 and (text.isascii() or text == "§") and text.strip():
        return "•"
    return text if len(text) == 1 else _GLYPH.sub(UNREADABLE, text)


@cache
def _is_bold(font: str) -> bool:
    return bool(_BOLD.search(font))


@cache
def _has_symbols(font: str) -> bool:
    return bool(_SYMBOLS.search(font))
