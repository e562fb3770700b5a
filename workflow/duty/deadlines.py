"""From the words of a deadline to the fact that an event keeps, and back."""

from __future__ import annotations

from dataclasses import fields

from calendars.deadline import Deadline, Form
from calendars.explanations import explain
from calendars.language import Context, read
from events.vocabulary.values import DeadlineFact
from workflow.duty import refusals

_KEPT = tuple(field.name for field in fields(Deadline) if field.name not in ("form", "alternatives"))


def fact_of(deadline: Deadline) -> DeadlineFact:
    """Give a deadline as events keep it, every day resolved."""
    kept = {name: getattr(deadline, name) for name in _KEPT}
    nynorsk = explain(deadline, "nn") if deadline.explanation else ""
    return DeadlineFact(form=deadline.form.value, explanation_nn=nynorsk, **kept)


def deadline_of(fact: DeadlineFact) -> Deadline:
    """Give a kept deadline as the calendar computes with it."""
    return Deadline(form=Form(fact.form), **{name: getattr(fact, name) for name in _KEPT})


def read_words(words: str, year: int) -> DeadlineFact:
    """Read what a person wrote as a deadline; `year` is meant where the words name none.

    Refuses words that are no deadline, that name a day which does not exist, or that have two
    readings: a person who is present can be asked.
    """
    deadline = read(words, Context(year=year, column="Frist", cell=True))
    if deadline is None:
        raise refusals.UnreadableDeadline(words=words)
    if deadline.impossible:
        raise refusals.ImpossibleDeadline(words=words)
    if deadline.alternatives:
        raise refusals.AmbiguousDeadline(words=words)
    return fact_of(deadline)
