"""What a sentence's date is: a deadline of ours, or something else, and what."""

from __future__ import annotations

import re

from calendars.deadline import Form
from workflow.reading.actors import Actors
from workflow.reading.ledger import Phrase
from workflow.reading.norsk import damaged

_DUTY = damaged(
    r"\b(?:skal|skulle|må|bes|ber|bed(?:t|en)|pålegges|frist(?:en|er|ar)?|fristdato|rapporteringsfrist\w*|leveres|leverast|sendes|sendast|oversendes|oversendast|rapporteres|rapporterast|meldes|meldast|ferdigstilles|ferdigstillast"
    r"|legges fr[ea]m|leggjast fram|foreligge|liggje føre|ligge klar|avholdes|haldast|holdes|gjennomføres|gjennomførast|avvikles|forventes|ventar|venter|innrapporteres|svar(?:es)?|orienteres|informeres|levere|sende|oversende|rapportere|rapporterer|leverer|sender|oversender|gir|gjev|innen|innan|senest|seinest|løpende|straks|berammet|planlagt|planlegges|møte[rt]?)\b"
)
_BY = damaged(r"(?:innen|innan|senest|seinest|f(?!o)ør|frist(?:en|er|ar)?(?: er| for \S+(?: \S+){0,4} er)?|innan utgangen av|innen utgangen av|innen (?:den )?|i løpet av|ved utgangen av|utgangen av|leveres|sendes|oversendes|ferdig|klar til|skal foreligge)\W*$")
_PASSIVE_PAST = damaged(
    r"\b(?:ble|blei|vart|hadde|var|har (?:vært|levert|sendt|gitt|fått)|vedtatt|vedteke|vedtok|lansert|datert|undertegnet|fremmet|fremja|behandlet|overlevert|fastsatt|fastsett|mottatt|avgitt|kunngjort|trådte|opphevet|lagt fram|lagt frem|etablert|opprettet|oppretta|forelå|låg føre|startet|publisert i|gikk|kom i)\b"
)
_SINCE = re.compile(r"(?:\b(?:fra(?: og med)?|frå(?: og med)?|f\.o\.m\.|siden|sidan|gjeldende fra|etter|av|datert|dagsett|den|i brev|på møte(?:t)?)\s*(?:den\s*)?)$", re.I)
_FORCE = re.compile(r"(?:tr\S+ i kraft|tar til å gjelde|tek til å gjelde|i kraft|gjeld(?:er|ende)? fr[aå])", re.I)
_DECISION = damaged(r"(?:budsjettvedtak|vedtak|stortinget(?:s)?|statsråd|kgl\.? ?res|lov av|forskrift av|brev (?:av|fra|frå)|e-post (?:av|fra)|møte(?:t)? (?:den|av)|avtale av|mandat av|sist endret|rundskriv|referat fra)\W*(?:\w+\W+){0,3}$")
_PERIOD = re.compile(r"(?:i perioden|for perioden|perioden)\W*(?:\S+\W+){0,4}$", re.I)
_FIGURE = re.compile(r"\b(?:per|pr\.?|pr|pér)\s*(?:den\s*)?$", re.I)
_TARGET = damaged(r"\b(?:målet|mål om|målsett?ing\w*|reduksjon|redusere\w*|øke|auke|utslipp\w*|frem mot|fram mot|visjon|ambisjon|samfunnsoppdrag\w*|andel\w*|halvere\w*|strategi\w*)\b")
_OTHER_TO_US = damaged(r"(?:departementet|departementa|departementene|\bvi\b|\b[A-ZÆØÅ]{2,5})\s(?:\w+\s)?(?:ber|bed|ønsker|ynskjer|forventer|forventar|legger til grunn|legg til grunn|forutsetter|føreset)\b|\b(?:ber|bed)\svi\b|\bdet bes om\b", re.IGNORECASE)
_PASSIVE = damaged(r"\b(?:meldes|meldast|sendes|sendast|leveres|leverast|rapporteres|rapporterast|oversendes|oversendast|varsles|varslast|innrapporteres|foreligger|avklares)\b(?!\s(?:\w+\s)?av\s(?:\w*departementet|kommun|fylkes|andre))")
_COME_BACK = damaged(r"\b(?:vil (?:departementet )?(?:i eget brev )?(?:komme|kome) (?:tilbake|attende)|kjem attende|kommer tilbake|vil (?:sende|sendast|bli sendt)|sendes i eget brev|bestill\w+ .{0,60}eget brev|vil bli (?:sendt|bestilt))")
_ACT = damaged(r"\b(?:lever\w*|send\w*|oversend\w*|rapporter\w*|orienter\w*|inform\w*|varsl\w*|meld\w*|legg\w* fr[ea]m|utarbeid\w*|gi\b|gir\b|frist\w*|avklar\w*|foreleg\w*|publiser\w*|registrer\w*|følg\w* opp|avtal\w*|beslut\w*|godkjen\w*|drøft\w*|gjennomfør\w*|oppdater\w*|lag\w+ til departementet)\b")
_MODAL = damaged(r"\b(?:skal|må|bes|plikter|har ansvar for|vert bedne|blir bedt)\b", re.IGNORECASE)


_LETTER_DATE = re.compile(r"(?:[Dd]ato|[Dd]ate)\s*:?\s*$|^\s*[A-ZÆØÅ][a-zæøå]+(?:,\s|,? den\s)$")
_REFERS = damaged(r"^\W*(?:vi|det|[\wæøå\s-]{0,60}departementet)\s(?:viser|vises|syner)\s(?:også |òg )?til\b|^\W*(?:jf|jamfør)\b")
_GOAL = damaged(r"^\W*(?:målet|målsettingen|målsetjinga|ambisjonen)\b")
_STATES = damaged(r"^\W*(?:ny |endelig )?(?:frist(?:en)?|leveringsfrist(?:en)?|tidspunkt(?:et)? for|leveransetidspunkt)\b.{0,60}\b(?:er|vil være|blir|avtales|avtalast|settes|fastsettes|utsettes|setjast)\b")
_VERB = damaged(r"\b(?:skal|må|bes|ber|bed|vil|har frist|har ansvar|leverer|svarer|svarar|sender|oversender|rapporterer|rapporterar|gir|gjev|legger|legg|lager|plikter|ønsker)\b")
_OUTPUT = damaged(r"rapport|oversikt|statistikk|analyse|status|nøkkeltall|nykeltal|\btall\b|\btal\b|referat|regnskap|rekneskap|møte|måling|orienter|inform|send|lever")
_OPEN_FIELD = damaged(r"frist|tidspunkt|leveranse|levering|dato")
_INNEN = damaged(r"\b(?:innen|innan|senest|seinest|(?:med |ny )frist)\W*$")
_DELIVERED = damaged(r"frist|lever|send|ferdig|klar|rapport|utkast|endelig|endeleg|status|forel|avslutt|start|gjennomfør")
_PRESENT = damaged(r"leveres|leverast|sendes|sendast|oversendes|legges fr[ea]m|leggjast fram|foreligge|liggje føre|ferdig|avholdes|holdes|haldast|møte|rapporter|frist|mottatt|motteke|publiseres")
_MEETS = damaged(r"\w(?:styrings|kontakt|dialog|fag|strategi|sær|budsjett)møte(?:r|t|ne|ne)?\b(?!.{0,20}\bi forkant)")
_EXACT = frozenset({"day"})


def verdict(phrase: Phrase, sentence: str, start: int, actors: Actors, in_assignment: bool) -> str:
    """Give the empty string for a deadline of ours, or the code of why it is none.

    `start` is where the phrase begins in the sentence; `in_assignment` tells that the sentence
    stands in the description of one of our assignments.
    """
    deadline = phrase.deadline
    if deadline is None:
        return phrase.reason or "no_duty_found"
    sentence = sentence.replace("\n", " ")
    before, after = sentence[:start], sentence[start + len(phrase.text) :]
    for reason, holds in (
        ("figure_day", _FIGURE.search(before)),
        ("past", re.match(r"\s?1[89]\d\d\b", after)),
        ("in_force", _FORCE.search(sentence) and not _BY.search(before)),
        ("decided_on", _DECISION.search(before)),
        ("period", _PERIOD.search(before) or (deadline.form is Form.DATE and re.match(r"\s*[-–]\s*\d", after))),
        ("since", _SINCE.search(before) and deadline.form in (Form.DATE, Form.WINDOW)),
        ("decided_on", _REFERS.match(sentence) and not _BY.search(before)),
        ("policy_target", _GOAL.match(sentence) and deadline.pattern not in _EXACT),
    ):
        if holds:
            return reason
    head = phrase.place.line <= 30 and not re.search(r"[a-zæøå]{4,}", (before + after).replace("dato", ""))
    if (_LETTER_DATE.search(before) and phrase.place.line <= 80) or head:
        return "letter_date"
    if _STATES.match(sentence) and not _PASSIVE_PAST.search(before):
        return ""
    by = bool(_BY.search(before)) or bool(re.match(damaged(r"\W*(?:innen|innan|senest|seinest|f(?!o)ør|frist|i løpet av)\b"), phrase.text))
    clause = _clause(before)
    if _PASSIVE_PAST.search(clause) and not _MODAL.search(clause) and not (by and _INNEN.search(before) and "hadde" not in clause):
        return "past"
    if not _DUTY.search(sentence):
        return "no_duty_found"
    return _whose(phrase, sentence, clause, after, actors, in_assignment, by)


def _clause(before: str) -> str:
    """The part of the sentence that governs the phrase."""
    before = re.split(r"\ssom\s(?=\w+)", before)[-1]
    return re.split(r"[;:]\s|,\s(?:og|men|mens|slik at|som|der|hvor|jf\.)\s|\s(?:mens|som ble|som hadde)\s", before)[-1] if len(before) > 40 else before


def _whose(phrase: Phrase, sentence: str, clause: str, after: str, actors: Actors, in_assignment: bool, by: bool) -> str:
    deadline = phrase.deadline
    modal = _MODAL.search(sentence)
    verb = _VERB.search(sentence)
    owner = _owner(sentence, verb, actors)
    asked = _OTHER_TO_US.search(sentence)
    if owner == "other" and not asked:
        return "owed_by_others"
    if re.match(r"\W*[\wæøåÆØÅ-]*departementet\s+vil\b", sentence, re.I) and not asked and not _COME_BACK.search(sentence):
        return "owed_by_others"
    if not by and deadline is not None and deadline.pattern not in _EXACT and not in_assignment and deadline.form in (Form.DATE, Form.WINDOW):
        held = _PRESENT.search(clause) or _MEETS.search(sentence)
        return "" if held and owner != "other" else "no_duty_found"
    if deadline is not None and deadline.form is Form.DATE:
        far = deadline.day is not None and _TARGET.search(clause) and not re.search(r"\d\d?\.\s?\d|\d\. [a-z]", phrase.text)
        if far:
            return "policy_target"
        return "" if by or (in_assignment and _DELIVERED.search(clause)) or modal or _MODAL.search(after) or re.search(damaged(r"\bfrist(?:en|er|ar|ane|ene)?\b|leveres|sendes|oversendes|møte|holdes|haldast"), sentence) else "no_duty_found"
    if deadline is not None and deadline.form in (Form.OPEN, Form.RELATIVE):
        if deadline.pattern == "continuous" and re.match(r"\s+[a-zæøå]", after):
            return "no_duty_found"
        if deadline.pattern == "with_event" and re.match(r"(?:også )?i\s", phrase.text):
            return "content"
        if deadline.pattern in ("on_demand", "continuous") and owner != "us":
            return "no_duty_found"
        if deadline.pattern in ("agreed", "by_letter") and _OPEN_FIELD.search(clause):
            return ""
        if owner == "us" and _ACT.search(sentence):
            return ""
        return "" if (modal or asked or _PASSIVE.search(sentence)) and _ACT.search(sentence) and owner != "other" else "no_duty_found"
    if deadline is not None and deadline.form is Form.RRULE and not by:
        if re.search(r"\b(?:den|det|dei|de|denne|vår)\s*$", clause) and phrase.text.endswith("e"):
            return "title"
        near = clause + re.split(r"\s(?:og|,)\s", after[:60])[0]
        return "" if _OUTPUT.search(near) and (modal or asked or owner == "us" or _regular(sentence)) else "no_duty_found"
    return "" if by or (modal and _ACT.search(sentence)) or (in_assignment and by) or re.search(damaged(r"frist|avholdes|haldast|møte"), sentence) or (asked and _ACT.search(sentence)) or _regular(sentence) else "no_duty_found"


def _owner(sentence: str, verb: re.Match[str] | None, actors: Actors) -> str:
    """Whose duty it is: who stands before the verb, or after it where something else begins the sentence."""
    first = verb or re.search(r"(?<=\s)[a-zæøå]{3,}(?:es|ast|er|ar)\b", sentence)
    if first is None:
        return actors.owner(" ".join(sentence.split()[:4]))
    owner = actors.owner(sentence[: first.start()])
    follower = sentence[first.end() :].split()[:1]
    if owner or verb is None or not follower:
        return owner
    after = actors.owner(follower[0])
    passive = re.search(r"\b\w+(?:es|ast)\b", sentence[first.end() :])
    return "" if after == "other" and passive else after


def _regular(sentence: str) -> bool:
    """A routine in the present tense: «… sender ukentlig rapport til …»."""
    return bool(re.search(damaged(r"\b(?:sender|sendes|leverer|leveres|rapporterer|rapporteres|publiseres|publiserast|oppdateres|utarbeides|innhentes|lager)\b"), sentence))
