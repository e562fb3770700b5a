"""A page that is a picture: the reading says so, for what stands on it was not read."""

from __future__ import annotations

from workflow.reading.as_json import as_json
from workflow.reading.reader import read_letter
from workflow.reading.text import LetterText, Line

LINES = ("Tildelingsbrev 2027 til Stavkirketilsynet", "Frist for årsrapporten er 15. mars 2027.")


def letter(*pictures: int) -> LetterText:
    """A letter whose text stands on page 1, with these pages as pictures."""
    lines = tuple(Line(number, text, page=1) for number, text in enumerate(LINES, 1))
    return LetterText("brev.pdf", "0" * 64, lines, pages=3, pages_without_text=pictures)


def test_reading_a_letter_with_a_picture_for_a_page_raises_a_doubt_about_it() -> None:
    """The doubt names the page, and quotes the words that stand last before it."""
    doubts = read_letter(letter(2), 2027).doubts

    assert [(doubt.code, doubt.facts, doubt.is_remark) for doubt in doubts] == [
        ("page_not_read", {"page": "2"}, False)
    ]
    assert doubts[0].places[0].quote == LINES[1]


def test_reading_a_letter_with_a_picture_says_so_in_norwegian() -> None:
    """What `fristvakt read` prints is a sentence in the reader's own language."""
    (doubt,) = as_json(read_letter(letter(3), 2027), "nb")["doubts"]

    assert doubt["text"] == "Side 3 er et bilde og ble ikke lest; se på den selv."


def test_reading_a_letter_without_pictures_raises_no_such_doubt() -> None:
    """A letter that was read whole says nothing of pages."""
    assert not read_letter(letter(), 2027).doubts
