"""Series open their occurrences ahead, once, and share what they are given with them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from calendars.days import is_working_day
from events.store.datastore import Datastore
from tests.kit.made_readings import due, proposal, reading, report
from tests.kit.office import BY, NOW, Office
from workflow.duty import commands, refusals
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.letter.commands import AmendProposal
from workflow.lifecycle import State
from workflow.reading.model import Proposal
from workflow.report.report import Report
from workflow.report_series.commands import OpenUpcomingReports

MONDAYS = report("ukestall", due("Hver mandag"), title="Ukestall")


@pytest.fixture
def office(datastore: Datastore) -> Office:
    """Open an office on each database."""
    return Office(datastore)


@pytest.fixture
def desk(sqlite_datastore: Datastore) -> Office:
    """Open an office where the database makes no difference."""
    return Office(sqlite_datastore)


def accepted(office: Office, key: str = "ukestall", asked: Proposal = MONDAYS) -> tuple[UUID, UUID]:
    """Accept a recurring duty; give the letter and the series."""
    letter = office.register(reading(asked))
    office.accept(letter)
    return letter, office.series(letter, key).id


def test_accepting_a_weekly_report_opens_it_to_the_end_of_next_year(office: Office) -> None:
    """One report for each Monday of the letter's year and the next, on its working day."""
    letter, _ = accepted(office)
    series = office.series(letter, "ukestall")
    mondays = [dt.date(2026, 1, 5) + dt.timedelta(weeks=n) for n in range(104)]
    assert sorted(series.open) == mondays
    easter = office.occurrence(series, "2026-04-06").parts[""].current
    assert easter is not None
    assert easter.day == dt.date(2026, 4, 6)
    assert easter.working_date is not None
    assert easter.working_date < easter.day
    assert is_working_day(easter.working_date)


def test_opening_a_report_says_what_it_belongs_to(desk: Office) -> None:
    """An occurrence is a duty of its own, and leads back to its series and its letter."""
    letter, series = accepted(desk)
    duty = desk.occurrence(desk.series(letter, "ukestall"), "2026-01-05")
    assert isinstance(duty, Report)
    assert (duty.parent, duty.reference, duty.title) == (series, "ukestall/2026-01-05", "Ukestall")
    assert duty.source.letter == letter


def test_accepting_recurring_meetings_opens_meetings(desk: Office) -> None:
    """What a series of meetings opens is meetings."""
    letter, _ = accepted(desk, "status", report("status", due("Første mandag i måneden"), kind="meeting"))
    assert isinstance(desk.occurrence(desk.series(letter, "status"), "2026-03-02"), GovernanceMeeting)


def test_accepting_a_rhythm_without_days_opens_nothing(desk: Office) -> None:
    """«Månedlig» says how often, not when: no day is invented."""
    letter, _ = accepted(desk, "status", report("status", due("Månedlig")))
    assert desk.series(letter, "status").open == {}


def test_accepting_a_series_that_ends_opens_no_report_after_it(desk: Office) -> None:
    """A series ends where its source says."""
    letter = supplemented(desk, report("måling", due("20.06.2026 (til og med 2027)")))
    assert sorted(desk.series(letter, "måling").open) == [dt.date(2026, 6, 20), dt.date(2027, 6, 20)]


def supplemented(office: Office, asked: Proposal) -> UUID:
    """Accept a supplementary letter."""
    letter = office.register(reading(asked), "annet.md", channel="supplementary_letter")
    office.accept(letter)
    return letter


def test_supplementing_with_a_rhythm_counts_from_the_letter(desk: Office) -> None:
    """A report that is asked for in late January was not owed in early January."""
    dated = dt.date(2026, 1, 20)
    letter = desk.register(reading(MONDAYS), channel="supplementary_letter", dated_on=dated)
    desk.accept(letter)
    assert min(desk.series(letter, "ukestall").open) == dt.date(2026, 1, 26)


def test_opening_upcoming_reports_twice_changes_nothing(office: Office) -> None:
    """The scheduler may ask as often as it likes."""
    accepted(office)
    before = office.position()
    outcome = office.do(OpenUpcomingReports(by="fristvakt"))
    assert (outcome.changed, outcome.facts["opened"], office.position()) == ((), 0, before)


def test_opening_upcoming_reports_in_a_new_year_adds_the_next(office: Office) -> None:
    """The calendar reaches to the end of next year, whatever year it is."""
    letter, _ = accepted(office)
    office.now = NOW.replace(year=2027)
    outcome = office.do(OpenUpcomingReports(by="fristvakt"))
    assert outcome.facts["opened"] == 52
    assert max(office.series(letter, "ukestall").open) == dt.date(2028, 12, 25)


def test_opening_beyond_the_verified_years_is_refused(desk: Office) -> None:
    """Working days are given only for years whose holidays were checked."""
    accepted(desk)
    with pytest.raises(refusals.YearNotVerified):
        desk.do(OpenUpcomingReports(through=dt.date(2036, 1, 1), by="fristvakt"))


def test_assigning_a_series_gives_its_open_reports_the_same_owner(office: Office) -> None:
    """Who answers for the series answers for what it opened, unless that has an owner of its own."""
    letter, series = accepted(office)
    own = office.occurrence(office.series(letter, "ukestall"), "2026-03-02").id
    office.do(commands.AssignOwner(duty=own, owner="p-2", by=BY))
    office.do(commands.AssignOwner(duty=series, owner="p-1", unit="u-1", by=BY))
    found = office.series(letter, "ukestall")
    assert office.occurrence(found, "2026-03-02").owner == "p-2"
    assert office.occurrence(found, "2026-03-09").owner == "p-1"
    office.now = NOW.replace(year=2027)
    office.do(OpenUpcomingReports(by="fristvakt"))
    assert office.occurrence(office.series(letter, "ukestall"), "2028-03-06").unit == "u-1"


def test_shielding_a_series_shields_every_report_it_ever_opened(office: Office) -> None:
    """No occurrence, delivered, withdrawn or still to come, lets the title out."""
    letter, series = accepted(office)
    found = office.series(letter, "ukestall")
    office.do(commands.DeliverDuty(duty=office.occurrence(found, "2026-01-05").id, by=BY))
    office.do(commands.RestrictAccess(duty=series, reason="Offl. § 15", by=BY))
    assert all(getattr(office.store.load(one), "restricted", False) for one in found.reports)
    office.now = NOW.replace(year=2027)
    office.do(OpenUpcomingReports(by="fristvakt"))
    assert office.occurrence(office.series(letter, "ukestall"), "2028-03-06").restricted
    office.do(commands.OpenAccess(duty=series, reason="Ikke lenger", by=BY))
    assert not office.occurrence(found, "2026-01-05").restricted


def test_withdrawing_a_series_ends_it_and_what_is_still_to_come(office: Office) -> None:
    """What was due before is still owed; what would come is not."""
    letter, series = accepted(office)
    end = commands.WithdrawDuty(duty=series, reason="Bortfalt", reference="26/118-4", by=BY)
    office.do(end)
    found = office.series(letter, "ukestall")
    assert office.occurrence(found, "2026-01-26").state is State.GIVEN
    assert office.occurrence(found, "2026-02-02").state is State.WITHDRAWN
    before = office.position()
    office.do(end)
    office.do(OpenUpcomingReports(by="fristvakt"))
    assert office.position() == before


def test_withdrawing_a_series_without_the_approval_is_refused(desk: Office) -> None:
    """A series lapses only with the ministry's approval, as any duty."""
    _, series = accepted(desk)
    with pytest.raises(refusals.ApprovalMissing):
        desk.do(commands.WithdrawDuty(duty=series, reason="Bortfalt", reference="", by=BY))


def test_changing_a_series_back_opens_its_withdrawn_days_anew(desk: Office) -> None:
    """A withdrawn report stays withdrawn; the day gets another one."""
    letter, series = accepted(desk)
    change = {"reason": "Avtalt", "source": "26/118-4", "by": BY}
    first = desk.occurrence(desk.series(letter, "ukestall"), "2026-02-09").id
    desk.do(commands.PostponeDeadline(duty=series, words="Hver tirsdag", **change))
    desk.do(commands.PostponeDeadline(duty=series, words="Hver mandag", **change))
    found = desk.series(letter, "ukestall")
    again = found.open[dt.date(2026, 2, 9)]
    assert again != first
    states = [getattr(desk.store.load(one), "state", None) for one in (first, again)]
    assert states == [State.WITHDRAWN, State.GIVEN]


def test_changing_a_rhythm_keeps_the_reports_of_days_that_stay(desk: Office) -> None:
    """A day that both rhythms have keeps its report, with its owner and its history."""
    letter, series = accepted(desk, "status", report("status", due("Hver mandag")))
    kept = desk.series(letter, "status").open[dt.date(2026, 3, 2)]
    words = "Første mandag i måneden"
    desk.do(commands.SetDeadline(duty=series, words=words, source="26/118-4", by=BY))
    found = desk.series(letter, "status")
    assert found.open[dt.date(2026, 3, 2)] == kept
    assert desk.occurrence(found, "2026-03-02").state is State.GIVEN
    assert desk.occurrence(found, "2026-03-09").state is State.WITHDRAWN


@pytest.mark.parametrize(
    "command",
    [
        lambda series: commands.StartDuty(duty=series, by=BY),
        lambda series: commands.DeliverDuty(duty=series, by=BY),
        lambda series: commands.ReturnDelivery(duty=series, reason="Mangler", by=BY),
        lambda series: commands.AcceptDelivery(duty=series, by=BY),
    ],
)
def test_delivering_a_series_is_refused(desk: Office, command: object) -> None:
    """A series is delivered report by report."""
    _, series = accepted(desk)
    with pytest.raises(refusals.SeriesHasNoDelivery):
        desk.do(command(series))  # type: ignore[operator]  # one of the lambdas above


def test_moving_a_series_to_a_single_day_is_refused(desk: Office) -> None:
    """A series is moved by giving it another rhythm."""
    _, series = accepted(desk)
    with pytest.raises(refusals.NotRecurring):
        desk.do(commands.SetDeadline(duty=series, words="01.06.2026", source="26/1", by=BY))


def test_dropping_the_deadline_of_a_series_ends_it(desk: Office) -> None:
    """A source that takes the rhythm back ends the series."""
    letter, series = accepted(desk)
    desk.do(commands.DropDeadline(duty=series, reason="Bortfalt", source="26/118-4", by=BY))
    assert desk.series(letter, "ukestall").ended_on == NOW.date()


def test_amending_the_owner_of_a_series_reaches_its_reports(desk: Office) -> None:
    """The owner that a controller names at confirmation answers from the first report on."""
    desk.staff()
    letter = desk.register(reading(MONDAYS))
    desk.do(
        AmendProposal(
            letter=letter, key="ukestall", changes={"owner": "kari@prove.no"}, reason="Avtalt", by=BY
        )
    )
    found = desk.series(letter, "ukestall")
    assert found.owner == desk.occurrence(found, "2026-01-05").owner != ""


BOTH = proposal("2026-08", due("01.06.2030", "Sluttrapport"), due("hver 15. mars", "Resultatnotat"))


def family(office: Office) -> tuple[UUID, UUID]:
    """Accept an assignment in which a note recurs; give the letter and the assignment."""
    letter = office.register(reading(BOTH))
    office.accept(letter)
    head, _ = office.duties(letter, "2026-08")
    return letter, head.id


def test_shielding_an_assignment_shields_what_recurs_in_it(office: Office) -> None:
    """The notes carry the assignment's title, so they are shielded with it, and opened with it."""
    letter, head = family(office)
    office.do(commands.RestrictAccess(duty=head, reason="Offl. § 15", by=BY))
    series = office.series(letter, "2026-08")
    assert series.restricted
    assert office.occurrence(series, "2027-03-15").restricted
    office.do(commands.OpenAccess(duty=head, reason="Ikke lenger", by=BY))
    assert not office.occurrence(series, "2027-03-15").restricted


def test_assigning_an_assignment_gives_what_recurs_in_it_the_same_owner(office: Office) -> None:
    """One owner for the whole, until somebody gives a part of it another."""
    letter, head = family(office)
    office.do(commands.AssignOwner(duty=head, owner="p-1", by=BY))
    series = office.series(letter, "2026-08")
    assert (series.owner, office.occurrence(series, "2027-03-15").owner) == ("p-1", "p-1")
    office.do(commands.AssignOwner(duty=series.id, owner="p-2", by=BY))
    office.do(commands.AssignOwner(duty=head, owner="p-3", by=BY))
    assert office.series(letter, "2026-08").owner == "p-2"


def test_withdrawing_an_assignment_ends_what_recurs_in_it(office: Office) -> None:
    """Nothing is owed of what has lapsed."""
    letter, head = family(office)
    office.do(commands.WithdrawDuty(duty=head, reason="Bortfalt", reference="26/118-4", by=BY))
    series = office.series(letter, "2026-08")
    assert series.ended_on == NOW.date()
    assert office.occurrence(series, "2027-03-15").state is State.WITHDRAWN


def test_adding_what_recurs_to_a_shielded_assignment_shields_it_from_the_start(desk: Office) -> None:
    """No title gets out between the letter and the shield."""
    letter = desk.register(reading(proposal("2026-08", due("01.06.2030", "Sluttrapport"))))
    desk.accept(letter)
    head = desk.duty(letter, "2026-08").id
    desk.do(commands.RestrictAccess(duty=head, reason="Offl. § 15", by=BY))
    later = desk.register(reading(BOTH), "rettet.md", corrects=letter)
    desk.accept(later, "2026-08")
    series = desk.series(later, "2026-08")
    assert series.restricted
    assert all(getattr(desk.store.load(one), "restricted", False) for one in series.reports)
