"""PDF files made for the tests."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
RULES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
TOP = [("VALIGN", (0, 0), (-1, -1), "TOP")]
FOOT = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
_STYLE = getSampleStyleSheet()["BodyText"]


def paragraph(text: str) -> Paragraph:
    """Make a paragraph of running text."""
    return Paragraph(text, _STYLE)


def table(
    rows: Sequence[Sequence[str]], widths: Sequence[float], style: Sequence[tuple[object, ...]]
) -> Table:
    """Make a table with column widths in centimetres; it repeats its first row on every page."""
    cells = [[Paragraph(text, _STYLE) for text in row] for row in rows]
    return Table(cells, [width * cm for width in widths], style=style, repeatRows=1, splitInRow=1)


def pdf(*flowables: Flowable, password: str | None = None) -> bytes:
    """Make a PDF with a running head and a page number on every page."""

    def running(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.drawString(2 * cm, 28.5 * cm, "Tildelingsbrev")
        canvas.drawString(2 * cm, 1.2 * cm, f"Side {template.page}")

    file = io.BytesIO()
    lock = StandardEncryption(password) if password is not None else None
    SimpleDocTemplate(file, encrypt=lock).build(list(flowables), onFirstPage=running, onLaterPages=running)
    return file.getvalue()


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """Make a PDF page by page."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture_page(canvas: Canvas) -> None:
    """Draw a page that is one picture, as a scanner makes it, with the archive's stamp."""
    from PIL import Image  # reportlab brings it

    canvas.drawImage(ImageReader(Image.new("L", (60, 85), 200)), 0, 0, *canvas._pagesize)
    canvas.drawString(50, 820, "Dok 24/123-4")


def text_page(canvas: Canvas) -> None:
    """Draw a page of text."""
    for line in range(30):
        canvas.drawString(50, 780 - 14 * line, f"Linje {line} i et brev med frist")
