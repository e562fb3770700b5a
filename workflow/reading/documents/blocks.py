"""What HTML, DOCX and PDF are taken apart into, before lines get their numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line to be. `joined` means that no blank line parts it from the one before."""

    text: str
    level: int | None = None
    page: int | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class CellBlock:
    """One cell as the format gives it: what stands in it, and how many rows and columns it covers."""

    content: tuple[Block, ...]
    rowspan: int = 1
    colspan: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as the format gives it: rows may have fewer cells than the table has columns."""

    rows: tuple[tuple[CellBlock, ...], ...]
    page: int | None = None


Block = Paragraph | TableBlock
