"""The commands of deviations through the one door, on both databases."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from events.store.datastore import Datastore
from projections.engine.engine import Engine
from projections.reminders.projection import Reminders
from tests.kit.office import BY, Office
from workflow.deviations import commands
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.commands import DeliverDuty, PostponeDeadline, ReopenDuty, SetDeadline, WithdrawDuty
from workflow.duty.correction_commands import CorrectDeadline
from workflow.giving.commands import GiveDuty
from workflow.lifecycle import State

GIVEN_ON = dt.date(2026, 2, 2)
AFTER = dt.datetime(2026, 3, 3, 7, 0, tzinfo=dt.UTC)


class Watch(Office):
    """An office whose clock looks for missed deadlines."""

    def given(self, words: str = "02.03.2026", title: str = "Notat", **more: object) -> UUID:
        """Give a duty by e-mail."""
        outcome = self.do(
            GiveDuty(title=title, words=words, channel="email", source="26/1-1", by=BY, **more)  # type: ignore[arg-type] # any field of it
        )
        duty = outcome.facts["duty"]
        assert isinstance(duty, UUID)
        return duty

    def look(self, now: dt.datetime = AFTER) -> object:
        """Bring the reminders along and let the clock look."""
        self.now = now
        Engine(self.store, self.datastore, [Reminders()]).catch_up()
        return self.do(commands.RecordMissedDeadlines(by="p-clock")).facts["missed"]

    def at(self, duty: UUID) -> Duty:
        """Give the duty as it stands."""
        found = self.store.load(duty)
        assert isinstance(found, Duty)
        return found


@pytest.fixture
def watch(datastore: Datastore) -> Watch:
    """An office on each database."""
    return Watch(datastore)


def test_looking_opens_one_deviation_for_each_missed_deadline(watch: Watch) -> None:
    """Every part by itself, once; what is met, tentative, open or to come is left alone."""
    late = watch.given(words="", title="Delt", parts=(("Del 1", "02.03.2026"), ("Del 2", "27.02.2026")))
    met, ahead = watch.given(title="Levert"), watch.given("01.06.2026", title="Siden")
    watch.given("etter avtale", title="Åpen")
    watch.do(DeliverDuty(duty=met, by=BY))
    assert (watch.look(), watch.look()) == (2, 0)
    assert {one.part for one in watch.at(late).deviations.values()} == {"Del 1", "Del 2"}
    assert not watch.at(met).deviations
    assert not watch.at(ahead).deviations


def test_looking_at_what_was_past_when_it_was_registered_finds_nothing(watch: Watch) -> None:
    """An old letter that is registered late gives overdue duties, not alarms."""
    watch.given("01.02.2026")
    assert watch.look() == 0


def test_looking_after_a_postponement_waits_for_the_new_day(watch: Watch) -> None:
    """A deadline that was moved in time is not missed; the new one can be."""
    duty = watch.given()
    watch.do(PostponeDeadline(duty=duty, words="04.03.2026", reason="Avtalt", source="26/1-2", by=BY))
    assert watch.look() == 0
    assert watch.look(dt.datetime(2026, 3, 5, 7, 0, tzinfo=dt.UTC)) == 1


def test_looking_at_what_was_reopened_after_its_day_finds_nothing(watch: Watch) -> None:
    """What passed while nothing was owed was not missed."""
    duty = watch.given()
    watch.do(WithdrawDuty(duty=duty, reason="Bortfalt", reference="26/1-3", by=BY))
    watch.now = AFTER
    watch.do(ReopenDuty(duty=duty, reason="Likevel", by=BY))
    assert watch.look() == 0
    watch.do(SetDeadline(duty=duty, part="Rest", words="04.03.2026", source="26/1-4", by=BY))
    assert watch.look(dt.datetime(2026, 3, 5, 7, 0, tzinfo=dt.UTC)) == 1


@pytest.mark.parametrize(
    ("delivered", "result"),
    [
        (dt.date(2026, 3, 3), "Levert 03.03.2026, 1 dag etter fristen."),
        (dt.date(2026, 3, 6), "Levert 06.03.2026, 4 dager etter fristen."),
        (dt.date(2026, 2, 27), "Levert 27.02.2026, innen fristen; ført inn etterpå."),
    ],
)
def test_delivering_closes_what_only_the_clock_knew_of(watch: Watch, delivered: dt.date, result: str) -> None:
    """The result says how late it was, by the day it was handed over."""
    duty = watch.given()
    watch.look()
    watch.now = dt.datetime(2026, 3, 9, 7, 0, tzinfo=dt.UTC)
    watch.do(DeliverDuty(duty=duty, delivered_on=delivered, delivered_by="p-9", by=BY))
    stands = watch.at(duty)
    assert stands.deviation(1).closed == (dt.date(2026, 3, 9), result)
    assert (stands.state, stands.parts[""].delivered_by) == (State.DELIVERED, "p-9")


def test_delivering_leaves_open_what_a_person_took_further(watch: Watch) -> None:
    """A described deviation is closed by a person, with its result."""
    duty = watch.given()
    watch.look()
    said = {"cause": "Sykefravær", "consequence": "To uker forsinket"}
    first = watch.do(commands.ReportDeviation(duty=duty, **said, by=BY))
    again = watch.do(commands.ReportDeviation(duty=duty, **said, by=BY))
    assert first.facts["number"] == again.facts["number"] == 1
    assert not again.changed
    watch.do(DeliverDuty(duty=duty, by=BY))
    assert watch.at(duty).deviation(1).is_open
    assert watch.at(duty).state is State.DELIVERED


def test_correcting_a_wrongly_recorded_deadline_closes_what_the_clock_opened(watch: Watch) -> None:
    """The right day has not passed, so nothing was missed; a person's deviation stays."""
    duty = watch.given()
    watch.look()
    watch.do(CorrectDeadline(duty=duty, words="02.04.2026", reason="Feil måned", by=BY))
    closed = watch.at(duty).deviation(1).closed
    assert closed is not None
    assert closed[1] == "Fristen var ført inn feil; den er 02.04.2026."
    assert watch.at(duty).state is State.GIVEN


def test_reporting_with_measures_gives_each_a_working_day_and_the_owner(watch: Watch) -> None:
    """Words of one day are read; whoever is not named is the owner."""
    duty = watch.given("01.06.2026", owner="p-7")
    measure = commands.NewMeasure(what="Leie inn hjelp", due="søndag 17. mai 2026")
    watch.do(
        commands.ReportDeviation(
            duty=duty, cause="Sykefravær", consequence="Forsinket", measures=(measure,), by=BY
        )
    )
    proposed = watch.at(duty).deviation(None).measures[1].proposed
    assert (proposed.who, proposed.due) == ("p-7", dt.date(2026, 5, 17))
    assert proposed.working_date == dt.date(2026, 5, 15)


def test_proposing_a_measure_without_one_day_is_refused(watch: Watch) -> None:
    """A measure is followed up as a deadline is; words without a day are asked about."""
    duty = watch.given("01.06.2026")
    watch.do(commands.ReportDeviation(duty=duty, cause="A", consequence="B", by=BY))
    undated = commands.NewMeasure(what="Leie inn hjelp", due="etter avtale")
    with pytest.raises(refusals.DayMissing):
        watch.do(commands.ProposeMeasure(duty=duty, measure=undated, by=BY))


def test_following_a_deviation_to_its_end_leaves_the_duty_where_it_was(watch: Watch) -> None:
    """Described, measured, told of and closed."""
    duty = watch.given("01.06.2026")
    do, measure = watch.do, commands.NewMeasure(what="Leie inn hjelp", due="15.02.2026")
    do(commands.ReportDeviation(duty=duty, cause="A", consequence="B", material=True, by=BY))
    do(commands.DescribeDeviation(duty=duty, consequence="C", by=BY))
    do(commands.ProposeMeasure(duty=duty, measure=measure, by=BY))
    do(commands.ProposeMeasure(duty=duty, measure=commands.NewMeasure(what="Annet", due="15.02.2026"), by=BY))
    do(commands.MoveMeasure(duty=duty, number=1, due="20.02.2026", reason="Tar tid", by=BY))
    do(commands.CompleteMeasure(duty=duty, number=1, by=BY))
    do(commands.DropMeasure(duty=duty, number=2, reason="Unødvendig", by=BY))
    do(commands.TellMinistry(duty=duty, how="e-post", reference="26/1-8", by=BY))
    assert watch.at(duty).state is State.DEVIATION
    do(commands.CloseDeviation(duty=duty, result="I rute igjen", by=BY))
    assert watch.at(duty).state is State.GIVEN


def test_recording_what_has_not_happened_yet_is_refused(watch: Watch) -> None:
    """A deviation is discovered, and the ministry told, at the latest today."""
    duty = watch.given("01.06.2026")
    tomorrow = GIVEN_ON + dt.timedelta(days=1)
    with pytest.raises(refusals.DayInFuture):
        watch.do(
            commands.ReportDeviation(duty=duty, discovered_on=tomorrow, cause="A", consequence="B", by=BY)
        )
