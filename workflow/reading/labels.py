"""Lines of the form «Label: value»: what belongs to the point above them, and what names a deadline."""

from __future__ import annotations

import re

from workflow.reading.columns import is_deadline
from workflow.reading.layout import plain
from workflow.reading.norsk import damaged

_LABEL = re.compile(r"^\W*(?P<label>[A-ZÆØÅ][^:.|\n]{1,45}):(?:\s+(?=\S)|\s*$)")
_NOTE = damaged(
    r"^(?:ansvar(?:lig|leg|shavende)?|hovedansvar\w*|oppstart|start(?:dato|tidspunkt)?|varighet|varigheit"
    r"|status|budsjett\w*|kostnad\w*|ramme|omfang|kontakt\w*|målgruppe|finansiering|deltak\w+|sted|stad"
    r"|prioritet|hjemmel|heimel|avsender|sendes til|sendast til|kopi(?: til)?|eier|eigar|samarbeid\w*"
    r"|avdeling|bakgrunn|forankring|prosjektleder"
    r"|prosjektleiar)(?: \w+){0,4}$"
)
_STAGES = damaged(
    r"^\W*(?:milepæl(?:er|ar|plan)?|del(?:leveranser|leveransar|frister|fristar)|tidsplan|tidslinje"
    r"|fr[ea]mdrift(?:splan)?|faser|leveranseplan|frister|fristar|leveranser|leveransar)\s*:?\W*$"
)
_SECTION = damaged(
    r"rapporter|møte|dialog|styring|frist|kalender|administra|innled|innlei|økonomi|budsjett|fullmakt|vedlegg"
    r"|tildelingsbrev|oppfølging|resultatmål|årshjul|leveranseplan"
)
_NUMBERS = damaged(
    r"^\W*(?:punkt|pkt|kapittel|kap|avsnitt|post|versjon|nr|nummer|side|tabell|paragraf|artikkel)\b"
)
_GAP = re.compile(r"\s{2,}|\t|\s[|–—-]\s|[;,]\s+")


def label(text: str) -> str:
    """The label of a line «Label: value», without decoration; empty for other lines."""
    found = _LABEL.match(plain(text))
    return found["label"].strip() if found else ""


def numbers(name: str) -> bool:
    """«Punkt i rundskrivet»: a label whose value is a number of a section, and no day."""
    return bool(_NUMBERS.match(name))


def is_note(text: str) -> bool:
    """«Ansvarlig: …», «Oppstart: …»: tells of the point above it, and is no point of its own."""
    return bool(_NOTE.match(label(text)))


def heads_stages(text: str) -> bool:
    """«Milepæler:»: what is listed below are the stages of the point above."""
    return bool(_STAGES.match(plain(text)))


def names_section(heading: str) -> bool:
    """«4 Rapportering»: a part of the letter, and no piece of work."""
    return bool(_SECTION.search(heading))


def is_due(text: str) -> bool:
    """«Ferdigstilles: 1. kvartal 2028»: a label, and a value that is nothing but a deadline."""
    found = _LABEL.match(plain(text))
    return bool(found) and found is not None and is_deadline(plain(text)[found.end() :])


def several(text: str) -> list[tuple[int, int, int]]:
    """Where each begins, where its value begins and where it ends: «T1: 1/6   T2: 1/10»; else nothing."""
    pieces, start = [], len(text) - len(text.lstrip())
    for gap in [*_GAP.finditer(text, start), None]:
        end = gap.start() if gap else len(text)
        if gap and not re.match(r"\W*[A-ZÆØÅ][^:\n]{1,45}:", text[gap.end() :]):
            continue
        pieces.append((start, end))
        start = gap.end() if gap else end
    found = []
    for begin, end in pieces:
        match = _LABEL.match(text[begin:end])
        if not match or numbers(match["label"]) or not is_deadline(text[begin + match.end() : end]):
            return []
        found.append((begin, begin + match.end(), end))
    return found if len(found) > 1 else []
