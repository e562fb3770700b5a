"""The drawing of a figure beside its numbers, with what it shows in words."""

from __future__ import annotations

import io
from xml.sax.saxutils import quoteattr

from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from workflow.reporting.formats.clean import clean
from workflow.reporting.model import Figure
from workflow.reporting.plots.drawing import draw

SHOWN = 640
"""Width of the drawing in pixels of the screen."""
_UNNAMED = b'descr="Picture"'


def add_picture(sheet: Worksheet, figure: Figure, language: str) -> None:
    """Put the drawing to the right of the numbers."""
    picture = Image(io.BytesIO(draw(figure, language, "png")))
    picture.width, picture.height = SHOWN, round(picture.height * SHOWN / picture.width)
    sheet.add_image(picture, f"{get_column_letter(len(figure.table.headings) + 2)}2")


def described(drawing: bytes, alternative: str) -> bytes:
    """Give a drawing (XML with one picture) its alternative text; openpyxl has no place for it."""
    return drawing.replace(_UNNAMED, b"descr=" + quoteattr(clean(alternative)).encode())
