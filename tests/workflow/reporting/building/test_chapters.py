from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import assignment, governance_meeting
from events.vocabulary.values import Mention, Source
from tests.kit.eventful_year import day, deviates, measure, told
from tests.kit.happened import SOURCE, Past, on, stream
from tests.kit.reported import report_of, rows, section
from workflow.reporting.model import Paragraph, ReportKind


def _given(name: str = "2026-01") -> Past:
    return Past().letter().assignment(name).due(name, "2026-03-15")


def test_reporting_a_moved_deadline_says_first_new_and_what_was_agreed() -> None:
    """The deadline as first given and as it became stand side by side, with day and reference."""
    past = _given().happens(
        assignment.AssignmentDeadlinePostponed,
        "2026-01", part="", deadline=on("2026-04-15"), reason="Mangler data",
        source=Source(reference="26/12-4"), agreed_on=dt.date(2026, 3, 1),
    )  # fmt: skip
    past.happens(
        assignment.AssignmentDelivered,
        "2026-01",
        part="",
        delivered_on=dt.date(2026, 4, 10),
        reference="26/12-7",
    )
    past.happens(
        assignment.AssignmentAccepted, "2026-01", accepted_on=dt.date(2026, 5, 2), reference="26/12-9"
    )
    (row,) = rows(report_of(past), "goal-1-assignments")
    assert row == [
        "2026-01", "Oppdrag 2026-01", "Tildelingsbrev 2026 av 18.12.2025, linje 207", "15.03.2026",
        "15.04.2026 (avtalt 01.03.2026, 26/12-4)", "10.04.2026 (26/12-7)", "02.05.2026 (26/12-9)",
        "5 dager før fristen, etter avtalt utsettelse", "",
    ]  # fmt: skip
    moved = rows(report_of(past), "postponements")
    assert moved == [
        ["2026-01", "fristen flyttet", "01.03.2026", "15.03.2026", "15.04.2026", "Mangler data", "26/12-4",
         "Siv Controller"],
    ]  # fmt: skip


def test_reporting_a_refused_request_says_what_was_asked_and_answered() -> None:
    """A no stands in the report with the request it answers; the deadline has not moved."""
    wanted = {"deadline": on("2026-06-15"), "reason": "Mangler data", "requested_on": day("2026-02-03")}
    past = _given().happens(assignment.AssignmentPostponementRequested, "2026-01", part="", **wanted)
    answer = {"refused_on": day("2026-02-10"), "reason": "For sent", "reference": "26/3"}
    past.happens(assignment.AssignmentPostponementRefused, "2026-01", part="", **answer)
    found = rows(report_of(past), "postponements")
    assert [row[1:5] for row in found] == [
        ["ba om ny frist", "03.02.2026", "15.03.2026", "15.06.2026"],
        ["avslag på ny frist", "10.02.2026", "15.03.2026", ""],
    ]
    first = section(report_of(past), "postponements").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "Ingen frister ble flyttet i perioden."


@pytest.mark.parametrize(
    ("told_on", "words"), [("2026-01-06", "innen én virkedag"), ("2026-01-07", "senere enn én virkedag")]
)
def test_reporting_a_material_deviation_says_whether_the_ministry_was_told_at_once(
    told_on: str, words: str
) -> None:
    """At once is by the end of the working day after it was recorded as material (here 5 January)."""
    past = deviates(
        _given(), "2026-01", discovered_on=day("2026-01-05"), measures=(measure(1, "2026-03-02"),)
    )
    about = {"deviation": next(iter(_deviations(past))), "told_on": day(told_on), "how": "e-post"}
    past.happens(assignment.AssignmentMinistryTold, "2026-01", **about)
    (row,) = rows(report_of(past), "deviations")
    assert row[3:7] == ["ja", "Lite data", "Forsinkes", f"{day(told_on):%d.%m.%Y} (e-post); {words}"]
    assert rows(report_of(past), "measures") == [
        ["2026-01", "Hente data", "02.03.2026", "fristen er ute", ""]
    ]


def _deviations(past: Past) -> list[object]:
    return [
        event.deviation for event in past.events if isinstance(event, assignment.AssignmentDeviationReported)
    ]


def test_reporting_a_meeting_says_when_its_agenda_was_settled_too_late() -> None:
    """The instruction wants the agenda a week ahead; fewer days are said, and the decisions are listed."""
    past = Past().letter().meeting("ESM").held_on("ESM", on("2026-05-05"))
    past.happens(governance_meeting.AgendaSettled, "ESM", settled_on=day("2026-04-30"), agenda="Status")
    past.happens(governance_meeting.MeetingHeld, "ESM", part="", delivered_on=day("2026-05-05"))
    past.assignment("2026-31")
    past.happens(governance_meeting.DecisionRecorded, "ESM", number=1, text="Utrede", duty=stream("2026-31"))
    report = report_of(past)
    (row,) = rows(report, "meetings")
    assert row[2:] == ["05.05.2026", "30.04.2026", "05.05.2026", "", "", "dagsorden fastsatt 5 dager før"]
    assert rows(report, "decisions") == [["ESM", "1", "Utrede", "2026-31"]]


def test_reporting_what_ended_says_where_it_went_and_who_approved() -> None:
    """What is carried over points to its successor, and what lapsed to the approval."""
    past = _given().assignment("2026-02").withdrawn("2026-02").assignment("2027-01")
    carried = {"carried_on": day("2026-12-20"), "reason": "Videreføres", "reference": "Tildelingsbrev 2027"}
    past.happens(assignment.AssignmentCarriedOver, "2026-01", **carried, to=stream("2027-01"))
    report = report_of(past)
    assert rows(report, "carried") == [
        ["2026-01", "Oppdrag 2026-01", "20.12.2026", "2027-01", "Videreføres", "Tildelingsbrev 2027"]
    ]
    assert rows(report, "lapsed") == [["2026-02", "Oppdrag 2026-02", "01.02.2026", "Bortfalt", "26/12-9"]]


def test_reporting_what_was_given_orally_says_when_it_was_confirmed() -> None:
    """What was given by word of mouth stands with the writing that confirms it, or without."""
    past = Past().letter().assignment("2026-02", orally=True, given_on=day("2026-01-06"))
    past.assignment("2026-04", orally=True, given_on=day("2026-01-07"))
    source = Source(reference="26/12-3")
    past.happens(
        assignment.AssignmentConfirmedInWriting, "2026-04", confirmed_on=day("2026-01-20"), source=source
    )
    assert [row[2:] for row in rows(report_of(past), "orally")] == [
        ["06.01.2026", "ikke bekreftet"],
        ["07.01.2026", "20.01.2026 (26/12-3)"],
    ]


def test_reporting_in_the_order_of_the_letter_puts_a_later_letter_after() -> None:
    """The annex has the lines of the first letter in their order, then those of the supplement."""
    past = Past().letter().letter("nr2", channel="supplementary_letter", dated_on=day("2026-05-02"))
    later = Source(letter=stream("nr2"), mentions=(Mention(line=3),))
    past.assignment("C", source=later)
    for name, line in (("B", 90), ("A", 12)):
        past.assignment(name, source=SOURCE.model_copy(update={"mentions": (Mention(line=line),)}))
    found = rows(report_of(past), "annex")
    assert [row[0] for row in found] == ["A", "B", "C"]


def test_reporting_in_nynorsk_says_so_in_every_sentence() -> None:
    """The same year in nynorsk has the same numbers in other words."""
    past = told(deviates(_given().delivered("2026-01", day="2026-03-17"), "2026-01"), "2026-01")
    (row,) = rows(report_of(past, language="nn"), "goal-1-assignments")
    assert row[7] == "2 dagar for seint"
    report = report_of(past, ReportKind.HALF_YEAR, language="nn")
    assert report.title == "Halvårsrapport 2026"
    first = section(report, "deviations").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "Det er 1 avvik i perioden. 1 er vesentleg. Ingen er lukka."
