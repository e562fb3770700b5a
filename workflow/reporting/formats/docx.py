"""A report as a Word document, in our own form or in the agency's template."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from calendars.zone import OSLO
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.docx_checking import check_template
from workflow.reporting.formats.docx_content import Content
from workflow.reporting.formats.docx_paper import Paper
from workflow.reporting.formats.docx_refusals import NotATemplate
from workflow.reporting.formats.docx_styles import dress
from workflow.reporting.formats.docx_template import CONTENT, CONTENTS, FACTS, Template
from workflow.reporting.formats.docx_xml import Element, el, field, paragraph, run
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.layout import Laid
from workflow.reporting.model import Report

_PACKED_AT = (1980, 1, 1, 0, 0, 0)


def write_docx(report: Report, template: bytes | None = None) -> bytes:
    """Write the report; the same report gives the same bytes. Refusals are in `docx_refusals`.

    A template holds `{{innhold}}` and may hold `{{innholdsfortegnelse}}` and `{{opplysninger}}`, each in a
    paragraph of its own, and anywhere `{{tittel}}`, `{{virksomhet}}`, `{{fra}}`, `{{til}}`, `{{periode}}`,
    `{{kjent}}` and `{{laget_av}}`. What it has no place for is written before the content.
    """
    laid = lay_out(report)
    document = _ours(laid) if template is None else _theirs(template)
    filled = Template(document, _texts(report, laid))
    content = Content(laid, document, dress(document, template is not None), Paper(filled.section()))
    facts, contents = content.front(), content.contents()
    lead = content.titles("tittel" not in filled.used, "virksomhet" not in filled.used)
    if FACTS not in filled.used:
        lead += facts
    chapters = content.chapters()
    if template is None and CONTENTS in filled.used:
        # On the heading: a break in a paragraph of its own leaves an empty page after full contents.
        chapters[0].find(qn("w:pPr")).append(el("w:pageBreakBefore"))
    filled.fill({CONTENT: [*lead, *chapters], CONTENTS: contents, FACTS: facts})
    _describe(document, report, laid)
    return _packed(document)


def _texts(report: Report, laid: Laid) -> dict[str, str]:
    first, last = f"{report.first:%d.%m.%Y}", f"{report.last:%d.%m.%Y}"
    return {
        "tittel": laid.title,
        "virksomhet": laid.agency,
        "fra": first,
        "til": last,
        "periode": f"{first}–{last}",
        "kjent": f"{report.known_at.astimezone(OSLO):%d.%m.%Y}",
        "laget_av": clean(report.made_by),
    }


def _theirs(template: bytes) -> Document:
    check_template(template)
    try:
        return docx.Document(BytesIO(template))
    except (ValueError, KeyError, AttributeError) as error:
        # What python-docx raises for a document whose parts do not hang together.
        raise NotATemplate() from error


def _ours(laid: Laid) -> Document:
    """Make the document that stands in for a template: a front, a table of contents, and the content."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.3)
    section.different_first_page_header_footer = True
    for style, text in (("Title", "{{tittel}}"), ("Subtitle", "{{virksomhet}}")):
        document.add_paragraph(text, style)
    document.add_paragraph(f"{{{{{FACTS}}}}}")
    if len(laid.sections) > 3:
        document.add_paragraph(f"{{{{{CONTENTS}}}}}")
    document.add_paragraph(f"{{{{{CONTENT}}}}}")
    section.header.paragraphs[0].text = "{{virksomhet}} – {{tittel}}"
    for footer in (section.footer, section.first_page_footer):
        footer._element.append(_page_number(laid.words.page))
        footer._element.remove(footer.paragraphs[0]._element)
    return document


def _page_number(said: str) -> Element:
    before, _, rest = said.partition("{page}")
    between, _, after = rest.partition("{pages}")
    content = [run(before), *field("PAGE", "1"), run(between), *field("NUMPAGES", "1"), run(after)]
    return paragraph("Footer", content, el("w:jc", {"w:val": "right"}))


def _describe(document: Document, report: Report, laid: Laid) -> None:
    """Say what the document is, and its language, for archives and for those who have it read aloud."""
    language = f"{laid.language}-NO"
    about = document.core_properties
    about.title, about.author, about.language = laid.title, laid.agency, language
    about.subject, about.keywords, about.comments = "", "", ""
    about.last_modified_by = laid.agency
    about.created = about.modified = report.known_at.replace(tzinfo=None, microsecond=0)
    about.revision = 1
    _speak(document, language)


def _speak(document: Document, language: str) -> None:
    """Set the language of all text that says no other of its own."""
    spoken = [each for each in document.styles.element.iter(qn("w:lang")) if each.get(qn("w:val"))]
    for each in spoken:
        each.set(qn("w:val"), language)
    if not spoken:
        normal = document.styles["Normal"].element.get_or_add_rPr()
        normal.append(el("w:lang", {"w:val": language}))


def _packed(document: Document) -> bytes:
    """Pack with one fixed time, so that the same report gives the same bytes."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _PACKED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
