"""The styles of a report in Word: ours in our own document, and only what is missing in a template."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from workflow.reporting.formats.docx_xml import Element, el

INK = RGBColor(0x1F, 0x3A, 0x4D)
_LINE, _SHADE = "9FB1BD", "E8EEF2"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks: points, weight, the air before and after, the indent in centimetres."""

    name: str
    size: float
    bold: bool = False
    ink: bool = False
    before: float = 0
    after: float = 6
    indent: float = 0
    lines: float = 1.15
    keep: bool = False
    """Stays on the page of what follows."""


LOOKS = (
    Look("Normal", 10.5),
    Look("Title", 24, bold=True, ink=True, after=4, keep=True),
    Look("Subtitle", 13, ink=True, after=14),
    Look("Heading 1", 16, bold=True, ink=True, before=22, after=8, keep=True),
    Look("Heading 2", 13, bold=True, ink=True, before=16, after=6, keep=True),
    Look("Heading 3", 11, bold=True, ink=True, before=12, after=4, keep=True),
    Look("Caption", 9.5, bold=True, ink=True, before=8, after=4, keep=True),
    Look("TOC Heading", 16, bold=True, ink=True, before=22, after=8, keep=True),
    Look("toc 1", 10.5, bold=True, after=3),
    Look("toc 2", 10.5, after=2, indent=0.5),
    Look("toc 3", 10, after=2, indent=1.0),
    Look("Skrevet av", 9, bold=True, ink=True, before=6, after=2, indent=0.4, keep=True),
    Look("Skrevet tekst", 10.5, indent=0.4),
    Look("Rapportcelle", 8.5, after=0, lines=1.0),
    Look("Rapportnote", 8.5, after=8),
    Look("Rapporthenvisning", 8.5, after=2, lines=1.0),
)
TABLE = "Rapporttabell"
_BARRED = ("Skrevet av", "Skrevet tekst")


def dress(document: Document, template: bool) -> dict[str, str]:
    """Give the ids of our styles by name; in a template, its own styles stay as they are."""
    known = {style.name: style for style in document.styles}
    for look in LOOKS:
        if look.name in known and template:
            continue
        style = known.get(look.name) or document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        if look.name != "Normal" and style.base_style is None:
            style.base_style = document.styles["Normal"]
        _paint(style, look)
    if TABLE not in known:
        document.styles.element.append(_table_style())
    return {look.name: document.styles[look.name].style_id for look in LOOKS} | {TABLE: TABLE}


def _paint(style: ParagraphStyle, look: Look) -> None:
    _font(style, look)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent = Cm(look.indent)
    form.keep_with_next = look.keep
    form.line_spacing = look.lines
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if look.name in _BARRED:
        bar = el("w:left", {"w:val": "single", "w:sz": "16", "w:space": "8", "w:color": _LINE})
        properties.insert_element_before(el("w:pBdr", None, bar), *_AFTER_BORDER)


_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")


def _font(style: ParagraphStyle, look: Look) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = INK if look.ink else RGBColor(0x11, 0x11, 0x11)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in list(fonts.attrib):
        del fonts.attrib[each]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), "Calibri")


def _table_style() -> Element:
    """Make a table style with lines between rows, a shaded first row and a bold first column."""
    lines = [
        el(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": _LINE})
        for side in ("top", "bottom", "insideH")
    ]
    air = [
        el(f"w:{side}", {"w:w": width, "w:type": "dxa"})
        for side, width in (("top", "40"), ("left", "70"), ("bottom", "40"), ("right", "70"))
    ]
    head = el(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        el("w:rPr", None, el("w:b")),
        el("w:tcPr", None, el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _SHADE})),
    )
    return el(
        "w:style",
        {"w:type": "table", "w:customStyle": "1", "w:styleId": TABLE},
        el("w:name", {"w:val": TABLE}),
        el("w:tblPr", None, el("w:tblBorders", None, *lines), el("w:tblCellMar", None, *air)),
        head,
    )
