"""A table in Word: a first row that is marked as heading and repeated on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workflow.reporting.formats.docx_styles import TABLE
from workflow.reporting.formats.docx_xml import Element, el, link, paragraph, run
from workflow.reporting.formats.layout import LaidCell, LaidRow, LaidTable

_WHOLE = 400
"""A row with no cell longer than this many characters is kept on one page."""


def table_element(table: LaidTable, width: int, styles: Mapping[str, str]) -> Element:
    """Make the table, `width` twentieths of a point wide."""
    widths = [str(round(width * share / 100)) for share in table.widths]
    writing = _Writing(widths, styles["Rapportcelle"], table.numeric)
    rows = [writing.heading(table.headings), *(writing.row(each, table.referred) for each in table.rows)]
    grid = el("w:tblGrid", None, *(el("w:gridCol", {"w:w": each}) for each in widths))
    return el("w:tbl", None, _properties(table, width), grid, *rows)


def _properties(table: LaidTable, width: int) -> Element:
    return el(
        "w:tblPr",
        None,
        el("w:tblStyle", {"w:val": TABLE}),
        el("w:tblW", {"w:w": str(width), "w:type": "dxa"}),
        el("w:tblLayout", {"w:type": "fixed"}),
        el("w:tblLook", {"w:val": "00A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noVBand": "1"}),
        # What a screen reader says of the table, and the key by which a program finds it again.
        el("w:tblCaption", {"w:val": table.key}),
        el("w:tblDescription", {"w:val": table.caption}),
    )


class _Writing:
    def __init__(self, widths: Sequence[str], style: str, numeric: Sequence[bool]) -> None:
        self.widths = widths
        self.style = style
        self.numeric = numeric

    def heading(self, headings: Sequence[str]) -> Element:
        """Make the row that heads every page of the table."""
        properties = el("w:trPr", None, el("w:cantSplit"), el("w:tblHeader"))
        cells = [
            self._cell(at, [run(said, el("w:b"))], self.numeric[at], el("w:keepNext"))
            for at, said in enumerate(headings)
        ]
        return el("w:tr", None, properties, *cells)

    def row(self, row: LaidRow, referred: bool) -> Element:
        """Make a row; the first cell heads it."""
        short = all(len(each.text) <= _WHOLE for each in row.cells)
        cells = [self._cell(at, [_said(each, at == 0)], each.number) for at, each in enumerate(row.cells)]
        if referred:
            mark = [link(f"ref_{row.reference}", [run(f"[{row.reference}]")])] if row.reference else []
            cells.append(self._cell(len(row.cells), mark))
        return el("w:tr", None, *([el("w:trPr", None, el("w:cantSplit"))] if short else []), *cells)

    def _cell(
        self, at: int, content: Sequence[Element], right: bool = False, *properties: Element
    ) -> Element:
        width = el("w:tcPr", None, el("w:tcW", {"w:w": self.widths[at], "w:type": "dxa"}))
        aligned = [el("w:jc", {"w:val": "right"})] if right else []
        return el("w:tc", None, width, paragraph(self.style, content, *properties, *aligned))


def _said(cell: LaidCell, first: bool) -> Element:
    properties = [*([el("w:b")] if first else []), *([el("w:i")] if cell.typed else [])]
    return run(cell.text + ("*" if cell.typed else ""), *properties)
