"""Makes duties be what a settled proposal says: new ones are given, standing ones follow it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary.values import DeadlineFact, Source
from workflow.confirming.standing import Group
from workflow.duty.aggregate import Duty
from workflow.duty.dates import can_be_fixed
from workflow.duty.state import DutyFacts, Stamp
from workflow.identity import series_id
from workflow.kinds import STREAM_OF, always_has_a_stream, kind_of_occurrences
from workflow.language import N_, translator
from workflow.letter.comparison import same_deadline
from workflow.letter.letter import Letter
from workflow.letter.refusals import WithdrawnBefore
from workflow.letter.settling import SettledPart
from workflow.lifecycle import State
from workflow.recurring import register
from workflow.recurring.opening import end_of_next_year, open_ahead
from workflow.recurring.steps import end_series
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work

_STATED = N_("Stated in «{letter}»")


@dataclass(frozen=True, slots=True)
class Given:
    """The streams a proposal became or changed, and everything that is to be saved."""

    duties: tuple[UUID, ...]
    streams: tuple[BaseAggregate[UUID], ...]


@dataclass(slots=True)
class Giving:
    """One settled proposal on its way to duties, inside the command's transaction."""

    work: Work
    letter: Letter
    stamp: Stamp
    duty: UUID
    facts: DutyFacts
    parts: tuple[SettledPart, ...]
    group: Group | None
    replaces: bool
    reason: str = ""

    def give(self) -> Given:
        """Give or change the duty, its parts and its series."""
        self.reason = self.reason or translator("nb").gettext(_STATED).format(letter=self.letter.name)
        single = tuple(part for part in self.parts if part.deadline.form != "rrule")
        recurring = tuple(part for part in self.parts if part.deadline.form == "rrule")
        head = self._head(needed=bool(single) or not recurring)
        ended = self._end_what_no_longer_recurs({part.name for part in recurring}, single)
        if head is not None:
            for part in single:
                self._state_deadline(head, part)
            self._drop_what_is_not_stated(head, single, recurring)
        series, opened = self._series(recurring, head)
        streams = (*((head,) if head else ()), *series)
        return Given(tuple(one.id for one in streams), (*streams, *opened, *ended))

    def _head(self, *, needed: bool) -> Duty | None:
        head = self.group.head if self.group else None
        if head is not None:
            self._take_up(head)
            head.restate(_merged(head, self.facts), self.reason, self.stamp)
            return head
        if needed or always_has_a_stream(self.facts.kind):
            return STREAM_OF[self.facts.kind].give(self.duty, self.facts, self.stamp)
        return None

    def _take_up(self, head: Duty) -> None:
        """Go on with what stands: carried over to this letter, or given before anyone wrote it down."""
        if head.state is State.WITHDRAWN:
            raise WithdrawnBefore(duty=head.reference)
        day = self.letter.dated_on or self.work.today
        if head.state is State.CARRIED_OVER:
            head.reopen("", day, self.reason, self.letter.case_reference, self.stamp)
        if head.waits_for_writing:
            head.confirm_in_writing(day, self.facts.source, self.stamp)

    def _state_deadline(self, head: Duty, part: SettledPart) -> None:
        known = head.parts.get(part.name)
        current = known.current if known else None
        source = self._source(part)
        if current is None:
            head.set_deadline(part.name, part.deadline, source, self.stamp)
        elif same_deadline(current, part.deadline):
            return
        elif can_be_fixed(current, part.deadline):
            head.set_deadline(part.name, part.deadline, source, self.stamp)
        else:
            agreed_on = self.letter.dated_on
            head.postpone(part.name, part.deadline, self.reason, source, self.stamp, agreed_on)

    def _drop_what_is_not_stated(
        self, head: Duty, single: tuple[SettledPart, ...], recurring: tuple[SettledPart, ...]
    ) -> None:
        stated = {part.name for part in single}
        turned = {part.name for part in recurring}
        for name, part in list(head.parts.items()):
            left_out = name not in stated and (self.replaces or name in turned)
            if left_out and part.current is not None and part.delivered_on is None:
                head.drop_deadline(name, self.reason, self.facts.source, self.stamp)

    def _end_what_no_longer_recurs(
        self, recurring: set[str], single: tuple[SettledPart, ...]
    ) -> list[BaseAggregate[UUID]]:
        turned = {part.name for part in single}
        ended: list[BaseAggregate[UUID]] = []
        for name, series in (self.group.running if self.group else {}).items():
            if name not in recurring and (self.replaces or name in turned):
                reference = self.letter.case_reference or self.letter.name
                ended += end_series(series, self.work.today, self.reason, reference, self.work, self.stamp)
        return ended

    def _series(
        self, recurring: tuple[SettledPart, ...], head: Duty | None
    ) -> tuple[list[ReportSeries], list[Duty]]:
        series, opened = [], []
        for part in recurring:
            one = self._one_series(part, head)
            opened += open_ahead(one, end_of_next_year(self.work.today), self.work, self.stamp, self.reason)
            register.note(self.work, one)
            series.append(one)
        return series, opened

    def _one_series(self, part: SettledPart, head: Duty | None) -> ReportSeries:
        standing = self.group.running.get(part.name) if self.group else None
        if standing is not None:
            standing.restate(_merged(standing, self.facts), self.reason, self.stamp)
            self._state_rule(standing, part.deadline, self._source(part))
            return standing
        facts = replace(
            self.facts,
            kind=kind_of_occurrences(self.facts.kind),
            parent=head.id if head else None,
            source=self._source(part),
        )
        made = series_id(self.duty, part.name)
        series = ReportSeries.give(made, facts, part.name, part.deadline, self.stamp)
        if head is not None and (head.owner or head.unit):
            series.assign(head.owner, head.unit, self.stamp)
        if head is not None and head.restricted:  # before it opens anything under the same title
            series.restrict_access(head.restriction, self.stamp)
        return series

    def _state_rule(self, series: ReportSeries, deadline: DeadlineFact, source: Source) -> None:
        if not same_deadline(series.deadline, deadline):
            series.replace_rule(deadline, self.work.today, self.reason, source, self.stamp)

    def _source(self, part: SettledPart) -> Source:
        return self.facts.source.model_copy(update={"mentions": part.mentions})


def _merged(standing: Duty | ReportSeries, facts: DutyFacts) -> DutyFacts:
    """Say what stands in the new words, and keep what the new source is silent about."""
    same = bool(facts.raw_title) and facts.raw_title == standing.raw_title
    return replace(
        facts,
        title=standing.title if same or not facts.title.strip() else facts.title,
        raw_title=facts.raw_title or standing.raw_title,
        goal=standing.goal if facts.goal is None else facts.goal,
        owed_to=facts.owed_to or standing.owed_to,
        led_by=facts.led_by or standing.led_by,
    )
