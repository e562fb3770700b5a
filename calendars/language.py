"""The deadline language: from the words of a letter to deadlines, and back to good Norwegian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from calendars import cues, labels, marks, series
from calendars.catalogue import form_named, readers_for
from calendars.deadline import Deadline
from calendars.explanations import explain
from calendars.form import Context, Language, NoDeadline, with_working_date
from calendars.found import Found
from calendars.phrases import Hit, Prose, Searched
from calendars.repair import Folded, fold

__all__ = ["Context", "Found", "Language", "explain", "find", "read", "write"]


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    verdict: Deadline | NoDeadline
    anchor: tuple[int, int] | None = None
    """Span of the words that a relative deadline hangs on."""


def find(text: str, context: Context) -> list[Found]:
    """Find every date-like phrase of a text, in order and without overlap; it may be cut over lines."""
    folded = fold(text)
    chosen = _without_overlap(list(_candidates(folded.text, context)))
    found = [_found(text, folded, candidate) for candidate in chosen]
    found = series.absorb(text, series.spread(text, found))
    return series.end(labels.label_all(text, found, context))


def read(text: str, context: Context) -> Deadline | None:
    """Read a text as one phrase; None if it is none, or more than one, or says more than a deadline."""
    found = find(text, replace(context, cell=True))
    if len(found) != 1 or found[0].deadline is None:
        return None
    rest = text[: found[0].start] + " " + text[found[0].end :]
    return None if cues.says_more(fold(rest).text) else found[0].deadline


def write(deadline: Deadline, language: Language) -> str:
    """Word a deadline; `read` gives it back. An impossible date keeps the source's own words."""
    if deadline.impossible:
        return deadline.text
    worded = form_named(deadline.pattern).write(deadline, language)
    return marks.mark(worded, deadline, language)


def _candidates(text: str, context: Context) -> Iterator[_Candidate]:
    searched = Searched(text)
    for form in readers_for(text):
        for phrase in form.PHRASES:
            if phrase.prose is Prose.NEVER and not context.cell:
                continue
            for hit in phrase.hits(searched):
                if not context.cell and not _counts_in_prose(hit):
                    continue
                verdict = form.read(hit, context)
                if verdict is not None:
                    yield _Candidate(hit.start, hit.end, verdict, hit.span("anchor"))


def _counts_in_prose(hit: Hit) -> bool:
    return hit.prose is Prose.ALWAYS or cues.is_cued(hit.before(80))


def _without_overlap(candidates: list[_Candidate]) -> list[_Candidate]:
    """Keep the longest of those that overlap; what is no deadline wins a tie."""
    taken: list[_Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda candidate: candidate.start)


def _rank(candidate: _Candidate) -> tuple[int, bool, int]:
    return -(candidate.end - candidate.start), isinstance(candidate.verdict, Deadline), candidate.start


def _found(text: str, folded: Folded, candidate: _Candidate) -> Found:
    start, end = folded.original(candidate.start, candidate.end)
    verdict = candidate.verdict
    if isinstance(verdict, NoDeadline):
        return Found(start, end, "", None, verdict.reason)
    deadline = marks.marked(verdict, folded.text, candidate.start, candidate.end)
    if candidate.anchor:
        deadline = replace(deadline, anchor=_words(text, folded.original(*candidate.anchor)))
    deadline = with_working_date(replace(deadline, text=_words(text, (start, end))))
    return Found(start, end, "", replace(deadline, explanation=explain(deadline, "nb")))


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())
