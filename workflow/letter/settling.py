"""From what a letter claims and what a person decided to the deadlines that a duty gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from events.vocabulary.letter import DoubtSettled
from events.vocabulary.values import DeadlineFact, Mention
from workflow.duty.deadlines import fact_of
from workflow.duty.refusals import UnknownPart
from workflow.language import LANGUAGES, N_, translator
from workflow.letter import refusals
from workflow.letter.commands import TO_BE_CLARIFIED
from workflow.letter.parts import Choice, ClaimedPart, parts_of
from workflow.reading.model import Doubt, Place, Proposal

CHOICES = frozenset({"dates_disagree", "impossible_date", "two_readings"})
"""Doubts whose decision is the words of a deadline, or that it is left open."""
DATE_DOUBTS = CHOICES | {"before_letter", "parts_out_of_order"}
"""Doubts that are settled when the deadline they are about is chosen, amended or left open."""

DEADLINE = "deadline:"
_OPEN_WORDS = ("avklares", "avklarast")
_EXPLAINED = N_("To be clarified with the ministry. The letter says: {quotes}.")

ReadWords = Callable[[str], DeadlineFact]


@dataclass(frozen=True, slots=True)
class SettledPart:
    """A part with the deadline it gets, and the places that state it."""

    name: str
    deadline: DeadlineFact
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a decided proposal becomes: its parts, and the decision about each doubt."""

    parts: tuple[SettledPart, ...]
    settled: tuple[DoubtSettled, ...]
    used: frozenset[str]
    """The names in `decisions` that decided something."""


def open_doubts(proposal: Proposal) -> tuple[str, ...]:
    """Name what needs a decision before a proposal can be accepted; remarks do not."""
    codes = [doubt.code for doubt in proposal.doubts if not doubt.is_remark]
    unnamed = [
        f"{DEADLINE}{part.name}"
        for part in parts_of(proposal)
        if part.needs_choice and not CHOICES.intersection(codes)
    ]
    return tuple(dict.fromkeys([*codes, *unnamed]))


def settle(
    proposal: Proposal,
    decisions: Mapping[str, str],
    amended: Mapping[str, str],
    read_words: ReadWords,
) -> Settlement:
    """Settle every part and doubt of a proposal.

    `amended` maps a part to new words («» takes it out); `read_words` reads them. Refuses what
    is still in doubt (`DoubtsUndecided`), and words that the letter does not have.
    """
    desk = _Desk(proposal, decisions)
    parts = [settled for part in desk.parts if part.name not in amended for settled in desk.chosen(part)]
    for name, words in amended.items():
        parts.extend(_amended_part(proposal, name, words, read_words))
    settled = desk.settled_doubts(amended)
    if desk.missing:
        raise refusals.DoubtsUndecided(key=proposal.key, doubts=", ".join(dict.fromkeys(desk.missing)))
    return Settlement(tuple(parts), settled, frozenset(desk.used))


class _Desk:
    """Takes decisions to the parts and doubts they are about, and notes what nobody decided."""

    def __init__(self, proposal: Proposal, decisions: Mapping[str, str]) -> None:
        self.proposal = proposal
        self.decisions = decisions
        self.parts = parts_of(proposal)
        self.doubts = [doubt for doubt in proposal.doubts if not doubt.is_remark]
        self.used: set[str] = set()
        self.missing: list[str] = []
        self.made: dict[str, str] = {}

    def chosen(self, part: ClaimedPart) -> list[SettledPart]:
        """Give the part with its deadline; nothing where the words of another part were chosen."""
        if not part.needs_choice:
            return [_settled(part.name, fact_of(part.claims[0].deadline), part.places)]
        by_part = self._decided([part.name, DEADLINE + part.name])
        by_code = self._decided(self._codes_about(part)) if by_part is None else None
        words = by_part or by_code
        if words is None:
            self.missing.append((self._codes_about(part) or [DEADLINE + part.name])[-1])
            return []
        self.made[part.name] = words
        if is_left_open(words):
            return [_settled(part.name, _left_open(part), part.places)]
        return self._meant(part, words, by_code=by_code is not None)

    def settled_doubts(self, amended: Mapping[str, str]) -> tuple[DoubtSettled, ...]:
        """Give the decision about each doubt."""
        made = self.made | {name: words or "–" for name, words in amended.items()}
        settled = []
        for doubt in self.doubts:
            decision = self._decision_about(doubt, made)
            if decision is None:
                self.missing.append(doubt.code)
            else:
                settled.append(DoubtSettled(code=doubt.code, decision=decision))
        return tuple(settled)

    def _decision_about(self, doubt: Doubt, made: Mapping[str, str]) -> str | None:
        decision = self._decided([f"{doubt.code}:{doubt.facts.get('part', '')}", doubt.code])
        if decision is None and doubt.code in DATE_DOUBTS:
            about = [part.name for part in self.parts if part.name in made and _is_about(doubt, part)]
            # A doubt that names no part of the duty is about its deadlines as a whole.
            names = about or ([] if any(_is_about(doubt, part) for part in self.parts) else list(made))
            decision = "; ".join(made[name] for name in names) or None
        return decision

    def _meant(self, part: ClaimedPart, words: str, *, by_code: bool) -> list[SettledPart]:
        meant = [choice for choice in part.choices if choice.is_meant_by(words)]
        if len(meant) == 1:
            return [_settled(part.name, fact_of(meant[0].deadline), meant[0].places)]
        if not meant and self._lost(part, words, by_code=by_code):
            return []
        labels = ", ".join(f"«{choice.label}»" for choice in self._choices_beside(part)) or "–"
        raise refusals.NotAmongTheWords(chosen=words, key=self.proposal.key, choices=labels)

    def _lost(self, part: ClaimedPart, words: str, *, by_code: bool) -> bool:
        """Tell whether another part that disputes this one was chosen in its place.

        One decision for two parts that each have claims of their own would take one of them out
        unseen; such a decision must name its part.
        """
        won = any(
            choice.is_meant_by(words)
            for other in self._disputed()
            if other is not part
            for choice in other.choices
        )
        several = [other for other in self._disputed() if len(other.claims) > 1]
        return won and (not by_code or len(part.claims) == 1 or len(several) <= 1)

    def _choices_beside(self, part: ClaimedPart) -> tuple[Choice, ...]:
        return part.choices or tuple(choice for other in self._disputed() for choice in other.choices)

    def _disputed(self) -> list[ClaimedPart]:
        return [part for part in self.parts if any(claim.disputed for claim in part.claims)]

    def _codes_about(self, part: ClaimedPart) -> list[str]:
        about = [doubt.code for doubt in self.doubts if doubt.code in CHOICES and _is_about(doubt, part)]
        return [f"{code}:{part.name}" for code in about] + about

    def _decided(self, names: list[str]) -> str | None:
        for name in names:
            if self.decisions.get(name, "").strip():
                self.used.add(name)
                return self.decisions[name].strip()
        return None


def _is_about(doubt: Doubt, part: ClaimedPart) -> bool:
    """Tell whether a doubt names the part, or quotes the words of one of its claims."""
    named = [doubt.facts[name] for name in ("part", "first", "second") if doubt.facts.get(name)]
    quoted = [doubt.facts[name] for name in ("text", "first", "second") if doubt.facts.get(name)]
    return part.name in named or any(part.says(words) for words in quoted)


def is_left_open(words: str) -> bool:
    """Tell whether a decision leaves the deadline open until the ministry has answered."""
    return words == TO_BE_CLARIFIED or words.casefold().startswith(_OPEN_WORDS)


def _amended_part(proposal: Proposal, name: str, words: str, read_words: ReadWords) -> list[SettledPart]:
    known = {part.name: part for part in parts_of(proposal)}
    if name not in known and (name == "" and known):
        parts = ", ".join(f"«{part}»" for part in known)
        raise UnknownPart(duty=proposal.key, part=name, parts=parts)
    if not words.strip():
        return []
    claimed = known.get(name, ClaimedPart(name, ()))
    fact = _left_open(claimed) if is_left_open(words.strip()) else read_words(words.strip())
    return [_settled(name, fact, claimed.places)]


def _settled(name: str, fact: DeadlineFact, places: tuple[Place, ...]) -> SettledPart:
    return SettledPart(name, fact, mentions_of(places))


def mentions_of(places: tuple[Place, ...]) -> tuple[Mention, ...]:
    """Give places of a reading as events keep them."""
    return tuple(Mention(line=place.line, page=place.page, quote=place.quote) for place in places)


def _left_open(part: ClaimedPart) -> DeadlineFact:
    texts = dict.fromkeys(claim.deadline.text for claim in part.claims)
    quotes = "; ".join(f"«{place.quote}» ({place.line})" for place in part.places) or "–"
    bokmaal, nynorsk = (translator(code).gettext(_EXPLAINED).format(quotes=quotes) for code in LANGUAGES)
    return DeadlineFact(
        text=" / ".join(texts),
        form="open",
        pattern=TO_BE_CLARIFIED,
        explanation=bokmaal,
        explanation_nn=nynorsk,
    )
