"""One letter: registered, read, decided, confirmed."""

from __future__ import annotations

import pytest

from events.vocabulary import letter as stream
from events.vocabulary.letter import DoubtSettled
from tests.kit.given import ID, STAMP, Told, given, told
from workflow.duty.refusals import ReasonMissing
from workflow.letter import refusals
from workflow.letter.letter import Decided, Letter, Registration, Verdict

REGISTERED = told(
    stream.LetterRegistered,
    agency="D",
    name="brev.md",
    sha256="a" * 64,
    year=2026,
    channel="allocation_letter",
)
READ = told(
    stream.LetterRead,
    reader="1",
    reading_sha256="b" * 64,
    proposals=("en", "to"),
    in_doubt=("to",),
    unplaced=0,
)
SETTLED = (DoubtSettled(code="dates_disagree", decision="01.10.2026"),)


def accepted(key: str, *settled: DoubtSettled) -> Told:
    """A proposal was accepted."""
    return told(stream.ProposalAccepted, key=key, settled=settled, duties=(ID,))


REJECTED = told(stream.ProposalRejected, key="to", reason="Ikke vår")
ACCEPT = Decided(Verdict.ACCEPTED, (ID,))
REJECT = Decided(Verdict.REJECTED, reason="Ikke vår")
AMEND = Decided(Verdict.AMENDED, (ID,), SETTLED, (("title", "Nytt"),), "Skrivefeil")


def test_registering_records_where_it_came_from() -> None:
    """A letter is known by its bytes."""
    facts = Registration("D", "brev.md", "a" * 64, 2026, "allocation_letter")
    letter = Letter.register(ID, facts, STAMP)
    assert (letter.id, letter.name, letter.year) == (ID, "brev.md", 2026)


@pytest.mark.parametrize(
    ("wanted", "event"),
    [
        (ACCEPT, accepted("to")),
        (REJECT, REJECTED),
        (
            AMEND,
            told(
                stream.ProposalAmended,
                key="to",
                changes={"title": "Nytt"},
                reason="Skrivefeil",
                settled=SETTLED,
                duties=(ID,),
            ),
        ),
    ],
)
def test_deciding_records_the_verdict_once(wanted: Decided, event: Told) -> None:
    """Each verdict has an event of its own; saying it again adds none."""
    letter = given(Letter, REGISTERED, READ).when(lambda one: one.decide("to", wanted, STAMP)).then(event)
    given(Letter, REGISTERED, READ, event).when(lambda one: one.decide("to", wanted, STAMP)).then_nothing()
    assert letter.decided["to"] == wanted


def test_deciding_otherwise_than_before_is_refused() -> None:
    """A decision is not overwritten, also not by the same verdict about other words."""
    decided = given(Letter, REGISTERED, READ, accepted("to", *SETTLED))
    decided.when(lambda one: one.decide("to", REJECT, STAMP)).then_refused(refusals.AlreadyDecided)
    decided.when(lambda one: one.decide("to", ACCEPT, STAMP)).then_refused(refusals.AlreadyDecided)


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.AMENDED])
def test_departing_from_the_letter_without_a_reason_is_refused(verdict: Verdict) -> None:
    """Only accepting explains itself."""
    read = given(Letter, REGISTERED, READ)
    wanted = Decided(verdict, reason=" ")
    read.when(lambda one: one.decide("to", wanted, STAMP)).then_refused(ReasonMissing)


def test_confirming_counts_the_verdicts_about_proposals() -> None:
    """The figures are of the letter's own proposals, not of doubts or of what is gone."""
    past = (REGISTERED, READ, accepted("en"), REJECTED, accepted("gone:2025-01"))
    closed = told(stream.LetterConfirmed, accepted=1, amended=0, rejected=1)
    given(Letter, *past).when(lambda one: one.confirm([], STAMP)).then(closed)
    given(Letter, *past, closed).when(lambda one: one.confirm([], STAMP)).then_nothing()


def test_confirming_while_something_is_undecided_names_it() -> None:
    """A letter is closed when everything in it has a decision."""
    read = given(Letter, REGISTERED, READ)
    refusal = read.when(lambda one: one.confirm(["en", "to"], STAMP)).then_refused(
        refusals.ProposalsUndecided
    )
    assert refusal.facts == {"count": 2, "keys": "en, to"}


def test_deciding_in_a_closed_letter_is_refused() -> None:
    """What was confirmed is closed; saying what was said is still no fault."""
    closed = told(stream.LetterConfirmed, accepted=1, amended=0, rejected=1)
    past = (REGISTERED, READ, accepted("en"), REJECTED, closed)
    given(Letter, *past).when(lambda one: one.decide("en", REJECT, STAMP)).then_refused(refusals.LetterClosed)
    given(Letter, *past).when(lambda one: one.decide("to", REJECT, STAMP)).then_nothing()
