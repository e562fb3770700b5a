from __future__ import annotations

from dataclasses import replace

from tests.workflow.notices.made import (
    CONTROLLER,
    DIRECTOR,
    MANAGER,
    OWNER,
    PEOPLE,
    SECOND_CONTROLLER,
    around,
    day,
    duty,
    staff,
)
from workflow.directory.line import Line
from workflow.directory.people import Absence, Person, Unit
from workflow.notices.addressing import Addressed, to_alerted, to_owner

TODAY = "2026-03-02"
AWAY = Absence(OWNER, day("2026-02-23"), day("2026-03-06"))


def _people(found: tuple[Addressed, ...]) -> list[str]:
    return [each.person for each in found]


def test_a_step_of_the_owner_goes_to_the_owner_and_up_the_line() -> None:
    """One level up is the manager, two the director, and nobody stands above the director."""
    here, made = around(TODAY), duty()
    levels = [_people(to_owner(made, day(TODAY), here, up)) for up in (0, 1, 2, 3)]
    assert levels == [[OWNER], [MANAGER], [DIRECTOR], [DIRECTOR]]


def test_what_nobody_owns_goes_to_the_unit_s_manager() -> None:
    """A unit without an owner in it has a manager who answers."""
    assert _people(to_owner(duty(owner="", unit="u-team"), day(TODAY), around(TODAY))) == [MANAGER]


def test_what_neither_owner_nor_unit_has_goes_to_every_controller() -> None:
    """Somebody must see to it that somebody owns it."""
    assert _people(to_owner(duty(owner=""), day(TODAY), around(TODAY))) == [CONTROLLER, SECOND_CONTROLLER]


def test_an_erased_owner_is_nobody() -> None:
    """What the one who left had goes to whoever answers for the unit."""
    assert _people(to_owner(duty(owner="p-left", unit="u-team"), day(TODAY), around(TODAY))) == [MANAGER]


def test_an_absent_owner_is_stood_in_for_by_the_duty_s_own_deputy_first() -> None:
    """The one named for this duty knows it better than the one named for all."""
    named = replace(AWAY, deputy=DIRECTOR)
    here = around(TODAY, line=staff(away=(named,)))
    assert to_owner(duty(deputy="p-other"), day(TODAY), here) == (Addressed("owner", "p-other", OWNER),)
    assert to_owner(duty(), day(TODAY), here) == (Addressed("owner", DIRECTOR, OWNER),)


def test_an_absent_owner_without_a_deputy_is_answered_for_one_level_up() -> None:
    """A reminder never waits in the mailbox of somebody who is away."""
    here = around(TODAY, line=staff(away=(AWAY,)))
    assert to_owner(duty(), day(TODAY), here) == (Addressed("owner", MANAGER, OWNER),)


def test_when_everyone_up_the_line_is_away_the_mail_waits_for_the_owner() -> None:
    """Better in the right mailbox late than in none."""
    everyone = tuple(replace(AWAY, person=one) for one in (OWNER, MANAGER, DIRECTOR))
    here = around(TODAY, line=staff(away=everyone))
    assert to_owner(duty(), day(TODAY), here) == (Addressed("owner", OWNER),)


def test_absence_is_asked_for_on_the_day_it_goes_not_the_day_it_was_due() -> None:
    """After days of downtime whoever is here now is who gets it."""
    here = around("2026-03-09", line=staff(away=(AWAY,)))
    assert _people(to_owner(duty(), day(TODAY), here)) == [OWNER]


def test_an_alert_goes_to_the_manager_and_every_controller_once_each() -> None:
    """Who is both hears it once."""
    assert _people(to_alerted(duty(), day(TODAY), around(TODAY))) == [MANAGER, CONTROLLER, SECOND_CONTROLLER]
    orphan = duty(owner="")
    assert _people(to_alerted(orphan, day(TODAY), around(TODAY))) == [CONTROLLER, SECOND_CONTROLLER]


def test_an_alert_about_what_the_director_owns_goes_to_the_director() -> None:
    """Above the director is nobody."""
    assert _people(to_alerted(duty(owner=DIRECTOR), day(TODAY), around(TODAY)))[0] == DIRECTOR


def test_an_agency_without_a_controller_has_somebody_to_tell_or_nobody() -> None:
    """With no owner, no unit and no controller there is nobody, and that is no error."""
    people = [replace(one, role="contributor") for one in PEOPLE]
    nobody = Line(people, [Unit("u-top", "Ledelsen")])
    assert to_owner(duty(owner=""), day(TODAY), around(TODAY, line=nobody)) == ()


def test_a_manager_of_the_ministry_is_in_nobody_s_line() -> None:
    """Nothing escalates out of the agency."""
    outsider = Person("p-ministry", "Odd Dep", "odd@dep.example", role="ministry")
    above = replace(PEOPLE[3], manager="p-ministry")
    here = around(TODAY, line=staff(outsider, above))
    assert _people(to_owner(duty(), day(TODAY), here, 4)) == [DIRECTOR]
