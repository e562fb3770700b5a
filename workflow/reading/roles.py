"""Which column of a table holds what: the id, what is owed, when, to whom, by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.reading import layout, references
from workflow.reading.columns import is_deadline
from workflow.reading.norsk import MONTH, damaged, fold
from workflow.reading.text import Table

_STAGE = damaged(
    r"^(?:utkast|første utkast|endelige?|endeleg|foreløpige?|førebels|del \d|slutt\w*|midtveis\w*)\b"
)
_MONTH_COLUMN = re.compile(r"m.{1,2}n[ae]d(?: i)?(?: 20\d\d)?$")
_FRIST = re.compile(r"frist|dato|n[aå]r$|tidspunkt|levere", re.I)


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns by what they hold; `head` is the number of rows that head the table."""

    names: tuple[str, ...]
    head: int
    when: tuple[int, ...]
    number: int | None = None
    goal: int | None = None
    receiver: int | None = None
    leader: int | None = None
    month: int | None = None

    @property
    def titles(self) -> tuple[int, ...]:
        """The columns that say what is owed: those that hold nothing else."""
        taken = {*self.when, self.number, self.goal, self.receiver, self.leader, self.month}
        return tuple(index for index in range(len(self.names)) if index not in taken)


def roles_of(table: Table, ids: frozenset[str]) -> Roles | None:
    """Find the columns by their heads, or by what stands in them; None where no column holds deadlines."""
    for index, row in enumerate(table.rows[:3]):
        cells = [cell.text for cell in row]
        if len(set(cells)) > 1 and (names := layout.columns_of(cells)):
            return _named(names, index + 1)
    return _unnamed(table, ids)


def _named(names: tuple[str, ...], head: int) -> Roles:
    when = [i for i, n in enumerate(names) if layout.DEADLINE_COLUMN.match(n) or "frist" in fold(n)]
    strong = [i for i in when if _FRIST.search(names[i]) or _STAGE.match(names[i])]
    month = next((i for i in when if len(when) > 1 and _MONTH_COLUMN.match(fold(names[i]))), None)
    chosen = tuple(i for i in strong or when if i != month)

    def find(pattern: re.Pattern[str]) -> int | None:
        return next((i for i, n in enumerate(names) if pattern.match(n) and i not in chosen), None)

    return Roles(
        names,
        head,
        chosen,
        find(layout.NUMBER_COLUMN),
        find(layout.GOAL_COLUMN),
        find(layout.RECEIVER_COLUMN),
        find(layout.LEADER_COLUMN),
        month,
    )


def _unnamed(table: Table, ids: frozenset[str]) -> Roles | None:
    width = len(table.rows[0])
    when, number = [], None
    for column in range(width):
        texts = [row[column].text.strip() for row in table.rows if row[column].text.strip()]
        if not texts:
            continue
        if (
            width > 1
            and sum(is_deadline(text) for text in texts) >= max(1, 0.5 * len(texts))
            and not _only_years(texts)
        ):
            when.append(column)
        elif number is None and sum(references.whole(text, ids) is not None for text in texts) >= max(
            1, 0.3 * len(texts)
        ):
            number = column
    if not when or len(when) == width:
        return None
    headed = layout.is_column(table.rows[0][0].text) and not is_deadline(table.rows[0][0].text)
    names = tuple(cell.text for cell in table.rows[0]) if headed else tuple("" for _ in range(width))
    return Roles(names, int(headed), tuple(when), number)


def _only_years(texts: list[str]) -> bool:
    return all(re.fullmatch(r"(?:20\d\d|\d{1,3})\.?", text) for text in texts)


def months_across(table: Table) -> tuple[int, dict[int, str]] | None:
    """A wheel of the year: the head row that names months, and which column is which."""
    for index, row in enumerate(table.rows[:2]):
        months = {
            i: cell.text.strip()
            for i, cell in enumerate(row)
            if re.fullmatch(MONTH, layout.plain(cell.text), re.I)
        }
        if len(set(months.values())) >= 3:
            return index, months
    return None


def stage_of(name: str) -> str:
    """The part that a column is for: «Utkast», «Endelig»."""
    found = _STAGE.match(name)
    return found[0].capitalize() if found else ""
