"""The real letter of 2026, read by hand: every duty, every deadline, every place, every doubt."""

from __future__ import annotations

import functools

import pytest

from tests.workflow.reading.letters import codes, duty, shared, stated
from workflow.reading.documents.door import text_of
from workflow.reading.model import Proposal, Reading
from workflow.reading.reader import read_letter

NUMBERED: dict[str, tuple[str, int | None, dict[str, list[int]]]] = {
    "2022-02": ("assignment", 1, {"2026-12-31": [167, 2208]}),
    "2023-FoU3": ("rd_assignment", 2, {"2026-08-30": [227, 1331, 2210]}),
    "2023-FoU7": ("rd_assignment", 1, {"open": [171, 1337, 2212]}),
    "2023-FoU13": ("rd_assignment", 5, {"2027-08-01": [395, 1339]}),
    "2024-04": ("assignment", 2, {"2026-12-31": [223, 2220], "2026-08-01": [224, 2221]}),
    "2024-07": ("assignment", 3, {"2027-12-31": [313, 2225]}),
    "2024-FoU4": ("rd_assignment", 4, {"2026-11-30": [363, 1344, 2223]}),
    "2025-05": ("assignment", 3, {"2026-12-31": [308, 2233]}),
    "2025-07": ("assignment", 3, {"2026-12-31": [311, 2237]}),
    "2025-10": ("assignment", 6, {"2028-12-31": [427, 2238]}),
    "2025-11": ("assignment", 2, {"open": [220], "2026-01-02": [2239]}),
    "2025-13": ("assignment", 3, {"2026-12-31": [312, 1357, 2242]}),
    "2025-FoU4": ("rd_assignment", 2, {"2026-04-30": [232, 1347, 2226]}),
    "2025-FoU5": ("rd_assignment", 4, {"2026-12-31": [366, 1355, 2236]}),
    "2026-01": ("assignment", 1, {"2026-10-15": [163, 921, 2243]}),
    "2026-02": ("assignment", 2, {"2026-12-31": [207, 949, 964, 2247], "2027-12-31": [208, 954, 965, 2248]}),
    "2026-03": ("assignment", 2, {"2026-12-31": [209, 996, 2250]}),
    "2026-04": ("assignment", 3, {"2028-12-31": [288, 1023, 2253]}),
    "2026-05": ("assignment", 3, {"2026-12-31": [293, 1063, 2257], "2026-10-01": [294, 1065, 2259]}),
    "2026-06": ("assignment", 4, {"2026-06-01": [353, 1112, 2260]}),
    "2026-07": ("assignment", 4, {"2026-09-01": [357, 1156, 2264]}),
    "2026-08": ("assignment", 5, {"2026-12-31": [390, 1186, 2266]}),
    "2026-09": (
        "assignment",
        6,
        {"2026-10-01": [415, 1230], "2027-06-01": [419, 1232, 2272], "2025-10-01": [2271]},
    ),
    "2026-FoU1": ("rd_assignment", 6, {"2026-03-31": [421, 1272, 2276]}),
    "2026-FoU2": (
        "rd_assignment",
        2,
        {"FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1": [211, 1276, 2287], "2030-06-01": [213, 1277, 2288]},
    ),
    "2026-FoU3": ("rd_assignment", 3, {"2027-01-01/2027-06-30": [297, 1279, 2294]}),
    "2026-FoU4": (
        "rd_assignment",
        3,
        {
            "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15": [302, 2299],
            "2026-09-15": [1307],
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15": [1310],
        },
    ),
}
"""Reference: kind, goal, and what each deadline falls on with every line that states it."""

CALENDAR: list[tuple[int, str, list[str]]] = [
    (740, "meeting", ["2026-03-01/2026-03-31"]),
    (741, "meeting", ["2026-04-01/2026-04-30"]),
    (742, "meeting", ["2026-09-01/2026-09-30"]),
    (2122, "report", ["FREQ=WEEKLY;BYDAY=MO"]),
    (2123, "meeting", ["FREQ=MONTHLY"]),
    (2125, "report", ["FREQ=MONTHLY;BYMONTHDAY=1"]),
    (2129, "report", ["FREQ=MONTHLY;BYDAY=1MO"]),
    (2138, "input", ["relative"]),
    (2141, "input", ["2026-01-01/2026-01-31"]),
    (2143, "input", ["2026-03-01/2026-03-31"]),
    (2145, "input", ["2026-06-01/2026-06-30"]),
    (2147, "input", ["2026-10-01/2026-10-31"]),
    (2149, "report", ["2026-01-31", "2026-05-31", "2026-09-30"]),
    (2156, "report", ["2026-01-15"]),
    (2158, "report", ["2026-10-02"]),
    (2159, "report", ["2026-04-01"]),
    (2162, "report", ["2026-03-15"]),
    (2164, "report", ["2026-05-01/2026-05-31", "2026-08-01/2026-08-31"]),
    (2169, "report", ["2026-05-21/2026-05-31", "2026-09-01/2026-09-10"]),
    (2178, "report", ["2026-06-01"]),
    (2179, "report", ["2026-06-01"]),
    (2181, "report", ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20"]),
    (2184, "report", ["FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"]),
    (2189, "report", ["2026-08-15"]),
    (2191, "report", ["2026-10-01", "2026-11-15"]),
    (2198, "report", ["2026-04-01/2026-04-30", "2026-09-01/2026-09-30"]),
    (2200, "input", ["2026-10-11/2026-10-20"]),
]
"""Line of the row, kind, and what its deadlines fall on."""

DOUBTS = {
    "2023-FoU13": {"missing_in_calendar"},
    "2024-04": {"parts_out_of_order"},
    "2025-11": {"dates_disagree"},
    "2026-02": {"reference_differs"},
    "2026-03": {"reference_differs"},
    "2026-05": {"reference_differs"},
    "2026-09": {"dates_disagree", "before_letter"},
    "2026-FoU3": {"two_readings"},
    "2026-FoU4": {"dates_disagree"},
}
NO_DEADLINE = [4, 83, 453, 459, 524, 685, 748, 892, 941, 1004, 1208, 1364, 1365, 1575, 1718, 1725, 2073, 2091]


@functools.cache
def _reading() -> Reading:
    return read_letter(text_of("brev.txt", shared("letters/imdi-tildelingsbrev-2026.txt")), 2026)


def _at(line: int) -> Proposal:
    (found,) = [one for one in _reading().proposals if line in {place.line for place in one.places}]
    return found


@pytest.mark.parametrize("reference", NUMBERED)
def test_reading_the_real_letter_when_numbered_gives_every_place_of_every_deadline(reference: str) -> None:
    """Each numbered assignment has its kind, its goal, its deadlines, and every line that states them."""
    kind, goal, expected = NUMBERED[reference]

    found = duty(_reading(), reference)

    assert (found.kind, found.goal) == (kind, goal)
    assert {stated(one.deadline): [p.line for p in one.places] for one in found.deadlines} == expected


def test_reading_the_real_letter_when_numbered_gives_no_other_assignment() -> None:
    """Different writings of one id are one assignment; nothing else becomes one."""
    references = [one.reference for one in _reading().proposals if one.reference]

    assert sorted(references) == sorted(NUMBERED)


@pytest.mark.parametrize(("line", "kind", "expected"), CALENDAR, ids=lambda value: str(value)[:12])
def test_reading_the_real_letter_when_in_the_calendar_gives_each_row(
    line: int, kind: str, expected: list[str]
) -> None:
    """Each row of the meeting calendar and the reporting calendar is one duty with its own deadlines."""
    found = _at(line)

    assert found.kind == kind
    assert set(expected) <= {stated(one.deadline) for one in found.deadlines}


def test_reading_the_real_letter_when_places_disagree_names_the_doubts() -> None:
    """The numbered assignments raise exactly the doubts that a careful reader raises."""
    raised = {p.reference: codes(p) for p in _reading().proposals if p.reference and codes(p)}

    assert raised == DOUBTS


def test_reading_the_real_letter_when_the_risk_report_disagrees_says_so() -> None:
    """The text says April and October, the calendar April and September."""
    assert codes(_at(2198)) == {"dates_disagree"}


def test_reading_the_real_letter_when_promises_are_not_kept_doubts_the_letter() -> None:
    """A second governance meeting is promised and not listed, and a date was never filled in."""
    raised = [(doubt.code, doubt.places[0].line) for doubt in _reading().doubts]

    assert set(raised) == {("meeting_missing", 722), ("meeting_missing", 658), ("placeholder", 2204)}


@pytest.mark.parametrize("line", [711, 719, 592, 1492])
def test_reading_the_real_letter_when_prose_states_a_deadline_places_it(line: int) -> None:
    """Deadlines in running text are placed, the ones of the calendar with the calendar's row."""
    places = {place.line for p in _reading().proposals for d in p.deadlines for place in d.places}

    assert line in places


@pytest.mark.parametrize("line", NO_DEADLINE)
def test_reading_the_real_letter_when_a_date_is_no_deadline_lists_it_with_a_reason(line: int) -> None:
    """Decisions, rules taking effect, targets, figure days and history are accounted for and not claimed."""
    placed = {place.line for p in _reading().proposals for d in p.deadlines for place in d.places}

    assert line in {one.place.line for one in _reading().unplaced}
    assert line not in placed


def test_reading_the_real_letter_when_done_accounts_for_every_phrase() -> None:
    """Phrases found are those placed and those unplaced."""
    reading = _reading()
    placed = {(p.line, p.quote) for one in reading.proposals for d in one.deadlines for p in d.places}

    assert reading.phrases > 200
    assert len(placed) <= reading.phrases - len(reading.unplaced)
    assert reading.source.lines == 2305
