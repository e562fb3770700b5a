"""What a year brings besides the ordinary: people leave, machines stop, the ministry changes its mind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from projections.engine.duty.state import Duty
from projections.register.queries import RegisterFilter, listed
from projections.reminders.queries import open_duties, owned_by
from scripts.simulation.agenda import Agenda, Span
from scripts.simulation.chances import Chances
from scripts.simulation.instants import ONE_DAY, at
from scripts.simulation.lives import Lives
from scripts.simulation.oracle.working_days import working_days_after
from scripts.simulation.service import Service
from workflow.directory.erasing import erase
from workflow.duty.commands import (
    AssignDeputy,
    AssignOwner,
    CarryOver,
    Comment,
    ReopenDuty,
    RestrictAccess,
)
from workflow.duty.correction_commands import CorrectDeadline
from workflow.duty.dialogue_commands import ConfirmInWriting
from workflow.giving.commands import GiveDuty
from workflow.notices.ladder import ladder
from workflow.notices.rules.commands import PauseNotices, SetLadder

REPLANNED = 50
SHORT_LADDER = ladder(-10, -3, 0, 1, (3, 1))


@dataclass(slots=True)
class Incidents:
    """Spreads the incidents of a year over the days that are played."""

    service: Service
    agenda: Agenda
    chances: Chances
    lives: Lives
    span: Span
    left: dict[str, dt.datetime] = field(default_factory=dict)
    """Who was erased, by id, and when."""

    def plan(self) -> None:
        """Write every incident into the agenda."""
        for share, doing in (
            (0.01, self._shield),
            (0.02, self._set_rules),
            (0.03, self._name_deputies),
            (0.10, self._give_orally),
            (0.22, self._change_owners),
            (0.30, self._correct),
            (0.42, self._replan),
            (0.55, self._pause),
            (0.60, self._reopen),
            (0.66, self._leave),
            (0.96, self._carry_over),
        ):
            self.agenda.add(self.span.working_day(share), doing, hour=14)

    @property
    def downtime(self) -> tuple[dt.datetime, dt.datetime]:
        """From when to when the service is down: three working days."""
        first = self.span.working_day(0.36)
        return at(first, 0), at(working_days_after(first, 2) + ONE_DAY, 0)

    @property
    def outages(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """From when to when the mail server is down: a working day, and another over a weekend."""
        first, other = self.span.working_day(0.18), self.span.working_day(0.75)
        friday = other + ONE_DAY * (4 - other.weekday())
        return [(at(first, 0), at(first + ONE_DAY, 0)), (at(friday, 8), at(friday + 2 * ONE_DAY, 12))]

    def _open(self) -> list[Duty]:
        """Give what is to be delivered and has a day, most urgent first."""
        with self.service.app.datastore.reading() as connection:
            found = open_duties(connection)
        dated = [(due, duty) for duty in found if not duty.is_series and (due := _next_due(duty)) is not None]
        return [duty for _, duty in sorted(dated, key=lambda row: (row[0], row[1].reference))]

    def _shield(self) -> None:
        """Shield two assignments, the one that is due soonest among them."""
        titles = [duty.title for duty in self._open()]
        alone = [duty for duty in self._open() if titles.count(duty.title) == 1 and not duty.is_meeting]
        for duty in alone[:1] + alone[6:7]:
            by = self.service.controller
            self.service.do(RestrictAccess(duty=duty.id, reason="offentleglova § 15", by=by))

    def _set_rules(self) -> None:
        """Give inputs a shorter ladder."""
        self.service.do(SetLadder(kind="input", steps=SHORT_LADDER, by=self.service.controller))

    def _name_deputies(self) -> None:
        """Let somebody of the same unit stand in for the owners of five duties."""
        for duty in self._open()[5:30:5]:
            owner = self.service.staff.by_email(self._email(duty.owner))
            mates = [one for one in self.service.staff.owners(owner.unit) if one.email != owner.email]
            deputy = self.service.person(self.chances.of("deputy", duty.reference).choice(mates).email)
            self.service.do(AssignDeputy(duty=duty.id, deputy=deputy, by=self.service.controller))

    def _give_orally(self) -> None:
        """Take an assignment by word of mouth; the ministry puts it in writing five weeks later."""
        unit = self.service.staff.members[10].unit
        due = self.service.today + dt.timedelta(days=75)
        given = self.service.do(
            GiveDuty(
                kind="assignment",
                title="Vurdere felles språkopplæring over kommunegrensene",
                words=f"{due:%d.%m.%Y}",
                owner=self.service.person(self.service.staff.owners(unit)[0].email),
                unit=self.service.app.directory.find_unit(unit).id,
                channel="oral",
                by=self.service.controller,
            )
        )
        if given is not None:
            duty = given.changed[0]
            self.lives.begin(duty)
            written = self.service.today + dt.timedelta(days=35)
            self.agenda.add(written, lambda: self._confirm_in_writing(duty))

    def _confirm_in_writing(self, duty: UUID) -> None:
        self.service.do(ConfirmInWriting(duty=duty, source="26/400-1", by=self.service.controller))

    def _change_owners(self) -> None:
        """Let others of another unit take over three duties."""
        for duty in self._open()[3:12:3]:
            other = self.service.staff.owners(self.service.staff.managers[2].unit)[0]
            unit = self.service.app.directory.find_unit(other.unit).id
            owner = self.service.person(other.email)
            self.service.do(AssignOwner(duty=duty.id, owner=owner, unit=unit, by=self.service.controller))

    def _correct(self) -> None:
        """Find that a deadline was written down wrongly, and write why beside it."""
        duty = next(duty for duty in self._open()[8:] if not duty.is_meeting and len(duty.parts) == 1)
        (part,) = duty.parts.values()
        due = part.current.due if part.current else None
        if due is not None:
            right, by = f"{due + dt.timedelta(days=10):%d.%m.%Y}", self.service.controller
            reason = "Lest feil av brevet."
            self.service.do(CorrectDeadline(duty=duty.id, part=part.part, words=right, reason=reason, by=by))
            self.service.do(Comment(duty=duty.id, comment="Rettet etter en telefon.", by=by))
            self.lives.begin(duty.id)

    def _reopen(self) -> None:
        """Take up again the delivery that was accepted last."""
        with self.service.app.datastore.reading() as connection:
            which = RegisterFilter(states=("accepted",), kinds=("assignment", "report"))
            accepted = listed(connection, which)
        if accepted:
            by, reason = self.service.controller, "Tallene må oppdateres."
            self.service.do(ReopenDuty(duty=accepted[-1].id, reason=reason, reference="26/500-2", by=by))
            self.lives.begin(accepted[-1].id)

    def _carry_over(self) -> None:
        """Carry two assignments over to the next letter, the last of those that are still open."""
        for duty in [one for one in self._open() if one.kind == "assignment"][-2:]:
            by, reason = self.service.controller, "Videreføres i neste tildelingsbrev."
            self.service.do(CarryOver(duty=duty.id, reason=reason, reference="26/600-1", by=by))

    def _replan(self) -> None:
        """Take in a supplementary letter that moves fifty deadlines at once."""
        soon = self.service.today + dt.timedelta(days=3)
        movable = [duty for duty in self._open() if not duty.is_meeting and (_next_due(duty) or soon) > soon]
        for duty in movable[:REPLANNED]:
            for part in duty.parts.values():
                due = part.current.due if part.current else None
                if due is not None and self.service.is_open(duty.id, part.part):
                    wanted = due + dt.timedelta(days=21)
                    self.lives.postpone(duty.id, part.part, wanted, "Supplerende tildelingsbrev nr. 1.")

    def _pause(self) -> None:
        """Pause one duty, and one person."""
        until, by = self.service.today + dt.timedelta(days=21), self.service.controller
        reason = "Avklares i etatsstyringsmøtet."
        (first, *_, last) = self._open()[:20]
        self.service.do(PauseNotices(duty=first.id, until=until, reason=reason, by=by))
        self.service.do(PauseNotices(person=last.owner, until=until, reason="Permisjon.", by=by))

    def _leave(self) -> None:
        """Let an owner leave: a colleague takes over all but two of their duties, and they are erased."""
        owned = Counter(duty.owner for duty in self._open())
        staff = self.service.staff.members[10:]
        busiest = max(staff, key=lambda one: owned[self.service.person(one.email)])
        person = self.service.person(busiest.email)
        mates = [one for one in self.service.staff.owners(busiest.unit) if one.email != busiest.email]
        for duty in self._of(busiest.email)[2:]:
            taker = self.service.person(mates[0].email)
            self.service.do(
                AssignOwner(duty=duty.id, owner=taker, unit=duty.unit, by=self.service.controller)
            )
        self.service.clock.tick()
        now = self.service.clock()
        erase(self.service.app.datastore, person, self.service.controller, now)
        self.left[person] = now

    def _of(self, email: str) -> list[Duty]:
        with self.service.app.datastore.reading() as connection:
            return owned_by(connection, self.service.person(email))

    def _email(self, person: str) -> str:
        return next(one.email for one in self.service.app.directory.people() if one.id == person)


def _next_due(duty: Duty) -> dt.date | None:
    days = [part.current.due for part in duty.parts.values() if part.current and part.delivered_on is None]
    return min((day for day in days if day is not None), default=None)
