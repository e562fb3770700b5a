from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import assignment, governance_meeting
from events.vocabulary.values import Source
from tests.kit.eventful_year import closed, day, deviates, told
from tests.kit.happened import Past, on, stream, undated
from tests.kit.reported import everything_said, report_of, rows
from workflow.reporting.model import ReportKind

SECRETS = ("Hemmelig tittel", "Hemmelig årsak", "Hemmelig følge", "Hemmelig tiltak", "Hemmelig grunn",
           "Hemmelig frist", "Hemmelig del")  # fmt: skip


def _shielded() -> Past:
    past = Past().letter().assignment("2026-09", title="Hemmelig tittel", raw_title="Hemmelig tittel")
    past.due("2026-09", "2026-03-15").due("2026-09", undated("Hemmelig frist"), "Hemmelig del")
    measure = {"number": 1, "what": "Hemmelig tiltak", "who": "ola", "due": day("2026-03-02"),
               "working_date": day("2026-03-02")}  # fmt: skip
    deviates(past, "2026-09", cause="Hemmelig årsak", consequence="Hemmelig følge", measures=(measure,))
    told(past, "2026-09")
    past.happens(
        assignment.AssignmentDeadlinePostponed,
        "2026-09", part="", deadline=on("2026-05-15"), reason="Hemmelig grunn",
        source=Source(reference="26/1-2"), agreed_on=dt.date(2026, 2, 1),
    )  # fmt: skip
    closed(past, "2026-09")
    return past.shielded("2026-09")


@pytest.mark.parametrize("kind", [ReportKind.YEAR, ReportKind.HALF_YEAR, ReportKind.STATUS])
def test_reporting_what_is_shielded_says_its_reference_and_nothing_of_it(kind: ReportKind) -> None:
    """Of a shielded duty only reference, days and outcome stand, wherever it is spoken of."""
    said = everything_said(report_of(_shielded(), kind, last=dt.date(2026, 6, 1)))
    assert [secret for secret in SECRETS if secret in said] == []
    assert "2026-09" in said
    assert "skjermet" in said


def test_reporting_to_whoever_may_read_it_says_what_is_shielded() -> None:
    """Asked for by one who may, the same report has the words."""
    said = everything_said(report_of(_shielded(), shielded=True))
    assert [secret for secret in SECRETS if secret not in said] == []
    assert "skjermet" not in said


def test_reporting_a_shielded_decision_hides_it_when_the_assignment_is_shielded() -> None:
    """What a meeting decided is no way round the shield of the assignment that it became."""
    past = _shielded().meeting("ESM").held_on("ESM", on("2026-05-05"))
    about = {"number": 1, "text": "Hemmelig vedtak", "duty": stream("2026-09")}
    past.happens(governance_meeting.DecisionRecorded, "ESM", **about)
    assert rows(report_of(past), "decisions") == [["ESM", "1", "skjermet", "2026-09"]]


def test_reporting_what_is_shielded_hides_a_reference_that_was_made_from_its_title() -> None:
    """Where the letter has no number, our key is the title in other letters: no trace says it either."""
    past = (
        Past()
        .letter()
        .assignment("hemmelig-tittel", title="Hemmelig tittel")
        .due("hemmelig-tittel", "2026-03-15")
    )
    said = everything_said(report_of(past.shielded("hemmelig-tittel")))
    assert "hemmelig-tittel" not in said
    assert str(stream("hemmelig-tittel"))[:8] in said


def test_reporting_what_is_shielded_keeps_the_number_that_the_letter_gives() -> None:
    """«2026-FoU4» says nothing of what the assignment is about."""
    past = Past().letter().assignment("2026-FoU4", kind="rd_assignment", title="Hemmelig tittel")
    (row,) = rows(report_of(past.shielded("2026-FoU4")), "rd-assignments")
    assert row[:2] == ["2026-FoU4", "skjermet"]


def test_reporting_where_a_paper_comes_from_names_the_meeting_by_its_title() -> None:
    """A source that is a duty of ours is called as people call it, and not by our key."""
    past = Past().letter().meeting("ledersamling", title="Ledersamling")
    past.assignment("papir", title="Risikobilde", source=Source(reference="ledersamling"))
    (row,) = rows(report_of(past), "goal-1-assignments")
    assert row[:3] == ["\u2013", "Risikobilde", "Ledersamling"]
