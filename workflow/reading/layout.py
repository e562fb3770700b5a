"""What one line of a letter is: furniture, a heading, a goal, the head of a table, a field."""

from __future__ import annotations

import re

from workflow.reading.norsk import MONTH, damaged, fold
from workflow.reading.text import Line

_FURNITURE = re.compile(
    r"^\W*(?:[Ss]ide|[Pp]age)?\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?\W*$|^https?://\S+$|^!\[.*\)$|^<a"
    r" id=.*</a>$|^[-=_*\s]{3,}$"
)
_RUNNING_HEAD = re.compile(r"(?:^|\s)[Ss]ide\s+\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?$")
_CONTENTS = re.compile(r"\.{5,}|…{3,}|(?:\. ){5,}|[.cueit]{12,}")
_GOAL = damaged(
    r"^[\s#*|]*(?:hoved|del|resultat|bruker|samfunns)?(?:mål|mail|mial"
    r"|ml)\s*(?:nr\.?)?\s*([1-9]\d?)\s?[:.–-]\s*(?=\S)"
)
_DECORATION = re.compile(r"^[\s#*_|>]+|[\s#*_|]+$")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÆØÅ&@]")
_OUTLINE = re.compile(r"^\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÆØÅ&@]")
_BULLET = re.compile(
    r"^\s*(?:[•·▪◦○●‣*–—-]|e(?=\s[a-zæøå])|o(?=\s[A-ZÆØÅ]|\s[a-z]{3})|¢|\d{1,2}[.)](?=\s)(?!\s*(?:\d|jan"
    r"|feb|mars\b|apr|mai\b|jun|jul|aug|sep|okt|nov|des|virke|yrke|dag|kvartal|tertial|halvår|og"
    r" \d|uke|veke))|[a-zA-Z]\)|\([a-z\d]\))\s*"
)
_ANNEX = damaged(r"^\W*(?:vedlegg|appendiks)\b")
_INSIDE = damaged(
    r"^\W*(?:bakgrunn|beskriv(?:else|ing)|formål|føremål|finansiering|frist|lever(?:anse|inger)"
    r"|rapportering|innhold|målgruppe|rammer|ramme|ansvar|samarbeid"
    r"|mål(?:et)? (?:for|med)|oppdraget|om"
    r" oppdraget|oppgave|oppgåve|organisering|føringer|føringar|status|tiltak|kontakt|budsjett|ressurser)\b"
)
_DATED = re.compile(
    rf"^\d{{1,2}}\.\s?{MONTH}|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}}|^\W*[Ff]rist\w*\s*:|\b(?:innen|innan"
    rf"|senest|seinast)\b|\d{{1,2}}\."
    rf" {MONTH}"
    r" 20\d\d"
    rf"|\d{{1,2}}\.\s?{MONTH}\W*$",
    re.I,
)
_SPEAKS = damaged(r"\b(?:skal|må|bes|ber|ble|vart|har|er|vil|kan|sendes|leveres|leverer|sender)\b")
_ASSIGNMENTS = damaged(
    r"\boppdrag|deloppdrag|\bbestilling|særskilte krav|rapporteringskrav|\boppgåver for|\boppgaver for"
)
_INDICATORS = damaged(r"styringsparamet|nøkkeltall|nykeltal|indikator|\bmål\b|oppdrag|prioritering")
_CALENDAR = damaged(
    r"kalender|årshjul|oppdragsleveranser|frister\b|fristar\b|fristoversikt|rapporteringsplan|oversikt over"
    r" (?:rapportering|leveranse|frist|møte|oppdrag)"
    r"|rapporteringer\b|rapporteringar\b|møteplan|rapporteringsrutin|faste leveranser|styringsmøter|møter i"
    r" \d{4}|leveringsplan|viktige datoer"
)
_MEETINGS = damaged(r"møte(?!t?s?referat)|styringsdialog")
_RD = re.compile(r"\bF[oO0]U\b|post\s*\d{3}\.\d\d|[Ff]orsking|[Ff]orskning")

DEADLINE_COLUMN = damaged(
    r"^(?:\w*frist(?:ar|er)?(?: for \w+)?|når|tidspunkt(?: for"
    r" \w+)?|dato(?:er)?|tid|periode|måned(?: i)?(?: 20\d\d)?|månad|uke|veke|leveringstid\w*|forfall\w*"
    r"|leveres(?:"
    r" innen)?|tidsrom|møtedato|rapporteringstidspunkt|leveransedato|tidsplan|innan|innen|senest|seinast"
    r"|hyppighet|frekvens|sluttdato|ferdigstilles|ferdig|utkast|endelig|kvartal|tertial)$"
)
_TITLE_COLUMN = damaged(
    r"^(?:beskrivelse|beskriving|leveranse(?:r|type)?|rapport(?:er|ar|ering)?|oppdrag(?:s?tittel)?|tema"
    r"|tittel|tiltak|oppgave|oppgåve|aktivitet(?:er)?|hva|kva|sak|møte(?:r|type)?|type"
    r" møte|type|tabell|dokument|innhold|produkt|hendelse|arrangement|emne|rapportering(?:stype)?|krav"
    r"|hva (?:som )?skal \w+|kva (?:som )?skal \w+"
    r"|innspill|gjøremål|omtale|element|leveransen|prosess)$"
)
_OTHER_COLUMN = damaged(
    r"^(?:mål|ansvarlig|ansvarleg|startdato|oppstart|start|mottaker|mottakar|til|fra|merknad(?:er)?"
    r"|kommentar(?:er)?|nr\.?|nummer"
    r"|oppdragsnr\.?|oppdrags?nummer|id|ref(?:eranse)?\.?|deltakere|deltakarar|avdeling|kontakt|status"
    r"|semester|periode|rapporteringsperiode|sted|form|format|hjemmel|kilde|kap\.?|post|kapittel|ansvar"
    r"|eier|avsender|gjelder"
    r"|agenda|saksnr\.?|forum|utvalg)$"
)
MEETING_COLUMN = damaged(r"^(?:type )?møte(?:r|type)?$|^møtedato$")
NUMBER_COLUMN = damaged(
    r"^(?:nr\.?|nummer|oppdragsnr\.?|oppdrags?nummer|id|ref(?:eranse)?\.?|oppdrag"
    r" nr\.?|tiltaksnr\.?|opp?dragsnr)$"
)
GOAL_COLUMN = damaged(r"^(?:mål|mial|ml|mal|hovedmål|mål nr\.?)$")
RECEIVER_COLUMN = damaged(r"^(?:mottaker|mottakar|til|sendes til|adressat)$")
LEADER_COLUMN = damaged(r"^(?:ansvarlig|ansvarleg|ansvar|eier|leder|hovedansvarlig|ansvarlig etat)$")
MONTH_LINE = damaged(
    rf"^\W*(?:{MONTH}(?:\s+(20\d\d))?|(?:annen|annan|anna)?(?:hver|kvar) (?:måned|månad))\W*$"
)


_VALUE = re.compile(r"^(?!\w*(?:[Oo]ppdrag|[Mm]ål|ID|[Vv]edlegg|[Dd]el|TB|\d))[A-ZÆØÅ][a-zæøå]{2,30}:\s+\S")


def plain(text: str) -> str:
    """Take markdown's and a scanner's decoration off a line or cell."""
    return _DECORATION.sub("", re.sub(r"</?(?:b|i|p|br|strong|em|li|ul|ol)\s?/?>|\*\*|__", "", text)).strip()


def is_furniture(line: Line) -> bool:
    """A page number, a running head, an address of the web, a picture, a ruler: nothing a letter says."""
    text = line.text.strip()
    return bool(_FURNITURE.match(text) or (_RUNNING_HEAD.search(text) and len(text) < 120))


def is_contents(text: str) -> bool:
    """A line of a table of contents, recognised by its leader dots."""
    return bool(_CONTENTS.search(text)) and len(text) > 20


def goal_of(text: str) -> int | None:
    """The goal's number in a heading such as «Mål 3: …»."""
    found = _GOAL.match(text)
    return int(found[1]) if found and len(text) < 200 else None


def bullet(text: str) -> int:
    """How many characters a bullet or list number takes at the start of a line; 0 for none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def is_numbered_heading(text: str) -> bool:
    """«11.1. Budsjettrammen»: an outline number and a few words, and no full stop."""
    return (
        bool(_NUMBERED.match(plain(text)))
        and len(text) < 110
        and not text.rstrip().endswith((".", ",", ";", ":"))
    )


def is_outline(text: str) -> bool:
    """«3.5. Mål for …»: a heading with an outline number of two levels or more."""
    return bool(_OUTLINE.match(plain(text)))


def is_annex(text: str) -> bool:
    """«Vedlegg 6 Rapporteringskalender»."""
    return bool(_ANNEX.match(text)) and len(text) < 120


def is_inside_assignment(text: str) -> bool:
    """A heading that stands inside an assignment's description and does not end it."""
    return bool(_INSIDE.match(plain(text)))


def depth(text: str, goal: int | None) -> int:
    """How deep a heading stands that the format gives no level: annexes and goals 1, «3.1.2» 4, others 6."""
    if goal is not None or is_annex(text):
        return 1
    number = re.match(r"\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S", text) if is_numbered_heading(text) else None
    return 2 + number[1].count(".") if number else 6


def list_number(text: str) -> tuple[int, bool] | None:
    """The number of a heading such as «2. Ny veileder», and whether a full stop follows it."""
    found = re.match(r"\s*(\d{1,2})(\.?)\s+(?=[A-ZÆØÅ«&@])", plain(text))
    return (int(found[1]), bool(found[2])) if found else None


def is_about_assignments(text: str) -> bool:
    """A heading over assignments, each with a number of its own."""
    return bool(_ASSIGNMENTS.search(text))


def is_about_indicators(text: str) -> bool:
    """A heading over goals, indicators or key figures, under which no assignment stands."""
    return bool(_INDICATORS.search(text))


def is_calendar(text: str) -> bool:
    """A heading over a list of what falls when."""
    return bool(_CALENDAR.search(text))


def is_about_meetings(text: str) -> bool:
    """A heading over a calendar of meetings."""
    return bool(_MEETINGS.search(text))


def is_rd(text: str) -> bool:
    """A heading over research and development assignments."""
    return bool(_RD.search(text))


def is_column(text: str) -> bool:
    """Whether a cell is the head of a column of a calendar or a list of assignments."""
    text = plain(text)
    return bool(DEADLINE_COLUMN.match(text) or _TITLE_COLUMN.match(text) or _OTHER_COLUMN.match(text))


def columns_of(cells: list[str]) -> tuple[str, ...] | None:
    """The columns, when these cells are the head of a table of deadlines."""
    cells = [re.sub(r"(?<=\S)\s*\([^()]*\)\s*$", "", plain(cell)) for cell in cells]
    known = [cell for cell in cells if cell]
    if len(known) < 2 or any(len(cell) > 40 for cell in known):
        return None
    heads = [
        is_column(cell) or bool(re.search(r"frist|oppdrag|leveranse|rapport", fold(cell))) for cell in known
    ]
    when = any(DEADLINE_COLUMN.match(cell) or "frist" in fold(cell) for cell in known)
    return tuple(plain(cell) for cell in cells) if when and sum(heads) >= max(2, len(known) - 1) else None


def columns_of_line(text: str) -> tuple[str, ...] | None:
    """The same for a line of a table that has lost its columns: «Oppdragsnr. Oppdragstittel Mål Frist»."""
    tokens = plain(text).split()
    if not 2 <= len(tokens) <= 7 or len(text) > 90:
        return None
    columns: list[str] = []
    while tokens:
        for size in (3, 2, 1):
            if len(tokens) >= size and is_column(" ".join(tokens[:size])):
                columns.append(" ".join(tokens[:size]))
                tokens = tokens[size:]
                break
        else:
            return None
    return columns_of(columns)


def is_heading(text: str, next_text: str, level: int | None) -> bool:
    """A line that stands by itself and names what follows."""
    stripped = plain(text)
    if level is not None:
        return True
    if (
        not stripped
        or len(stripped) > 90
        or stripped[-1] in ".,;"
        or not (stripped[0].isupper() or stripped[0].isdigit())
    ):
        return False
    if (
        _VALUE.search(stripped)
        or re.search(r"[a-zæøå]\.\s+[A-ZÆØÅ]", stripped)
        or (len(stripped) > 40 and _SPEAKS.search(stripped))
    ):
        return False
    if _DATED.search(stripped) and not is_calendar(stripped):
        return False
    if is_numbered_heading(text) or is_annex(text):
        return True
    begins = plain(next_text)[:1]
    return bool(begins) and not begins.islower() and len(stripped.split()) <= 12
