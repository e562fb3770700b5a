from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import assignment
from tests.kit.eventful_year import day, deviates
from tests.kit.happened import Past, on, undated
from tests.kit.reported import report_of, rows
from workflow.reporting.model import ReportKind

AUGUST = dt.datetime(2026, 8, 10, 12, 0, tzinfo=dt.UTC)


def _begun(due: str = "2026-12-01") -> Past:
    past = Past().letter().assignment("a").due("a", due).owned("a", "kari", "analyse")
    return past.happens(assignment.AssignmentStarted, "a", started_on=day("2026-02-01"))


def _asked() -> Past:
    wanted = {"deadline": on("2026-12-15"), "reason": "Mangler data", "requested_on": day("2026-02-03")}
    return _begun().happens(assignment.AssignmentPostponementRequested, "a", part="", **wanted)


def _returned() -> Past:
    back = {"returned_on": day("2026-05-01"), "reason": "Mangelfull"}
    return _begun().delivered("a").happens(assignment.AssignmentReturned, "a", part="", **back)


def _not_begun(due: str) -> Past:
    return Past().letter().assignment("a").due("a", due).owned("a", "kari", "analyse")


CASES = {
    "nothing": (_begun(), []),
    "delivered": (_begun().delivered("a"), []),
    "overdue": (_begun("2026-08-09"), ["høy", "fristen er ute"]),
    "due today": (_begun("2026-08-10"), []),
    "material": (deviates(_begun(), "a"), ["høy", "et vesentlig avvik er åpent"]),
    "deviation": (deviates(_begun(), "a", material=False), ["middels", "et avvik er åpent"]),
    "returned": (_returned(), ["middels", "leveransen er sendt tilbake"]),
    "moved": (_begun().postponed("a", "2026-12-20"), ["middels", "fristen er flyttet"]),
    "asked": (_asked(), ["middels", "det er bedt om ny frist"]),
    "no day": (
        _begun().postponed("a", undated()),
        ["middels", "fristen er flyttet og ingen dag er fastsatt"],
    ),
    "nobody": (_begun().owned("a"), ["middels", "ingen er ansvarlig"]),
    "soon": (_not_begun("2026-09-09"), ["middels", "arbeidet er ikke begynt"]),
    "later": (_not_begun("2026-09-10"), []),
    "builds on": (
        _begun("2026-08-01").due("a", "2026-12-01", "Del 2"),
        ["høy", "fristen er ute", "middels", "noe leveransen bygger på, er forsinket"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_finding_risk_gives_the_rule_that_holds_and_no_other(name: str) -> None:
    """Each rule finds what it says, on the day it says; both levels are as the rules tell."""
    past, expected = CASES[name]
    report = report_of(past, ReportKind.HALF_YEAR, AUGUST)
    found = [] if not any(each.key == "risk" for each in report.tables()) else rows(report, "risk")
    assert [text for row in found for text in row[3:5]] == expected
