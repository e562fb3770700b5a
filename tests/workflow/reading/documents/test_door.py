"""What cannot be read is refused with what to do about it, and nothing is written."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from tests.workflow.reading.documents.docx_files import docx, docx_of
from tests.workflow.reading.documents.pdf_files import drawn, paragraph, pdf, picture_page, text_page
from workflow.language import LANGUAGES, explain, translator
from workflow.reading.documents import limits, refusals
from workflow.reading.documents.detect import Format
from workflow.reading.documents.door import bytes_of, open_document, text_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**members: bytes) -> bytes:
    """Make a ZIP with these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def ole(stream: str) -> bytes:
    """Make the beginning of an old Office file that names this stream."""
    return OLE + stream.encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("brev.txt", b"", refusals.DocumentEmpty),
        ("brev.pdf", b" \n\n", refusals.DocumentEmpty),
        ("brev.txt", b"...\n---\n", refusals.NoReadableText),
        ("brev.html", b"<html><body><script>x</script></body></html>", refusals.NoReadableText),
        ("brev.docx", docx(lambda document: None), refusals.NoReadableText),
        ("brev.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100), refusals.PictureOnly),
        ("brev.jpg", b"\xff\xd8\xff\xe0" + bytes(100), refusals.PictureOnly),
        ("brev.tif", b"II*\0" + bytes(100), refusals.PictureOnly),
        ("brev.docx", bytes(range(256)) * 20, refusals.NotADocument),
        ("program", b"\x7fELF\x02\x01\x01" + bytes(500), refusals.NotADocument),
        ("brev.zip", zipped(a=b"x"), refusals.NotADocument),
        ("tall.xlsx", zipped(xl__workbook=b"x"), refusals.OtherFormat),
        ("brev.odt", zipped(**{"content.xml": b"x"}), refusals.OtherFormat),
        ("brev.rtf", b"{\\rtf1 Frist 1. mars}", refusals.OtherFormat),
        ("brev.doc", ole("WordDocument"), refusals.OldWordFormat),
        ("brev.docx", ole("EncryptedPackage"), refusals.PasswordProtected),
        ("tall.xls", ole("Workbook"), refusals.OtherFormat),
        ("brev.docx", b"PK\x03\x04 damaged", refusals.DocumentBroken),
        ("brev.docx", zipped(word__document=b"<x/>"), refusals.DocumentBroken),
        ("brev.pdf", b"%PDF-1.7\nnothing more", refusals.DocumentBroken),
        ("brev.pdf", pdf(paragraph("Frist"), password="hemmelig"), refusals.PasswordProtected),
        ("brev.pdf", drawn(text_page, picture_page, picture_page), refusals.NoTextLayer),
        ("brev.txt", b"frist\n" * (limits.MAX_LINES + 1), refusals.TooMuchText),
        ("brev.txt", b"a\f" * limits.MAX_PAGES + b"a", refusals.TooManyPages),
        ("brev.txt", b"a" * (limits.MAX_BYTES + 1), refusals.DocumentTooLarge),
        (
            "brev.html",
            b"<html><table>" + b"<tr><td rowspan=999 colspan=999>a<td>b" * 300 + b"</table></html>",
            refusals.TooMuchText,
        ),
    ],
)
def test_reading_what_cannot_be_read_is_refused(
    name: str, data: bytes, refusal: type[refusals.DocumentRefusal]
) -> None:
    """Each kind of file that is no readable letter has its own refusal, in both languages."""
    with pytest.raises(refusal) as refused:
        text_of(name, data)

    for language in LANGUAGES:
        assert name in explain(refused.value, language)


def test_opening_a_file_when_it_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    """The refusal names the path."""
    with pytest.raises(refusals.DocumentNotFound, match=r"brev\.pdf"):
        open_document(tmp_path / "brev.pdf")
    with pytest.raises(refusals.DocumentIsFolder):
        open_document(tmp_path)


def test_opening_a_file_when_it_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    """A pipe that nobody writes to would never end."""
    os.mkfifo(tmp_path / "brev.txt")

    for opening in (open_document, bytes_of):
        with pytest.raises(refusals.NotADocument):
            opening(tmp_path / "brev.txt")


def test_opening_a_file_when_it_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    """A file of a terabyte is refused by its size."""
    path = tmp_path / "brev.pdf"
    with path.open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(refusals.DocumentTooLarge):
        open_document(path)


def test_opening_files_writes_nothing_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading leaves the folder as it was, also where another package has our name."""
    (tmp_path / "brev.docx").write_bytes(docx_of("<w:p><w:r><w:t>Frist 1. mars</w:t></w:r></w:p>"))
    (tmp_path / "workflow.py").write_text("raise SystemExit('not ours')")
    monkeypatch.chdir(tmp_path)

    assert open_document(tmp_path / "brev.docx").lines[0].text == "Frist 1. mars"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brev.docx", "workflow.py"]


def test_opening_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a small file unpacks to is known before it is unpacked."""
    bomb = zipped(word__document=b"<w>" + bytes(limits.MAX_UNPACKED_BYTES) + b"</w>")

    assert len(bomb) < limits.MAX_BYTES
    with pytest.raises(refusals.UnpacksTooLarge):
        text_of("brev.docx", bomb)


def test_reading_when_it_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading ends at the time limit, however the file was made."""
    monkeypatch.setattr(limits, "CHILD_SECONDS", 1.0)

    with pytest.raises(refusals.TookTooLong):
        text_of("brev.pdf", drawn(*[text_page] * 400))


def test_reading_when_it_needs_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading ends at the memory limit, and the service goes on."""
    monkeypatch.setattr(limits, "CHILD_MEMORY_BYTES", 150 * 1024 * 1024)
    cells = b"<td>" + b"frist " * 200
    rows = (b"<tr>" + cells * 100) * 150

    with pytest.raises(refusals.NeedsTooMuchMemory):
        text_of("brev.html", b"<html><table>" + rows + b"</table></html>")


def test_every_refusal_has_words_in_both_languages() -> None:
    """No user meets an English sentence, and none loses a fact."""
    for kind in refusals.DocumentRefusal.__subclasses__():
        for language in LANGUAGES:
            said = translator(language).gettext(kind.message)
            assert said != kind.message
            assert sorted(part[: part.index("}")] for part in said.split("{")[1:]) == sorted(
                part[: part.index("}")] for part in kind.message.split("{")[1:]
            )


@pytest.mark.parametrize("name", ["brev", "brev.txt", "brev.pdf", "brev.docx"])
def test_recognising_a_file_goes_by_its_content_before_its_name(name: str) -> None:
    """A wrong extension does not make a letter unreadable."""
    from workflow.reading.documents.detect import detect

    assert detect(name, pdf(paragraph("x"))) is Format.PDF
    assert detect(name, docx(lambda document: None)) is Format.WORD
    assert detect(name, b"<!-- x --><!DOCTYPE html><html>") is Format.HTML
    assert detect(name, b"Tekst\n\n<table><tr><td>x</table>") is Format.MARKDOWN
    assert detect(name, "Årsrapport".encode()) is Format.PLAIN_TEXT


@pytest.mark.parametrize("name", ["-c", "a\0b.pdf", "x" * 200_000, "\udcff.pdf", "{path}.pdf"])
def test_reading_when_the_name_is_strange_reads_the_file_all_the_same(name: str) -> None:
    """A name is only a name, whatever an upload calls itself."""
    assert text_of(name, drawn(text_page)).name == name
    with pytest.raises(refusals.NoTextLayer) as refused:
        text_of(name, drawn(picture_page))
    assert explain(refused.value, "nb").startswith(name)
