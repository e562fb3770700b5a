"""Fills an agency's own Word template: `{{tittel}}`, `{{innhold}}` and the other placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from workflow.reporting.formats.docx_refusals import (
    NoPlaceForContent,
    PlaceholderNotAlone,
    UnknownPlaceholder,
)
from workflow.reporting.formats.docx_xml import Element

CONTENT, CONTENTS, FACTS = "innhold", "innholdsfortegnelse", "opplysninger"
BLOCKS = (CONTENT, CONTENTS, FACTS)
"""The placeholders that become paragraphs of their own."""
_PLACEHOLDER = re.compile(r"{{\s*([^{}]*?)\s*}}")


class Template:
    """The placeholders of a template, found and checked."""

    def __init__(self, document: Document, texts: Mapping[str, str]) -> None:
        """Find them. `texts` are the placeholders that become words; raises `docx_refusals`."""
        self._texts = texts
        self._body = document.element.body
        self._found = list(_placeholders(document))
        self.used = {name for _, names in self._found for name in names}
        self._check()

    def section(self) -> Element:
        """Give the `w:sectPr` of the section that the report is written into."""
        at = self._place(CONTENT)
        following = at.xpath("(.//w:sectPr | following::w:sectPr)[1]")
        found: Element = following[0] if following else self._body.get_or_add_sectPr()
        return found

    def fill(self, blocks: Mapping[str, list[Element]]) -> None:
        """Put words and paragraphs in their places; what is put in is not searched again."""
        for paragraph, names in self._found:
            alone = next((name for name in names if name in BLOCKS), None)
            if alone is None:
                _replace(paragraph, self._texts)
            else:
                _put(paragraph, blocks[alone])

    def _check(self) -> None:
        known = {*self._texts, *BLOCKS}
        for paragraph, names in self._found:
            for name in names:
                if name not in known:
                    raise UnknownPlaceholder(name=f"{{{{{name}}}}}", known=", ".join(sorted(known)))
                if name in BLOCKS and not self._alone(paragraph, name):
                    raise PlaceholderNotAlone(name=f"{{{{{name}}}}}")
        if CONTENT not in self.used:
            raise NoPlaceForContent(name=f"{{{{{CONTENT}}}}}")

    def _alone(self, paragraph: Element, name: str) -> bool:
        others = sum(names.count(name) for _, names in self._found)
        said = "".join(each.text or "" for each in _texts(paragraph)).strip()
        alone = _PLACEHOLDER.fullmatch(said) is not None
        return alone and others == 1 and paragraph.getparent() is self._body

    def _place(self, name: str) -> Element:
        return next(paragraph for paragraph, names in self._found if name in names)


def _placeholders(document: Document) -> Iterator[tuple[Element, list[str]]]:
    """Find every paragraph with placeholders, also in headers, footers, tables and text boxes."""
    parts = {document.part, *(r.target_part for r in document.part.rels.values() if not r.is_external)}
    stories = [part for part in parts if isinstance(part, StoryPart)]
    for part in sorted(stories, key=lambda each: str(each.partname)):
        for paragraph in list(part.element.iter(qn("w:p"))):
            said = "".join(each.text or "" for each in _texts(paragraph))
            if names := _PLACEHOLDER.findall(said):
                yield paragraph, names


def _texts(paragraph: Element) -> list[Element]:
    """Give the paragraph's own texts, not those of a text box in it."""
    return [each for each in paragraph.iter(qn("w:t")) if next(each.iterancestors(qn("w:p"))) is paragraph]


def _replace(paragraph: Element, texts: Mapping[str, str]) -> None:
    """Replace words where Word has spread a placeholder over several runs."""
    runs = _texts(paragraph)
    said = [each.text or "" for each in runs]
    for match in reversed(list(_PLACEHOLDER.finditer("".join(said)))):
        _splice(said, match.start(), match.end(), texts[match[1]].replace("\n", " "))
    for each, text in zip(runs, said, strict=True):
        each.text = text
        each.set(qn("xml:space"), "preserve")


def _splice(said: list[str], start: int, end: int, new: str) -> None:
    """Replace characters `start` to `end` of the joined texts; the new text stands in the first run met."""
    before = 0
    for at, text in enumerate(said):
        low, high = max(start - before, 0), min(end - before, len(text))
        before += len(text)
        if low < high:
            said[at] = text[:low] + new + text[high:]
            new = ""


def _put(paragraph: Element, elements: list[Element]) -> None:
    for each in elements:
        paragraph.addprevious(each)
    # A paragraph may end a section: then it stays, without its words.
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        paragraph.getparent().remove(paragraph)
    else:
        for each in _texts(paragraph):
            each.text = ""
