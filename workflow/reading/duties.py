"""One sentence that states several duties: «årsrapporten innen 15. mars, og halvårsrapporten …»."""

from __future__ import annotations

import re

from workflow.reading.columns import LABEL
from workflow.reading.mention import Due
from workflow.reading.norsk import damaged

_JOIN = damaged(
    r"^[\s,;]*(?:og|samt|mens|medan|men)?\s*|[\s,]*(?:skal|sendes|sendast|leveres|leverast|oversendes"
    r"|innen|innan|senest|sein[ae]st|f(?!o)ør|den|på|med"
    r" frist"
    r"|til departementet|har frist|er|også|òg|i|\s)*$"
)
_OWN_NAME = damaged(
    r"\b\w*(?:rapport|regnskap|rekneskap|oversikt|plan|møte|innspill|innspel|notat|analyse|statistikk"
    r"|vurdering|prognose|budsjett|evaluering)\w*\b"
)


def split(sentence: str, dues: list[Due]) -> list[tuple[str, list[Due]]]:
    """Divide a sentence's deadlines by what each is for; the words are the sentence, or a name in it.

    Parts of one duty («utkast … endelig …») stay together, and so do deadlines with no words between.
    """
    groups: list[tuple[str, list[Due]]] = []
    end = 0
    for due in dues:
        between = _JOIN.sub("", sentence[end : due.phrase.start])
        is_new = bool(groups) and not due.part and _OWN_NAME.search(between) and not LABEL.match(between)
        if is_new and re.match(r"[\s,;]*(?:og|samt|mens|medan|,)", sentence[end : due.phrase.start]):
            groups.append((between.strip(), [due]))
        elif groups:
            groups[-1][1].append(due)
        else:
            groups.append((sentence, [due]))
        end = due.phrase.end
    return groups
