"""What a controller's decision about a letter does: accept, amend, reject, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary.letter import DoubtSettled
from events.vocabulary.values import DeadlineFact, Source
from workflow.confirming.changes import Amendment, amendment_of
from workflow.confirming.giving import Given, Giving
from workflow.confirming.review import Item, Review, review
from workflow.duty.deadlines import read_words
from workflow.duty.state import DutyFacts, Stamp
from workflow.letter import refusals
from workflow.letter.commands import AcceptProposals, AmendProposal, ConfirmLetter, RejectProposal
from workflow.letter.comparison import What
from workflow.letter.letter import Decided, Verdict
from workflow.letter.settling import Settlement, mentions_of, settle
from workflow.lifecycle import Step, allowed
from workflow.loading import save
from workflow.reading.model import Proposal
from workflow.recurring.steps import end_series
from workflow.work import Outcome, Work

WITHDRAWAL = "withdrawal"


@dataclass(slots=True)
class _Session:
    """One command on one letter: what it looks at, and what it is going to save."""

    work: Work
    review: Review
    stamp: Stamp
    streams: list[BaseAggregate[UUID]]

    def save(self, **facts: object) -> Outcome:
        return save(self.work, self.review.letter, *self.streams, **facts)

    def decide(self, item: Item, wanted: Decided, given: Given) -> None:
        self.review.letter.decide(item.key, replace(wanted, duties=given.duties), self.stamp)
        self.streams += given.streams


def accept(command: AcceptProposals, work: Work) -> Outcome:
    """Accept the named proposals, or every clear one, in one transaction."""
    session = _session(command.letter, command.by, work)
    items = [_named(session.review, key) for key in command.keys]
    items = items or [one for one in session.review.items if one.is_clear and one.decided is None]
    used: set[str] = set()
    for item in items:
        used |= _accept_one(session, item, command.decisions)
    _refuse_unused(items, command.decisions, used)
    return session.save(accepted=tuple(item.key for item in items))


def amend(command: AmendProposal, work: Work) -> Outcome:
    """Accept a proposal otherwise than it was read."""
    session = _session(command.letter, command.by, work)
    item = _named(session.review, command.key)
    if item.proposal is None:
        raise refusals.UnknownProposal(letter=session.review.letter.name, key=command.key)
    amendment = amendment_of(command.key, command.changes, item.proposal, work)
    settlement = _settlement(session, amendment.proposal, command.decisions, amendment.deadlines)
    changes = tuple(command.changes.items())
    wanted = Decided(Verdict.AMENDED, (), settlement.settled, changes, command.reason)
    if not session.review.letter.stands(item.key, wanted):
        given = _give(session, item, amendment.proposal, settlement, command.reason)
        _assign(given, amendment, session.stamp)
        session.decide(item, wanted, given)
    _refuse_unused([item], command.decisions, set(settlement.used))
    return session.save(amended=command.key)


def reject(command: RejectProposal, work: Work) -> Outcome:
    """Say that a proposal is no duty of ours; for what is gone, that the duty stands."""
    session = _session(command.letter, command.by, work)
    item = _named(session.review, command.key)
    wanted = Decided(Verdict.REJECTED, reason=command.reason)
    session.review.letter.decide(item.key, wanted, session.stamp)
    return session.save(rejected=command.key)


def confirm(command: ConfirmLetter, work: Work) -> Outcome:
    """Close the letter; what only says what stands already is accepted with it."""
    session = _session(command.letter, command.by, work)
    letter = session.review.letter
    undecided = [item.key for item in session.review.undecided]
    if not letter.confirmed and not undecided:
        for item in session.review.items:
            if item.settles_itself and item.decided is None and item.group is not None:
                letter.decide(item.key, Decided(Verdict.ACCEPTED, item.group.ids), session.stamp)
    letter.confirm(undecided, session.stamp)
    return session.save()


def _session(letter: UUID, by: str, work: Work) -> _Session:
    return _Session(work, review(work, letter), Stamp(work.now, by), [])


def _named(found: Review, key: str) -> Item:
    for item in found.items:
        if item.key == key:
            return item
    raise refusals.UnknownProposal(letter=found.letter.name, key=key)


def _accept_one(session: _Session, item: Item, decisions: Mapping[str, str]) -> set[str]:
    if item.proposal is not None:
        return _accept_proposal(session, item, item.proposal, decisions)
    if item.what is What.GONE:
        return _accept_gone(session, item, decisions)
    return _accept_doubt(session, item, decisions)


def _accept_proposal(
    session: _Session, item: Item, proposal: Proposal, decisions: Mapping[str, str]
) -> set[str]:
    if item.settles_itself and item.group is not None and not decisions:
        session.decide(item, Decided(Verdict.ACCEPTED), Given(item.group.ids, ()))
        return set()
    settlement = _settlement(session, proposal, decisions, {})
    wanted = Decided(Verdict.ACCEPTED, (), settlement.settled)
    if not session.review.letter.stands(item.key, wanted):
        session.decide(item, wanted, _give(session, item, proposal, settlement, ""))
    return set(settlement.used)


def _accept_gone(session: _Session, item: Item, decisions: Mapping[str, str]) -> set[str]:
    reference = decisions.get(WITHDRAWAL, "").strip()
    if not reference or item.group is None:
        raise refusals.WithdrawalNeedsApproval(key=item.key)
    settled = (DoubtSettled(code=WITHDRAWAL, decision=reference),)
    wanted = Decided(Verdict.ACCEPTED, (), settled)
    if not session.review.letter.stands(item.key, wanted):
        session.decide(item, wanted, _withdrawn(session, item, reference))
    return {WITHDRAWAL}


def _withdrawn(session: _Session, item: Item, reference: str) -> Given:
    assert item.group is not None, "what is gone stood before"
    group, work, stamp = item.group, session.work, session.stamp
    reason = session.review.letter.name
    streams: list[BaseAggregate[UUID]] = []
    if group.head is not None and allowed(group.head.state, Step.WITHDRAW):
        group.head.withdraw(reason, reference, work.today, stamp)
        streams.append(group.head)
    for series in group.running.values():
        streams += end_series(series, work.today, reason, reference, work, stamp)
    return Given(group.ids, tuple(streams))


def _accept_doubt(session: _Session, item: Item, decisions: Mapping[str, str]) -> set[str]:
    (code,) = item.doubts
    name = item.key if item.key in decisions else code
    decision = decisions.get(name, "").strip()
    if not decision:
        raise refusals.DoubtsUndecided(key=item.key, doubts=code)
    settled = (DoubtSettled(code=code, decision=decision),)
    session.decide(item, Decided(Verdict.ACCEPTED, (), settled), Given((), ()))
    return {name}


def _settlement(
    session: _Session, proposal: Proposal, decisions: Mapping[str, str], amended: Mapping[str, str]
) -> Settlement:
    def read(words: str) -> DeadlineFact:
        return read_words(words, session.review.letter.year)

    return settle(proposal, decisions, amended, read)


def _give(session: _Session, item: Item, proposal: Proposal, settlement: Settlement, reason: str) -> Given:
    assert item.duty is not None, "every proposal has a duty's id"
    letter = session.review.letter
    source = Source(letter=letter.id, reference=letter.case_reference, mentions=mentions_of(proposal.places))
    facts = DutyFacts(
        reference=proposal.reference or proposal.key,
        kind=proposal.kind,
        title=proposal.title,
        raw_title=proposal.raw_title,
        goal=proposal.goal,
        owed_to=proposal.owed_to,
        led_by=proposal.led_by,
        source=source,
        given_on=letter.dated_on,
    )
    return Giving(
        work=session.work,
        letter=letter,
        stamp=session.stamp,
        duty=item.duty,
        facts=facts,
        parts=settlement.parts,
        group=item.group,
        replaces=session.review.replaces,
        reason=reason,
    ).give()


def _assign(given: Given, amendment: Amendment, stamp: Stamp) -> None:
    if amendment.owner or amendment.unit:
        for stream in given.streams:
            amendment.assign(stream, stamp)


def _refuse_unused(items: list[Item], decisions: Mapping[str, str], used: set[str]) -> None:
    unused = [name for name in decisions if name not in used]
    if unused:
        codes = ", ".join(dict.fromkeys(code for item in items for code in item.doubts)) or "–"
        keys = ", ".join(item.key for item in items)
        raise refusals.NoDecisionNeeded(key=keys, code=unused[0], codes=codes)
