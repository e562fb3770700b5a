"""How people deal with each duty: begun, delivered in time or late, asked about, returned, accepted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from projections.engine.duty.state import Duty, Part
from scripts.simulation.agenda import Agenda, Doing
from scripts.simulation.chances import Chances
from scripts.simulation.deviations import Deviations
from scripts.simulation.oracle.working_days import last_working_day, working_days_after
from scripts.simulation.service import Service
from workflow.duty.commands import (
    AcceptDelivery,
    DeliverDuty,
    PostponeDeadline,
    ReturnDelivery,
    SetDeadline,
    StartDuty,
    WithdrawDuty,
)
from workflow.duty.dialogue_commands import InquireDeadline, RefusePostponement, RequestPostponement

FATES = {"in time": 64, "on the day": 10, "late": 12, "never": 3, "asks": 8, "withdrawn": 3}
"""Of a hundred deadlines."""
RECURRING_FATES = {"in time": 80, "on the day": 14, "late": 5, "never": 1}
"""Of a hundred that come again every month or week."""
OPEN_WORDS = ("medio juni", "15. september", "1. oktober", "primo november", "uke 45")


@dataclass(slots=True)
class Lives:
    """Plans what becomes of each duty when it is given, and again when its deadline changes."""

    service: Service
    agenda: Agenda
    chances: Chances
    deviations: Deviations

    def begin(self, duty: UUID) -> None:
        """Plan everything that will be done with a duty."""
        found = self.service.duty(duty)
        if found.is_series or found.is_meeting or found.kind == "standing_rule":
            return
        for part in found.parts.values():
            self.plan(found, part)

    def plan(self, duty: Duty, part: Part) -> None:
        """Plan what will be done with one deadline of a part."""
        current = part.current
        if current is None or part.delivered_on or part.dropped:
            return
        if current.due is None:
            self._ask_until_answered(duty, part.part)
        else:
            self._meet(duty, part.part, current.due, len(part.history))

    def _meet(self, duty: Duty, part: str, due: dt.date, version: int) -> None:
        fates = RECURRING_FATES if duty.parent else FATES
        chance = self.chances.of("fate", duty.reference, part, version)
        fate = chance.choices(list(fates), list(fates.values()))[0]
        deliver = self._deliver(duty.id, part)
        begin = due - dt.timedelta(days=chance.randrange(12, 60))
        if chance.random() < 0.4:
            self._do_on(begin, lambda: self._start(duty.id))
        if fate == "in time":
            self._do_on(due - dt.timedelta(days=1 + int(chance.expovariate(0.12))), deliver)
        elif fate == "on the day":
            self._do_on(due, deliver)
        elif fate == "late":
            self._be_late(duty, part, due, chance.randrange(1, 9))
        elif fate == "asks":
            self._ask_for_more(duty, part, due, version)
        elif fate == "withdrawn":
            self._do_on(due - dt.timedelta(days=chance.randrange(1, 50)), lambda: self._withdraw(duty.id))

    def _be_late(self, duty: Duty, part: str, due: dt.date, days: int) -> None:
        """Deliver some working days late; now and then somebody says so beforehand."""
        if self.chances.happens(0.3, "foreseen", duty.reference, part, due):
            self.deviations.foresee(duty, part, due - dt.timedelta(days=8))
        self._do_on(working_days_after(due, days), self._deliver(duty.id, part))
        self.deviations.describe_missed(duty.id, part, working_days_after(due, 2))

    def _ask_for_more(self, duty: Duty, part: str, due: dt.date, version: int) -> None:
        chance = self.chances.of("more", duty.reference, part, version)
        wanted = due + dt.timedelta(days=chance.randrange(14, 60))
        asked = due - dt.timedelta(days=chance.randrange(6, 40))
        yes = chance.random() < 0.6 and version < 3
        answer = asked + dt.timedelta(days=chance.randrange(2, 10))
        self._do_on(asked, lambda: self._request(duty.id, part, wanted))
        if yes:
            self._do_on(answer, lambda: self._grant(duty.id, part, wanted))
        else:
            self._do_on(answer, lambda: self._refuse(duty.id, part))
            late = working_days_after(due, 3) if chance.random() < 0.4 else due - dt.timedelta(days=1)
            self._do_on(late, self._deliver(duty.id, part))

    def _ask_until_answered(self, duty: Duty, part: str) -> None:
        """Ask the ministry once or twice when it is due; most get an answer in the end."""
        chance = self.chances.of("answer", duty.reference, part)
        day = self.service.today + dt.timedelta(days=chance.randrange(5, 40))
        for _ in range(chance.randrange(3)):
            self._do_on(day, lambda: self._inquire(duty.id, part))
            day += dt.timedelta(days=chance.randrange(10, 45))
        if chance.random() < 0.5:
            words = f"{chance.choice(OPEN_WORDS)} {self.service.today.year}"
            self._do_on(day, lambda: self._answered(duty.id, part, words))

    # What is done, when its day has come: each looks first whether it still makes sense.

    def _start(self, duty: UUID) -> None:
        if self.service.duty(duty).state == "given":
            self.service.do(StartDuty(duty=duty, by=self.service.owner(duty)))

    def _deliver(self, duty: UUID, part: str) -> Doing:
        def deliver() -> None:
            if not self.service.is_open(duty, part):
                return
            by = self.service.owner(duty)
            day = self.service.today
            reference = f"26/{self.chances.of('case', duty, part, day).randrange(1000, 9999)}-3"
            self.service.do(DeliverDuty(duty=duty, part=part, reference=reference, delivered_by=by, by=by))
            self._after_delivery(duty, part, day)

        return deliver

    def _after_delivery(self, duty: UUID, part: str, day: dt.date) -> None:
        """The ministry sends some back; the others it accepts, or says nothing."""
        chance = self.chances.of("verdict", duty, part, day)
        weeks = day + dt.timedelta(days=chance.randrange(3, 40))
        if chance.random() < 0.06:
            self._do_on(weeks, lambda: self._return(duty, part))
        elif chance.random() < 0.6:
            self._do_on(weeks, lambda: self._accept(duty))

    def _return(self, duty: UUID, part: str) -> None:
        if self.service.duty(duty).parts[part].delivered_on and not self.service.has_ended(duty):
            by, reason = self.service.controller, "Vedlegget med tallgrunnlag mangler."
            self.service.do(ReturnDelivery(duty=duty, part=part, reason=reason, reference="26/77-9", by=by))
            self._do_on(working_days_after(self.service.today, 4), self._deliver(duty, part))

    def _accept(self, duty: UUID) -> None:
        if self.service.duty(duty).state == "delivered":
            self.service.do(AcceptDelivery(duty=duty, reference="26/80-2", by=self.service.controller))

    def _withdraw(self, duty: UUID) -> None:
        if not self.service.has_ended(duty) and self.service.duty(duty).state != "delivered":
            reason, by = "Oppdraget er tatt inn i et annet.", self.service.controller
            self.service.do(WithdrawDuty(duty=duty, reason=reason, reference="26/91-4", by=by))

    def _request(self, duty: UUID, part: str, wanted: dt.date) -> None:
        if self.service.is_open(duty, part):
            words, by = f"{wanted:%d.%m.%Y}", self.service.owner(duty)
            reason = "Datagrunnlaget kommer senere enn ventet."
            self.service.do(RequestPostponement(duty=duty, part=part, words=words, reason=reason, by=by))

    def _grant(self, duty: UUID, part: str, wanted: dt.date) -> None:
        if self.service.is_open(duty, part):
            self.postpone(duty, part, wanted, "Avtalt med departementet.")

    def postpone(self, duty: UUID, part: str, wanted: dt.date, reason: str) -> None:
        """Move a deadline, and plan anew how it is met."""
        words, by = f"{wanted:%d.%m.%Y}", self.service.controller
        self.service.do(
            PostponeDeadline(duty=duty, part=part, words=words, reason=reason, source="26/95-1", by=by)
        )
        moved = self.service.duty(duty)
        self.plan(moved, moved.parts[part])

    def _refuse(self, duty: UUID, part: str) -> None:
        if self.service.is_open(duty, part) and self.service.duty(duty).parts[part].asked:
            by, reason = self.service.controller, "Rapporten trengs til budsjettarbeidet."
            self.service.do(RefusePostponement(duty=duty, part=part, reason=reason, by=by))

    def _inquire(self, duty: UUID, part: str) -> None:
        if self.service.is_open(duty, part):
            self.service.do(
                InquireDeadline(duty=duty, part=part, reference="26/12-7", by=self.service.owner(duty))
            )

    def _answered(self, duty: UUID, part: str, words: str) -> None:
        if self.service.is_open(duty, part):
            by = self.service.controller
            self.service.do(SetDeadline(duty=duty, part=part, words=words, source="26/12-8", by=by))
            found = self.service.duty(duty)
            self.plan(found, found.parts[part])

    def _do_on(self, day: dt.date, doing: Doing) -> None:
        hour = self.chances.of("hour", day).choice((10, 14))
        self.agenda.add(last_working_day(day), doing, hour)
