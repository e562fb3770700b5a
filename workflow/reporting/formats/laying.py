"""Lays a report out: cleans its texts, numbers its references and measures its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.columns import columns
from workflow.reporting.formats.layout import (
    Laid,
    LaidBlock,
    LaidCell,
    LaidFigure,
    LaidParagraph,
    LaidRow,
    LaidSection,
    LaidTable,
    Run,
)
from workflow.reporting.formats.traces import References
from workflow.reporting.formats.words import column_heading, typed_by, typed_note, words
from workflow.reporting.model import Block, Cell, Figure, Paragraph, Report, ReportKind, Section, Table

_Turned = tuple[LaidBlock, bool]


def lay_out(report: Report) -> Laid:
    """Lay the report out as documents show it."""
    laying = _Laying(report)
    sections = [laying.section(each) for each in _without_jumps(report.sections)]
    return Laid(
        title=clean(report.title),
        agency=clean(report.agency),
        language=report.language,
        facts=tuple((clean(label), clean(said)) for label, said in report.facts),
        runs=tuple(_runs(sections)),
        references=laying.references.written(),
        words=words(report),
    )


class _Laying:
    def __init__(self, report: Report) -> None:
        self.language = report.language
        # A history's rows are the events themselves: each says its own position.
        self.refers = report.kind is not ReportKind.HISTORY
        self.references = References()

    def section(self, section: Section) -> tuple[LaidSection, bool]:
        """Give the section, and whether anything in it needs the paper turned."""
        blocks = [self._block(each) for each in section.blocks]
        laid = LaidSection(
            section.key, clean(section.heading), section.level, tuple(each for each, _ in blocks)
        )
        return laid, any(turned for _, turned in blocks)

    def _block(self, block: Block) -> _Turned:
        if isinstance(block, Paragraph):
            return self._paragraph(block), False
        if isinstance(block, Figure):
            return self._figure(block), False
        return self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> LaidParagraph:
        by = typed_by(clean(paragraph.by), self.language) if paragraph.typed else ""
        lines = tuple(clean(paragraph.text).split("\n"))
        return LaidParagraph(lines, by, self.references.of(paragraph.traces) if self.refers else None)

    def _figure(self, figure: Figure) -> LaidFigure:
        table, _ = self._table(figure.table, standing=True)
        return LaidFigure(figure.key, clean(figure.caption), clean(figure.alternative), figure, table)

    def _table(self, table: Table, standing: bool = False) -> tuple[LaidTable, bool]:
        rows = tuple(self._row(table, each) for each in table.rows)
        referred = any(row.reference for row in rows)
        last = (column_heading(self.language),) if referred else ()
        headings = (*(clean(each) for each in table.headings), *last)
        narrow = (*(at for at in table.narrow if at < len(table.headings)), *([len(headings) - 1] * referred))
        texts = [
            [*(cell.text for cell in row.cells), *([str(row.reference or "")] * referred)] for row in rows
        ]
        measured = columns(headings, texts, narrow, standing)
        typed = any(cell.typed for row in rows for cell in row.cells)
        note = typed_note(self.language) if typed else ""
        caption = clean(table.caption)
        return LaidTable(
            table.key, caption, headings, rows, measured.widths, referred, note
        ), measured.landscape

    def _row(self, table: Table, row: tuple[Cell, ...]) -> LaidRow:
        reference = self.references.of_row(table.headings, row) if self.refers else None
        return LaidRow(tuple(_cell(each) for each in row), reference)


def _cell(cell: Cell) -> LaidCell:
    return LaidCell(clean(cell.text), cell.typed, isinstance(cell.value, int | float))


def _without_jumps(sections: Iterable[Section]) -> Iterator[Section]:
    """Lift headings that jump, which PDF/UA-1 and WCAG 1.3.1 do not allow."""
    level = 0
    for each in sections:
        level = min(each.level, level + 1)
        yield Section(each.key, each.heading, level, each.blocks)


def _without_short_turns(turned: list[bool], sections: list[LaidSection]) -> list[bool]:
    """Let what stands between lying chapters lie as well, but figures: few want to turn paper for a line."""
    kept = list(turned)
    for lying, run in groupby(range(len(kept)), key=lambda at: turned[at]):
        between = list(run)
        enclosed = between[0] > 0 and between[-1] < len(kept) - 1
        drawn = any(isinstance(block, LaidFigure) for at in between for block in sections[at].blocks)
        if not lying and enclosed and not drawn:
            for at in between:
                kept[at] = True
    return kept


def _runs(sections: list[tuple[LaidSection, bool]]) -> Iterator[Run]:
    """Gather neighbours; a heading without content stands on the page of what follows it."""
    turned: list[bool] = []
    following = False
    for section, landscape in reversed(sections):
        following = landscape if section.blocks else following
        turned.insert(0, following)
    turned = _without_short_turns(turned, [section for section, _ in sections])
    paired = zip(turned, (section for section, _ in sections), strict=True)
    for landscape, run in groupby(paired, key=lambda pair: pair[0]):
        yield Run(landscape, tuple(section for _, section in run))
