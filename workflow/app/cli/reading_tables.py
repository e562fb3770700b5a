"""A reading for people: duties with their deadlines, doubts with their quotes, and what is no deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import click

from workflow.app.cli.names import REPORTS, kind_name
from workflow.app.cli.output import print_table
from workflow.app.cli.speech import day, say, say_count
from workflow.app.cli.whens import when
from workflow.language import N_
from workflow.reading.text import LetterText

Json = Mapping[str, Any]


def print_text(text: LetterText) -> None:
    """Print every line with its number."""
    digits = len(str(len(text.lines)))
    for line in text.lines:
        click.echo(f"{line.number:>{digits}}  {line.text}".rstrip())


def print_reading(reading: Json) -> None:
    """Print the whole reading: duties, doubts, what became no deadline, and the sum."""
    headings = [N_("Reference"), N_("Duty"), N_("Stated"), N_("Due"), N_("Lines")]
    print_table(
        [say(heading) for heading in headings], _rows(reading["obligations"]), folding=(0, 1, 2, 3, 4)
    )
    for duty in reading["obligations"]:
        for doubt in duty["doubts"]:
            print_doubt(N_("Doubt"), duty["reference"] or duty["key"], doubt)
        for remark in duty["remarks"]:
            print_doubt(N_("Remark"), duty["reference"] or duty["key"], remark)
    for doubt in reading["doubts"]:
        print_doubt(N_("Doubt"), say(N_("the letter")), doubt)
    _print_unplaced(reading["unplaced"])
    _print_demands(reading["demands"])
    click.echo("\n" + _sum(reading))


def _rows(duties: list[Json]) -> Iterator[tuple[str, ...]]:
    for duty in duties:
        title = f"{duty['title']} ({kind_name(duty['kind'])})"
        front = (duty["reference"] or "–", title)
        for deadline in duty["deadlines"] or [None]:
            yield (*front, *_deadline(deadline, duty))
            front = ("", "")


def _deadline(deadline: Json | None, duty: Json) -> tuple[str, str, str]:
    if deadline is None:
        return "", say(N_("no deadline stated")), _lines(duty["lines"])
    part = f"{deadline['part']}: " if deadline["part"] else ""
    return f"{part}«{deadline['text']}»", when(deadline), _lines(deadline["lines"])


def _lines(numbers: list[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def print_doubt(label: str, about: str, doubt: Json) -> None:
    """Print a doubt or a remark, with the quotes that it is about below each other."""
    click.echo(f"\n{say(label)} · {about} · {doubt['code']}: {doubt['text']}")
    for line, page, quote in zip(doubt["lines"], doubt["pages"], doubt["quotes"], strict=True):
        click.echo("    " + place(line, page, quote))


def place(line: int, page: int | None, quote: str) -> str:
    """Write where something stands, and the words there."""
    before = say(N_("page {page}, "), page=page) if page else ""
    return before + say(N_("line {line}: «{quote}»"), line=line, quote=" ".join(quote.split()))


def _print_unplaced(rows: list[Json]) -> None:
    if not rows:
        return
    click.echo("\n" + say(N_("Not a deadline, because …")))
    headings = [N_("Words"), N_("Day"), N_("Line"), N_("Reason")]
    print_table([say(heading) for heading in headings], [_unplaced(row) for row in rows], folding=(0, 3))


def _unplaced(row: Json) -> tuple[str, str, str, str]:
    stated = dt.date.fromisoformat(row["date"]) if row["date"] else None
    return f"«{' '.join(row['text'].split())}»", day(stated), str(row["line"]), row["reason"]


def _print_demands(rows: list[Json]) -> None:
    if not rows:
        return
    click.echo("\n" + say(N_("Demands on the content of reports")))
    headings = [N_("Key"), N_("Report"), N_("Line"), N_("Demand")]
    cells = [(row["key"], say(REPORTS[row["report"]]), str(row["line"]), row["words"]) for row in rows]
    print_table([say(heading) for heading in headings], cells, folding=(3,))


def _sum(reading: Json) -> str:
    duties, phrases = reading["obligations"], reading["phrases"]
    deadlines = sum(len(duty["deadlines"]) for duty in duties)
    doubts = len(reading["doubts"]) + sum(len(duty["doubts"]) for duty in duties)
    counts = [
        say_count(N_("{count} duty"), N_("{count} duties"), len(duties)),
        say_count(N_("{count} deadline"), N_("{count} deadlines"), deadlines),
        say_count(N_("{count} doubt"), N_("{count} doubts"), doubts),
    ]
    return (
        ", ".join(counts)
        + ". "
        + say(N_("Dates found: {found} = {placed} placed + {unplaced} not."), **phrases)
    )
