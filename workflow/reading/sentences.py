"""Running text divided into sentences, with each sentence's place kept."""

from __future__ import annotations

import re

from workflow.reading.passage import Passage

_END = re.compile(
    r"(?:(?<=[^\d\s.][.!?;])|(?<=\d{4}\.)|(?<=\d\.)(?=\s+[A-ZÆØÅ][a-zæøå]+"
    r" (?:skal|må|bes|sender|leverer|rapporterer|lager|melder|gir)\b)"
    r"|(?<=[.:]\d\d\.)|(?<=\d{4}\)\.)|(?<=[.!?][\"»)]))\s+(?=[\"«(*_<]*[A-ZÆØÅ&@])"
    r"|\s(?=\d{1,2}\.\d{1,2}\.?\s+[A-ZÆØÅ])|(?<=\.)\s(?=\d{1,2}\.\s[A-ZÆØÅ]{2})|\n\s*(?=[•·▪●*–-]\s)"
    r"|(?<=\w)\s(?=[•▪●]\s)|<br\s*/?>|</?(?:p|li|ul|ol)[^>]*>"
)
_POINT = re.compile(r"\s*(\d{1,2})[.)]\s+[A-ZÆØÅ]")
_NEXT_POINT = re.compile(r"(?<=[.;:])\s+(?P<number>\d{1,2})[.)]\s+(?=[A-ZÆØÅ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:jf|nr|kap|kapittel|ca|kl|ev|evt|bl\.?\s?a|f\.?\s?eks|mv|m\.?\s?m|pkt|pr|St|Meld|Prop|Innst"
    r"|Dok|ref|inkl|hhv|iht|dvs|osv|o\.?\s?l|mill|mrd|tlf|art|avd|red|kgl|res|t\.o\.m|mfl|Rundskr|frå"
    r"|forskr|vedr|hv|s)\.|\b[A-ZÆØÅ]\.)$"
)


def run_in_points(passage: Passage) -> list[Passage]:
    """Points that run in one paragraph, «1. … 2. … 3. …», apart; a single piece where there are none."""
    begins = [0]
    number = _POINT.match(passage.text)
    if number is None:
        return [passage]
    for match in _NEXT_POINT.finditer(passage.text):
        if int(match["number"]) == int(number[1]) + len(begins):
            begins.append(match.start("number"))
    ends = [*begins[1:], len(passage.text)]
    return [passage.part(begin, end).strip() for begin, end in zip(begins, ends, strict=True)]


def sentences(passage: Passage) -> list[Passage]:
    """Cut a passage at the ends of its sentences; abbreviations and dates do not end one."""
    pieces, start = [], 0
    for match in _END.finditer(passage.text):
        before = passage.text[max(0, match.start() - 14) : match.start()]
        if match[0].strip() == "" and _ABBREVIATION.search(before):
            continue
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(passage.text)))
    return [passage.part(begin, end) for begin, end in pieces if passage.text[begin:end].strip()]
