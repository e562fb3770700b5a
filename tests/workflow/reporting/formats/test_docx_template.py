from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from tests.kit.made_year import made_report
from workflow.refusals import Refusal
from workflow.reporting.formats.docx import write_docx
from workflow.reporting.formats.docx_refusals import (
    NoPlaceForContent,
    NotATemplate,
    PlaceholderNotAlone,
    TemplateReachingOut,
    TemplateTooLarge,
    TemplateWithMacros,
    UnknownPlaceholder,
)
from workflow.reporting.formats.docx_xml import field
from workflow.reporting.model import Report

SHORT = made_report(rows=3)
REPORT = Report(
    SHORT.kind, "Rapport {{innhold}}", SHORT.agency, "nb", SHORT.first, SHORT.last, SHORT.known_at,
    SHORT.made_by, SHORT.sections[:4], SHORT.facts,
)  # fmt: skip
"""The made-up report without its figures, which take time to draw, with a placeholder in its title."""


def _template(change: Callable[[Document], object] = lambda document: None) -> bytes:
    document = docx.Document()
    spread = document.add_paragraph("Sak om {{tit")
    spread.add_run("tel").bold = True
    spread.add_run("}} for {{periode}}.")
    document.add_table(1, 1).cell(0, 0).text = "Per {{kjent}}"
    document.sections[0].header.paragraphs[0].text = "Brevhode for {{virksomhet}}"
    document.add_paragraph("{{innhold}}")
    document.add_paragraph("Slutt fra malen")
    change(document)
    return _saved(document)


def _saved(document: Document) -> bytes:
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    packed = BytesIO(_template())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def test_filling_a_template_puts_words_where_its_placeholders_stand() -> None:
    """A placeholder is found though Word has spread it over runs, in tables and in headers too."""
    filled = docx.Document(BytesIO(write_docx(REPORT, _template())))
    assert filled.paragraphs[0].text == "Sak om Rapport {{innhold}} for 01.01.2026–31.12.2026."
    assert filled.tables[0].cell(0, 0).text == "Per 20.01.2027"
    assert filled.sections[0].header.paragraphs[0].text == f"Brevhode for {REPORT.agency}"
    assert filled.paragraphs[-1].text == "Slutt fra malen"


def test_filling_a_template_keeps_its_own_styles() -> None:
    """The agency's headings look as the agency wants, and only missing styles are added."""

    def green(document: Document) -> None:
        document.styles["Heading 1"].font.name = "Georgia"

    filled = docx.Document(BytesIO(write_docx(REPORT, _template(green))))
    assert filled.styles["Heading 1"].font.name == "Georgia"
    assert "Skrevet av" in [each.name for each in filled.styles]


def test_filling_a_template_without_place_for_facts_writes_them_before_the_content() -> None:
    """No template makes a report that says less."""
    said = [each.text for each in docx.Document(BytesIO(write_docx(REPORT, _template()))).paragraphs]
    assert said.index("Periode: 01.01.2026–31.12.2026") < said.index("Sammendrag")

    def placed(document: Document) -> None:
        document.add_paragraph("{{opplysninger}}")

    last = [each.text for each in docx.Document(BytesIO(write_docx(REPORT, _template(placed)))).paragraphs]
    assert last.index("Periode: 01.01.2026–31.12.2026") > last.index("Sammendrag")


_ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def _link_out(document: Document) -> None:
    document.part.relate_to("http://ond.example/mal.dotm", _ATTACHED, is_external=True)


def _fetch(document: Document) -> None:
    document.add_paragraph("x")._p.extend(field('INCLUDETEXT "c:/hemmelig.txt"', ""))


def _in_a_table(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = "{{opplysninger}}"


CHANGES: list[tuple[Callable[[Document], object], type[Refusal]]] = [
    (lambda document: document.add_paragraph("{{budsjett}}"), UnknownPlaceholder),
    (lambda document: document.add_paragraph("Her: {{opplysninger}}"), PlaceholderNotAlone),
    (lambda document: document.add_paragraph("{{innhold}}"), PlaceholderNotAlone),
    (_in_a_table, PlaceholderNotAlone),
    (_link_out, TemplateReachingOut),
    (_fetch, TemplateReachingOut),
]


@pytest.mark.parametrize(("change", "refusal"), CHANGES)
def test_filling_a_template_that_asks_for_what_is_not_allowed_is_refused(
    change: Callable[[Document], object], refusal: type[Refusal]
) -> None:
    """Unknown or misplaced placeholders, and whatever reaches out of the document, are named."""
    with pytest.raises(refusal):
        write_docx(REPORT, _template(change))


def test_filling_a_template_without_place_for_the_report_is_refused() -> None:
    """A letterhead alone cannot hold a report."""
    with pytest.raises(NoPlaceForContent):
        write_docx(REPORT, _saved(docx.Document()))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"dette er ikke Word", NotATemplate),
        (_with_part("word/vbaProject.bin", b"x"), TemplateWithMacros),
        (_with_part("word/embeddings/ark.xlsx", b"x"), TemplateWithMacros),
        (_with_part("word/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), NotATemplate),
        (_with_part("word/extra.xml", b"<a>"), NotATemplate),
        (_with_part("word/media/stor.bin", b"0" * 81_000_000), TemplateTooLarge),
        (b"0" * 20_000_001, TemplateTooLarge),
    ],
    ids=["text", "macro", "embedded", "entity", "broken", "unpacks", "large"],
)
def test_filling_a_harmful_or_broken_file_is_refused(content: bytes, refusal: type[Refusal]) -> None:
    """A template is looked through before Word's library opens it."""
    with pytest.raises(refusal):
        write_docx(REPORT, content)
