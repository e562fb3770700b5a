"""The account of every date-like phrase: each is found once, and ends as a deadline or with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from calendars.deadline import Deadline
from calendars.language import Context, Found, find
from workflow.reading.model import Place, Unplaced
from workflow.reading.passage import Passage
from workflow.reading.repair import is_damaged
from workflow.reading.text import LetterText

_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_PLAIN_DATE = re.compile(
    r"(?<![\d/.-])(?:[0-3]?\d\s?\.\s?[01]?\d\s?\.\s?(?:20\d\d|\d\d(?!\d))"
    rf"|[0-3]?\d\.\s?(?:{_MONTHS})\b)|\b(?P<month>(?:{_MONTHS})\s20\d\d)\b",
    re.I,
)
_QUOTE = 180
CELL_WIDTH = 10_000
"""What a cell's column is multiplied by, to keep the phrases of one line's cells apart."""
_ONLY_IF_DAMAGED = re.compile(r"(?:for|var)\b", re.I)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One date-like phrase where it stands, and what the deadline language says of it."""

    text: str
    place: Place
    column: int
    start: int
    end: int
    label: str
    deadline: Deadline | None
    reason: str

    @property
    def key(self) -> tuple[int, int, str]:
        """What makes it this phrase and no other."""
        return self.place.line, self.column, self.text


@dataclass
class Ledger:
    """Every phrase of one letter, which of them became deadlines, and why the others did not."""

    letter: LetterText
    phrases: dict[tuple[int, int, str], Phrase] = field(default_factory=dict)
    placed: set[tuple[int, int, str]] = field(default_factory=set)
    reasons: dict[tuple[int, int, str], str] = field(default_factory=dict)
    damaged: bool = False
    covered: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """See whether the text lacks the letters å and ø, as a scanner leaves it."""
        self.damaged = is_damaged(self.letter)

    def scan(self, passage: Passage, context: Context) -> list[Phrase]:
        """Find the phrases of a passage and enter them in the account."""
        if not passage.text.strip():
            return []
        return [self._enter(passage, one) for one in self._find(passage.text, context)]

    def _find(self, text: str, context: Context) -> list[Found]:
        """Find phrases; in a text that is not damaged, «for» is not «før» and «var» not «vår»."""
        found = find(text, context)
        if self.damaged:
            return found
        wrong = [match for one in found if (match := _ONLY_IF_DAMAGED.match(text, one.start, one.end))]
        if not wrong:
            return found
        for match in wrong:
            text = text[: match.start()] + "x" * len(match[0]) + text[match.end() :]
        return find(text, context)

    def scan_as(self, passage: Passage, words: str, context: Context) -> list[Phrase]:
        """Read a passage that leaves something out, «15.» under March, as the full `words`.

        The phrase and its deadline keep the letter's own words.
        """
        text = " ".join(passage.text.split())
        line, column, page = passage.at(0)
        phrases = []
        for found in find(words, context):
            deadline = replace(found.deadline, text=text) if found.deadline else None
            place = Place(line, self._quote(line, passage.last_line), page)
            phrase = Phrase(
                text, place, column + found.start, 0, len(passage.text), found.label, deadline, found.reason
            )
            self.covered.setdefault(line, []).append((column, column + len(text)))
            phrases.append(self.phrases.setdefault(phrase.key, phrase))
        return phrases

    def _enter(self, passage: Passage, found: Found) -> Phrase:
        line, column, page = passage.at(found.start)
        text = " ".join(passage.text[found.start : found.end].split())
        last, end_column, _ = passage.at(max(found.start, found.end - 1))
        place = Place(line, self._quote(line, last), page)
        phrase = Phrase(
            text, place, column, found.start, found.end, found.label, found.deadline, found.reason
        )
        for number in range(line, last + 1):
            begin = column if number == line else 0
            in_table = column >= CELL_WIDTH
            end = 10 * CELL_WIDTH if in_table or number != last else end_column + 1
            self.covered.setdefault(number, []).append((0 if in_table else begin, end))
        return self.phrases.setdefault(phrase.key, phrase)

    def _quote(self, first: int, last: int) -> str:
        lines = self.letter.lines[first - 1 : last] if len(self.letter.lines) >= last else ()
        return " ".join(" ".join(line.text.split()) for line in lines)[:_QUOTE]

    def quote(self, passage: Passage) -> Place:
        """The place of a passage's first line, with its words."""
        line, _, page = passage.at(0)
        return Place(line, self._quote(line, line) or passage.text[:_QUOTE], page)

    def place(self, phrase: Phrase) -> None:
        """The phrase became a deadline of a duty."""
        self.placed.add(phrase.key)
        self.reasons.pop(phrase.key, None)

    def drop(self, phrase: Phrase, reason: str, *, surely: bool = False) -> None:
        """The phrase became none, because of `reason`; the deadline language's own reason goes first.

        `surely` says that the context knows better than the words.
        """
        if phrase.key not in self.placed:
            self.reasons[phrase.key] = reason if surely else phrase.reason or reason

    def sweep(self) -> None:
        """Enter the plain dates that no reading of a passage has met, such as those in page headers."""
        for line in self.letter.lines:
            spans = self.covered.get(line.number, [])
            for match in _PLAIN_DATE.finditer(line.text):
                if not any(start < match.end() and match.start() < end for start, end in spans):
                    reason = "no_duty_found" if match["month"] else "outside_text"
                    place = Place(line.number, self._quote(line.number, line.number), line.page)
                    phrase = Phrase(
                        match[0], place, match.start(), match.start(), match.end(), "", None, reason
                    )
                    self.phrases.setdefault(phrase.key, phrase)

    def unplaced(self) -> tuple[Unplaced, ...]:
        """Every phrase that became no deadline, in the order of the letter."""
        rest = [phrase for key, phrase in self.phrases.items() if key not in self.placed]
        rest.sort(key=lambda phrase: (phrase.place.line, phrase.column))
        return tuple(
            Unplaced(
                phrase.text,
                phrase.deadline.day if phrase.deadline else None,
                phrase.place,
                self.reasons.get(phrase.key) or phrase.reason or "no_duty_found",
            )
            for phrase in rest
        )
