"""Tables of Markdown, written with pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.reading.documents.cleaning import collapse
from workflow.reading.documents.markup import words_of
from workflow.reading.text import Cell, Line, Table

_DASHES = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)


def has_pipe_table(texts: Sequence[str]) -> bool:
    """Say whether a line of dashes and pipes stands under a line with pipes."""
    return any(_rules(above, below) for above, below in pairwise(texts) if "-" in below)


def pipe_tables(lines: Sequence[Line]) -> list[Table]:
    """Find the tables: a header, a line of dashes under it, and rows until a line without pipes."""
    tables, index = [], 1
    while index < len(lines):
        if "-" in lines[index].text and _rules(lines[index - 1].text, lines[index].text):
            end = _end(lines, index + 1)
            tables.append(_table(lines[index - 1], lines[index + 1 : end], lines[end - 1].number))
            index = end
        index += 1
    return tables


def _rules(above: str, below: str) -> bool:
    if "|" not in above or "|" not in below:
        return False
    rules = _cells(below)
    return all(map(_DASHES.fullmatch, rules)) and len(_cells(above)) == len(rules)


def _end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and "|" in lines[end].text and lines[end].number == lines[end - 1].number + 1:
        end += 1
    return end


def _table(header: Line, body: Sequence[Line], last_line: int) -> Table:
    width = len(_cells(header.text))
    rows = [_row(header, width, is_header=True), *(_row(line, width, is_header=False) for line in body)]
    return Table(tuple(rows), header.number, last_line)


def _row(line: Line, width: int, is_header: bool) -> tuple[Cell, ...]:
    texts = _cells(line.text)
    # Cells beyond the header are no columns of the table, but their words must not be lost.
    texts = [*texts[: width - 1], " | ".join(texts[width - 1 :])] if len(texts) > width else texts
    texts += [""] * (width - len(texts))
    return tuple(Cell(_words(text), line.number, line.number, is_header) for text in texts)


def _cells(text: str) -> list[str]:
    inner = text.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [part.strip() for part in _BAR.split(inner)]


def _words(text: str) -> str:
    return "\n".join(filter(None, (collapse(words_of(part)) for part in _BREAK.split(text))))
