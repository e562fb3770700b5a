from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import html

from tests.kit.made_year import made_report
from tests.kit.written_reports import added_by_formats, said_by_the_model, written
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.pdf import write_pdf
from workflow.reporting.model import Report, Table

LANGUAGES = ("nb", "nn")


def _word_texts(content: bytes) -> Iterator[str]:
    """Give the text of each run outside of the table of contents; a line break is a line end."""
    for paragraph in docx.Document(BytesIO(content)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")).lower().startswith("toc"):
            continue
        for run in paragraph.iter(qn("w:r")):
            yield "".join("\n" if each.tag == qn("w:br") else each.text or "" for each in run[:])


def _page_texts(content: bytes) -> Iterator[str]:
    page = html.fromstring(content.decode())
    for each in page.xpath("//style | //title | //nav"):
        each.drop_tree()
    for each in page.xpath("//br"):
        each.tail = "\n" + (each.tail or "")
        each.drop_tag()
    yield from page.xpath("//body//text()")


def _kept(texts: Iterator[str]) -> Counter[str]:
    """Count texts without the marks and the air that formats put around them."""
    stripped = (each.strip().removesuffix("*").rstrip(": ") for each in texts)
    return Counter(each.strip() for each in stripped if each.strip())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["docx", "html"])
def test_writing_a_report_says_every_text_of_it_and_nothing_else(ending: str, language: str) -> None:
    """No format knows more or less than the model: each text stands as often as it is said."""
    report = made_report(language)
    texts = {"docx": _word_texts, "html": _page_texts}[ending](written(ending, language))
    found = _kept(texts)
    expected = _kept(iter(said_by_the_model(report)))
    added = {each.strip().removesuffix("*").rstrip(": ").strip() for each in added_by_formats(report)}
    assert not expected - found
    assert {each for each in found - expected if each not in added} == set()


def _without_last_row(report: Report) -> Report:
    """Leave out the long row of the annex, which a page's end and the headings after it cut in two."""
    *others, annex = report.sections
    (table,) = annex.blocks
    assert isinstance(table, Table)
    shorter = replace(annex, blocks=(replace(table, rows=table.rows[:-1]),))
    return replace(report, sections=(*others, shorter))


def _squeezed(text: str) -> str:
    """Leave out what setting a text in lines adds: air, hyphens at line ends, places to break."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_writing_a_pdf_says_every_text_of_the_report_and_nothing_else(language: str) -> None:
    """Taking away the model's texts and the format's own controls leaves nothing on the pages."""
    report = _without_last_row(made_report(language))
    document = pypdfium2.PdfDocument(write_pdf(report))
    pages = []
    for page in document:
        # Without the running head and foot.
        pages.append(page.get_textpage().get_text_bounded(bottom=50, top=page.get_height() - 60))
    left = _squeezed(" ".join(pages))
    skip = lay_out(report).words.skip
    added = added_by_formats(report) - {skip}
    texts = {_squeezed(each) for each in (*said_by_the_model(report), *added)}
    for each in texts:
        assert each in left, each
    for each in sorted(texts, key=len, reverse=True):
        left = left.replace(each, "") if each else left
    # The dots and page numbers of the table of contents, and the colons after facts.
    assert re.sub(r"[.\d:*\[\]]", "", left) == ""
