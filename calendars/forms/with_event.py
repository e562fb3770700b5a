"""Together with something: «samtidig med oversendelsen», «ved ferdigstillelse», «i forbindelse med møtet»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose
from calendars.pieces import ANCHOR

TRIGGER = (
    r"rapport|melding|samtid|samstundes|samme|same|ved|forb|samb|tilknytning|tilknyting|foreligg|følger"
    r"|følgjer"
)

PHRASES = (
    Phrase(
        r"(?<!\w)i (?P<anchor>(?:års|halvårs|tertial|kvartals)(?:rapport|melding)(?:en|a)?(?: for {year})?)",
        Prose.CUED,
    ),
    Phrase(
        r"(?<!\w)(?P<anchor>(?:års|halvårs|tertial|kvartals)rapport"
        r"(?:(?:en|ane|ene|a)(?: for {year})?| for {year2}))(?!\w)",
        Prose.NEVER,
    ),
    Phrase(rf"(?<!\w)(?:(?:samtidig|samstundes) med|(?:samme|same) dag som) {ANCHOR}"),
    Phrase(
        rf"(?<!\w)(?:i forbindelse med|i samband med|i tilknytning til|i tilknyting til|følger"
        rf"|følgjer) (?!av(?!\w)){ANCHOR}",
        Prose.NEVER,
    ),
    Phrase(rf"(?<!\w)ved (?!behov|eget|eige|avtale|departementets ?forespørsel){ANCHOR}", Prose.NEVER),
    Phrase(
        r"(?<!\w)ved (?P<anchor>ferdigstill(?:else|elsen|ing|inga)|avslutning|prosjektslutt|oppstart"
        r"|årsavslutningen)(?!\w)",
        Prose.CUED,
    ),
    Phrase(
        r"(?<!\w)(?:så snart|når) (?P<anchor>[^\W\d][\w-]*(?: [^\W\d][\w-]*){0,3} (?:foreligger"
        r"|ligg føre|er klar|er ferdig))",
        Prose.CUED,
    ),
)

_WORDS = {"nb": "ved {}, som ikke har dato her", "nn": "ved {}, som ikkje har dato her"}


def read(hit: Hit, context: Context) -> Verdict:
    """Read what it goes together with."""
    return Deadline("", Form.RELATIVE, "with_event", anchor=hit.piece("anchor"))


def write(deadline: Deadline, language: Language) -> str:
    """Word what it goes together with."""
    return f"ved {deadline.anchor}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it hangs on."""
    return f"«{deadline.text}» = " + _WORDS[language].format(deadline.anchor)
