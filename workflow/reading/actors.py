"""Who the letter speaks to, learned from the letter itself, and whose duty a sentence states."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from workflow.reading.norsk import damaged, fold
from workflow.reading.text import LetterText

_SUBJECT = re.compile(
    r"(?<![\wæøå])([A-ZÆØÅ][\wæøåÆØÅ:.-]{1,40}|[A-ZÆØÅ][\wæøå-]+(?:\s(?:og|for"
    r"|i)?\s?[a-zæøåA-ZÆØÅ][\wæøå-]+){1,4})\s+(?:skal|må|ma|mé|bes|har"
    r" ansvar|vert bede|blir bedt)\b"
)
_GENERIC = damaged(
    r"^(?:direktoratet|verksemda|virksomheten|virksomheita|etaten|tilsynet|instituttet|universitetet"
    r"|høgskolen|høgskulen|rådet|senteret|ombudet|nemnda|organet|selskapet|verket|vesenet"
    r"|museet|biblioteket|fondet|stiftelsen|dere|de|vi|foretaket|embetet|embetene|sekretariatet|styret"
    r"|byrået|nemnden|politiet|etatene|kontoret|sentralen|laboratoriet|akademiet|anstalten|registeret)$"
)
_OTHER = damaged(
    r"^(?:\w*departement(?:et|a|ene)|regjeringen|regjeringa|stortinget|kommun(?:en|ene|ane|er|ar)"
    r"|fylkeskommun\w+|riksrevisjonen|tilskuddsmottak\w+|tilskotsmottak\w+|s[eo]k(?:er|eren|erne)|statsråden"
    r"|andre|leverandør\w*|helseforetak\w*|sykehus\w*|skolene|skulane|universitetene|utvalget"
    r"|ekspertgruppen|arbeidsgiver\w*|norge|noreg|eu|kongen)$"
)
_THINGS = damaged(
    r"(?:rapport\w*|vurdering\w*|utredning\w*|utgreiing\w*|evaluering\w*|plan\w*|oversikt\w*|oppdrag\w*"
    r"|arbeid\w*|tiltak\w*|notat\w*|innspill\w*|resultat\w*|forslag\w*|leveranse\w*|redegjørelse\w*"
    r"|analyse\w*|prosjekt\w*"
    r"|møte\w*|brev\w*|referat\w*|svar\w*|dokument\w*|regnskap\w*|budsjett\w*|utkast\w*|strategi\w*"
    r"|status\w*|frist\w*|kopi\w*|dette|det|den|disse|desse|som|saker|hendelser|avvik|prognose\w*"
    r"|anslag\w*|statistikk\w*|tall|kalender\w*|system\w*|rutine\w*|veileder\w*)$"
)


_ACTS = damaged(
    r"^\W*(?P<who>[A-ZÆØÅ][\wæøå-]{3,}(?:et|en|a|ene|ane))\s(?:har .{5,60} og )?"
    r"(?:skal (?:\w+"
    r" )?(?:levere|sende|oversende|melde|rapportere|gi)|leverer|sender|melder|oversender|rapporterer)\b",
    re.NOFLAG,
)
_STATE = damaged(
    r"^(?:\w*departement\w*|regjeringen|regjeringa|stortinget|riksrevisjonen|statsråden|eu|kongen)$"
)
_PREPOSITION = damaged(
    r"^\W*(?:i|innen|innan|f(?!o)ør|etter|fra|frå|ved|på|til|for|som|med|om|under|dersom|når)\b"
)
_INSTITUTION = damaged(
    r"^\w{2,}(?:direktorat|direktoratet|direktør|direktøren|tilsynet|etaten|verket|antikvaren"
    r"|departementet|departement|rådet|instituttet|senteret|senter|forbund|forbundet|foreningen"
    r"|organisasjonene|skolen|skulen|skolane|styret|nemnda|nemnden|foretaket|selskapet|universitetet"
    r"|museet|ombudet|banken|tinget|kommunen|kommunene|ministeren|advokaten|mesteren|registeret"
    r"|forvalteren|forvalterne|forvaltaren|forvaltarane|dir)$"
)


@dataclass(frozen=True, slots=True)
class Actors:
    """The names by which the letter calls the agency it is sent to, folded."""

    us: frozenset[str]

    def is_us(self, name: str) -> bool:
        """Whether a word names the agency that the letter is sent to."""
        return _bare(name) in self.us or bool(_GENERIC.match(name))

    def is_other_actor(self, sentence: str) -> bool:
        """Whether a sentence begins with somebody else who delivers: «Skiforbundet melder …»."""
        found = _ACTS.match(sentence)
        return bool(self.us and found and not self.is_us(found["who"]) and not _THINGS.match(found["who"]))

    def owner(self, before: str) -> str:
        """Whose duty a clause states: «us», «other», or «» where it names nobody.

        `before` is the clause up to its «skal» or the like.
        """
        if _PREPOSITION.match(before):
            return ""
        before = re.sub(r"^\W*(?:(?:\d{1,2}[.)]|[a-zA-Z]\))\s*)*", "", before)
        before = (
            re.split(
                r"\s(?:fra|frå|i|til|for|om|på|av|med|mellom|under|etter|innenfor)\s", before, maxsplit=1
            )[0]
            if before[:1].isupper()
            else before
        )
        tokens = re.findall(r"[\wæøåÆØÅ&@:-]+", re.sub(r"\s(?:som|der|hvor)\s.*", "", before, flags=re.S))
        if tokens and self.is_us(tokens[0]):
            return "us"
        for token in reversed(tokens[-6:]):
            if self.is_us(token):
                return "us"
            if _OTHER.match(token) or (self.us and _INSTITUTION.match(token)):
                return "other" if self.us or _STATE.match(token) else ""
            if _THINGS.match(token):
                return ""
        names = [token for token in tokens[-4:] if token[:1].isupper() and token != tokens[0]]
        first_is_name = (
            len(tokens) <= 2
            and bool(tokens)
            and tokens[0][:1].isupper()
            and (
                tokens[0][1:] != tokens[0][1:].lower()
                or tokens[0].lower().endswith(("dir", "direktoratet", "tilsynet", "etaten"))
            )
        )
        return "other" if self.us and (names or first_is_name) else ""


def _bare(token: str) -> str:
    bare = re.sub(r"[^a-zæøåA-ZÆØÅ]", "", token).lower()
    return fold(bare[:-1] if bare.endswith("s") and len(bare) > 4 else bare)


def learn(letter: LetterText) -> Actors:
    """Find the agency: the name that most often «skal», which is neither a thing nor a known other."""
    counts: Counter[str] = Counter()
    for line in letter.lines:
        for match in _SUBJECT.finditer(line.text):
            for token in match[1].split()[:1]:
                if not _OTHER.match(token) and not _THINGS.match(token):
                    counts[_bare(token)] += 1
    most = counts.most_common(1)[0][1] if counts else 0
    chosen = {name for name, count in counts.items() if count >= max(2, most * 0.4) and len(name) > 1}
    return Actors(frozenset(chosen | _titled(letter) | _addressed(letter) | _spoken_of(letter)))


def _spoken_of(letter: LetterText) -> set[str]:
    """The institution that the letter names most, where none other comes near."""
    counts: Counter[str] = Counter()
    for line in letter.lines:
        for token in re.findall(r"[A-ZÆØÅ][\wæøå-]{4,}", line.text):
            if _INSTITUTION.match(token) and not _OTHER.match(token):
                counts[_bare(token)] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return set()
    return {ranked[0][0]}


def _addressed(letter: LetterText) -> set[str]:
    """The name at the head of the letter, «Statens bretilsyn», also as «Bretilsynet»."""
    for line in letter.lines[:25]:
        text = re.sub(r"^(?:Til|Mottaker|Mottakar):?\s+", "", re.sub(r"[\s#*]+", " ", line.text).strip())
        found = re.fullmatch(
            r"(?:[A-ZÆØÅ][\wæøå-]+"
            r" ){0,4}([\wæøå-]{2,}(?:direktorat|tilsyn|verk|etat|institutt|senter|råd|ombud|nemnd|museum"
            r"|vesen|embete|kontor|sentral|laboratorium|akademi|styre|register|bibliotek))(?:et|en|a)?(?:"
            r" {2,}.*|,.*)?",
            text,
            re.I,
        )
        if found and "departement" not in text.lower():
            stem = _bare(found[1])
            return {stem, fold(stem + "et"), fold(stem + "en"), fold(stem + "a")}
    return set()


def _titled(letter: LetterText) -> set[str]:
    """The name in «Tildelingsbrev til …»."""
    for line in letter.lines[:60]:
        found = re.search(
            r"(?i:(?:tildelings|oppdrags|virksomhets|verksemds)brev|kalender)(?:et)?(?: nr\.? ?\d+)?(?:"
            r" for)?(?:"
            r" 20\d\d)?\s*(?:til|for|[-–])\s+([A-ZÆØÅ][\wæøå-]{3,})",
            line.text,
        )
        if found and not _OTHER.match(found[1]):
            return {_bare(found[1])}
    return set()
