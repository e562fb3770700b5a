"""HTML tables inside Markdown, with the lines of the source that each cell stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from workflow.reading.documents.cleaning import collapse
from workflow.reading.documents.grid import Spanning, unfold, with_header
from workflow.reading.documents.layout import DIVIDER
from workflow.reading.documents.markup import words_of
from workflow.reading.text import Cell, Table

_BREAKS = frozenset({"br", "p", "div", "li", "tr", "table"})
_SILENT = frozenset({"script", "style"})
MAX_SPAN = 1_000


def html_tables(name: str, source: str) -> list[Table]:
    """Find the tables that stand in no other; line numbers are those of the source, from 1.

    A table inside a cell is text of the cell. Raises `TooMuchText` where the spans of a table
    unfold beyond `limits.MAX_CELLS`.
    """
    parser = _Tables()
    parser.feed(source)
    parser.close()
    parser.end_all()
    grids = [(table, unfold(name, table.rows)) for table in parser.tables]
    return [Table(with_header(grid), table.first_line, table.last_line) for table, grid in grids if grid]


def span(value: str | None) -> int:
    """Read a rowspan or colspan; what makes no sense is 1, as in browsers."""
    digits = (value or "").strip()
    return min(max(int(digits), 1), MAX_SPAN) if digits.isdecimal() and len(digits) < 6 else 1


def _words(part: str) -> str:
    return collapse(words_of(part)).removeprefix(DIVIDER.lstrip())


@dataclass(slots=True)
class _OpenCell:
    first_line: int
    last_line: int
    is_header: bool
    rowspan: int
    colspan: int
    parts: list[str] = field(default_factory=list)
    has_words: bool = False

    def add(self, text: str, first_line: int, last_line: int) -> None:
        """Add words; the cell stands where its words stand, not where its tags do."""
        if text.strip():
            self.first_line = self.first_line if self.has_words else first_line
            self.last_line = max(self.first_line, last_line)
            self.has_words = True
        self.parts.append(text)

    def close(self) -> Spanning:
        texts = filter(None, (_words(part) for part in "".join(self.parts).split("\v")))
        cell = Cell("\n".join(texts), self.first_line, self.last_line, self.is_header)
        return Spanning(cell, self.rowspan, self.colspan)


@dataclass(slots=True)
class _OpenTable:
    first_line: int
    last_line: int
    rows: list[list[Spanning]] = field(default_factory=list)
    cell: _OpenCell | None = None


class _Tables(HTMLParser):
    """Collects tables as the tags come; a missing end tag is put in where HTML allows it to be."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_OpenTable] = []
        self._open: list[_OpenTable] = []
        self._silent = False
        # A raised digit is a footnote's number, and must not grow into the date before it.
        self._raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent, self._raised = tag in _SILENT, tag == "sup"
        if tag == "table":
            self._start_table()
        elif self._open and tag == "tr":
            self._end_cell()
            self._open[-1].rows.append([])
        elif self._open and tag in ("td", "th"):
            self._start_cell(tag == "th", dict(attrs))
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._raised = False
        if self._open and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._open and tag == "table":
            self._end_table()
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._silent or not self._open:
            return
        first = self.getpos()[0]
        start = first + data[: len(data) - len(data.lstrip())].count("\n")
        last = first + data.rstrip().count("\n")
        text = f"[{data.strip()}]" if self._raised and data.strip().isdecimal() else data
        for cell in self._cells():
            cell.add(text, start, last)

    def end_all(self) -> None:
        while self._open:
            self._end_table()

    def _cells(self) -> list[_OpenCell]:
        return [table.cell for table in self._open if table.cell]

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            for cell in self._cells():
                cell.parts.append("\v")

    def _start_table(self) -> None:
        line = self.getpos()[0]
        table = _OpenTable(line, line)
        if not self._open:
            self.tables.append(table)
        self._open.append(table)

    def _end_table(self) -> None:
        self._end_cell()
        self._open.pop().last_line = self.getpos()[0]

    def _start_cell(self, is_header: bool, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        for outer in self._cells():
            outer.parts.append(DIVIDER)
        table, line = self._open[-1], self.getpos()[0]
        if not table.rows:
            table.rows.append([])
        rowspan, colspan = span(attributes.get("rowspan")), span(attributes.get("colspan"))
        table.cell = _OpenCell(line, line, is_header, rowspan, colspan)

    def _end_cell(self) -> None:
        table = self._open[-1]
        if table.cell:
            table.rows[-1].append(table.cell.close())
            table.cell = None
