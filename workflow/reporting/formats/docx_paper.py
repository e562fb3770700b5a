"""The paper of a Word document: how wide its text is, and where it is turned."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from workflow.reporting.formats.docx_xml import Element

_A4 = (11906, 16838)
"""Twentieths of a point."""


class Paper:
    """Knows the section that a report is written into, by its `w:sectPr`."""

    def __init__(self, section: Element) -> None:
        self._section = section

    def width(self, landscape: bool) -> int:
        """Give the width of the text in twentieths of a point."""
        across, down = self._size()
        margins = self._section.find(qn("w:pgMar"))
        taken = (
            0 if margins is None else sum(int(margins.get(qn(f"w:{s}"), "1134")) for s in ("left", "right"))
        )
        return (down if landscape else across) - taken

    def end(self, last: Element, landscape: bool) -> None:
        """End a section with its last paragraph; what follows starts on new paper."""
        ended = deepcopy(self._section)
        if landscape:
            across, down = self._size()
            size = ended.find(qn("w:pgSz"))
            if size is None:
                size = ended.makeelement(qn("w:pgSz"))
                ended.append(size)
            size.set(qn("w:w"), str(down))
            size.set(qn("w:h"), str(across))
            size.set(qn("w:orient"), "landscape")
        properties = last.find(qn("w:pPr"))
        for before in properties.findall(qn("w:sectPr")):
            properties.remove(before)
        properties.append(ended)
        # A first page of its own belongs to the first section alone.
        for page in self._section.findall(qn("w:titlePg")):
            self._section.remove(page)

    def _size(self) -> tuple[int, int]:
        size = self._section.find(qn("w:pgSz"))
        if size is None:
            return _A4
        sides = sorted((int(size.get(qn("w:w"), _A4[0])), int(size.get(qn("w:h"), _A4[1]))))
        return sides[0], sides[1]
