"""How a meeting is prepared, moved, held and written up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from projections.engine.duty.state import Duty
from scripts.simulation.agenda import Agenda, Doing
from scripts.simulation.chances import Chances
from scripts.simulation.lives import Lives
from scripts.simulation.oracle.working_days import last_working_day, working_days_after
from scripts.simulation.service import Service
from workflow.duty.commands import AcceptDelivery, DeliverDuty
from workflow.governance_meeting.state import Answer
from workflow.meetings.commands import (
    AddPaper,
    ArrangeMeeting,
    DraftMinutes,
    InviteAttendees,
    MoveMeeting,
    RecordDecision,
    RecordReplies,
    SettleAgenda,
    Task,
)
from workflow.meetings.plan import MovePlan

ANSWERS = ("accepted", "accepted", "accepted", "tentative", "declined")
A_WEEK = dt.timedelta(days=7)


@dataclass(slots=True)
class Meetings:
    """Plans what becomes of each meeting when it is given."""

    service: Service
    agenda: Agenda
    chances: Chances
    lives: Lives

    def begin(self, meeting: UUID) -> None:
        """Plan a meeting from the day that the letter has for it, or its window."""
        found = self.service.duty(meeting)
        due = next((part.current.due for part in found.parts.values() if part.current), None)
        if not found.is_meeting or found.is_series or due is None:
            return
        chance = self.chances.of("meeting", found.reference)
        day = last_working_day(due - dt.timedelta(days=chance.randrange(8)))
        late = chance.random() < 0.4
        called = max(self.service.today, day - dt.timedelta(days=chance.randrange(18, 45)))
        self.agenda.add(called, self._call(meeting, day))
        self.agenda.add(called + A_WEEK / 7, self._paper(meeting))
        self.agenda.add(day - dt.timedelta(days=3 if late else 12), self._settle(meeting))
        if chance.random() < 0.6:
            moved = working_days_after(day, chance.randrange(2, 9))
            self.agenda.add(day - dt.timedelta(days=9), self._move(meeting, moved), hour=14)
            day = moved
        self.agenda.add(day, self._hold(meeting), hour=16)
        self._write_up(meeting, day, late=late)

    def _write_up(self, meeting: UUID, day: dt.date, *, late: bool) -> None:
        drafted = working_days_after(day, 12 if late else 3)
        self.agenda.add(drafted, self._draft(meeting))
        self.agenda.add(working_days_after(drafted, 8), self._approve(meeting))

    def _call(self, meeting: UUID, day: dt.date) -> Doing:
        """Set the day, arrange the place and invite; answers come two days later."""

        def call() -> None:
            if not self._is_to_come(meeting):
                return
            self._move(meeting, day)()
            by = self.service.controller
            times = {"starts_at": dt.time(10), "ends_at": dt.time(12, 30)}
            self.service.do(ArrangeMeeting(meeting=meeting, place="Møterom Åsgård", by=by, **times))
            self.service.do(InviteAttendees(meeting=meeting, people=self._people(meeting), by=by))
            self.agenda.add(working_days_after(self.service.today, 2), self._answer(meeting))

        return call

    def _people(self, meeting: UUID) -> tuple[str, ...]:
        staff = self.service.staff
        ministry = next(one for one in staff.members if one.role == "ministry")
        some = self.chances.of("attendees", meeting).sample(staff.members[10:], 3)
        invited = (staff.director, ministry, *staff.managers[:3], *some)
        present = {one.email for one in self.service.app.directory.people()}
        return tuple(self.service.person(one.email) for one in invited if one.email in present)

    def _answer(self, meeting: UUID) -> Doing:
        def answer() -> None:
            found = self.service.duty(meeting).meeting
            if found is None or not self._is_to_come(meeting):
                return
            chance = self.chances.of("answers", meeting)
            answers = tuple(
                (person, Answer(chance.choice(ANSWERS), found.sequence, self.service.clock()))
                for person in found.attendees
            )
            self.service.do(RecordReplies(meeting=meeting, answers=answers, by=self.service.controller))

        return answer

    def _paper(self, meeting: UUID) -> Doing:
        def ask() -> None:
            if self._is_to_come(meeting):
                owner = self.service.owner(meeting)
                asked = AddPaper(
                    meeting=meeting,
                    title=f"Risikobilde til {self.service.duty(meeting).title}",
                    words="en uke før møtet",
                    owner=owner,
                    by=self.service.controller,
                )
                outcome = self.service.do(asked)
                if outcome is not None and outcome.changed:
                    self.lives.begin(outcome.changed[0])

        return ask

    def _settle(self, meeting: UUID) -> Doing:
        def settle() -> None:
            if self._is_to_come(meeting):
                words = "1. Årsrapport. 2. Risiko. 3. Eventuelt."
                self.service.do(SettleAgenda(meeting=meeting, agenda=words, by=self.service.owner(meeting)))

        return settle

    def _move(self, meeting: UUID, day: dt.date) -> Doing:
        """Move it as people do: look at the plan first, then confirm that very plan."""

        def move() -> None:
            if not self._is_to_come(meeting) or day <= self.service.today:
                return
            asked = MoveMeeting(
                meeting=meeting,
                words=f"{day:%d.%m.%Y}",
                reason="Statsråden er opptatt.",
                source="26/210-1",
                by=self.service.controller,
            )
            planned = self.service.do(asked)
            plan = planned.facts["plan"] if planned else None
            if isinstance(plan, MovePlan) and plan.changes:
                self.service.do(replace(asked, plan=plan.id))

        return move

    def _hold(self, meeting: UUID) -> Doing:
        def hold() -> None:
            found = self.service.duty(meeting)
            if not self._is_to_come(meeting) or _day(found) != self.service.today:
                return
            for part in found.parts:
                self.service.do(DeliverDuty(duty=meeting, part=part, by=self.service.owner(meeting)))

        return hold

    def _draft(self, meeting: UUID) -> Doing:
        def draft() -> None:
            if self.service.duty(meeting).state != "delivered":
                return
            by = self.service.owner(meeting)
            self.service.do(DraftMinutes(meeting=meeting, reference="26/211-4", by=by))
            due = f"{working_days_after(self.service.today, 30):%d.%m.%Y}"
            task = Task(title="Legge frem en plan for tolketjenesten", words=due, owner=by)
            decided = RecordDecision(
                meeting=meeting, text="Direktoratet legger frem en plan.", task=task, by=by
            )
            outcome = self.service.do(decided)
            for duty in outcome.changed if outcome else ():
                if duty != meeting:
                    self.lives.begin(duty)

        return draft

    def _approve(self, meeting: UUID) -> Doing:
        def approve() -> None:
            if self.service.duty(meeting).state == "delivered":
                self.service.do(AcceptDelivery(duty=meeting, by=self.service.controller))

        return approve

    def _is_to_come(self, meeting: UUID) -> bool:
        return self.service.duty(meeting).state not in ("delivered", "accepted", "withdrawn", "carried_over")


def _day(meeting: Duty) -> dt.date | None:
    days = (part.current.day for part in meeting.parts.values() if part.current)
    return next((day for day in days if day is not None), None)
