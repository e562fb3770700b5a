"""References as a report shows them: the letter's own numbers always, keys made from titles never."""

from __future__ import annotations

import re
from functools import lru_cache

from workflow.notices.messages.references import shown_reference

_LETTERS_OWN = re.compile(r"\d{4}-[^\W\d_]{0,4}\d+")
"""«2026-02» and «2026-FoU4»: the number that the letter gives, which says nothing of what it is about."""


@lru_cache(maxsize=8192)
def known_reference(reference: str, *, shielded: bool) -> str:
    """Give the reference that people know; «» where the letter has no number for the duty."""
    if _LETTERS_OWN.fullmatch(reference):
        return reference
    return shown_reference(reference, shielded=shielded)
