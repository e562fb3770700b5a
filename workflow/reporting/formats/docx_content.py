"""The chapters of a report as elements of a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu

from workflow.reporting.formats.docx_paper import Paper
from workflow.reporting.formats.docx_table import table_element
from workflow.reporting.formats.docx_xml import (
    Element,
    bookmark,
    el,
    field_end,
    field_start,
    link,
    paragraph,
    run,
)
from workflow.reporting.formats.layout import (
    Laid,
    LaidBlock,
    LaidFigure,
    LaidParagraph,
    LaidSection,
    LaidTable,
)
from workflow.reporting.plots.drawing import draw

_TWIP = 635
"""English metric units in a twentieth of a point."""


class Content:
    """Writes a laid-out report for one document, in that document's styles and on its paper."""

    def __init__(self, laid: Laid, document: Document, styles: Mapping[str, str], paper: Paper) -> None:
        self.laid = laid
        self.document = document
        self.styles = styles
        self.paper = paper
        self._drawings = 1000
        self._bookmarks = 1000

    def front(self) -> list[Element]:
        """Write what stands on the front under the title."""
        said = [[run(f"{label}: ", el("w:b")), run(what)] for label, what in self.laid.facts]
        if self.laid.words.made:
            said.append([run(self.laid.words.made)])
        return [self._in("Normal", each) for each in said]

    def titles(self, title: bool, agency: bool) -> list[Element]:
        """Write the title and the agency, where a template does not."""
        both = [("Title", self.laid.title)] * title + [("Subtitle", self.laid.agency)] * agency
        return [self._in(style, [run(text)]) for style, text in both]

    def contents(self) -> list[Element]:
        """Write the table of contents: links now, with page numbers when Word fills it."""
        entries = [(each.level, f"_Toc{at:06}", each.heading) for at, each in enumerate(self.laid.sections)]
        if self.laid.references:
            entries.append((1, "references", self.laid.words.references))
        lines = [
            self._in(f"toc {level}", [link(anchor, [run(heading)])]) for level, anchor, heading in entries
        ]
        if lines:
            first, last = lines[0], lines[-1]
            for each in reversed(field_start(r'TOC \o "1-3" \h \z \u', dirty=True)):
                first.insert(1, each)
            last.append(field_end())
        return [self._in("TOC Heading", [run(self.laid.words.contents)]), *lines]

    def chapters(self) -> list[Element]:
        """Write all sections and the references, turning the paper where tables need it."""
        written: list[Element] = []
        at = 0
        for run_of in self.laid.runs:
            if run_of.landscape and written:
                self.paper.end(written[-1], landscape=False)
            for section in run_of.sections:
                written.extend(self._section(section, at, run_of.landscape))
                at += 1
            if run_of.landscape:
                self.paper.end(written[-1], landscape=True)
        return [*written, *self._references()]

    def _section(self, section: LaidSection, at: int, landscape: bool) -> Iterator[Element]:
        heading = bookmark(self._next_bookmark(), f"_Toc{at:06}", [run(section.heading)])
        yield self._in(f"Heading {section.level}", heading)
        for block in section.blocks:
            yield from self._block(block, landscape)

    def _block(self, block: LaidBlock, landscape: bool) -> Iterator[Element]:
        if isinstance(block, LaidParagraph):
            yield from self._paragraph(block)
        elif isinstance(block, LaidTable):
            yield from self._table(block, landscape)
        else:
            yield from self._figure(block, landscape)

    def _paragraph(self, block: LaidParagraph) -> Iterator[Element]:
        if block.typed_by:
            yield self._in("Skrevet av", [run(block.typed_by)])
        said = [run("\n".join(block.lines))]
        if block.reference:
            said += [run(" "), link(f"ref_{block.reference}", [run(f"[{block.reference}]", _small())])]
        yield self._in("Skrevet tekst" if block.typed_by else "Normal", said)

    def _table(self, table: LaidTable, landscape: bool) -> Iterator[Element]:
        yield self._in("Caption", [run(table.caption)])
        yield table_element(table, self.paper.width(landscape), self.styles)
        # Also keeps two tables from growing together.
        yield self._in("Rapportnote", [run(table.typed_note)] if table.typed_note else [])

    def _figure(self, figure: LaidFigure, landscape: bool) -> Iterator[Element]:
        yield self._in("Caption", [run(figure.caption)])
        yield self._in("Normal", [el("w:r", None, el("w:drawing", None, self._picture(figure)))])
        yield from self._table(figure.table, landscape)

    def _picture(self, figure: LaidFigure) -> Element:
        picture = BytesIO(draw(figure.drawn, self.laid.language, "png"))
        width = Emu(self.paper.width(landscape=False) * _TWIP)
        inline: Element = self.document.part.new_pic_inline(picture, width=width)
        self._drawings += 1
        named = inline.find(qn("wp:docPr"))
        named.set("id", str(self._drawings))
        named.set("name", f"Figur {self._drawings - 1000}")
        named.set("descr", figure.alternative)
        return inline

    def _references(self) -> Iterator[Element]:
        if not self.laid.references:
            return
        heading = bookmark(self._next_bookmark(), "references", [run(self.laid.words.references)])
        yield self._in("Heading 1", heading)
        yield self._in("Normal", [run(self.laid.words.references_about)])
        for number, said in enumerate(self.laid.references, 1):
            marked = bookmark(self._next_bookmark(), f"ref_{number}", [run(f"[{number}]")])
            yield self._in("Rapporthenvisning", [*marked, run(f" {said}")])

    def _in(self, style: str, content: list[Element]) -> Element:
        return paragraph(self.styles[style], content)

    def _next_bookmark(self) -> int:
        self._bookmarks += 1
        return self._bookmarks


def _small() -> Element:
    return deepcopy(_SMALL)


_SMALL = el("w:sz", {"w:val": "16"})
