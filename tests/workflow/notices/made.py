"""Duties and a staff as tests of notices need them: folded state, made directly."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from calendars.days import last_working_day
from calendars.zone import OSLO
from events.vocabulary.values import DeadlineFact, Source
from projections.engine.duty.state import Deviation, Duty, Measure, Part, Version
from projections.notices.queries import RaisedPlace
from workflow.directory.line import Line
from workflow.directory.people import Absence, Person, Unit
from workflow.notices.model import Planned
from workflow.notices.planning.surroundings import Surroundings

ROOT = UUID("0c7a2d0e-6a53-4f1c-8b1e-7d9a54b7f0aa")
GIVEN = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
OWNER, MANAGER, DIRECTOR = "p-owner", "p-manager", "p-director"
CONTROLLER, SECOND_CONTROLLER = "p-controller", "p-second"
PEOPLE = (
    Person(OWNER, "Åse Øvrebø", "ase@prove.example", "u-team"),
    Person("p-other", "Bo Vik", "bo@prove.example", "u-team"),
    Person(MANAGER, "Mette Lie", "mette@prove.example", "u-team"),
    Person(DIRECTOR, "Dag Rø", "dag@prove.example", "u-top"),
    Person(CONTROLLER, "Kari Nes", "kari@prove.example", "u-top", role="controller"),
    Person(SECOND_CONTROLLER, "Liv Ås", "liv@prove.example", "u-top", role="controller"),
)
UNITS = (Unit("u-top", "Ledelsen", "", DIRECTOR), Unit("u-team", "Analyse", "u-top", MANAGER))


def staff(*changed: Person, away: tuple[Absence, ...] = ()) -> Line:
    """Give the line of six people in two units, some of them changed."""
    people = {one.id: one for one in (*PEOPLE, *changed)}
    return Line(people.values(), UNITS, away)


def day(text: str) -> dt.date:
    """Read «2026-03-16»."""
    return dt.date.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    """Read «2026-03-16 07:00» as a moment of Norway's time, in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(dt.UTC)


def deadline(due: str | dt.date, **more: Any) -> DeadlineFact:
    """Give a deadline with the working date that it has."""
    stated = day(due) if isinstance(due, str) else due
    facts = {"text": f"{stated:%d.%m.%Y}", "form": "date", "day": stated}
    return DeadlineFact.model_validate(facts | {"working_date": last_working_day(stated)} | more)


def undated(pattern: str = "agreed") -> DeadlineFact:
    """Give a deadline without a day."""
    return DeadlineFact(text="etter avtale", form="open", pattern=pattern)


def duty(*deadlines: DeadlineFact | str, name: str = "2026-02", **more: Any) -> Duty:
    """Give an assignment of the owner's whose one part had these deadlines, in order."""
    known: dict[str, Any] = {
        "id": uuid5(ROOT, name), "version": 2, "stream": "assignment", "reference": name,
        "kind": "assignment", "title": "Kartlegge behovet", "raw_title": "",
        "goal": 1, "owed_to": "", "led_by": "", "parent": None,
        "given_on": None, "sources": [], "created_at": GIVEN, "changed_at": GIVEN, "owner": OWNER,
    }  # fmt: skip
    made = Duty(**(known | more))
    for each in deadlines:
        move(made, each, GIVEN)
    return made


def move(made: Duty, to: DeadlineFact | str, at: dt.datetime, part: str = "") -> Duty:
    """Give a part of the duty its next deadline, recorded at a moment."""
    history = made.parts.setdefault(part, Part(part)).history
    fact = deadline(to) if isinstance(to, str) else to
    history.append(Version(fact, at, Source(), number=len(history) + 1))
    return made


def deviate(made: Duty, at: dt.datetime, **more: Any) -> Deviation:
    """Let the duty have a deviation, reported at a moment."""
    known: dict[str, Any] = {"part": "", "discovered_on": at.date(), "reported_at": at, "reported_by": OWNER}
    found = Deviation(uuid5(made.id, f"deviation {len(made.deviations)}"), **(known | more))
    made.deviations[found.id] = found
    made.state = "deviation"
    return found


def miss(made: Duty, at: dt.datetime, part: str = "") -> Deviation:
    """Let the clock have seen the part's deadline pass."""
    number = made.parts[part].history[-1].number
    made.parts[part].missed.append(number)
    return deviate(made, at, missed=number, part=part, reported_by="fristvakt")


def measure(due: str, number: int = 1, **more: Any) -> Measure:
    """Give a corrective measure of another person's."""
    stated = day(due)
    known: dict[str, Any] = {"what": "Leie inn hjelp", "who": "p-other", "recorded_at": GIVEN}
    return Measure(number=number, due=stated, working_date=last_working_day(stated), **(known | more))


def around(today: str, last: str | None = None, **more: Any) -> Surroundings:
    """Give the surroundings of a day, of the days from it to `last`, with the staff above."""
    first = day(today)
    known: dict[str, Any] = {"line": staff(), "today": first, "first": first}
    return Surroundings(**(known | {"last": day(last) if last else first} | more))


def told(planned: list[Planned]) -> list[tuple[str, str, str]]:
    """Give (day, step, recipient) of each, in order."""
    found = [(str(each.notice.due_on), each.notice.step, each.notice.recipient) for each in planned]
    return sorted(found, key=lambda one: (one[0], one[2]))


def as_raised(planned: Planned) -> RaisedPlace:
    """Give a planned notice as it is read back once it was raised."""
    notice = planned.notice
    return RaisedPlace(
        str(notice.kind), notice.duty, notice.subject, notice.version, notice.step, notice.role,
        notice.recipient, notice.due_on, "skipped" if planned.skip else "raised",
    )  # fmt: skip
