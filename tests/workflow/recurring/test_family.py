"""What recurs follows the duty that it recurs in: deputies, comments, and the end of both."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.store.datastore import Datastore
from tests.kit.office import BY, Office
from workflow.duty.aggregate import Duty
from workflow.duty.commands import AssignDeputy, CarryOver, Comment, ReopenDuty
from workflow.duty.refusals import CommentMissing, OwnDeputy, SeriesHasNoDelivery
from workflow.giving.commands import GiveDuty
from workflow.identity import series_id
from workflow.lifecycle import State
from workflow.report_series.report_series import ReportSeries


class Home(Office):
    """An office with one assignment in which something recurs every Monday."""

    def begin(self) -> Home:
        """Give the assignment."""
        parts = (("Notat", "01.10.2026"), ("Status", "hver mandag"))
        command = GiveDuty(
            title="Følge opp", parts=parts, owner="p-1", channel="email", source="26/1-1", by=BY
        )
        found = self.do(command).facts["duty"]
        assert isinstance(found, UUID)
        self.head = found
        return self

    @property
    def series(self) -> ReportSeries:
        """Give the series."""
        found = self.store.load(series_id(self.head, "Status"))
        assert isinstance(found, ReportSeries)
        return found

    def reports(self) -> list[Duty]:
        """Give what the series opened."""
        found = [self.store.load(one) for one in self.series.reports]
        return [one for one in found if isinstance(one, Duty)]


@pytest.fixture
def home(sqlite_datastore: Datastore) -> Home:
    """An office with the assignment."""
    return Home(sqlite_datastore).begin()


def test_giving_a_duty_a_deputy_gives_what_recurs_the_same(home: Home) -> None:
    """The series, and every open report that had the deputy before."""
    other = home.reports()[0].id
    home.do(AssignDeputy(duty=other, deputy="p-9", by=BY))
    home.do(AssignDeputy(duty=home.head, deputy="p-2", by=BY))
    assert home.series.deputy == "p-2"
    assert {one.deputy for one in home.reports() if one.id != other} == {"p-2"}
    assert next(one for one in home.reports() if one.id == other).deputy == "p-9"


def test_giving_a_series_its_owner_as_deputy_is_refused(home: Home) -> None:
    """Whoever stands in is somebody else."""
    with pytest.raises(OwnDeputy):
        home.do(AssignDeputy(duty=home.series.id, deputy="p-1", by=BY))


def test_commenting_on_a_series_is_written_once(home: Home) -> None:
    """The series has comments of its own; they say something."""
    comment = Comment(duty=home.series.id, comment="Sendes fra regionene", by=BY)
    assert home.do(comment).changed
    assert not home.do(comment).changed
    with pytest.raises(CommentMissing):
        home.do(Comment(duty=home.series.id, comment=" ", by=BY))


def test_carrying_a_duty_over_ends_what_recurs_in_it(home: Home) -> None:
    """The next letter gives its own rhythm; what is due from that day on lapses."""
    home.do(CarryOver(duty=home.head, reason="Videreføres", reference="27/1-1", by=BY))
    assert home.series.state is State.WITHDRAWN
    assert {one.state for one in home.reports()} == {State.WITHDRAWN}
    head = home.store.load(home.head)
    assert isinstance(head, Duty)
    assert head.state is State.CARRIED_OVER


def test_carrying_a_series_over_ends_it_and_reopening_it_is_refused(home: Home) -> None:
    """A rhythm that has ended is given anew by its source."""
    home.do(CarryOver(duty=home.series.id, to=home.head, reason="Videreføres", by=BY))
    assert home.series.ended_on is not None
    with pytest.raises(SeriesHasNoDelivery):
        home.do(ReopenDuty(duty=home.series.id, reason="Likevel", by=BY))
