"""Word documents are read as they stand on paper, all changes accepted."""

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK

from tests.workflow.reading.documents.docx_files import W, docx, docx_of, replace_parts
from workflow.reading.documents.door import text_of
from workflow.reading.text import LetterText


def read(data: bytes) -> LetterText:
    """Read a Word file."""
    return text_of("brev.docx", data)


def shown(found: LetterText) -> list[str]:
    """Give the lines that are not blank."""
    return [line.text for line in found.lines if line.text]


def test_reading_paragraphs_gives_a_line_each_with_heading_levels() -> None:
    """Headings are known by their style, and a blank line parts paragraphs."""

    def fill(document: WordDocument) -> None:
        document.add_heading("Tildelingsbrev", 0)
        document.add_heading("Mål", 2)
        document.add_paragraph("Frist er 1.\u00a0mars 2026.\nNy linje")

    found = read(docx(fill))

    assert [(line.text, line.level) for line in found.lines] == [
        ("Tildelingsbrev", 1),
        ("", None),
        ("Mål", 2),
        ("", None),
        ("Frist er 1. mars 2026.", None),
        ("Ny linje", None),
    ]


def test_reading_a_table_gives_merged_cells_in_every_place_they_cover() -> None:
    """A merged cell is one cell; rows and paragraphs have lines of their own, in document order."""

    def fill(document: WordDocument) -> None:
        document.add_paragraph("Før")
        table = document.add_table(4, 3)
        for row, texts in enumerate([["Nr", "Oppdrag", "Frist"], ["01", "A", "1.1.2026"], ["", "B", "x"]]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.cell(2, 2).text = "2.2.2026\n3.3.2026"
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(3, 0).merge(table.cell(3, 2)).text = "Mål 2"
        document.add_paragraph("Etter")

    found = read(docx(fill))

    assert shown(found) == [
        "Før",
        "Nr | Oppdrag | Frist",
        "01 | A | 1.1.2026",
        " | B | 2.2.2026",
        " |  | 3.3.2026",
        "Mål 2",
        "Etter",
    ]
    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Nr", "Oppdrag", "Frist"],
        ["01", "A", "1.1.2026"],
        ["01", "B", "2.2.2026\n3.3.2026"],
        ["Mål 2", "", ""],
    ]
    assert table.rows[2][0] is table.rows[1][0]
    assert [row[0].is_header for row in table.rows] == [True, False, False, False]
    assert (table.rows[2][2].first_line, table.rows[2][2].last_line) == (5, 6)


def test_reading_a_nested_table_when_it_is_in_a_frame_gives_the_inner_table() -> None:
    """A frame drawn with a table is read through, and no two tables share a line."""

    def fill(document: WordDocument) -> None:
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "Kalender"
        inner = outer.cell(0, 1).add_table(2, 2)
        for row, texts in enumerate([["Del 1", "1.1.2026"], ["Del 2", "2.2.2026"]]):
            for column, text in enumerate(texts):
                inner.cell(row, column).text = text

    found = read(docx(fill))

    assert shown(found) == ["Kalender", "Del 1 | 1.1.2026", "Del 2 | 2.2.2026"]
    assert [[cell.text for cell in row] for row in found.tables[0].rows] == [
        ["Del 1", "1.1.2026"],
        ["Del 2", "2.2.2026"],
    ]


def test_reading_tracked_changes_takes_the_inserted_and_leaves_the_deleted() -> None:
    """What the ministry struck out is not the letter; nor is hidden text or field code."""
    found = read(
        docx_of(
            "<w:p><w:r><w:t xml:space='preserve'>Frist </w:t></w:r>"
            "<w:del><w:r><w:delText>1.1.2026</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>2.2.2026</w:t></w:r></w:ins>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>3.3.2026</w:t></w:r>"
            "<w:r><w:instrText>DATE</w:instrText></w:r></w:p>",
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>borte</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:p><w:r><w:t>igjen</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>del</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>ing</w:t></w:r></w:p>",
        )
    )

    assert shown(found) == ["Frist 2.2.2026", "igjen", "deling"]


def test_reading_numbered_paragraphs_writes_the_numbers_word_makes() -> None:
    """The numbers stand nowhere in the file, but the letter refers to them."""
    numbering = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='7'>"
        "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:numFmt w:val='upperRoman'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/></w:lvl>"
        "<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='x'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='9'><w:abstractNumId w:val='7'/></w:num>"
        "<w:num w:numId='10'><w:abstractNumId w:val='7'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>"
    )

    def item(level: int, text: str, listing: int = 9) -> str:
        properties = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{listing}'/></w:numPr>"
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    data = docx_of(
        item(0, "tre"),
        item(1, "a"),
        item(1, "b"),
        item(2, "dyp"),
        item(3, "kule"),
        item(0, "fire"),
        item(1, "ny a"),
        item(0, "en", 10),
        item(0, "to", 10),
        item(0, "ingen", 0),
    )
    found = read(replace_parts(data, {"word/numbering.xml": numbering}))

    assert shown(found) == [
        "3. tre",
        "a) a",
        "b) b",
        "3.2.1 dyp",
        "• kule",
        "4. fire",
        "a) ny a",
        "1. en",
        "2. to",
        "ingen",
    ]
    assert [line.text for line in found.lines[:3]] == ["3. tre", "a) a", "b) b"]


def test_reading_headers_notes_and_boxes_keeps_them_in_their_places() -> None:
    """Headers come first, text boxes where they are anchored, footers last; raised numbers are marked."""

    def fill(document: WordDocument) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Vår dato 16.12.2025"
        section.footer.paragraphs[0].text = "Postboks 1"
        run = document.add_paragraph("innen 1. mars 2026").add_run("2")
        run.font.superscript = True

    box = (
        "<w:p><w:r><w:t>Anker</w:t><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing>'
        "<w:txbxContent><w:p><w:r><w:t>Boks</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boks</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert shown(read(docx(fill))) == ["Vår dato 16.12.2025", "innen 1. mars 2026[2]", "Postboks 1"]
    assert shown(read(docx_of(box))) == ["Anker", "Boks"]


def test_reading_footnotes_puts_them_after_the_body_with_their_marks() -> None:
    """A deadline in a footnote is a deadline."""
    notes = (
        f"<w:footnotes {W}><w:footnote w:id='5'><w:p><w:r><w:footnoteRef/></w:r>"
        "<w:r><w:t xml:space='preserve'> Frist 1. mai</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    data = docx_of("<w:p><w:r><w:t>Se 2026</w:t><w:footnoteReference w:id='5'/><w:t> her</w:t></w:r></w:p>")
    parts = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations}

    assert shown(read(replace_parts(data, parts))) == ["Se 2026[1] her", "[1] Frist 1. mai"]


def test_reading_pages_when_word_saved_its_layout_gives_page_numbers() -> None:
    """Pages are those of Word's last layout; a hard break it already counted is not counted again."""
    found = read(
        docx_of(
            "<w:p><w:r><w:t>en</w:t></w:r><w:r><w:br w:type='page'/></w:r></w:p>",
            "<w:p><w:r><w:lastRenderedPageBreak/><w:t>to</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>fortsatt</w:t><w:lastRenderedPageBreak/><w:t> tre</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>tre</w:t></w:r></w:p>",
        )
    )

    assert [(line.text, line.page) for line in found.lines if line.text] == [
        ("en", 1),
        ("to", 2),
        ("fortsatt tre", 2),
        ("tre", 3),
    ]
    assert found.pages == 3


def test_reading_pages_when_there_are_only_hard_breaks_counts_those() -> None:
    """Without a saved layout the hard breaks are what is known; without those, nothing is claimed."""

    def fill(document: WordDocument) -> None:
        document.add_paragraph("en").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("to")

    found = read(docx(fill))

    assert [(line.text, line.page) for line in found.lines if line.text] == [("en", 1), ("to", 2)]
    assert read(docx_of("<w:p><w:r><w:t>en</w:t></w:r></w:p>")).pages is None


@pytest.mark.parametrize(
    "wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"]
)
def test_reading_content_controls_goes_into_them(wrapper: str) -> None:
    """Templates keep whole paragraphs in content controls, with placeholders that must be seen."""
    found = read(docx_of(wrapper.format("<w:p><w:r><w:t>[sett inn dato]</w:t></w:r></w:p>")))

    assert shown(found) == ["[sett inn dato]"]
