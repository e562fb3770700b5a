"""How the forms state their phrases: regular expressions with named pieces, compiled for damaged text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property

from calendars.pieces import DATE, PIECES, YEARLESS_DATE
from calendars.repair import damaged

_MARK, _MARKED = "\ue000", "\ue001"
"""What a date is replaced by, its first character and the others: no text holds these."""
_MARKED_DATE = f"{_MARK}{_MARKED}+"
_DATE_PIECES = {"date": _MARKED_DATE, "anydate": f"(?:{_MARKED_DATE}|{YEARLESS_DATE})"}


class Prose(Enum):
    """When a phrase counts in running text; in a cell that holds deadlines it always does."""

    ALWAYS = "always"
    CUED = "cued"
    """Only with a word that speaks of a deadline close before it, in the same sentence."""
    NEVER = "never"


class Searched:
    """A folded text in which the dates are found once, however many phrases have one."""

    def __init__(self, text: str) -> None:
        """Take a folded text."""
        self.text = text

    @cached_property
    def marked(self) -> str:
        """The text with a mark in each date's place, as long as it was."""
        return matcher(DATE).sub(lambda date: _MARK + _MARKED * (len(date.group()) - 1), self.text)

    @cached_property
    def has_date(self) -> bool:
        """Whether it holds a date with a month's name or a year."""
        return _MARK in self.marked

    @cached_property
    def has_any_date(self) -> bool:
        """Whether it holds any date, «1.4» too."""
        return self.has_date or bool(matcher(YEARLESS_DATE).search(self.text))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of writing a form: `pattern` holds {pieces} and spaces that also match a line break."""

    pattern: str
    prose: Prose = Prose.ALWAYS

    def hits(self, searched: Searched) -> Iterator[Hit]:
        """Give each place where the phrase stands."""
        if "{anydate" in self.pattern:
            text = searched.marked if searched.has_any_date else ""
        elif "{date" in self.pattern:
            text = searched.marked if searched.has_date else ""
        else:
            text = searched.text
        if text:
            for match in matcher(self.pattern).finditer(text):
                yield Hit(match, self.prose, searched.text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a phrase stands in a folded text, with the pieces by name."""

    match: re.Match[str]
    prose: Prose
    text: str
    """The whole folded text."""

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end()

    def span(self, name: str) -> tuple[int, int] | None:
        """Give where a piece stands; None when the phrase has none here."""
        if name not in self.match.re.groupindex or self.match.start(name) < 0:
            return None
        return self.match.span(name)

    def piece(self, name: str) -> str:
        """Give the piece («» when the phrase has none here)."""
        span = self.span(name)
        return self.text[slice(*span)] if span else ""

    @property
    def words(self) -> str:
        """The folded words of the phrase, on one line."""
        return " ".join(self.text[self.start : self.end].split())

    def before(self, letters: int = 60) -> str:
        """Give the text right before the phrase."""
        return self.text[max(0, self.start - letters) : self.start]

    def after(self, letters: int = 60) -> str:
        """Give the text right after the phrase."""
        return self.text[self.end : self.end + letters]


_PLACEHOLDER = re.compile(r"\{([a-z]+)(\d?)\}")


@cache
def matcher(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: compiling them all costs a command's start."""
    return re.compile(compiled(pattern), flags)


def compiled(pattern: str) -> str:
    """Expand the pieces and spaces of a phrase, and allow for scanning damage."""

    def expand(piece: re.Match[str]) -> str:
        name = piece[1]
        return f"(?P<{name}{piece[2]}>{_DATE_PIECES.get(name) or PIECES[name]})"

    return damaged(_spaced(_PLACEHOLDER.sub(expand, pattern)))


_IN_CLASS_OR_SPACE = re.compile(r"\[[^\]]*\]| \?| ")


def _spaced(pattern: str) -> str:
    """Let a space match any space or line break, but never the gap between two columns."""
    spaces = {" ?": r"[ \n]*", " ": r"[ \n]+"}
    return _IN_CLASS_OR_SPACE.sub(lambda found: spaces.get(found.group(), found.group()), pattern)
