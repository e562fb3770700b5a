from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest

from events.store.datastore import Datastore
from events.vocabulary.report import ReportDeadlineSet
from events.vocabulary.report_series import Occurrence, SeriesOccurrencesOpened
from projections.due.queries import everything
from projections.engine.duty.due_row import DueRow
from projections.feeds.occurrences import occurrences_differ
from projections.feeds.published import NoCalendar
from projections.feeds.reconcile import Difference, Differences, LetterRow, reconcile
from tests.kit.happened import SOURCE, Past, between, on, stream, undated
from tests.projections.feeds.test_publishing import full
from tests.projections.following import NOON, Following

TODAY = NOON.date()
WEEKLY = undated("hver mandag", form="rrule", pattern="weekly_day", rrule="FREQ=WEEKLY;BYDAY=MO")
MONDAYS = ("2026-02-02", "2026-02-09", "2026-02-16")


def rows(following: Following) -> list[DueRow]:
    """Give the confirmed rows."""
    with following.datastore.reading() as connection:
        return everything(connection)


def compared(following: Following, calendar: bytes | None = None, **more: object) -> Differences:
    """Compare the confirmed rows with a calendar, by default with what is published."""
    content = following.feed() if calendar is None else calendar
    return reconcile(rows(following), content, TODAY, **more)  # type: ignore[arg-type]  # letters


def weekly(*days: str) -> Past:
    """A series that opened a report on each of these days."""
    past = Past().letter().series("uke", WEEKLY)
    opened = tuple(
        Occurrence(report=stream(f"uke {day}"), day=dt.date.fromisoformat(day), working_date=day)
        for day in days
    )
    past.happens(SeriesOccurrencesOpened, "uke", through=dt.date(2026, 2, 16), occurrences=opened)
    for day in days:
        past.report(f"uke {day}", parent=stream("uke"))
        past.happens(ReportDeadlineSet, f"uke {day}", part="", deadline=on(day), source=SOURCE)
    return past


def test_comparing_what_is_published_finds_no_difference(datastore: Datastore) -> None:
    """Every confirmed row has its entry on the right day, and every entry its row."""
    following = Following(datastore, past=full())
    following.past.assignment("S-1", title="Hemmelig").due("S-1", "2026-08-03").shielded("S-1")
    following.past.withdrawn("2026-01").delivered("2026-02", "Del 1")
    outcome = compared(following.follow())
    assert outcome.agree, outcome.differences
    assert outcome.agreeing == 7
    assert outcome.explained == ()


def test_comparing_rows_without_an_entry_says_why(sqlite_datastore: Datastore) -> None:
    """What has no entry is listed with its reason, and is no difference."""
    past = Past().letter()
    past.assignment("open").due("open", undated())
    past.assignment("relative").due("relative", undated(form="relative"))
    past.assignment("impossible").due("impossible", on("2026-06-30", impossible=True))
    past.assignment("early").due("early", "2025-12-31")
    past.assignment("gone").due("gone", between("2026-01-01", "2026-01-01")).withdrawn("gone")
    past.series("monthly", undated("månedlig", form="rrule", rrule="FREQ=MONTHLY"))
    outcome = compared(Following(sqlite_datastore, past=past).follow())
    assert outcome.agree
    reasons = {each.label.split(" · ")[0]: each.reason for each in outcome.explained}
    assert reasons == {
        "open": "open",
        "relative": "relative",
        "impossible": "impossible",
        "early": "outside_window",
        "gone": "cancelled_before",
        "monthly": "rule_without_days",
    }


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"DTSTART;VALUE=DATE:20260313", b"DTSTART;VALUE=DATE:20260312", "wrong_day"),
        (b"DTEND;VALUE=DATE:20260314", b"DTEND;VALUE=DATE:20260315", "wrong_day"),
        (
            b"DTSTART;TZID=Europe/Oslo:20260505T090000",
            b"DTSTART;TZID=Europe/Oslo:20260505T100000",
            "wrong_day",
        ),
        (b"DTSTART;VALUE=DATE:20260601", b"DTSTART;VALUE=DATE:20260602", "wrong_day"),
        (b"SUMMARY:Frist: Oppdrag 2026-01", b"SUMMARY:Frist: Oppdrag 2026-10", "wrong_title"),
        (b" 2026-02 \xe2\x80\x93 Del 2\r\n", b" 2026-02 \xe2\x80\x93 Del 3\r\n", "wrong_title"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "wrong_status"),
    ],
)
def test_comparing_a_falsified_calendar_finds_it(
    sqlite_datastore: Datastore, old: bytes, new: bytes, code: str
) -> None:
    """Each kind of difference is found when it is planted in the published bytes."""
    following = Following(sqlite_datastore, past=full()).follow()
    published = following.feed()
    assert old in published
    outcome = compared(following, published.replace(old, new, 1))
    assert [each.code for each in outcome.differences] == [code]
    assert outcome.agreeing == 5


def test_comparing_a_calendar_with_one_entry_less_and_one_more_finds_both(
    sqlite_datastore: Datastore,
) -> None:
    """Both directions: a row without its entry, an entry without its row, an entry that is there twice."""
    following = Following(sqlite_datastore, past=full()).follow()
    published = following.feed()
    start = published.index(b"BEGIN:VEVENT")
    end = published.index(b"END:VEVENT\r\n") + len(b"END:VEVENT\r\n")
    first = published[start:end]
    uid = first.split(b"UID:")[1].split(b"\r\n")[0]
    twice = published[:end] + first + published[end:]
    other = published.replace(uid, str(uuid4()).encode())
    assert [each.code for each in compared(following, published[:start] + published[end:]).differences] == [
        "missing"
    ]
    assert [each.code for each in compared(following, twice).differences] == ["doubled"]
    assert [each.code for each in compared(following, other).differences] == ["missing", "extra"]


def test_comparing_a_calendar_that_tells_a_shielded_title_finds_it(sqlite_datastore: Datastore) -> None:
    """A leak is a difference too."""
    past = Past().assignment("S-1", title="Omorganisering").due("S-1", "2026-08-03").shielded("S-1")
    following = Following(sqlite_datastore, past=past).follow()
    leaked = following.feed().replace(b"skjermet sak", b"Omorganisering")
    assert [each.code for each in compared(following, leaked).differences] == ["shielded_words"]


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"])
def test_comparing_what_is_no_calendar_is_refused(sqlite_datastore: Datastore, content: bytes) -> None:
    """An error page is not an empty calendar."""
    with pytest.raises(NoCalendar):
        compared(Following(sqlite_datastore, past=full()).follow(), content)


def test_comparing_with_a_letter_finds_what_the_register_lacks_or_has_otherwise(
    sqlite_datastore: Datastore,
) -> None:
    """Every accepted row of a letter stands in the register on its day, or there is a sourced change."""
    following = Following(sqlite_datastore, past=full())
    following.past.postponed("2026-02", "2026-10-08", "Del 2")
    following.follow()
    agreed = LetterRow("ok", (stream("2026-01"),), "", dt.date(2026, 3, 13))
    moved_since = LetterRow("moved", (stream("2026-02"),), "Del 2", dt.date(2026, 10, 1))
    amended = LetterRow("amended", (stream("2026-01"),), "", dt.date(2026, 3, 1), amended=True)
    assert compared(following, letters=(agreed, moved_since, amended)).agree
    other_day = LetterRow("other", (stream("2026-01"),), "", dt.date(2026, 3, 14))
    lost = LetterRow("lost", (stream("nowhere"),), "", dt.date(2026, 3, 14))
    assert compared(following, letters=(other_day, lost)).differences == (
        Difference("day_differs", "other", "14.03.2026", "13.03.2026"),
        Difference("not_in_register", "lost", "14.03.2026"),
    )


def test_comparing_a_series_occurrence_by_occurrence_finds_a_hole_and_a_stranger(
    sqlite_datastore: Datastore,
) -> None:
    """Each day of the rule has its report, and each report its day."""
    through = dt.date(2026, 2, 16)
    whole = rows(Following(sqlite_datastore, past=weekly(*MONDAYS)).follow())
    assert occurrences_differ(stream("uke"), "uke", WEEKLY, through, whole) == []
    hole = [row for row in whole if row.due != dt.date(2026, 2, 9)]
    assert occurrences_differ(stream("uke"), "uke", WEEKLY, through, hole) == [
        Difference("missing", "uke", should="09.02.2026")
    ]
    tuesdays = undated("hver tirsdag", form="rrule", pattern="weekly_day", rrule="FREQ=WEEKLY;BYDAY=TU")
    assert {each.code for each in occurrences_differ(stream("uke"), "uke", tuesdays, through, whole)} == {
        "missing",
        "extra",
    }


def test_comparing_a_series_publishes_each_occurrence_and_not_the_series(sqlite_datastore: Datastore) -> None:
    """Every occurrence is an entry of its own; the series itself has none."""
    outcome = compared(Following(sqlite_datastore, past=weekly(*MONDAYS)).follow())
    assert outcome.agree
    assert outcome.agreeing == 3
