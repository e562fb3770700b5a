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


def width() -> int:
    """Give the width to write in: the terminal's, kept between 80 and 200; 160 where there is none."""
    return min(max(shutil.get_terminal_size((160, 24)).columns, NARROWEST), WIDEST)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], folding: Sequence[int] = ()) -> None:
    """Print rows under headings. Nothing is cut off: what is too long folds inside its column.

    `folding` names the columns that give way first; the others keep their words whole.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, heading in enumerate(headings):
        table.add_column(Text(heading), overflow="fold", no_wrap=bool(folding) and number not in folding)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(file=sys.stdout, width=width(), highlight=False, soft_wrap=False)
    console.print(table)


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
