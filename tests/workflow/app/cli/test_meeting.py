"""Meetings on the command line, from the day that is not set to the assignment that was decided."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from calendars.ical.invitation import Organizer
from projections.reminders import queries as reminders
from tests.kit.command_line import CommandLine
from tests.workflow.invitations.replies import google, outlook
from workflow.app.settings import from_environment
from workflow.app.wiring import bootstrap
from workflow.invitations.ics import invitation_ics
from workflow.invitations.uid import invitation_uid

MOVE = ("--reason", "Etter avtale", "--source", "26/101-3")


@pytest.fixture
def meeting(fristvakt: CommandLine) -> CommandLine:
    """Give a command line with a meeting «M-1» in a window, and two people."""
    given = ("duty", "give", "Etatsstyringsmøte", "--kind", "meeting", "--due", "i januar 2027")
    fristvakt.with_people().done(*given, "--number", "M-1", "--channel", "email", "--source", "26/101-1")
    return fristvakt


def dated(meeting: CommandLine, day: str = "14.01.2027 kl. 10–12") -> CommandLine:
    """Give the meeting its day."""
    number = plan_of(meeting, day)
    meeting.done("meeting", "move", "M-1", "--to", day, *MOVE, "--confirm", number)
    return meeting


def plan_of(meeting: CommandLine, day: str, *more: str) -> str:
    """Give the number of the plan that is shown."""
    shown = meeting.done("meeting", "move", "M-1", "--to", day, *MOVE, *more).out
    found = re.search(r"--confirm ([0-9a-f]+)", shown)
    assert found, shown
    return found[1]


def test_moving_shows_the_plan_and_moves_when_confirmed(meeting: CommandLine) -> None:
    """Every date before and after; nothing is changed until the number of the plan is given."""
    meeting.done("meeting", "paper", "M-1", "--title", "Risiko", "--due", "to uker før møtet")
    shown = meeting.done("meeting", "move", "M-1", "--to", "14.01.2027", *MOVE).out
    assert "01.01.2027–31.01.2027" in shown
    assert "tor. 14.01.2027" in shown
    assert "tor. 31.12.2026" in shown
    assert "Ingenting er flyttet ennå" in shown
    assert meeting.done("meeting", "show", "M-1", "--format", "json").json["day"] is None
    number = plan_of(meeting, "14.01.2027")
    done = meeting.done("meeting", "move", "M-1", "--to", "14.01.2027", *MOVE, "--confirm", number)
    assert "Flyttet som vist." in done.out
    told = meeting.done("meeting", "show", "M-1", "--format", "json").json
    assert (told["day"], told["hanging"][0]["day"]) == ("2027-01-14", "2026-12-31")


def test_moving_by_a_plan_that_no_longer_holds_is_refused(meeting: CommandLine) -> None:
    """What was shown is no longer so."""
    number = plan_of(meeting, "14.01.2027")
    meeting.done("meeting", "paper", "M-1", "--title", "Risiko", "--due", "to uker før møtet")
    told = meeting.refused("meeting", "move", "M-1", "--to", "14.01.2027", *MOVE, "--confirm", number)
    assert "Ingenting er flyttet" in told


def test_keeping_a_paper_out_of_the_move_shows_it_as_astray(meeting: CommandLine) -> None:
    """It stays, and the meeting's page says that it is not where the day puts it."""
    dated(meeting).done("meeting", "paper", "M-1", "--title", "Risiko", "--due", "to uker før møtet")
    number = plan_of(meeting, "21.01.2027", "--keep", "M-1/papir-1")
    words = ("--to", "21.01.2027", *MOVE, "--keep", "M-1/papir-1", "--confirm", number)
    assert "står: holdt utenfor" in meeting.done("meeting", "move", "M-1", *words).out
    assert "står ikke der møtedagen tilsier" in meeting.done("meeting", "show", "M-1").out


def test_settling_the_agenda_late_is_done_and_told(meeting: CommandLine) -> None:
    """Late is allowed, with the day it should have been."""
    dated(meeting)
    meeting.now = dt.datetime(2027, 1, 12, 9, 0, tzinfo=dt.UTC)
    told = meeting.done("meeting", "agenda", "M-1", "1. Risiko", "2. Økonomi").out
    assert "07.01.2027" in told
    assert "fastsatt 12.01.2027" in meeting.done("meeting", "list").out


def test_following_a_meeting_from_held_to_its_assignment(meeting: CommandLine) -> None:
    """Held, minutes, approved, decided; the assignment belongs to the meeting."""
    dated(meeting)
    meeting.now = dt.datetime(2027, 1, 15, 9, 0, tzinfo=dt.UTC)
    assert "ikke avholdt" in meeting.refused("meeting", "decide", "M-1", "Utredes")
    meeting.done("meeting", "held", "M-1", "--on", "14.01.2027")
    meeting.done("meeting", "minutes", "M-1", "--reference", "27/5-2")
    decide = (
        "meeting",
        "decide",
        "M-1",
        "Ordningen utredes",
        "--assignment",
        "Utrede",
        "--due",
        "01.06.2027",
    )
    assert "M-1/vedtak-1" in meeting.done(*decide, "--owner", "Åse Øvrebø").out
    assert "Ingen endring" in meeting.done(*decide, "--owner", "Åse Øvrebø").out
    meeting.done("meeting", "approve", "M-1", "--reference", "27/5-3")
    shown = meeting.done("show", "M-1/vedtak-1").out
    assert "27/5-2" in shown
    assert "M-1" not in meeting.done("meeting", "list").out
    assert "Ordningen utredes → M-1/vedtak-1" in meeting.done("meeting", "show", "M-1").out
    assert "M-1/vedtak-1" in meeting.done("show", "M-1").out


def test_reading_replies_matches_what_was_sent_out(meeting: CommandLine, tmp_path: Path) -> None:
    """The invitation's UID comes back with the answer; what matches nothing is listed; twice is once."""
    dated(meeting).done("meeting", "invite", "M-1", "Åse Øvrebø")
    uid = str(_invitation(meeting)["UID"])
    box = tmp_path / "svar"
    box.mkdir()
    (box / "1.eml").write_bytes(outlook(uid=uid.upper()))
    (box / "2.eml").write_bytes(google())
    (box / "3.eml").write_bytes(outlook(address="fremmed@annen.example", uid=uid))
    (box / "4.eml").write_bytes(b"Content-Type: text/calendar\n\ntull")
    (box / "5.eml").write_bytes(outlook(address="kari@prove.example", uid=uid))
    read = ("meeting", "replies", box, "--format", "json")
    fates = {one["where"]: one["fate"] for one in meeting.done(*read).json}
    assert fates == {
        "1.eml": "recorded",
        "2.eml": "unknown_meeting",
        "3.eml": "unknown_person",
        "4.eml": "unreadable",
        "5.eml": "not_invited",
    }
    (invited,) = meeting.done("meeting", "show", "M-1", "--format", "json").json["invited"]
    assert (invited["reply"], invited["comment"]) == ("accepted", "Kommer litt sent, men kommer")
    assert {one["where"]: one["fate"] for one in meeting.done(*read).json}["1.eml"] == "known"
    assert "godtatt" in meeting.done("meeting", "show", "M-1").out


def test_reading_a_reply_to_the_day_before_it_was_moved_shows_it_as_stale(
    meeting: CommandLine, tmp_path: Path
) -> None:
    """A yes to the old day is kept, and asks for a new one."""
    dated(meeting).done("meeting", "invite", "M-1", "Åse Øvrebø")
    (tmp_path / "svar.eml").write_bytes(outlook(uid=_invitation(meeting)["UID"]))
    dated(meeting, "21.01.2027")
    told = meeting.done("meeting", "replies", tmp_path / "svar.eml").out
    assert "registrert, men møtet er endret siden" in re.sub(r"\s+", " ", told)
    assert "har ikke svart" in meeting.done("meeting", "show", "M-1").out


def test_asking_for_hours_that_are_none_is_wrong_use(meeting: CommandLine) -> None:
    """Said in the user's words."""
    assert "10.00–12.00" in meeting.misused("meeting", "arrange", "M-1", "--at", "25-26")


def _invitation(meeting: CommandLine):  # noqa: ANN202 - icalendar has no types of its own
    """Give the invitation as it would be mailed now."""
    app = bootstrap(from_environment(meeting.environment), clock=lambda: meeting.now)
    try:
        with app.datastore.reading() as connection:
            (found,) = [one for one in reminders.open_duties(connection) if one.reference == "M-1"]
        guests = {one.id: (one.name, one.email) for one in app.directory.people()}
        organizer = Organizer("Prøveetaten", "fristvakt@prove.example")
        written = invitation_ics(found, "REQUEST", guests, organizer, meeting.now)
    finally:
        app.close()
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert str(event["UID"]) == str(invitation_uid(found.id))
    return event
