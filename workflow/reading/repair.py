"""Titles that a scanner damaged, mended where it is safe: a damaged word that can only be one known word."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from workflow.reading.text import LetterText

_ROOTS = """
oppfølg gjennomfør styringsmøte statusmøte strategimøte kontaktmøte fagmøte særmøte årsrapport årsregnskap
halvårs foreløpig førebels sårbar særskilt økonomi målgruppe målrettet klargjør følgeevaluering forsøk
opplæring læremiddel læremidler videregående høyere sekundærflytting mindreårig støtte levekår område
verktøy overføring avgjørelse månedlig måned årlig flerårig rådgiv påvirk språkbehov løpende øvelse
tjenesteområde miljø skjønn søknad tilråding følger ønske nødvendig måloppnåelse høring inneværende
utførelse redegjør nærvær fravær påfølgende økning høsten våren første førstelinje tilgjengeliggjør
framgår fremgår gjøremål fjørfe kjøretøy opphør rådhus målstyring månedsrapport årshjul årsplan årsverk
æresmotivert sjøfart fødsel foreldrestøtte oppgaveløsning saksbehandlernivå ledernivå
"""
_WORDS = {
    "pa": "på", "pé": "på", "pd": "på", "fa": "få", "f4": "få", "ogsa": "også", "ogsé": "også", "ar": "år",
    "&r": "år", "nare": "nære", "nzere": "nære", "for&": "for å", "gke": "øke", "eke": "øke", "oke": "øke",
    "sprak": "språk", "varen": "våren", "strategimate": "strategimøte", "kjenns-": "kjønns-", "gkte": "økte",
    "mal": "mål",
}  # fmt: skip
_FORMS = {
    "å": ("a", "é", "4", "&", "i"),
    "ø": ("o", "e", "g", "@", "oe", "6"),
    "æ": ("ae", "e", "a", "@", "ee", "oe"),
}
_INFINITIVE = re.compile(r"(?<=\s)[&4](?=\s(?:[a-zæøå]{2,}e|[fng][aå4]|st[aå]|[a-z]+å)\b)")
_SPRING = re.compile(r"(?<=m[oøe]te )var$")
_WORD = re.compile(r"[^\s,.;:()«»\"/]+")


def is_damaged(letter: LetterText) -> bool:
    """Whether a text lacks the letters å and ø, as a scanner leaves it."""
    text = "".join(line.text for line in letter.lines)
    return sum(text.count(letter) for letter in "åøÅØ") < len(text) / 250


def mended(title: str) -> str:
    """The title with its words mended; words that may be several, or are unknown, stay as they are."""
    title = _SPRING.sub("vår", _INFINITIVE.sub("å", title))
    return _WORD.sub(lambda match: _mend(match[0]), title)


def _mend(word: str) -> str:
    lower = word.lower()
    if lower in _WORDS:
        return _like(word, _WORDS[lower])
    for at in range(len(lower) - 4):
        for damaged, whole in _variants().get(lower[at : at + 3], ()):
            if lower.startswith(damaged, at) and (at == 0 or len(damaged) >= 7):
                return word[:at] + _like(word[at:], whole) + word[at + len(damaged) :]
    return word


def _like(damaged: str, whole: str) -> str:
    if damaged.isupper() and len(damaged) > 1:
        return whole.upper()
    return whole[:1].upper() + whole[1:] if damaged[:1].isupper() or damaged[:1] in "@" else whole


@cache
def _variants() -> dict[str, list[tuple[str, str]]]:
    """What each known word may look like, by its first three letters, longest first.

    A look that two words share, or that is itself a word, is left out.
    """
    found: dict[str, set[str]] = {}
    for root in _ROOTS.split():
        for letters in product(*(_FORMS.get(letter, (letter,)) for letter in root)):
            found.setdefault("".join(letters), set()).add(root)
    known = {
        look: roots
        for look, roots in found.items()
        if len(roots) == 1 and look not in roots and len(look) >= 5
    }
    by_start: dict[str, list[tuple[str, str]]] = {}
    for look in sorted(known, key=len, reverse=True):
        by_start.setdefault(look[:3], []).append((look, next(iter(known[look]))))
    return by_start
