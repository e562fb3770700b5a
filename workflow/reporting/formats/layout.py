"""A report laid out for paper and screen, the same for Word, PDF and HTML: cleaned, numbered and measured."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.reporting.model import Figure


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell's text; `typed` by a person, `number` stands to the right."""

    text: str
    typed: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row; `reference` is its number among the references, None without or where none are written."""

    cells: tuple[LaidCell, ...]
    reference: int | None = None


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table whose last column holds the references if `referred`; `widths` in percent."""

    key: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[LaidRow, ...]
    widths: tuple[float, ...]
    referred: bool
    typed_note: str
    """What explains the mark of typed cells; empty when there are none."""

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Say of each column whether it holds numbers, so that its heading stands above them."""
        return tuple(
            any(row.cells[at].number for row in self.rows if at < len(row.cells))
            for at in range(len(self.headings))
        )


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """Lines of running text; `typed_by` says who wrote it, empty for what is read from the trail."""

    lines: tuple[str, ...]
    typed_by: str = ""
    reference: int | None = None


@dataclass(frozen=True, slots=True)
class LaidFigure:
    """A figure with what draws it, and its numbers as a table."""

    key: str
    caption: str
    alternative: str
    drawn: Figure
    table: LaidTable


LaidBlock = LaidParagraph | LaidTable | LaidFigure


@dataclass(frozen=True, slots=True)
class LaidSection:
    """A chapter with its heading; levels never jump down more than one step."""

    key: str
    heading: str
    level: int
    blocks: tuple[LaidBlock, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Sections that follow each other on paper turned the same way."""

    landscape: bool
    sections: tuple[LaidSection, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The formats' own words, in the report's language."""

    contents: str
    references: str
    references_about: str
    page: str
    """With the places {page} and {pages}."""
    made: str
    """Who made it from what; empty where the facts say so."""
    skip: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The whole document; `language` is nb or nn, `references` are numbered from 1."""

    title: str
    agency: str
    language: str
    facts: tuple[tuple[str, str], ...]
    runs: tuple[Run, ...]
    references: tuple[str, ...]
    words: Words

    @property
    def sections(self) -> tuple[LaidSection, ...]:
        """All sections in order."""
        return tuple(section for run in self.runs for section in run.sections)
