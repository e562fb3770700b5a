"""Sixty made-up people in six units, the same for the same seed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scripts.simulation.chances import Chances
from scripts.simulation.names import FIRST, LAST, UNITS

PEOPLE = 60
DOMAIN = "direktoratet.example"
LANGUAGES = ("nb", "nb", "nb", "nn", "nn", "en")
DIGESTS = ((0, 8), (0, 8), (0, 8), (2, 10), (4, 14))
"""Weekday and hour; the first is everybody's default."""


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which somebody is away, both included; `deputy` is an e-mail address or «»."""

    first: dt.date
    last: dt.date
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff; managers and deputies are named by e-mail, units by name."""

    number: int
    name: str
    email: str
    role: str
    unit: str
    language: str = "nb"
    manager: str = ""
    deputy: str = ""
    digest: tuple[int, int] = DIGESTS[0]
    quiet: tuple[int, int] | None = None
    """From and to what hour nothing but alerts may come."""
    away: tuple[Away, ...] = ()


@dataclass(frozen=True, slots=True)
class Staff:
    """Everyone: the director, then the units' managers, two controllers, and the ministry's contact."""

    year: int
    members: tuple[Member, ...] = field(default_factory=tuple)

    @property
    def director(self) -> Member:
        """Who everybody answers to in the end."""
        return self.members[0]

    @property
    def managers(self) -> tuple[Member, ...]:
        """The managers of the units, in the order of the units."""
        return self.members[1 : 1 + len(UNITS)]

    @property
    def controllers(self) -> tuple[Member, ...]:
        """Who keeps it all."""
        return tuple(one for one in self.members if one.role == "controller")

    def owners(self, unit: str) -> tuple[Member, ...]:
        """Give those of a unit who answer for duties."""
        return tuple(one for one in self.members if one.unit == unit and one.role == "contributor")

    def by_email(self, email: str) -> Member:
        """Find a member."""
        return next(one for one in self.members if one.email == email)

    def people_csv(self) -> bytes:
        """Write the list of people as the directory takes it."""
        head = "name;email;unit;manager_email;role;language\n"
        rows = (
            f"{one.name};{one.email};{one.unit};{one.manager};{one.role};{one.language}\n"
            for one in self.members
        )
        return (head + "".join(rows)).encode()

    def units_csv(self) -> bytes:
        """Write the list of units: each below the directorate, which the director leads."""
        head = f"unit;parent;manager_email\nDirektoratet;;{self.director.email}\n"
        rows = (
            f"{unit};Direktoratet;{boss.email}\n" for unit, boss in zip(UNITS, self.managers, strict=True)
        )
        return (head + "".join(rows)).encode()


def made(year: int, chances: Chances) -> Staff:
    """Make the staff of a year."""
    names = _names(chances)
    plain = [_member(number, name, chances) for number, name in enumerate(names)]
    bosses = {one.unit: one.email for one in plain if one.role == "manager" and one.number}
    linked = [replace(one, manager=_manager(one, bosses, plain[0].email)) for one in plain]
    return Staff(year, tuple(_with_habits(one, linked, year, chances) for one in linked))


def _names(chances: Chances) -> list[str]:
    pairs = [f"{first} {last}" for first in FIRST for last in LAST]
    return chances.of("names").sample(pairs, PEOPLE)


def _member(number: int, name: str, chances: Chances) -> Member:
    unit = UNITS[(number - 1) % len(UNITS)] if number else "Direktoratet"
    role = "manager" if number <= len(UNITS) else "contributor"
    if number in (7, 8):
        unit, role = UNITS[-1], "controller"
    elif number == 9:
        unit, role = "", "ministry"
    language = chances.of("language", number).choice(LANGUAGES)
    return Member(number, name, _email(number, name), role, unit, language)


def _email(number: int, name: str) -> str:
    folded = name.casefold().replace("ø", "o").replace("æ", "ae").replace("å", "a")
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    kept = "".join(sign if sign.isalnum() else "." for sign in plain).strip(".")
    return f"{kept}.{number}@{DOMAIN}".replace("..", ".")


def _manager(one: Member, bosses: dict[str, str], director: str) -> str:
    if one.number == 0 or one.role == "ministry":
        return ""
    return director if one.role == "manager" else bosses[one.unit]


def _with_habits(one: Member, everyone: list[Member], year: int, chances: Chances) -> Member:
    if one.role == "ministry":
        return one
    chance = chances.of("habits", one.number)
    mates = [other for other in everyone if other.unit == one.unit and other.number not in (0, one.number)]
    deputy = chance.choice(mates).email if mates and chance.random() < 0.6 else ""
    return replace(
        one,
        deputy=deputy,
        digest=chance.choice(DIGESTS),
        quiet=chance.choice((None, None, None, (15, 9), (12, 13))),
        away=tuple(_absences(year, deputy, chances, one.number)),
    )


def _absences(year: int, deputy: str, chances: Chances, number: int) -> Iterator[Away]:
    """Give three weeks of summer, a week of winter for some, and some days ill, none overlapping."""
    chance = chances.of("absences", number)
    summer = dt.date(year, 6, 29) + dt.timedelta(days=7 * chance.randrange(4))
    yield Away(summer, summer + dt.timedelta(days=20), deputy if chance.random() < 0.5 else "")
    if chance.random() < 0.4:
        winter = dt.date(year, 2, 16)
        yield Away(winter, winter + dt.timedelta(days=6))
    if chance.random() < 0.3:
        ill = dt.date(year, 9, 7) + dt.timedelta(days=chance.randrange(90))
        yield Away(ill, ill + dt.timedelta(days=chance.randrange(4)))
