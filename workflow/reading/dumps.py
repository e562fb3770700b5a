"""Rows out of a table that came out column by column."""

from __future__ import annotations

from collections.abc import Callable

from workflow.reading import layout, references
from workflow.reading.passage import Passage, join
from workflow.reading.segments import Dump, Row


def rows_of(dump: Dump, ids: frozenset[str]) -> list[tuple[Row, int | None]]:
    """Put the columns side by side again, where each id has its own block in every column.

    A column with more or fewer blocks than there are ids is left alone, except for a single id, to
    which everything belongs. The number beside each row is its goal, where a column gives it.
    """
    found = _column(dump, layout.NUMBER_COLUMN.match)
    heads = [(references.whole(block.text, ids), block) for block in found]
    known = [(reference, block) for reference, block in heads if reference is not None]
    titles = [
        b
        for name, blocks in dump.columns
        if "tittel" in name.lower() or layout.plain(name).lower() == "oppdrag"
        for b in blocks
    ]
    deadlines = _column(dump, layout.DEADLINE_COLUMN.match)
    goals = _column(dump, layout.GOAL_COLUMN.match)
    if len(known) == 1:
        titles, deadlines = [join(titles)] if titles else [], [join(deadlines)] if deadlines else []
    if len(deadlines) != len(known):
        return []
    rows = []
    for index, (reference, block) in enumerate(known):
        title = titles[index] if len(titles) == len(known) else block.part(len(block.text), len(block.text))
        goal = (
            int(goals[index].text)
            if len(goals) == len(known) and goals[index].text.strip().isdigit()
            else None
        )
        rows.append((Row(title, deadlines[index], reference), goal))
    return rows


def _column(dump: Dump, test: Callable[[str], object]) -> list[Passage]:
    return [b for name, blocks in dump.columns if test(layout.plain(name)) for b in blocks]
