from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from events.vocabulary import assignment
from scripts.simulation.checks import (
    alerts,
    digests,
    invitations,
    ladders,
    once,
    reading_back,
    shielded,
    still_so,
    when,
)
from scripts.simulation.checks.every import CHECKS, Check, violations
from scripts.simulation.evidence import Evidence
from scripts.simulation.instants import at
from tests.simulation.made_year import (
    DELIVERED_AT,
    DUE,
    DUTY,
    GIVEN_AT,
    ICS,
    OWNER,
    SOURCE,
    STAFF,
    TITLE,
    about,
    also,
    changed,
    deadline,
    notice,
    person,
    recorded,
    sound,
    told,
    without,
)

SATURDAY, FRIDAY = dt.date(2026, 5, 9), dt.date(2026, 5, 8)
DEVIATION = DUTY
MANAGER = STAFF.managers[0]


def at_another_time(hour: int, day: dt.date = FRIDAY) -> Evidence:
    """Let a reminder come at another hour."""
    return also(sound(), notice("chase", at(day, hour), step="1"))


def in_quiet_hours() -> Evidence:
    """Let the owner want quiet at the hour of the first reminder."""
    evidence = sound()
    members = tuple(replace(one, quiet=(6, 9)) if one == OWNER else one for one in STAFF.members)
    return replace(evidence, office=replace(evidence.office, staff=replace(STAFF, members=members)))


def said_again() -> Evidence:
    """Let another mail carry a step that was carried before."""
    return also(sound(), notice("deadline", at(FRIDAY, 8), step="-10"))


def mail_again() -> Evidence:
    """Let one mail arrive twice."""
    evidence = sound()
    return replace(evidence, arrived=[*evidence.arrived, evidence.arrived[0]])


def same_words() -> Evidence:
    """Let two notices be told in the same words."""
    twins = (notice("chase", at(FRIDAY, hour), version=str(hour)) for hour in (8, 10))
    return also(sound(), *twins, words=f"Spør departementet om {TITLE} (2026-02).")


def two_at_once() -> Evidence:
    """Let a person get two reminders at the same moment."""
    return also(sound(), *(notice("chase", at(FRIDAY, 8), version=each) for each in ("1", "2")))


def without_notice() -> Evidence:
    """Let a mail arrive that nothing was recorded of."""
    evidence = sound()
    stray = also(evidence, notice("chase", at(FRIDAY, 8))).arrived[-1:]
    return replace(evidence, arrived=[*evidence.arrived, *stray])


def after_delivery() -> Evidence:
    """Let a reminder come after the delivery."""
    return also(sound(), notice("deadline", at(dt.date(2026, 5, 26), 7), step="+1"))


def after_moving() -> Evidence:
    """Let the deadline have been moved before its last steps."""
    moved = assignment.AssignmentDeadlinePostponed(
        **about(5, timestamp=at(dt.date(2026, 5, 20), 10)),
        part="",
        deadline=deadline(dt.date(2026, 8, 20)),
        reason="Avtalt",
        source=SOURCE,
    )
    return recorded(sound(), moved)


def a_step_too_many() -> Evidence:
    """Let a reminder come that is no step of the ladder."""
    return also(sound(), notice("deadline", at(FRIDAY, 7), step="-9"))


def never_ended() -> Evidence:
    """Let a notice be raised and never sent."""
    evidence = sound()
    return replace(evidence, events=[*evidence.events, notice("chase", at(FRIDAY, 8))])


def undelivered() -> Evidence:
    """Let nobody have delivered, so that the deadline was missed."""
    return recorded(sound(), instead_of=assignment.AssignmentDelivered)


def reported(material: bool) -> Evidence:
    """Let a deviation have been reported of which nobody hears."""
    event = assignment.AssignmentDeviationReported(
        **about(5, timestamp=at(FRIDAY, 10)),
        deviation=DEVIATION,
        part="",
        discovered_on=FRIDAY,
        cause="Forsinket",
        consequence="Senere",
        material=material,
    )
    return recorded(sound(), event)


def digest(hour: int = 8, day: dt.date = dt.date(2026, 5, 25), words: str = "", **more: object) -> Evidence:
    """Let one digest more come."""
    fields = {"duty": None, "subject": person(OWNER), "version": f"{day:%G-W%V}", "role": "reader"} | more
    return also(sound(), notice("digest", at(day, hour), **fields), words=words)


def without_digest() -> Evidence:
    """Let a digest be missing in a week in which something is due."""
    evidence = sound()
    return without(evidence, next(raised for raised in told() if raised.kind == "digest"))


def shown_to_others() -> Evidence:
    """Let a shielded title stand in a mail to somebody else."""
    shield = assignment.AssignmentAccessRestricted(**about(5, timestamp=GIVEN_AT), reason="§ 15")
    told_other = notice("missed", at(FRIDAY, 8), MANAGER, role="manager")
    return also(recorded(sound(), shield), told_other, reader=MANAGER)


def invited(sequence: int, *, method: str = "REQUEST", day: dt.date = FRIDAY) -> Evidence:
    """Let an invitation come whose calendar says this."""
    raised = notice("invitation", at(day, 8), version="2", step="request", role="attendee")
    entry = f"UID:1\r\nSEQUENCE:{sequence}\r\nATTENDEE:mailto:{OWNER.email}\r\n"
    calendar = ICS.replace("UID:1\r\n", entry).replace("BEGIN:VEVENT", f"METHOD:{method}\r\nBEGIN:VEVENT")
    return also(sound(), raised, calendar=calendar)


def named_otherwise() -> Evidence:
    """Let a mail name another duty than the one that was recorded."""
    another_title = changed(sound(), 1, b"Kartlegge", b"Avlyse")
    return changed(another_title, 1, b"(2026-02)", b"(2026-99)")


Planted = Callable[[], Evidence]
PLANTED: list[tuple[Check, Planted]] = [
    (when.on_working_days, lambda: at_another_time(8, SATURDAY)),
    (when.in_the_hours_of_the_day, lambda: at_another_time(6)),
    (when.outside_quiet_hours, in_quiet_hours),
    (once.each_notice_once, said_again),
    (once.each_mail_once, mail_again),
    (once.each_text_once, same_words),
    (once.without_floods, two_at_once),
    (once.every_mail_is_of_one_class, without_notice),
    (still_so.nothing_about_what_is_over, after_delivery),
    (still_so.nothing_about_what_is_over, after_moving),
    (ladders.every_step_is_raised, lambda: without(sound(), told()[1])),
    (ladders.no_step_but_those, a_step_too_many),
    (ladders.every_notice_ends, never_ended),
    (alerts.missed_deadlines_are_alerted, undelivered),
    (alerts.deviations_are_alerted, lambda: reported(material=False)),
    (alerts.untold_ones_escalate, lambda: reported(material=True)),
    (digests.never_empty, lambda: digest(words="Ingenting")),
    (digests.on_the_chosen_day, lambda: digest(hour=10, day=dt.date(2026, 5, 13))),
    (digests.once_a_week, lambda: digest(day=dt.date(2026, 5, 18), hour=10)),
    (digests.for_everyone_with_something_due, without_digest),
    (shielded.shielded_titles_stay, shown_to_others),
    (reading_back.headers_are_whole, lambda: changed(sound(), 0, b"Auto-Submitted: auto-generated", b"X: y")),
    (reading_back.addressed_to_one, lambda: changed(sound(), 0, b"To: ailu", b"To: someone")),
    (reading_back.in_the_readers_language, lambda: changed(sound(), 0, b"Language: nn", b"Language: fr")),
    (reading_back.text_and_page_say_the_same, lambda: changed(sound(), 0, b"<p>", b"<p>Noe annet ")),
    (reading_back.every_duty_is_named, named_otherwise),
    (reading_back.calendars_can_be_opened, lambda: changed(sound(), 1, b"DTSTART", b"DTEND")),
    (invitations.invitations_follow_each_other, lambda: invited(1)),
    (invitations.invitations_follow_each_other, lambda: invited(2, method="CANCEL")),
]


def test_judging_weeks_in_which_all_is_well_finds_nothing() -> None:
    """The checks are silent where nothing is wrong, so that each of their words counts."""
    assert [str(found) for found in violations(sound())] == []


@pytest.mark.parametrize(("check", "planted"), PLANTED, ids=[check.__name__ for check, _ in PLANTED])
def test_judging_weeks_with_one_planted_wrong_finds_it(check: Check, planted: Planted) -> None:
    """Each check bites on what it is for."""
    assert not list(check(sound()))
    assert list(check(planted()))


def test_judging_an_invitation_as_it_should_be_finds_nothing() -> None:
    """The planted invitations are wrong by what was planted only."""
    assert not list(invitations.invitations_follow_each_other(invited(2)))


def test_listing_the_checks_finds_each_with_a_planted_wrong() -> None:
    """No check is there that was never shown to bite."""
    assert set(CHECKS) == {check for check, _ in PLANTED}


def test_judging_a_deadline_that_was_delivered_in_time_finds_it_unmissed() -> None:
    """The oracle knows what was delivered, so the check of missed deadlines asks for nothing more."""
    assert at(DUE + dt.timedelta(days=1), 0) > DELIVERED_AT
    assert not list(alerts.missed_deadlines_are_alerted(sound()))
