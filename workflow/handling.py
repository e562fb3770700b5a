"""The one door for every command: which handler does what, in one transaction, repeated if need be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from eventsourcing.persistence import IntegrityError

from events.store.application import EventStore
from workflow.confirming import decisions, registering
from workflow.confirming.review import Review, review
from workflow.deviations import commands as deviation
from workflow.deviations import handlers as deviations
from workflow.deviations import making_up, missing
from workflow.directory.deciding import require_decider
from workflow.directory.directory import Directory
from workflow.duty import commands as duty
from workflow.duty import correction_commands as correction
from workflow.duty import dialogue_commands as dialogue
from workflow.duty import dialogue_handlers, handlers
from workflow.duty.aggregate import Duty
from workflow.giving import by_hand
from workflow.giving.commands import GiveDuty
from workflow.language import N_
from workflow.letter import commands as letter
from workflow.letter.readings import Readings
from workflow.loading import load_duty, save
from workflow.meetings import handlers as meetings
from workflow.meetings.leaving import leaving_nothing
from workflow.notices.commands import RetryNotices
from workflow.notices.retrying import retry
from workflow.notices.rules import commands as rules
from workflow.notices.rules import handlers as rules_handlers
from workflow.recurring import family, steps
from workflow.refusals import Refusal
from workflow.report_series.commands import OpenUpcomingReports
from workflow.trail import handlers as trail
from workflow.trail.commands import ConsultTrail
from workflow.work import Outcome, Work
from workflow.year import commands as year
from workflow.year import handlers as years
from workflow.year.sealed import closed_years, require_kept

ATTEMPTS = 3
"""How often a command is decided anew when another writer was first."""

# `Any`: each handler takes the one command that its key in the table names.
Handler = Callable[[Any, Work], Outcome]


class NobodyNamed(Refusal):
    """Every command is given by a named person."""

    code = "nobody-named"
    message = N_("Say who decides this.")


class TooManyWriters(Refusal):
    """Others kept writing to the same duty; nothing was changed."""

    code = "too-many-writers"
    message = N_("Others are changing the same thing right now. Nothing was changed; try again.")


def _for_duty(single: Callable[..., Outcome | None], series: Callable[..., Outcome]) -> Handler:
    """Join what a command means for one duty and what it means for a series.

    Where `single` gives no outcome, the duty itself is all that there is to save.
    """

    def handle(command: Any, work: Work) -> Outcome:
        found = load_duty(work, command.duty)
        if not isinstance(found, Duty):
            return series(found, command, work)
        return single(found, command, work) or save(work, found)

    return handle


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        registering.ReadLetter: registering.register,
        letter.AcceptProposals: decisions.accept,
        letter.AmendProposal: decisions.amend,
        letter.RejectProposal: decisions.reject,
        letter.ConfirmLetter: decisions.confirm,
        duty.SetDeadline: _for_duty(leaving_nothing(handlers.set_deadline), steps.set_rule),
        duty.PostponeDeadline: _for_duty(leaving_nothing(handlers.postpone), steps.postpone),
        duty.DropDeadline: _for_duty(handlers.drop_deadline, steps.drop),
        duty.AssignOwner: _for_duty(family.assign, steps.assign),
        duty.StartDuty: _for_duty(handlers.start, steps.refuse),
        duty.DeliverDuty: _for_duty(making_up.deliver, steps.refuse),
        duty.ReturnDelivery: _for_duty(handlers.return_delivery, steps.refuse),
        duty.AcceptDelivery: _for_duty(handlers.accept, steps.refuse),
        duty.WithdrawDuty: _for_duty(family.withdraw, steps.withdraw),
        duty.CarryOver: _for_duty(family.carry_over, steps.carry_over),
        duty.ReopenDuty: _for_duty(handlers.reopen, steps.refuse),
        duty.AssignDeputy: _for_duty(family.assign_deputy, steps.assign_deputy),
        duty.Comment: _for_duty(handlers.comment, steps.comment),
        dialogue.RequestPostponement: _for_duty(dialogue_handlers.request_postponement, steps.refuse),
        dialogue.RefusePostponement: _for_duty(dialogue_handlers.refuse_postponement, steps.refuse),
        dialogue.InquireDeadline: _for_duty(dialogue_handlers.inquire, steps.refuse),
        dialogue.ConfirmInWriting: _for_duty(dialogue_handlers.confirm_in_writing, steps.refuse),
        correction.CorrectDeadline: _for_duty(making_up.correct_deadline, steps.refuse),
        correction.CorrectDelivery: _for_duty(making_up.correct_delivery, steps.refuse),
        correction.CorrectAcceptance: _for_duty(making_up.correct_acceptance, steps.refuse),
        deviation.ReportDeviation: _for_duty(deviations.report, steps.refuse),
        deviation.DescribeDeviation: _for_duty(deviations.describe, steps.refuse),
        deviation.ProposeMeasure: _for_duty(deviations.propose, steps.refuse),
        deviation.MoveMeasure: _for_duty(deviations.move, steps.refuse),
        deviation.CompleteMeasure: _for_duty(deviations.complete, steps.refuse),
        deviation.DropMeasure: _for_duty(deviations.drop, steps.refuse),
        deviation.TellMinistry: _for_duty(deviations.tell, steps.refuse),
        deviation.CloseDeviation: _for_duty(deviations.close, steps.refuse),
        deviation.RecordMissedDeadlines: missing.record_missed,
        GiveDuty: by_hand.give,
        duty.RestrictAccess: _for_duty(family.restrict, steps.restrict),
        duty.OpenAccess: _for_duty(family.open_access, steps.open_access),
        OpenUpcomingReports: steps.open_upcoming,
        **meetings.HANDLERS,
        rules.SetLadder: rules_handlers.set_ladder,
        rules.UnsetLadder: rules_handlers.unset_ladder,
        rules.SetLeadTimes: rules_handlers.set_leads,
        rules.PauseNotices: rules_handlers.pause,
        rules.ResumeNotices: rules_handlers.resume,
        RetryNotices: retry,
        ConsultTrail: trail.consult,
        year.WriteYearText: years.write,
        year.TickDemand: years.tick,
        year.UntickDemand: years.untick,
        year.CloseYear: years.close,
        year.ReopenYear: years.reopen,
    }
)
"""The index of all behaviour: command → handler, run inside the command's transaction."""

PREPARED: Mapping[type, Callable[[Any, Work], object]] = MappingProxyType(
    {letter.RegisterLetter: registering.read}
)
"""Commands that need slow work first, outside any transaction: command → what takes its place."""


class Handling:
    """Handles commands for one agency.

    `clock` gives an aware UTC time. Another writer's conflict is met by loading and deciding
    again; a refusal, or a crash, leaves nothing behind.
    """

    def __init__(
        self,
        store: EventStore,
        clock: Callable[[], dt.datetime],
        directory: Directory,
        readings: Readings,
        agency: str,
    ) -> None:
        """Take the parts that a command works with."""
        self.store = store
        self.clock = clock
        self.directory = directory
        self.readings = readings
        self.agency = agency

    def handle(self, command: Any) -> Outcome:
        """Do what a command asks, whole or not at all; raises a `Refusal` where that may not be done."""
        if not command.by.strip():
            raise NobodyNamed
        if not isinstance(command, ConsultTrail):  # looking is all that some may do
            require_decider(self.directory, command.by)
        prepare = PREPARED.get(type(command))
        ready = prepare(command, self._work()) if prepare else command
        handler = HANDLERS[type(ready)]
        for _ in range(ATTEMPTS):
            try:
                with self.store.datastore.unit_of_work():
                    return self._kept(handler, ready)
            except IntegrityError:
                continue  # another writer was first: what it wrote is there at the next load
        raise TooManyWriters

    def review(self, letter_id: UUID) -> Review:
        """Show what waits in a letter, compared with what stands now."""
        return review(self._work(), letter_id)

    def _kept(self, handler: Handler, command: Any) -> Outcome:
        """Do it, and refuse it after all where it changes what a closed year counts."""
        work = self._work()
        closed = closed_years(work)
        if not closed:
            return handler(command, work)
        before = self.store.last_position()
        outcome = handler(command, work)
        require_kept(work, outcome, closed, before)
        return outcome

    def _work(self) -> Work:
        return Work(self.store, self.clock(), self.directory, self.readings, self.agency)
