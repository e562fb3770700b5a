"""Texts that a spreadsheet must not take for formulas, and in CSV a guard before them.

Source of the guard: OWASP, «CSV Injection». It can be taken off again: a cell that begins with an
apostrophe had something before it that needed one, so `text.removeprefix("'")` is what was meant.
"""

from __future__ import annotations

import re

from workflow.reporting.formats.clean import clean

GUARD = "'"
_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n']")


def begins_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take the text for a formula, or for a guarded text."""
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """Give the clean text with an apostrophe before what may be taken for a formula."""
    cleaned = clean(text)
    return GUARD + cleaned if begins_formula(cleaned) else cleaned
