from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from events.ledger.checkpoint import Signed
from events.store.datastore import Datastore
from events.vocabulary.year import YearClosed
from tests.kit.office import AGENCY, BY, Office
from workflow.deviations.commands import CloseDeviation, ReportDeviation
from workflow.duty import commands as duty
from workflow.duty.correction_commands import CorrectDelivery
from workflow.giving.commands import GiveDuty
from workflow.identity import year_id
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.keys import signer_of
from workflow.work import Outcome
from workflow.year import refusals
from workflow.year.commands import CloseYear, ReopenYear, TickDemand, UntickDemand, WriteYearText
from workflow.year.year import Year

DURING = dt.datetime(2026, 6, 1, 8, 0, tzinfo=dt.UTC)
AFTER = dt.datetime(2027, 1, 20, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def desk(datastore: Datastore) -> Office:
    """An office on each database, in the middle of the year."""
    return Office(datastore, DURING)


def give(desk: Office, words: str = "15.10.2026", title: str = "Notat om ventetider", **more: Any) -> UUID:
    """Give a duty by e-mail."""
    asked = {"title": title, "words": words, "channel": "email", "source": "26/7-1", "by": BY} | more
    given = desk.do(GiveDuty(**asked)).facts["duty"]
    assert isinstance(given, UUID)
    return given


def deliver(desk: Office, given: UUID, day: str = "2026-10-01", **more: Any) -> None:
    """Deliver a duty when that day has come."""
    before, on = desk.now, dt.date.fromisoformat(day)
    desk.now = max(before, dt.datetime.combine(on, dt.time(12), dt.UTC))
    desk.do(duty.DeliverDuty(duty=given, delivered_on=on, reference="26/7-9", by=BY, **more))


def sealed(desk: Office, folder: Path) -> Signed:
    """Take a checkpoint of the trail as it stands."""
    return Checkpoints(desk.datastore).take(AGENCY, signer_of(folder / "nokkel.pem"), desk.now)


def close(desk: Office, folder: Path, year: int = 2026) -> Outcome:
    """Seal and close the year, in January."""
    desk.now = max(desk.now, AFTER)
    digest = sealed(desk, folder).checkpoint.digest
    return desk.do(CloseYear(year=year, checkpoint=digest, by=BY))


def year_of(desk: Office) -> Year:
    """Give the year as it is stored."""
    found = desk.store.load(year_id(AGENCY, 2026))
    assert isinstance(found, Year)
    return found


def test_closing_a_year_in_which_all_is_delivered_names_the_checkpoint(desk: Office, tmp_path: Path) -> None:
    """The year's last word is which seal covers it; said again it changes nothing."""
    deliver(desk, give(desk))
    close(desk, tmp_path)
    events = [each.event for each in desk.store.recorded(0, 100)]
    (closed,) = [each for each in events if isinstance(each, YearClosed)]
    assert closed.checkpoint == Checkpoints(desk.datastore).signed()[-1].checkpoint.digest
    assert closed.closed_on == dt.date(2027, 1, 20)
    assert not close(desk, tmp_path).changed


def test_closing_before_the_year_is_over_is_refused(desk: Office, tmp_path: Path) -> None:
    """On New Year's Eve something may still come in."""
    digest = sealed(desk, tmp_path).checkpoint.digest
    desk.now = dt.datetime(2026, 12, 31, 22, 30, tzinfo=dt.UTC)
    with pytest.raises(refusals.YearNotOver):
        desk.do(CloseYear(year=2026, checkpoint=digest, by=BY))
    desk.now = dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)  # half past midnight in Norway
    assert desk.do(CloseYear(year=2026, checkpoint=digest, by=BY)).changed


def test_closing_with_something_undelivered_is_refused_until_it_is_carried_over(
    desk: Office, tmp_path: Path
) -> None:
    """What is owed is decided first; what lives on is named in the closing."""
    owed = give(desk)
    with pytest.raises(refusals.YearUndecided):
        close(desk, tmp_path)
    desk.do(duty.CarryOver(duty=owed, reason="Videreføres", reference="Tildelingsbrev 2027", by=BY))
    assert close(desk, tmp_path).facts["carried"] == (owed,)


def test_closing_with_a_checkpoint_from_before_the_last_delivery_is_refused(
    desk: Office, tmp_path: Path
) -> None:
    """A seal that does not cover what the report says is no seal of it; a made-up one is none at all."""
    given = give(desk)
    old = sealed(desk, tmp_path).checkpoint.digest
    deliver(desk, given)
    desk.now = AFTER
    for digest in (old, "f" * 64):
        with pytest.raises(refusals.CheckpointTooOld):
            desk.do(CloseYear(year=2026, checkpoint=digest, by=BY))


def test_changing_what_a_closed_year_counts_is_refused_and_undone(desk: Office, tmp_path: Path) -> None:
    """The day of a delivery, a return, a new deadline and a new duty would all change the report."""
    given = give(desk)
    deliver(desk, given)
    close(desk, tmp_path)
    before = desk.position()
    for command in (
        CorrectDelivery(duty=given, delivered_on=dt.date(2026, 10, 20), reason="Feil dag", by=BY),
        duty.ReturnDelivery(duty=given, reason="Ufullstendig", by=BY),
        duty.ReopenDuty(duty=given, reason="Ufullstendig", by=BY),
        duty.SetDeadline(duty=given, part="Del 2", words="01.12.2026", source="27/1", by=BY),
        GiveDuty(title="Glemt", words="01.12.2026", channel="oral", by=BY),
    ):
        with pytest.raises(refusals.YearIsClosed):
            desk.do(command)
    assert desk.position() == before


def test_going_on_after_the_year_is_closed_keeps_what_real_life_needs(desk: Office, tmp_path: Path) -> None:
    """The ministry accepts in March, a deviation is found and closed, someone else takes over, and the next
    year's part is delivered."""
    given = give(desk, parts=(("Del 1", "15.10.2026"), ("Del 2", "15.10.2027")), words="")
    deliver(desk, given, part="Del 1")
    other = give(desk, title="Notat om kø")
    deliver(desk, other)
    close(desk, tmp_path)
    desk.now = AFTER + dt.timedelta(days=60)
    desk.do(duty.AcceptDelivery(duty=other, reference="27/1", by=BY))
    desk.do(duty.AssignOwner(duty=given, owner="p-7", by=BY))
    desk.do(duty.Comment(duty=given, comment="Ringt", by=BY))
    reported = desk.do(ReportDeviation(duty=given, cause="Syk", consequence="Sent", by=BY))
    deviation = reported.facts["deviation"]
    assert isinstance(deviation, UUID)
    desk.do(CloseDeviation(duty=given, deviation=deviation, result="Frisk", by=BY))
    deliver(desk, given, "2027-03-01", part="Del 2")
    moved = give(desk, "01.12.2027", title="Ny")
    desk.do(duty.PostponeDeadline(duty=moved, words="15.12.2027", reason="Avtalt", source="27/2", by=BY))


def test_reopening_opens_the_year_for_changes_and_a_new_closing(desk: Office, tmp_path: Path) -> None:
    """Reopening needs a reason, is a fact, and ends with another closing."""
    given = give(desk)
    deliver(desk, given)
    with pytest.raises(refusals.YearNotClosed):
        desk.do(ReopenYear(year=2026, reason="Feil dag", by=BY))
    close(desk, tmp_path)
    desk.do(ReopenYear(year=2026, reason="Feil dag", reference="27/9", by=BY))
    desk.do(CorrectDelivery(duty=given, delivered_on=dt.date(2026, 10, 2), reason="Feil dag", by=BY))
    assert close(desk, tmp_path).changed
    assert year_of(desk).is_closed


def test_writing_and_ticking_keeps_the_latest_and_stops_when_the_year_is_closed(
    desk: Office, tmp_path: Path
) -> None:
    """A text said again changes nothing; an empty one takes it away; a closed report is not written in."""
    text = WriteYearText(year=2026, report="year", place="goal-1", text="Målet er nådd.\n", by=BY)
    assert desk.do(text).changed
    assert not desk.do(text).changed
    assert year_of(desk).texts == {("year", "goal-1"): "Målet er nådd."}
    close(desk, tmp_path)
    with pytest.raises(refusals.YearIsClosed):
        desk.do(WriteYearText(year=2026, report="year", place="goal-1", text="", by=BY))
    assert not desk.do(text).changed


def test_ticking_a_demand_says_where_and_unticking_says_why(desk: Office) -> None:
    """A tick without a place is refused, and so is taking away one that is not there."""
    from tests.kit.made_readings import due, proposal, reading

    letter = desk.register(reading(proposal("2026-01", due("01.10.2026"))))
    tick = TickDemand(year=2026, letter=letter, demand="krav-1", where="Kapittel 3", by=BY)
    untick = UntickDemand(year=2026, letter=letter, demand="krav-1", reason="Strøket", by=BY)
    with pytest.raises(refusals.NotTicked):
        desk.do(untick)
    with pytest.raises(refusals.WhereMissing):
        desk.do(TickDemand(year=2026, letter=letter, demand="krav-1", where=" ", by=BY))
    assert desk.do(tick).changed
    assert year_of(desk).ticks == {(letter, "krav-1"): "Kapittel 3"}
    desk.do(untick)
    assert not year_of(desk).ticks
