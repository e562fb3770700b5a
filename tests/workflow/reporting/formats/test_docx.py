from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.kit.made_year import INJECTED, made_report
from tests.kit.written_reports import written
from workflow.reporting.formats.docx import write_docx
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.model import Cell, Figure, ReportKind, Section, Table


def _opened(language: str = "nb") -> Document:
    return docx.Document(BytesIO(written("docx", language)))


def test_writing_word_gives_headings_by_style_in_order() -> None:
    """What looks like a heading is one, and no level is jumped over."""
    styles = [each.style.name for each in _opened().paragraphs if each.style is not None]
    levels = [int(each[-1]) for each in styles if each and each.startswith("Heading ")]
    assert levels == [1, 1, 2, 3, 1, 1, 1]
    assert "Title" in styles


def test_writing_word_marks_and_repeats_the_first_row_of_every_table() -> None:
    """A screen reader and a page break both find the headings again."""
    tables = _opened().tables
    assert len(tables) == len(list(made_report().tables()))
    for table in tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(each.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for each in others)


def test_writing_word_names_each_table_by_its_key() -> None:
    """A program finds a table again whatever its caption became."""
    keys = [each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for each in _opened().tables]
    assert keys == [each.key for each in made_report().tables()]


def test_writing_word_gives_each_figure_its_alternative_text_and_a_name_of_its_own() -> None:
    """Who does not see the figure hears what it shows."""
    drawn = list(_opened().element.body.iter(qn("wp:docPr")))
    figures = [b for s in made_report().sections for b in s.blocks if isinstance(b, Figure)]
    assert [each.get("descr") for each in drawn] == [each.alternative for each in figures]
    assert len({each.get("id") for each in drawn}) == len(figures)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_writing_word_sets_the_language_for_all_text(language: str) -> None:
    """A screen reader speaks Norwegian, and the right one."""
    document = _opened(language)
    spoken = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert spoken == {f"{language}-NO"}
    assert document.core_properties.language == f"{language}-NO"


def test_writing_word_keeps_harmful_titles_as_plain_text() -> None:
    """What looks like a field, a formula, a placeholder or XML stays a text and makes no link."""
    document = _opened()
    cells = [row.cells[1].text for row in document.tables[0].rows[1:]]
    assert cells[:7] == list(INJECTED[:7])
    assert cells[8] == "omvendt og kontrolltegn"
    relations = [r for part in document.part.package.iter_parts() for r in part.rels.values()]
    assert not [each for each in relations if each.is_external]


def test_writing_word_marks_what_a_person_wrote_with_the_name() -> None:
    """No reader takes a written assessment for a fact of the trail."""
    paragraphs = _opened().paragraphs
    styles = [each.style.name if each.style else "" for each in paragraphs]
    marked = [at for at, name in enumerate(styles) if name == "Skrevet av"]
    assert [paragraphs[at].text for at in marked] == ["Skrevet av Ola Li", "Skrevet av Åse Ødegård"]
    assert {styles[at + 1] for at in marked} == {"Skrevet tekst"}
    assert _opened().tables[0].cell(2, 3).text == "03.02.2026*"


def test_writing_word_leads_each_row_to_its_events() -> None:
    """Every link of the document has its bookmark, and the reference names duty and events."""
    body = _opened().element.body
    anchors = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    assert anchors <= marks
    assert any(each.text == "[2] 2026-01: 1, 41" for each in _opened().paragraphs)


def test_writing_word_twice_gives_the_same_bytes_with_the_time_of_what_was_known() -> None:
    """The same report is the same file, so that checksums can be compared."""
    report = made_report(rows=3, kind=ReportKind.STATUS)
    assert write_docx(report) == write_docx(report)
    about = docx.Document(BytesIO(write_docx(report))).core_properties
    assert about.modified == report.known_at.replace(microsecond=0)
    assert (about.title, about.author) == (report.title, report.agency)


def test_writing_a_wide_table_turns_the_paper_and_turns_it_back() -> None:
    """A table of many texts gets lying paper of its own; what follows stands again."""
    texts = tuple(Cell("Et svar på flere ord som trenger plass") for _ in range(7))
    wide = Table("wide", "Bred", tuple("ABCDEFG"), (texts,))
    report = made_report(rows=3)
    sections = (report.sections[0], Section("wide", "Bredt", 1, (wide,)), report.sections[0])
    turned = type(report)(
        report.kind, report.title, report.agency, "nb", report.first, report.last, report.known_at,
        report.made_by, sections,
    )  # fmt: skip
    found = docx.Document(BytesIO(write_docx(turned))).sections
    lying = [each.page_width > each.page_height for each in found if each.page_width and each.page_height]
    assert lying == [False, True, False]
    assert [run.landscape for run in lay_out(turned).runs] == lying


def test_writing_word_gives_a_package_without_programs() -> None:
    """Nothing in the file can run."""
    with zipfile.ZipFile(BytesIO(written("docx"))) as packed:
        assert not [name for name in packed.namelist() if "vba" in name.lower() or "embed" in name.lower()]
