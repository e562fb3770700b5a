from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.made_year import made_report, trace
from workflow.reporting.formats.catalogue import FORMATS
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.columns import columns
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.traces import References, ranges
from workflow.reporting.model import Cell, Paragraph, Section, Table


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("a\x00b\x1fc\x7f", "abc"),
        ("faktura\u202egpj.exe", "fakturagpj.exe"),
        ("to\r\nlinjer\u2028til", "to\nlinjer\ntil"),
        ("A\u030a", "Å"),
        ("\ufeff\ufffe\ud800x", "x"),
        ("a\tb", "a b"),
    ],
)
def test_cleaning_a_text_leaves_what_can_be_seen(dirty: str, shown: str) -> None:
    """What steers screens and reading direction is gone, and what XML refuses."""
    assert clean(dirty) == shown


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A clean text stays as it is."""
    assert clean(clean(text)) == clean(text)


@given(st.sets(st.integers(1, 60)))
def test_saying_ranges_loses_no_position(positions: set[int]) -> None:
    """What is said of positions is read back as the same positions."""
    said = ranges(positions)
    back: set[int] = set()
    for part in filter(None, said.split(", ")):
        first, _, last = part.partition("–")
        back |= set(range(int(first), int(last or first) + 1))
    assert back == positions


def test_referring_twice_to_the_same_events_gives_one_number() -> None:
    """The list of references says each foundation once."""
    references = References()
    assert references.of([trace("2026-01", 4)]) == 1
    assert references.of([trace("2026-02", 4)]) == 2
    assert references.of([trace("2026-01", 4)]) == 1
    assert references.of([]) is None
    assert references.written() == ("2026-01: 4", "2026-02: 4")


def test_referring_to_a_row_of_one_duty_gathers_its_events() -> None:
    """An assignment's row points to all events of the assignment that it shows."""
    references = References()
    row = [Cell("a", traces=(trace("2026-01", 4),)), Cell("b", traces=(trace("2026-01", 5, 9),)), Cell("c")]
    references.of_row(("A", "B", "C"), row)
    assert references.written() == ("2026-01: 4–5, 9",)


def test_referring_to_a_row_of_several_duties_tells_the_columns_apart() -> None:
    """A counted row says of each number which duties it counts."""
    references = References()
    row = [Cell("Mål 1"), Cell("1", 1, (trace("2026-01", 4),)), Cell("1", 1, (trace("2026-02", 5),))]
    references.of_row(("Mål", "I tide", "For sent"), row)
    assert references.written() == ("I tide – 2026-01: 4 · For sent – 2026-02: 5",)


@given(st.lists(st.tuples(st.text("abc ", max_size=300), st.booleans()), min_size=1, max_size=12))
def test_measuring_columns_fills_the_line_and_leaves_none_without_width(
    given: list[tuple[str, bool]],
) -> None:
    """Widths add up to the whole, and every column can be seen."""
    texts = [text for text, _ in given]
    measured = columns(texts, [texts], [at for at, (_, narrow) in enumerate(given) if narrow])
    assert sum(measured.widths) == pytest.approx(100, abs=0.1)
    assert min(measured.widths) > 1


def test_laying_out_headings_that_jump_lifts_them() -> None:
    """A heading is never more than one level below the one before."""
    jumping = tuple(Section(f"s{at}", "Overskrift", level) for at, level in enumerate((2, 3, 1, 3)))
    laid = lay_out(replace(made_report(rows=3), sections=jumping))
    assert [each.level for each in laid.sections] == [1, 2, 1, 2]


def test_laying_out_short_chapters_between_lying_ones_keeps_the_paper_lying() -> None:
    """Nobody turns the paper for one line."""
    wide = Table("wide", "Bred", tuple("ABCDEFGH"), (tuple(Cell("ord " * 9) for _ in range(8)),))
    line = Section("line", "Kort", 1, (Paragraph("Ingen."),))
    broad = Section("broad", "Bredt", 1, (wide,))
    laid = lay_out(replace(made_report(rows=3), sections=(line, broad, line, broad, line)))
    assert [(run.landscape, len(run.sections)) for run in laid.runs] == [(False, 1), (True, 3), (False, 1)]


def test_writing_by_the_catalogue_finds_a_writer_for_every_ending() -> None:
    """Each format of the table writes."""
    small = replace(made_report(rows=3), sections=made_report(rows=3).sections[:1])
    assert all(len(each.write(small)) > 100 for each in FORMATS.values())
    assert set(FORMATS) == {"docx", "xlsx", "pdf", "csv", "json", "html"}
