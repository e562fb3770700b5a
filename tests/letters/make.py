"""Writes a letter made of blocks as plain text, Markdown, HTML, DOCX or PDF."""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from tests.letters.klokketilsyn import Grid, Heading, PageBreak, Paragraph

Block = Heading | Paragraph | Grid | PageBreak


def as_text(blocks: Sequence[Block]) -> bytes:
    """No markup at all: tables as columns of spaces, as text taken out of a document looks."""
    return "\n\n".join(_text(block) for block in blocks).encode()


def _text(block: Block) -> str:
    match block:
        case Heading(_, text):
            return text
        case Paragraph(text, bullet):
            return textwrap.fill(f"• {text}" if bullet else text, 100)
        case Grid(rows):
            widths = [_width(column) for column in zip(*rows, strict=True)]
            return "\n".join(line for row in rows for line in _text_row(row, widths))
        case PageBreak():
            return "\f"


def _width(column: tuple[str, ...]) -> int:
    return max(len(line) for cell in column for line in cell.split("\n")) + 3


def _text_row(row: tuple[str, ...], widths: list[int]) -> list[str]:
    cells = zip_longest(*(cell.split("\n") for cell in row), fillvalue="")
    padded = (map(str.ljust, line, widths) for line in cells)
    return ["".join(line).rstrip() for line in padded]


def as_markdown(blocks: Sequence[Block]) -> bytes:
    """Headings with `#`, bullets with `-`, tables with pipes."""
    return "\n\n".join(_markdown(block) for block in blocks).encode()


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, text):
            return "#" * level + " " + text
        case Paragraph(text, bullet):
            return f"- {text}" if bullet else text
        case Grid(rows):
            head, *rest = ("| " + " | ".join(row).replace("\n", "<br>") + " |" for row in rows)
            return "\n".join((head, "|---" * len(rows[0]) + "|", *rest))
        case PageBreak():
            return ""


def as_html(blocks: Sequence[Block]) -> bytes:
    """One element per block; a cell that is empty in the first column is spanned by the one above."""
    return ("<html><body>" + "\n".join(_html(block) for block in blocks) + "</body></html>").encode()


def _html(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{html.escape(text)}</h{level}>"
        case Paragraph(text, bullet):
            return f"<ul><li>{html.escape(text)}</li></ul>" if bullet else f"<p>{html.escape(text)}</p>"
        case Grid(rows):
            return "<table>" + "".join(_html_row(rows, number) for number in range(len(rows))) + "</table>"
        case PageBreak():
            return "<hr>"


def _html_row(rows: tuple[tuple[str, ...], ...], number: int) -> str:
    spanned = number + 1 < len(rows) and not rows[number + 1][0]
    cells = [html.escape(cell).replace("\n", "<br>") for cell in rows[number]]
    opening = ['<td rowspan="2">' if spanned and column == 0 else "<td>" for column in range(len(cells))]
    marked = [f"{mark}{cell}</td>" for mark, cell in zip(opening, cells, strict=True)]
    return "<tr>" + "".join(marked if cells[0] else marked[1:]) + "</tr>"


def as_docx(blocks: Sequence[Block]) -> bytes:
    """Word's own heading, list and table styles."""
    from docx import Document

    document = Document()
    for block in blocks:
        _add_to_docx(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_to_docx(document: Any, block: Block) -> None:
    match block:
        case Heading(level, text):
            document.add_heading(text, level)
        case Paragraph(text, bullet):
            document.add_paragraph(text, style="List Bullet" if bullet else None)
        case Grid(rows):
            table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        case PageBreak():
            document.add_page_break()


def as_pdf(blocks: Sequence[Block]) -> bytes:
    """A4 pages with ruled tables, an embedded font, and the page number at the foot."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, title="Tildelingsbrev")
    document.build([_flowable(block) for block in blocks], onFirstPage=_footer, onLaterPages=_footer)
    return out.getvalue()


def _footer(canvas: Any, document: Any) -> None:
    canvas.drawString(280, 30, f"Side {document.page}")


def _flowable(block: Block) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import PageBreak as NewPage
    from reportlab.platypus import Paragraph as Text
    from reportlab.platypus import Table

    styles = _styles()
    plain = styles["Normal"]
    match block:
        case Heading(level, text):
            return Text(html.escape(text), styles[f"Heading{level}"])
        case Paragraph(text, bullet):
            return Text(html.escape(text), plain, bulletText="•" if bullet else None)
        case Grid(rows):
            cells = [[Text(html.escape(c).replace("\n", "<br/>"), plain) for c in row] for row in rows]
            return Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)], repeatRows=1)
        case PageBreak():
            return NewPage()


def _styles() -> Any:
    """The styles of a plain letter: space after each paragraph, and a font that says what its letters are."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    styles = getSampleStyleSheet()
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    for name in ("Normal", "Heading1", "Heading2", "Heading3"):
        styles[name].fontName = styles[name].bulletFontName = "Vera"
    styles["Normal"].spaceAfter = 6
    return styles


FORMATS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}
