"""Markdown: the lines of the file without their marks, its headings, and its pipe and HTML tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.reading.documents.decoding import decode
from workflow.reading.documents.html_tables import html_tables
from workflow.reading.documents.layout import Layout
from workflow.reading.documents.markup import words_of
from workflow.reading.documents.pipe_tables import pipe_tables
from workflow.reading.documents.plain_text import lines_of, pages_of
from workflow.reading.text import Line

_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_OTHER_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d+[.)])(?:\s|$)")


def read_markdown(name: str, data: bytes) -> Layout:
    """Give the lines of the file, so that a line number is the file's own, and the marked tables."""
    raw = lines_of(name, decode(data))
    source = "\n".join(line.text for line in raw)
    found = html_tables(name, source) if has_html_table(data) else []
    inside = {number for table in found for number in range(table.first_line, table.last_line + 1)}
    tables = [*found, *pipe_tables([line for line in raw if line.number not in inside])]
    return Layout(_without_marks(raw), sorted(tables, key=lambda table: table.first_line), pages_of(raw))


def has_html_table(data: bytes) -> bool:
    """Say whether there may be HTML tables; taking those apart is slow on hostile input."""
    return b"<table" in data.lower()


def _without_marks(raw: Sequence[Line]) -> list[Line]:
    lines: list[Line] = []
    fenced = False
    for line in raw:
        if _FENCE.match(line.text):
            fenced = not fenced
            lines.append(replace(line, text=""))
        elif fenced:
            lines.append(line)
        else:
            lines.append(_heading(line) or replace(line, text=words_of(line.text)))
            _raise_underlined(lines, line.text)
    return lines


def _heading(line: Line) -> Line | None:
    found = _HEADING.match(line.text)
    if not found:
        return None
    text = line.text[found.end() :].strip()
    closed = text.rstrip("#")
    text = closed.rstrip() if closed == "" or closed[-1].isspace() else text
    return replace(line, text=words_of(text), level=len(found[1]))


def _raise_underlined(lines: list[Line], raw: str) -> None:
    """A line under a line of text makes that text a heading: «===» of level 1, «---» of level 2."""
    mark = raw.strip()
    if not mark or mark.strip(mark[0]) or mark[0] not in "=-" or len(lines) < 2:
        return
    above = lines[-2]
    alone = len(lines) == 2 or not lines[-3].text.strip()
    if above.text.strip() and above.level is None and alone and not _OTHER_BLOCK.match(above.text):
        lines[-2] = replace(above, level=1 if mark[0] == "=" else 2)
        lines[-1] = replace(lines[-1], text="")
