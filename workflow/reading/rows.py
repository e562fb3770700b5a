"""Rows out of the lines of a table that has lost its ruling: which lines belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workflow.reading.columns import LABEL, divide
from workflow.reading.passage import Passage, join
from workflow.reading.references import Reference
from workflow.reading.segments import Row

_GOES_ON = re.compile(
    r"(?:\b(?:og|eller|for|i|av|med|til|på|pa|om|mellom|som|fra|mot|ved|samt|under|&|the|of)"
    r"|[,—–-])\s*[1-9]?\s*$",
    re.I,
)
_LOWER = re.compile(r"^[\s\W]*[a-zæøå]|^[-–(«\"]")
_TRAILING_GOAL = re.compile(r"\s+([1-9])$")


@dataclass
class RowBuilder:
    """Collects the lines of one row, left and right apart."""

    reference: Reference | None = None
    lefts: list[Passage] = field(default_factory=list)
    rights: list[Passage] = field(default_factory=list)

    def add(self, line: Passage) -> None:
        """Take one more line into the row."""
        left, right = divide(line, self.open_right)
        if left.text.strip():
            self.lefts.append(left.strip())
        if right.text:
            self.rights.append(right)

    @property
    def open_right(self) -> str:
        """The deadline's words so far, for the next line to go on from."""
        return self.rights[-1].text if self.rights else ""

    @property
    def has_deadline(self) -> bool:
        """Whether any part of a deadline has been seen."""
        return bool(self.rights)

    def takes(self, line: Passage, after_blank: bool) -> bool:
        """Whether a further line belongs to this row and does not begin the next."""
        left, _ = divide(line, self.open_right)
        text = left.text.strip()
        if not text or not self.lefts:
            return True
        last = self.lefts[-1].text
        if _LOWER.match(text) or _GOES_ON.search(last) or (LABEL.match(text) and len(text) < 40):
            return len(join(self.lefts).text) < 700
        return not self.has_deadline and not after_blank and len(join(self.lefts).text) < 300

    def row(self) -> Row:
        """The finished row."""
        return Row(join(self.lefts), join(self.rights), self.reference)

    @property
    def is_prose(self) -> bool:
        """Long text without a deadline: no row of a calendar."""
        text = join(self.lefts).text
        return not self.has_deadline and (len(text) > 200 or (len(text) > 100 and text.endswith(".")))


def goal_in(left: str) -> tuple[str, int | None]:
    """Take the number of a goal column off the end of a title's first line."""
    first, *rest = left.split("\n")
    found = _TRAILING_GOAL.search(first)
    if not found:
        return left, None
    return "\n".join([first[: found.start()], *rest]), int(found[1])
