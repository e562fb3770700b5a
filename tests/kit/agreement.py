"""When a claim of the reader and a line of the truth are the same deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from tests.kit.truth import Expected

NEAR = 2
"""How many lines a claim may stand from the place that the truth names."""
ALIKE = 0.6
"""Similarity from which two titles are the same title: OCR damage and a shortened title pass."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One deadline of one duty as `fristvakt read` prints it."""

    title: str
    kind: str
    reference: str
    part: str
    text: str
    form: str
    day: str
    earliest: str
    latest: str
    rule: str
    impossible: bool
    lines: tuple[int, ...]
    duty_lines: tuple[int, ...]


def same_value(claim: Claim, expected: Expected) -> bool:
    """The claim says the same day, window, rule or openness as the truth."""
    if claim.impossible != expected.impossible:
        return False
    if expected.impossible:
        return True
    if claim.form == "rrule" and expected.rules:
        return any(same_rule(claim.rule, rule) for rule in expected.rules)
    if claim.form not in expected.forms:
        return False
    if claim.form == "date":
        return any(same_day(claim.day, day) for day in expected.days)
    if claim.form == "window":
        return _any_day(claim.earliest, expected.earliest) and _any_day(claim.latest, expected.latest)
    return True


def same_place(claim: Claim, expected: Expected, *, lines: bool = True) -> bool:
    """The claim stands where the truth says, or carries its reference or its title."""
    if claim.reference and squeezed(claim.reference) == squeezed(expected.reference):
        return True
    if lines and expected.lines and claim.lines:
        # A title alone is not enough where places are known: the same report may be named twice.
        near = any(abs(a - b) <= NEAR for a in claim.lines for b in expected.lines)
        return near or same_title(claim.title, expected.title, floor=0.8)
    return same_title(claim.title, expected.title)


def same_title(one: str, other: str, *, floor: float = ALIKE) -> bool:
    """The titles are alike, or nearly all of the shorter one's words stand in the longer one."""
    return likeness(one, other) >= floor


def likeness(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1, blind to case, spaces and punctuation."""
    first, second = folded(one), folded(other)
    if not first or not second:
        return 0.0
    few, many = sorted((set(first.split()), set(second.split())), key=len)
    contained = len(few) > 1 and len(few & many) >= 0.8 * len(few)
    return 1.0 if contained else SequenceMatcher(None, first, second, autojunk=False).ratio()


def same_day(one: str, other: str) -> bool:
    """Two ISO days are the same; `--MM-DD` fits any year."""
    return one == other or (other.startswith("--") and one[4:] == other[1:])


def same_rule(one: str, other: str) -> bool:
    """Two recurrence rules say the same, in whatever order their parts stand."""
    return _parts(one) == _parts(other)


def folded(text: str) -> str:
    """The words of a text in lower case, divided by single spaces."""
    return " ".join(re.findall(r"\w+", text.lower()))


def squeezed(text: str) -> str:
    """A text without spaces and punctuation, in lower case."""
    return re.sub(r"[\W_]+", "", text.lower())


def _any_day(day: str, days: tuple[str, ...]) -> bool:
    return any(same_day(day, other) for other in days)


def _parts(rule: str) -> frozenset[str]:
    parts = {part for part in rule.upper().removeprefix("RRULE:").split(";") if part}
    said_elsewhere = ("UNTIL=", "WKST=")
    return frozenset(part for part in parts if not part.startswith(said_elsewhere) and part != "INTERVAL=1")
