"""What a person reads, in bokmål or nynorsk: all catalogues of `workflow/locale` as one."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from workflow.refusals import Refusal

LANGUAGES = ("nb", "nn")
"""What the program itself speaks."""
MAIL_LANGUAGES = ("nb", "nn", "en")
"""What a mail may be written in; English is the language of the texts themselves."""
LOCALE_DIR = Path(__file__).parent / "locale"


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for the catalogues where it stands as a constant."""
    return msgid


@cache
def translator(language: str) -> gettext.NullTranslations:
    """Give the merged catalogue of a language (`nb`, `nn`; `en` says the texts as they stand).

    Raises `ValueError` for a language we do not have, and `FileNotFoundError` when the catalogues
    were never compiled (`scripts/start --setup-only` compiles them).
    """
    if language == "en":
        return gettext.NullTranslations()
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language!r}; there are {', '.join(MAIL_LANGUAGES)}")
    compiled = sorted((LOCALE_DIR / language / "LC_MESSAGES").glob("*.mo"))
    if not compiled:
        raise FileNotFoundError(f"no compiled catalogue in {LOCALE_DIR / language}")
    merged = gettext.GNUTranslations(compiled[0].open("rb"))
    for path in compiled[1:]:
        merged.add_fallback(gettext.GNUTranslations(path.open("rb")))
    return merged


def explain(refusal: Refusal, language: str) -> str:
    """Say in the user's words why something was refused."""
    return translator(language).gettext(refusal.message).format(**refusal.facts)
