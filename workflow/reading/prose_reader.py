"""Running text, sentence by sentence: which duty each deadline belongs to."""

from __future__ import annotations

import re
from itertools import pairwise

from workflow.reading import duties, kinds, labels, objects, parties, parts, prose, titles
from workflow.reading.fields import FIELD
from workflow.reading.ledger import Phrase
from workflow.reading.mention import Mention, Where
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage
from workflow.reading.sentences import sentences
from workflow.reading.telling import Telling

_BACKGROUND = damaged(r"^\W*(?:bakgrunn|innledning|innleiing)")
MODAL = damaged(r"\b(?:skal|må|bes|ber|vil|kan|er|har|ble|vart)\b")
_MOVED = damaged(
    r"(?:flytt|utsett|utset|endr|forskyv|forskjøv|forleng|utvid)\w*.{0,40}?\b(?:fra"
    r"|frå)\b(.{4,40}?)(?=\stil\s)"
)
_JOINS = re.compile(r"\s*(?:,|og|eller|samt|/|, og)\s*")
_SET_TO = damaged(r"\b(?:er|blir|vert) (?:satt|sett|lagt|berammet|planlagt)?\b|\bholdes\b|\bhaldast\b")
_ANYTHING = re.compile("")


class ProseReader(Telling):
    """Reads paragraphs and long cells."""

    def _speak(self, passage: Passage, scope: Mention | None) -> bool:
        """Running text, sentence by sentence; tells whether a deadline was placed."""
        placed, previous = False, ""
        for sentence in sentences(passage):
            if scope is not None and not scope.led_by:
                scope.led_by = parties.leader(sentence.text, self.actors.is_us)
            placed |= self._sentence(sentence, previous, scope, passage.text)
            previous = sentence.text
        return placed

    def speak(self, passage: Passage, scope: Mention | None) -> bool:
        """The same, for the text in a table's cell."""
        return self._speak(passage, scope)

    def _sentence(self, sentence: Passage, previous: str, scope: Mention | None, paragraph: str) -> bool:
        moved = _MOVED.search(sentence.text)
        if moved:
            for phrase in self.ledger.scan(sentence.part(0, moved.end(1)), self.context(previous)):
                self.ledger.drop(phrase, "moved_from", surely=True)
            sentence = sentence.part(moved.end(1), len(sentence.text))
        opener = FIELD.match(sentence.text) if not moved else _ANYTHING.match(sentence.text)
        is_field = bool(opener) and (scope is not None or len(sentence.text) < 70)
        is_field = is_field or (scope is not None and labels.heads_stages(self.intro))
        phrases = self.ledger.scan(
            sentence, self.context(previous, cell=is_field, column="Frist" if is_field else "")
        )
        good = self._good(phrases, sentence.text, scope, is_field)
        if not good:
            return False
        found = parts.dues(sentence.text, good, prose=not is_field)
        if scope is not None:
            self.attach(scope, found)
            self.scope_done |= is_field
            return True
        if self.point is not None:
            self.attach(self.point, found)
            return True
        if is_field and self.last_mention is not None:
            self.attach(self.last_mention, found)
            return True
        for words, some in (
            [(previous, found)] if is_field and previous else duties.split(sentence.text, found)
        ):
            kind = kinds.of_sentence(words, [due.phrase.deadline for due in some if due.phrase.deadline])
            cuts = [] if words is not sentence.text else [(p.start, p.end) for p in good]
            title = titles.of_sentence(words, cuts, self.actors.is_us)
            if kind == "meeting":
                title = objects.meeting_in(words) or title
            if objects.points_back(title):
                title = titles.of_sentence(previous, [], self.actors.is_us) if previous else self.heading
            mention = self.new(Where.PROSE, sentence, kind, title or self.heading)
            mention.owed_to = parties.receiver(words)
            mention.context = f"{paragraph} {self.heading}"
            self.attach(mention, some)
        return True

    def _good(
        self, phrases: list[Phrase], sentence: str, scope: Mention | None, is_field: bool
    ) -> list[Phrase]:
        """The phrases that are deadlines; days that «og» or a comma joins are so together."""
        reasons = {phrase.key: self._reason(phrase, sentence, scope, is_field) for phrase in phrases}
        for one, other in [*pairwise(phrases), *((b, a) for a, b in reversed(list(pairwise(phrases))))]:
            between = sentence[min(one.end, other.end) : max(one.start, other.start)]
            joined = _JOINS.fullmatch(between) and other.deadline is not None
            if joined and not reasons[one.key] and reasons[other.key] in ("no_duty_found", "owed_by_others"):
                reasons[other.key] = ""
        for window, day in pairwise(phrases):
            if not reasons[window.key] and not reasons[day.key] and _made_exact(window, day, sentence):
                reasons[window.key] = "title"
        for phrase in phrases:
            if reasons[phrase.key]:
                self.ledger.drop(phrase, reasons[phrase.key])
        return [phrase for phrase in phrases if not reasons[phrase.key]]

    def _reason(self, phrase: Phrase, sentence: str, scope: Mention | None, is_field: bool) -> str:
        if is_field and phrase.deadline is not None:
            return ""
        inside = scope is not None and not _BACKGROUND.match(self.heading)
        lead = f"{self.intro} " if MODAL.search(self.intro) and not MODAL.search(sentence) else ""
        return prose.verdict(phrase, lead + sentence, len(lead) + phrase.start, self.actors, inside)


def _made_exact(window: Phrase, day: Phrase, sentence: str) -> bool:
    """«Møtet om våren er satt til 29. april»: the day says when in the window."""
    wide, exact = window.deadline, day.deadline
    if wide is None or exact is None or exact.day is None or wide.earliest is None or wide.latest is None:
        return False
    between = sentence[window.end : day.start]
    return wide.earliest <= exact.day <= wide.latest and bool(_SET_TO.search(between))
