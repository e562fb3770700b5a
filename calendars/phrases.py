"""How the forms state their phrases: regular expressions with named pieces, compiled for damaged text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from calendars.pieces import PIECES
from calendars.repair import damaged


class Prose(Enum):
    """When a phrase counts in running text; in a cell that holds deadlines it always does."""

    ALWAYS = "always"
    CUED = "cued"
    """Only with a word that speaks of a deadline close before it, in the same sentence."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of writing a form: `pattern` holds {pieces} and spaces that also match a line break."""

    pattern: str
    prose: Prose = Prose.ALWAYS

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled, when first needed: compiling them all costs a command's start."""
        return _regex(self.pattern)


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(compiled(pattern))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a phrase stands in a folded text, with the pieces by name."""

    match: re.Match[str]
    prose: Prose

    def piece(self, name: str) -> str:
        """Give the piece («» when the phrase has none here)."""
        return str(self.match.groupdict().get(name) or "")

    @property
    def words(self) -> str:
        """The folded words of the phrase, on one line."""
        return " ".join(self.match.group().split())

    def before(self, letters: int = 60) -> str:
        """Give the text right before the phrase."""
        return self.match.string[max(0, self.match.start() - letters) : self.match.start()]

    def after(self, letters: int = 60) -> str:
        """Give the text right after the phrase."""
        return self.match.string[self.match.end() : self.match.end() + letters]


_PLACEHOLDER = re.compile(r"\{([a-z]+)(\d?)\}")


def compiled(pattern: str) -> str:
    """Expand the pieces and spaces of a phrase, and allow for scanning damage."""

    def expand(piece: re.Match[str]) -> str:
        return f"(?P<{piece[1]}{piece[2]}>{PIECES[piece[1]]})"

    return damaged(_spaced(_PLACEHOLDER.sub(expand, pattern)))


def trigger(pattern: str) -> re.Pattern[str]:
    """Compile a form's trigger."""
    return re.compile(compiled(pattern))


_IN_CLASS_OR_SPACE = re.compile(r"\[[^\]]*\]| \?| ")


def _spaced(pattern: str) -> str:
    """Let a space match any space or line break, but never the gap between two columns."""
    spaces = {" ?": r"[ \n]*", " ": r"[ \n]+"}
    return _IN_CLASS_OR_SPACE.sub(lambda found: spaces.get(found.group(), found.group()), pattern)
