"""From a meeting as it stands to what its attendees' calendars get."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar

from calendars.ical.invitation import Method, Organizer
from projections.engine.duty.state import Attendee, Duty, Meeting
from tests.workflow.notices.made import duty, undated
from workflow.invitations.ics import NoDayToInviteTo, invitation_ics
from workflow.invitations.uid import invitation_uid

AT = dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC)
ORGANIZER = Organizer("Prøveetaten", "fristvakt@prove.example")
GUESTS = {"p-1": ("Åse Øvrebø", "ase@prove.example"), "p-2": ("Bo Vik", "bo@prove.example")}


def meeting(**more: object) -> Duty:
    """Give a meeting that two are invited to and one no longer is; the second of them has said yes."""
    made = duty("2026-10-14", name="M-1", kind="meeting", title="Styringsmøte")
    made.meeting = Meeting(
        place="Rom 3",
        starts_at=dt.time(10),
        sequence=4,
        attendees={"p-1": Attendee("p-1"), "p-2": Attendee("p-2", "accepted")},
        uninvited={"p-3": 2},
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def event(made: Duty, method: Method = "REQUEST", guests: dict[str, tuple[str, str]] = GUESTS):  # noqa: ANN201 - icalendar has no types
    """Give the event as a calendar reads it."""
    (found,) = Calendar.from_ical(invitation_ics(made, method, guests, ORGANIZER, AT)).walk("VEVENT")
    return found


def test_inviting_names_everyone_with_an_address_and_what_they_answered() -> None:
    """Whoever left the directory is left out."""
    found = event(meeting(), guests={"p-2": GUESTS["p-2"], "p-9": ("Fremmed", "x@y.no")})
    assert str(found["ATTENDEE"]) == "mailto:bo@prove.example"
    assert found["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert (found["SEQUENCE"], str(found["LOCATION"])) == (4, "Rom 3")


def test_inviting_uses_one_uid_for_the_meeting_s_whole_life() -> None:
    """Requests, updates and cancellations are of one thing."""
    uids = {str(event(made)["UID"]) for made in (meeting(), meeting(title="Nytt navn", state="withdrawn"))}
    assert uids == {str(invitation_uid(meeting().id))}


def test_cancelling_for_one_has_the_number_of_that_cancellation() -> None:
    """The others were told more since; this one was uninvited at the second."""
    found = event(meeting(), "CANCEL", {"p-3": ("Kari", "kari@prove.example")})
    assert (found["SEQUENCE"], found.get("STATUS")) == (2, None)


@pytest.mark.parametrize("state", ["withdrawn", "carried_over"])
def test_cancelling_the_meeting_says_that_it_is_off(state: str) -> None:
    """For everybody, and so the calendar may strike it."""
    assert str(event(meeting(state=state), "CANCEL")["STATUS"]) == "CANCELLED"


def test_cancelling_when_the_day_was_taken_away_names_the_day_that_is_off() -> None:
    """Calendars look the entry up by its UID, and show the day it had."""
    made = meeting()
    made.parts[""].dropped = True
    assert event(made, "CANCEL")["DTSTART"].dt.date() == dt.date(2026, 10, 14)


def test_inviting_to_a_shielded_meeting_hides_title_and_agenda() -> None:
    """Mail leaves the house."""
    made = meeting(shielded=True)
    assert made.meeting is not None
    made.meeting.agenda = "1. Hemmelig"
    found = event(made)
    assert str(found["SUMMARY"]) == "skjermet møte"
    assert "Hemmelig" not in str(found["DESCRIPTION"])
    assert "Styringsmøte" not in found.to_ical().decode()


def test_inviting_to_a_meeting_that_never_had_a_day_is_an_error() -> None:
    """The aggregate refuses to invite to it, so nobody can have been."""
    with pytest.raises(NoDayToInviteTo):
        event(duty(undated(), kind="meeting"))
