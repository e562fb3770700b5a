"""The parts of a proposal, each with everything that the letter claims about its deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from calendars.deadline import Deadline
from calendars.form import with_working_date
from calendars.language import explain
from workflow.reading.model import FoundDeadline, Place, Proposal

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Choice:
    """One deadline that a part may get, in words that tell it from the others."""

    label: str
    deadline: Deadline
    places: tuple[Place, ...]

    def is_meant_by(self, words: str) -> bool:
        """Tell whether a person who wrote `words` chose this one."""
        names = (self.label, self.deadline.text, days_of(self.deadline), *_in_days(self.deadline))
        return _plain(words) in {_plain(name) for name in names}


@dataclass(frozen=True, slots=True)
class ClaimedPart:
    """A part of a duty as the letter states it: usually one claim, several where it disagrees."""

    name: str
    claims: tuple[FoundDeadline, ...]

    @property
    def needs_choice(self) -> bool:
        """Tell whether a person must say which deadline it is."""
        return any(
            claim.disputed or claim.deadline.impossible or claim.deadline.alternatives
            for claim in self.claims
        )

    def says(self, words: str) -> bool:
        """Tell whether the letter uses these words for it."""
        return any(_plain(claim.deadline.text) == _plain(words) for claim in self.claims)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that states it."""
        return tuple(place for claim in self.claims for place in claim.places)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The deadlines to choose among: every reading of every claim, impossible days left out."""
        found = [
            (deadline, claim.places)
            for claim in self.claims
            for deadline in _readings(claim.deadline)
            if not deadline.impossible
        ]
        texts = [_plain(deadline.text) for deadline, _ in found]
        return tuple(
            Choice(_label(deadline, unique=texts.count(_plain(deadline.text)) == 1), deadline, places)
            for deadline, places in found
        )


def parts_of(proposal: Proposal) -> tuple[ClaimedPart, ...]:
    """Give the parts of a proposal under names that differ.

    Deadlines of one part that dispute each other are claims about one part. Several undisputed
    ones («31. januar, 31. mai») are deliveries of their own, named by their words.
    """
    grouped: dict[str, list[FoundDeadline]] = {}
    for found in proposal.deadlines:
        grouped.setdefault(found.part, []).append(found)
    return tuple(part for name, claims in grouped.items() for part in _split(name, claims))


def days_of(deadline: Deadline) -> str:
    """Write what a deadline resolves to, exactly: a day, «first/last», a rule, or an anchor."""
    if deadline.day is not None:
        return deadline.day.isoformat()
    if deadline.earliest is not None and deadline.latest is not None:
        return f"{deadline.earliest.isoformat()}/{deadline.latest.isoformat()}"
    return deadline.rrule or deadline.anchor or deadline.pattern


def _in_days(deadline: Deadline) -> tuple[str, ...]:
    """Write the day or the window as Norwegians do: first as we show it, then as it is understood too."""
    if deadline.day is not None:
        return (f"{deadline.day:%d.%m.%Y}",)
    if deadline.earliest is None or deadline.latest is None:
        return ()
    first, last = f"{deadline.earliest:%d.%m.%Y}", f"{deadline.latest:%d.%m.%Y}"
    return tuple(f"{first}{dash}{last}" for dash in ("–", "-", "/", " – ", " - "))


def _readings(deadline: Deadline) -> tuple[Deadline, ...]:
    """Give each reading of the same words as a deadline of its own, explained without the others."""
    if not deadline.alternatives:
        return (deadline,)
    return tuple(_alone(one, deadline) for one in (deadline, *deadline.alternatives))


def _alone(reading: Deadline, said: Deadline) -> Deadline:
    one = replace(reading, text=said.text, tentative=said.tentative, firm=said.firm, alternatives=())
    dated = with_working_date(one)
    return replace(dated, explanation=explain(dated, "nb"))


def _split(name: str, claims: list[FoundDeadline]) -> list[ClaimedPart]:
    disputed = tuple(claim for claim in claims if claim.disputed)
    plain = [claim for claim in claims if not claim.disputed]
    dated = [claim for claim in plain if claim.deadline.due is not None]
    # The one that has a day is the delivery; «samtidig med …» beside it is one more condition.
    main = dated if len(dated) == 1 else plain if len(plain) == 1 else []
    parts = [ClaimedPart(name, (claim,)) for claim in main]
    parts += _named_by_words(name, [claim for claim in plain if claim not in main])
    if disputed:
        taken = f"{name} {_without_year(disputed[0].deadline.text)}".strip() if plain else name
        parts.append(ClaimedPart(taken, disputed))
    return parts


def _named_by_words(name: str, claims: list[FoundDeadline]) -> list[ClaimedPart]:
    short = [f"{name} {_without_year(claim.deadline.text)}".strip() for claim in claims]
    full = [f"{name} {' '.join(claim.deadline.text.split())}".strip() for claim in claims]
    named: dict[str, FoundDeadline] = {}
    for claim, brief, whole in zip(claims, short, full, strict=True):
        named.setdefault(brief if short.count(brief) == 1 else whole, claim)
    return [ClaimedPart(words, (claim,)) for words, claim in named.items()]


def _without_year(words: str) -> str:
    """Shorten «15.12.2026 (til og med 2027)» to «15.12.»: what recurs has many years."""
    brief = _IN_BRACKETS.sub("", words)
    return " ".join(_YEAR.sub("", brief).split()) or words


def _label(deadline: Deadline, *, unique: bool) -> str:
    text = " ".join(deadline.text.split())
    return text if unique else f"{text} ({next(iter(_in_days(deadline)), days_of(deadline))})"


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
