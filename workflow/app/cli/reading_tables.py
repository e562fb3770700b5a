"""A reading for people: duties with their deadlines, doubts with their quotes, and what is no deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import click

from workflow.app.cli.names import kind_name
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
    print_table(
        [say(N_("Reference")), say(N_("Duty")), say(N_("Stated")), say(N_("Due")), say(N_("Lines"))],
        _rows(reading["obligations"]),
        folding=(1, 2, 3, 4),
    )
    print_doubts(
        [(row["reference"] or row["key"], doubt) for row in reading["obligations"] for doubt in row["doubts"]]
    )
    print_doubts([("", doubt) for doubt in reading.get("doubts", ())])
    _print_unplaced(reading["unplaced"])
    click.echo(_sum(reading))


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


def print_doubts(doubts: list[tuple[str, Json]]) -> None:
    """Print each doubt under the duty it is about, with the quotes below it."""
    for number, (reference, doubt) in enumerate(doubts):
        if number == 0:
            click.echo()
        label = say(N_("Remark")) if doubt.get("remark") else say(N_("Doubt"))
        click.echo(f"{label} {reference} [{doubt['code']}]: {doubt['text']}".replace("  ", " "))
        for quote in doubt.get("quotes", ()):
            click.echo("    " + say(N_("line {line}: «{quote}»"), line=quote["line"], quote=quote["quote"]))


def _print_unplaced(rows: list[Json]) -> None:
    if not rows:
        return
    click.echo("\n" + say(N_("Not a deadline, because …")))
    print_table(
        [say(N_("Words")), say(N_("Day")), say(N_("Line")), say(N_("Reason"))],
        [
            (
                f"«{row['text']}»",
                day(dt.date.fromisoformat(row["date"])) if row["date"] else "",
                str(row["line"]),
                row["reason"],
            )
            for row in rows
        ],
        folding=(0, 3),
    )


def _sum(reading: Json) -> str:
    duties = reading["obligations"]
    return "\n" + ", ".join(
        [
            say_count(N_("{count} duty"), N_("{count} duties"), len(duties)),
            say_count(
                N_("{count} deadline"),
                N_("{count} deadlines"),
                sum(len(duty["deadlines"]) for duty in duties),
            ),
            say_count(N_("{count} doubt"), N_("{count} doubts"), _doubts(reading)),
            say_count(
                N_("{count} date that is no deadline"),
                N_("{count} dates that are no deadline"),
                len(reading["unplaced"]),
            ),
        ]
    )


def _doubts(reading: Json) -> int:
    everywhere = [
        *reading.get("doubts", ()),
        *(doubt for duty in reading["obligations"] for doubt in duty["doubts"]),
    ]
    return sum(not doubt.get("remark") for doubt in everywhere)
