from __future__ import annotations

import datetime as dt

from events.store.datastore import Datastore
from events.vocabulary import assignment
from events.vocabulary.governance_meeting import MeetingAccessRestricted
from projections.feeds.reconcile import LetterRow
from projections.feeds.tables import feed_marks
from tests.kit.checklist import findings
from tests.kit.eventful_year import arranged, closed, day, deviates, raised, year
from tests.kit.happened import SOURCE, Past, on, stream
from tests.projections.feeds.test_publishing import one, stamps
from tests.projections.feeds.test_reconciling import compared
from tests.projections.following import Following


def test_publishing_a_whole_year_passes_the_checklist_and_agrees(datastore: Datastore) -> None:
    """Deviations, meetings, corrections and ends: the calendar is still the register, row by row."""
    following = Following(datastore, past=year()).follow()
    assert findings(following.feed()) == []
    outcome = compared(following)
    assert outcome.agree, outcome.differences
    assert outcome.agreeing == 12


def test_arranging_a_meeting_gives_its_entry_hours_and_place(sqlite_datastore: Datastore) -> None:
    """Where and when it is held reach every calendar, with a SEQUENCE that says that it is news."""
    past = Past().meeting("esm").held_on("esm", on("2026-05-05"))
    following = Following(sqlite_datastore, past=past).follow()
    before = one(following.feed(), "esm")
    assert "LOCATION" not in before
    arranged(past, "esm")
    after = one(following.follow().feed(), "esm")
    assert str(after["LOCATION"]) == "Møterom 1"
    assert after.decoded("DTSTART").isoformat() == "2026-05-05T09:00:00+02:00"
    assert after.decoded("DTEND").isoformat() == "2026-05-05T11:00:00+02:00"
    arranged(past, "esm", place="Departementet")
    moved = one(following.follow().feed(), "esm")
    assert [stamps(each)[0] for each in (before, after, moved)] == [0, 1, 2]
    assert compared(following).agree


def test_shielding_a_meeting_hides_where_it_is(sqlite_datastore: Datastore) -> None:
    """A place may tell as much as a title."""
    past = arranged(Past().meeting("esm").held_on("esm", on("2026-05-05")), "esm", place="Sikkerhetsrommet")
    past.happens(MeetingAccessRestricted, "esm", reason="offl. § 15")
    body = Following(sqlite_datastore, past=past).follow().feed()
    assert b"Sikkerhetsrommet" not in body


def test_deviating_says_so_in_the_entry_until_it_is_closed(sqlite_datastore: Datastore) -> None:
    """Whoever looks in the calendar sees it, without a new SEQUENCE: the schedule is the same."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-13", "Del 1")
    deviates(past.due("2026-01", "2026-09-15", "Del 2"), "2026-01", part="Del 1")
    following = Following(sqlite_datastore, past=past).follow()
    sentence = "Det er meldt avvik som ikke er lukket."
    first, second = (one(following.feed(), part=part) for part in ("Del 1", "Del 2"))
    assert sentence in str(first["DESCRIPTION"])
    assert sentence not in str(second["DESCRIPTION"])
    assert stamps(first)[0] == 0
    closed(past, "2026-01")
    assert sentence not in str(one(following.follow().feed(), part="Del 1")["DESCRIPTION"])


def test_carrying_over_cancels_the_entry_and_says_what_became_of_it(sqlite_datastore: Datastore) -> None:
    """A calendar keeps it crossed out for a while, with the reason that it lives on elsewhere."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-13")
    carried = {"carried_on": day("2026-02-20"), "reason": "Videreføres", "reference": "Tildelingsbrev 2027"}
    past.happens(assignment.AssignmentCarriedOver, "2026-01", **carried)
    following = Following(sqlite_datastore, past=past).follow()
    entry = one(following.feed())
    assert (str(entry["STATUS"]), stamps(entry)[0]) == ("CANCELLED", 1)
    assert str(entry["SUMMARY"]).startswith("Overført: ")
    assert "Status: overført til neste brev" in str(entry["DESCRIPTION"])
    assert "VALARM" not in entry.to_ical().decode()
    assert compared(following).agree


def test_correcting_a_deadline_moves_its_entry(sqlite_datastore: Datastore) -> None:
    """The right day replaces the wrong one in every calendar, and agrees with the letter's reading too."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-13")
    right = {"deadline": on("2026-03-20"), "reason": "Lest feil", "source": SOURCE}
    past.happens(assignment.AssignmentDeadlineCorrected, "2026-01", part="", **right)
    following = Following(sqlite_datastore, past=past).follow()
    entry = one(following.feed())
    assert (entry.decoded("DTSTART"), stamps(entry)[0]) == (dt.date(2026, 3, 20), 1)
    letter = LetterRow("2026-01", (stream("2026-01"),), "", dt.date(2026, 3, 13))
    assert compared(following, letters=[letter]).agree


def test_following_notices_leaves_every_feed_as_it_is(sqlite_datastore: Datastore) -> None:
    """A thousand mails later nobody fetches a calendar anew."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-13")
    following = Following(sqlite_datastore, past=past).follow()
    before = following.rows(feed_marks)
    assert before
    raised(past, "sendt")
    following.follow()
    assert following.rows(feed_marks) == before
