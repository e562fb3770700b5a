"""What the command line prints: tables for people, JSON for programs, one line for what was refused."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import click

NARROWEST, WIDEST = 80, 200
LEAST_FOLDED, GAP = 18, 3
"""Columns of text that a folded column needs to be read, and those between two columns."""


def width() -> int:
    """Give the width to write in: the terminal's, kept between 80 and 200; 160 where there is none."""
    return min(max(shutil.get_terminal_size((160, 24)).columns, NARROWEST), WIDEST)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], folding: Sequence[int] = ()) -> None:
    """Print rows under headings. Nothing is cut off: what is too long folds inside its column.

    `folding` names the columns that give way first; the others keep their words whole. Where the
    columns have no room beside each other, each row is a paragraph instead.
    """
    cells = [tuple(row) for row in rows]
    widest = [max(len(row[number]) for row in (tuple(headings), *cells)) for number in range(len(headings))]
    least = [min(each, LEAST_FOLDED) if number in folding else each for number, each in enumerate(widest)]
    if sum(least) + GAP * len(headings) > width():
        return _print_paragraphs(headings, cells)
    return _print_columns(headings, cells, folding)


def _print_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], folding: Sequence[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, heading in enumerate(headings):
        table.add_column(Text(heading), overflow="fold", no_wrap=bool(folding) and number not in folding)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, width=width(), highlight=False, soft_wrap=False).print(table)


def _print_paragraphs(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print each row as its first cell and, below it, what the others are called and say."""
    for row in rows:
        if row[0]:
            click.echo(row[0])
        for heading, cell in list(zip(headings, row, strict=True))[1:]:
            if cell:
                click.echo(f"  {heading}: {cell}")


def print_json(value: Any) -> None:
    """Print a value as JSON with real letters, two spaces of indentation, and days as 2026-12-31."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=plain))


def plain(value: Any) -> Any:
    """Give what JSON can hold for a value of ours."""
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, UUID | Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def complain(sentence: str) -> None:
    """Print a sentence about what went wrong, on standard error."""
    click.echo(sentence, err=True)
