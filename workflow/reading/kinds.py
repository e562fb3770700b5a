"""What kind of duty a title or a sentence states."""

from __future__ import annotations

import re

from calendars.deadline import Deadline, Form
from workflow.reading.norsk import damaged
from workflow.reading.references import Reference

_MEETING = damaged(
    r"^(?:\W*(?:\d\.|felles|årlige?|månedlige?|ukentlige?|kvartalsvise?|halvårlige?|første|andre|siste"
    r"|nordisk|internt|eventuelt))*\W*\w*(?:møte(?:t|ne|r|a|ne)?|ledersamling\w*|leiarsamling\w*"
    r"|dialogmøte\w*|styringssamtale\w*|samling\w*|konferanse|seminar\w*|lederutviklingssamtale\w*"
    r"|medarbeidersamtale|kontraktsmøte)\b(?!\s*(?:referat|rapport|innkalling))"
)
_ANYWHERE_MEETING = damaged(
    r"\b\w*(?:styringsmøte|kontaktmøte|dialogmøte|fagmøte|særmøte|statusmøte|budsjettmøte|strategimøte"
    r"|oppfølgingsmøte|rapporteringsmøte)\w*\b.{0,60}\b(?:avholdes|haldast|holdes|gjennomføres"
    r"|gjennomførast|blir|er|er"
    r" lagde|er lagt|finner sted|avvikles)\b|\b(?:to|tre|eitt|ett|et)"
    r" \w*styringsmøte|\b(?:avholdes|haldast|holdes|gjennomføres)\b.{0,60}\w*møte"
    r"|\b(?:møtes|møtast|møter hverandre)\b|^\W*møtet\b.{0,60}\b(?:er|blir) (?:satt|sett|berammet|lagt)"
)
_MEETINGS_ARE = damaged(r"^\W*\w*møt(?:a|ene|er|e) (?:i \d{4} )?(?:er|blir|holdes|haldast)\b")
_NO_MEETING = damaged(
    r"referat|innkalling|agenda|dagsorden|saksliste|sakliste|sakspapir|rapport|underlag|innspill|frist"
    r" for|forkant av|før møte"
)
_INPUT = damaged(r"\b(?:innspel|innspill)\b|budsjettinnspill|budsjettinnspel|satsingsforslag|innspill\w*")
_REPORT = damaged(
    r"rapport|regnskap|rekneskap|oversikt|statistikk|tertial|halvår|nøkkeltall|nykeltal|redegjør|utgreiing om"
    r" status|prognose|levere\b|leveres|leveranse|oversend|sendes|sende\b|kopi|risikovurdering|status"
    r"|regnskaps|årsregn|anslag|melding|budsjettforslag|lønns|likestilling|analyse"
    r" av status|tall\b|budsjett\b"
)
_WORK = damaged(
    r"\b(?:utrede|greie"
    r" ut|utarbeide|utvikle|vurdere|gjennomføre|etablere|evaluere|kartlegge|iverksette|implementere"
    r"|foreslå|følge"
    r" opp|bidra|lage|utforme|revidere|oppdatere|analysere|legge til rette|koordinere|lede|styrke|ta i"
    r" bruk|planlegge|utføre|starte|fullføre|ferdigstille|avvikle|videreutvikle|vidareutvikle|innføre"
    r"|etterleve|prøve"
    r" ut|setje i verk|sette i verk)\b"
)


_DELIVERY = damaged(
    r"^\W*(?:\w+ ){0,4}?(?:kopi|risikovurdering|\w*rapport(?:en|eringen)?|årsplan|regnskap)\b"
)


def of_row(
    title: str, reference: Reference | None, is_rd: bool, is_meetings: bool, is_assignments: bool
) -> str:
    """The kind of a row of a table or list."""
    if reference:
        return "rd_assignment" if reference.is_rd or is_rd else "assignment"
    if _INPUT.search(title):
        return "input"
    if is_meeting(title) or (is_meetings and not _NO_MEETING.search(title)):
        return "meeting"
    return "assignment" if is_assignments else "report"


def is_meeting(title: str) -> bool:
    """Whether a title names a meeting and not a paper for one."""
    return bool(_MEETING.match(title)) and not _NO_MEETING.search(title.split(":")[0])


def of_sentence(sentence: str, deadlines: list[Deadline]) -> str:
    """The kind of a duty that a sentence states."""
    is_delivery = bool(_DELIVERY.search(sentence))
    if (
        deadlines
        and not is_delivery
        and all(
            d.form is Form.RELATIVE
            or (d.form is Form.OPEN and d.pattern in ("at_once", "at_least", "on_demand"))
            for d in deadlines
        )
    ):
        return "standing_rule"
    if (_MEETINGS_ARE.search(sentence) or _ANYWHERE_MEETING.search(sentence)) and not _NO_MEETING.search(
        sentence
    ):
        return "meeting"
    if _INPUT.search(sentence):
        return "input"
    if _WORK.search(sentence) and not re.search(
        damaged(r"\brapport(?:en|ere|eres)?\b|årsrapport|regnskap|rekneskap"), sentence
    ):
        return "assignment"
    return "report" if _REPORT.search(sentence) else "assignment"
