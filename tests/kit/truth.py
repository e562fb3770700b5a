"""The hand-read answer to a letter: what a careful person finds in it, and what is no deadline."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Expected:
    """One deadline that stands in the letter; days are ISO dates, or `--MM-DD` where the year is not said."""

    title: str
    kind: str
    text: str
    form: str
    lines: tuple[int, ...] = ()
    reference: str = ""
    part: str = ""
    days: tuple[str, ...] = ()
    earliest: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    impossible: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NoDeadline:
    """A date-like phrase that must end among the unplaced."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ExpectedDoubt:
    """A doubt that must be named: its code, and a line it is about (0 where any will do)."""

    code: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Truth:
    """The whole answer to one letter; `year` is None where the letter itself must say it."""

    deadlines: tuple[Expected, ...]
    not_deadlines: tuple[NoDeadline, ...] = ()
    doubts: tuple[ExpectedDoubt, ...] = ()
    year: int | None = None
    notes: str = field(default="")


def load_truth(path: Path) -> Truth:
    """Reads a truth file: a bare list of deadlines, or an object with the rest beside them."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(raw, list):
        raw = {"deadlines": raw}
    return Truth(
        deadlines=tuple(_expected(item) for item in raw["deadlines"]),
        not_deadlines=tuple(NoDeadline(i["text"], i["line"]) for i in raw.get("not_deadlines", [])),
        doubts=tuple(ExpectedDoubt(i["code"], i.get("line", 0)) for i in raw.get("doubts", [])),
        year=raw.get("year"),
        notes=raw.get("notes", ""),
    )


def _expected(item: dict[str, Any]) -> Expected:
    return Expected(
        title=item["title"],
        kind=item.get("kind", ""),
        text=item.get("deadline_text", ""),
        form=item["form"],
        lines=_lines(item),
        reference=item.get("reference") or "",
        part=item.get("part") or "",
        days=_several(item, "date"),
        earliest=_several(item, "earliest"),
        latest=_several(item, "latest"),
        rules=_several(item, "rrule"),
        forms=(item["form"], *item.get("accept_forms", [])),
        impossible=bool(item.get("impossible")),
        optional=bool(item.get("optional")),
    )


def _lines(item: dict[str, Any]) -> tuple[int, ...]:
    named = [item.get("line"), item.get("deadline_line"), *item.get("lines", [])]
    return tuple(number for number in named if number)


def _several(item: dict[str, Any], name: str) -> tuple[str, ...]:
    values = [item.get(name), *item.get(f"accept_{name}", [])]
    return tuple(value for value in values if value)
