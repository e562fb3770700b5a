"""What a sentence's date is: a deadline of ours, or something else, and what."""

from __future__ import annotations

import re

from calendars.deadline import Deadline, Form
from workflow.reading.actors import Actors
from workflow.reading.ledger import Phrase
from workflow.reading.norsk import damaged

_DUTY = damaged(
    r"\b(?:skal|skulle|må|bes|ber|bed(?:t|en)|pålegges|frist(?:en|er|ar)?|fristdato|rapporteringsfrist\w*"
    r"|leveres|leverast|sendes|sendast|oversendes|oversendast|rapporteres|rapporterast|meldes|meldast"
    r"|ferdigstilles|ferdigstillast"
    r"|legges fr[ea]m|leggjast fram|foreligge|liggje føre|ligge"
    r" klar|avholdes|haldast|holdes|gjennomføres|gjennomførast|avvikles|forventes|ventar|venter"
    r"|innrapporteres|svar(?:es)?|orienteres|informeres|levere|sende|oversende|rapportere|rapporterer"
    r"|leverer|sender|oversender|gir|gjev|innen|innan|senest|sein[ae]st|løpende|straks|berammet|planlagt"
    r"|planlegges|møte[rt]?)\b"
)
_BY = damaged(
    r"(?:innen|innan|senest|sein[ae]st|f(?!o)ør|frist(?:en|er|ar)?(?: er| for \S+(?: \S+){0,4} er)?|innan"
    r" utgangen av|innen utgangen av|innen (?:den )?|i løpet av|ved utgangen av|utgangen"
    r" av|leveres|sendes|oversendes|ferdig|klar til|skal foreligge)\W*$"
)
_PASSIVE_PAST = damaged(
    r"\b(?:ble|blei|vart|hadde|var|har"
    r" (?:vært|levert|sendt|gitt|fått)|vedtatt|vedteke|vedtok|lansert|datert|undertegnet|fremmet|fremja"
    r"|behandlet|overlevert|fastsatt|fastsett|mottatt|avgitt|kunngjort|trådte|opphevet|lagt"
    r" fram|lagt frem|etablert|opprettet|oppretta|forelå|låg føre|startet|publisert i|gikk|kom i)\b"
)
_SINCE = re.compile(
    r"(?:\b(?:fra(?: og med)?|frå(?: og med)?|f\.o\.m\.|siden|sidan|gjeldende"
    r" fra|etter|av|datert|dagsett|den|i brev|på møte(?:t)?)\s*(?:den\s*|\w+dag\s*)?)$",
    re.I,
)
_FORCE = re.compile(
    r"(?:tr\S+ i kraft|tar til å gjelde|tek til å gjelde|i kraft|gjeld(?:er|ende)? fr[aå])", re.I
)
_DECISION = damaged(
    r"(?:budsjettvedtak|vedtak|stortinget(?:s)?|i statsråd|kgl\.? ?res|lov av|forskrift av|brev"
    r" (?:av|fra|frå)|e-post (?:av|fra)|møte(?:t)? (?:den|av)|avtale av|mandat av|sist"
    r" endret|rundskriv|referat fra)\W*(?:\w+\W+){0,3}$"
)
_SPOKEN_OF = damaged(
    r"\b(?:drøftet|drøfta|behandlet|behandla|omtalt|diskutert|varslet|varsla|presentert) (?:[a-zæøå]+ ){0,3}$"
)
_WHO_IS = re.compile(r"\bsom\s(?:er|skal|var|har|hadde|ble|blei|vart)\b[^,;:]{0,60}$")
_CONTRACT = re.compile(r"\b(?:sies opp|seiast opp|utløper|går ut|utbetales|utbetalast)\b")
_DEFINES = re.compile(r"\s*\w+\s+(?:gjelder|gjeld|omfatter|omfattar|viser|inneholder|inneheld)\b")
THAT_SEASON = re.compile(
    r"\b(?:foregående|føregåande|inneværende|inneverande|forrige|førre|gjeldende|gjeldande)\s(?:\w+\sog\s)?$"
)
_SO_THAT = re.compile(r"\b(?:slik|sånn) at\b[^.;:]*$")
_SERVED = re.compile(r"\bvil (?:motta|få|mottaka)\b")
_FINITE = damaged(
    r"\b(?:skal|må|bes|ber|bed|kan|bør|vil|er|var|har|hadde|ble|blei|vart|blir|vert|får|fekk|fikk|gir|gjev|tar"
    r"|tek|går|står|kommer|kjem|viser|gjelder|gjeld)\b|\b\w{3,}(?:es|ast)\b"
)
_PERIOD = re.compile(r"(?:med (?:slutt|start)\w+|i perioden|for perioden|perioden)\W*(?:\S+\W+){0,4}$", re.I)
_FIGURE = re.compile(
    r"\b(?:(?:per|pr\.?|pr|pér)\s*(?:den\s*)?|(?:telle|telje|måle|skjærings)dato(?:en)?:?\s*)$", re.I
)
_TARGET = damaged(
    r"\b(?:målet|mål om|målsett?ing\w*|reduksjon|redusere\w*|øke|auke|utslipp\w*|frem mot|fram"
    r" mot|visjon|ambisjon|samfunnsoppdrag\w*|andel\w*|halvere\w*|strategi\w*)\b"
)
_OTHER_TO_US = damaged(
    r"(?:departementet|departementa|departementene|\bvi\b|\b[A-ZÆØÅ]{2,5})\s(?:\w+\s)?(?:ber|bed|ønsker"
    r"|ynskjer|forventer|forventar|legger"
    r" til grunn|legg til grunn|forutsetter|føreset)\b|\b(?:ber|bed)\svi\b|\bdet bes om\b|\bvi ventar\b|\bvi"
    r" tar sikte\b|\bvi tek sikte\b",
    re.IGNORECASE,
)
_PASSIVE = damaged(
    r"\b(?:meldes|meldast|sendes|sendast|leveres|leverast|rapporteres|rapporterast|oversendes|oversendast"
    r"|varsles|varslast|innrapporteres|foreligger|avklares)\b(?!\s(?:\w+\s)?av\s(?:\w*departementet"
    r"|kommun|fylkes|andre))"
)
_COME_BACK = damaged(
    r"\b(?:vil (?:departementet )?(?:i eget brev )?(?:komme|kome) (?:tilbake|attende)|kjem attende|kommer"
    r" tilbake|vil (?:sende|sendast|bli sendt)|sendes i eget brev|bestill\w+ .{0,60}eget brev|vil bli"
    r" (?:sendt|bestilt))"
)
_ACT = damaged(
    r"\b(?:lever\w*|send\w*|oversend\w*|rapporter\w*|orienter\w*|inform\w*|varsl\w*|meld\w*|legg\w*"
    r" fr[ea]m|utarbeid\w*|gi\b|gir\b|frist\w*|avklar\w*|foreleg\w*|publiser\w*|registrer\w*|følg\w*"
    r" opp|avtal\w*|beslut\w*|godkjen\w*|drøft\w*|gjennomfør\w*|oppdater\w*|lag\w+ til departementet)\b"
)
_MODAL = damaged(r"\b(?:skal|må|bes|plikter|har ansvar for|vert bedne|blir bedt)\b", re.IGNORECASE)


_LETTER_DATE = re.compile(
    r"(?:[Dd]ato|[Dd]ate|[Pp]ublisert|[Oo]ppdatert|[Ss]ist endr\w+)\s*:?\s*$|^\s*[A-ZÆØÅ][a-zæøå]+(?:,\s|,?"
    r" den\s)$"
)
_REFERS = damaged(
    r"^\W*(?:vi|det|[\wæøå\s-]{0,60}departementet)\s(?:viser|vises|syner)\s(?:også |òg"
    r" )?til\b|^\W*(?:jf|jamfør)\b"
)
_GOAL = damaged(r"^\W*(?:målet|målsettingen|målsetjinga|ambisjonen)\b")
_STATES = damaged(
    r"^\W*(?:ny |endelig )?(?:\w*frist(?:en)?|leveringsdato(?:en)?|leveringsfrist(?:en)?|tidspunkt(?:et)?"
    r" for|leveransetidspunkt)\b.{0,90}\b(?:er|vil"
    r" være|blir|avtales|avtalast|settes|fastsettes|utsettes|setjast)\b"
)
_VERB = damaged(
    r"\b(?:skal|må|bes|ber|bed|vil|har frist|har"
    r" ansvar|har|leverer|svarer|svarar|sender|oversender|rapporterer|rapporterar|gir|gjev|legger|legg|lager"
    r"|plikter|ønsker)\b"
)
_OUTPUT = damaged(
    r"rapport|oversikt|statistikk|analyse|status|nøkkeltall|nykeltal|\btall\b|\btal\b|referat|regnskap"
    r"|rekneskap|møte|måling|orienter|inform|send|lever"
)
_OPEN_FIELD = damaged(r"frist|tidspunkt|leveranse|levering|dato")
_INNEN = damaged(r"\b(?:innen|innan|senest|sein[ae]st|(?:med |ny )frist)\W*$")
_DELIVERED = damaged(
    r"frist|lever|send|ferdig|klar|rapport|utkast|endelig|endeleg|status|forel|avslutt|start|gjennomfør"
)
_PRESENT = damaged(
    r"leveres|leverast|sendes|sendast|oversendes|legges fr[ea]m|leggjast fram|foreligge|liggje"
    r" føre|ferdig|lagt|lagde|berammet|være hos|vere hos|hos oss|i"
    r" hende|møtes|møtast|avholdes|holdes|haldast|møte|rapporter|frist|mottatt|motteke|publiseres"
)
_INVITES = damaged(
    r"\b(?:inviterer|innkaller|kaller inn|kallar inn)\b.{0,40}møte|^\W*departementet skal"
    r" (?:ha|få|bli|varsles|informeres|orienteres)\b"
)
_TOLD = damaged(r"\s+\w*departementet\s+(?:ha|få|bli|varsles|informeres|orienteres)\b")
_MEETS = damaged(
    r"\w(?:styrings|kontakt|dialog|fag|strategi|sær|budsjett)møte(?:r|t|ne|ne)?\b(?!.{0,20}\bi forkant)"
)
_BY_START = damaged(r"\W*(?:innen|innan|senest|sein[ae]st|f(?!o)ør|frist|i løpet av)\b")
_NEAR = 800
"""How many characters around a phrase can matter; it also bounds the time that a sentence can take."""
_POINT = 160
"""How long a point of a list can be that has no verb."""
_OLD_YEAR = re.compile(r"\s?1[89]\d\d\b")
_MINISTRY_WILL = re.compile(r"\W*[\wæøåÆØÅ-]*departementet\s+vil\b", re.I)
_EVENT = damaged(
    r"\bfrist(?:en|er|ar|ane|ene)?\b|leveres|sendes|oversendes|møt[ea]|holdes|haldast|lagt til|lagde til"
)
_REGULAR = damaged(
    r"\b(?:sender|sendes|leverer|leveres|rapporterer|rapporteres|publiseres|publiserast|oppdateres|utarbeides"
    r"|innhentes|lager|holdes|haldast|avholdes)\b"
)
_CLAUSES = re.compile(
    r"[;:]\s|,\s(?:og|men|mens|slik at|som|der|hvor|jf\.)\s|\s(?:mens|som ble|som hadde|slik at)\s"
)


def verdict(phrase: Phrase, sentence: str, start: int, actors: Actors, in_assignment: bool) -> str:
    """Give the empty string for a deadline of ours, or the code of why it is none.

    `start` is where the phrase begins in the sentence; `in_assignment` tells that the sentence
    stands in the description of one of our assignments.
    """
    if phrase.deadline is None:
        return phrase.reason or "no_duty_found"
    begin = max(0, start - _NEAR)
    near = sentence[begin : start + _NEAR].replace("\n", " ")
    saying = _Saying(phrase.deadline, phrase, near, start - begin, actors, in_assignment)
    plain = saying.not_a_deadline()
    if plain is not None:
        return plain
    if saying.owner == "other" and not saying.asked and not _INVITES.search(saying.sentence):
        return "owed_by_others"
    return "" if saying.is_deadline() else saying.why_not()


class _Saying:
    """A phrase in its sentence, with what the sentence says around it."""

    def __init__(
        self, deadline: Deadline, phrase: Phrase, sentence: str, start: int, actors: Actors, inside: bool
    ) -> None:
        self.deadline, self.phrase, self.sentence, self.inside = deadline, phrase, sentence, inside
        self.before, self.after = sentence[:start], sentence[start + len(phrase.text) :]
        self.clause = _clause(self.before)
        self.by = bool(_BY.search(self.before) or _BY_START.match(phrase.text))
        self.modal = bool(_MODAL.search(sentence))
        self.listed = len(sentence) < _POINT and not _FINITE.search(sentence)
        self.asked = bool(_OTHER_TO_US.search(sentence))
        other = actors.is_other_actor(sentence) or self._to_us(actors)
        self.owner = "other" if other else _owner(sentence, _VERB.search(sentence), actors)

    def _to_us(self, actors: Actors) -> bool:
        """«… sendt direktoratet innen»: others deliver to us."""
        found = re.search(
            r"\b(?:til|sendt|levert|hos|sendes|sendast)\s+([A-ZÆØÅa-zæøå-]+)\W*(?:innen|innan|senest"
            r"|seinast)?\W*$",
            self.before,
        )
        return bool(found and actors.is_us(found[1]))

    def not_a_deadline(self) -> str | None:
        """The code of a plain reason; empty where the sentence is plainly a deadline; else None."""
        for reason, holds in (
            ("figure_day", _FIGURE.search(self.before)),
            ("figure_day", _WHO_IS.search(self.before) and re.match(r"\s*,?\s*(?:skal|må)\b", self.after)),
            ("period", _CONTRACT.search(self.sentence)),
            ("figure_period", THAT_SEASON.search(self.before)),
            ("content", _SO_THAT.search(self.before) and not self.by),
            ("past", _OLD_YEAR.match(self.after)),
            ("in_force", _FORCE.search(self.clause + self.phrase.text) and not self.by),
            ("decided_on", self._is_decided()),
            ("period", _PERIOD.search(self.before) or self._opens_span()),
            ("since", _SINCE.search(self.before) and self.deadline.form in (Form.DATE, Form.WINDOW)),
            ("decided_on", _REFERS.match(self.sentence) and not _BY.search(self.before)),
            ("policy_target", _GOAL.match(self.sentence) and self.deadline.pattern != "day"),
            ("letter_date", self._dates_the_letter()),
        ):
            if holds:
                return reason
        if _STATES.match(self.sentence):
            return ""
        return "past" if self._is_past() else None

    def _is_decided(self) -> bool:
        return not self.by and bool(_DECISION.search(self.before) or _SPOKEN_OF.search(self.before))

    def _opens_span(self) -> bool:
        ends = re.search(r"\d{1,2}\.\s?\d{1,2}\.?\s*(?:\d{4}\s*)?[-–]\s*$", self.before)
        return self.deadline.form is Form.DATE and bool(ends or re.match(r"\s*[-–]\s*\d", self.after))

    def _dates_the_letter(self) -> bool:
        line = self.phrase.place.line
        alone = not re.search(r"[a-zæøå]{4,}", (self.before + self.after).replace("dato", ""))
        stated = self.deadline.form is Form.DATE and self.deadline.pattern == "day"
        return (
            stated
            and not self.by
            and ((line <= 80 and bool(_LETTER_DATE.search(self.before))) or (line <= 30 and alone))
        )

    def _is_past(self) -> bool:
        told = _PASSIVE_PAST.search(self.clause) and not _MODAL.search(self.clause)
        return bool(told) and not (self.by and _INNEN.search(self.before) and "hadde" not in self.clause)

    def is_deadline(self) -> bool:
        """Whether the words around make it a deadline of the one the letter speaks to."""
        if _MINISTRY_WILL.match(self.sentence) and not self.asked and not _COME_BACK.search(self.sentence):
            return False
        if self.deadline.form is Form.RRULE and not self.by:
            return self._repeats()
        if self.deadline.form in (Form.OPEN, Form.RELATIVE):
            return self._hangs()
        if self.deadline.pattern == "day" or self.by:
            return self._on_a_day()
        if self.deadline.pattern == "month" and self.owner == "us" and self.modal and self._orders():
            return True
        if self.deadline.pattern == "period" and self.phrase.text.startswith("i "):
            return False
        return bool(_PRESENT.search(self.clause) or _MEETS.search(self.sentence))

    def _on_a_day(self) -> bool:
        if self.deadline.form is Form.DATE and self.deadline.pattern != "day" and _TARGET.search(self.clause):
            return False
        if self.by:
            return bool(_DUTY.search(self.sentence) or self.inside or self.owner == "us")
        if self.inside and _DELIVERED.search(self.clause):
            return True
        return bool(self.modal or _EVENT.search(self.sentence) or _MEETS.search(self.sentence))

    def _orders(self) -> bool:
        """«skal … kåre vinnerne i november»: an act that is told to be done in that month."""
        told = re.search(r"\b(?:skal|og|å|må)\s+(?:\w+\s){0,3}?\w+[eå]\b", self.clause)
        return bool(told) and self.phrase.text.lower().startswith("i ") and not _TARGET.search(self.clause)

    def _repeats(self) -> bool:
        if re.search(r"\b(?:den|det|dei|de|denne|vår)\s*$", self.clause) and self.phrase.text.endswith("e"):
            return False
        if not self.before.strip(" –-•*"):
            return bool(_OUTPUT.search(self.after)) and not _DEFINES.match(self.after)
        near = self.clause + re.split(r"\s(?:og|,)\s", self.after[:60])[0]
        told = (
            self.listed
            or self.modal
            or self.asked
            or self.owner == "us"
            or bool(_REGULAR.search(self.sentence))
        )
        return bool(_OUTPUT.search(near)) and told

    def _hangs(self) -> bool:
        pattern = self.deadline.pattern
        if pattern == "with_event" and re.match(r"(?:også )?i\s", self.phrase.text):
            return False
        if pattern in ("on_demand", "continuous"):
            goes_on = pattern == "continuous" and re.match(r"\s+[a-zæøå]", self.after)
            return self.owner == "us" and bool(_ACT.search(self.sentence)) and not goes_on
        if pattern in ("agreed", "by_letter") and _OPEN_FIELD.search(f"{self.clause} {self.phrase.text}"):
            return True
        if self.by and re.search(r"\w:\s*$", self.before):
            return True
        if _SERVED.search(self.sentence):
            return False
        told = self.owner == "us" or self.modal or self.asked or bool(_PASSIVE.search(self.sentence))
        if self.listed and self.by:
            return bool(_OUTPUT.search(self.sentence))
        return told and bool(_ACT.search(self.sentence))

    def why_not(self) -> str:
        """The code of why it is no deadline, where no plain reason was found."""
        if self.deadline.pattern == "with_event":
            return "content"
        if self.deadline.form is Form.DATE and self.deadline.pattern != "day" and _TARGET.search(self.clause):
            return "policy_target"
        return "no_duty_found"


def _clause(before: str) -> str:
    """The part of the sentence that governs the phrase."""
    before = re.split(r"\ssom\s(?=\w+)", before)[-1]
    return _CLAUSES.split(before)[-1] if len(before) > 40 else before


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
    if _TOLD.match(sentence, first.end()):
        return ""
    passive = re.search(r"\b\w+(?:es|ast)\b", sentence[first.end() :])
    return "" if after == "other" and passive else after
