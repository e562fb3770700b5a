"""Who is in the directory."""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("reader", "contributor", "manager", "controller", "administrator", "auditor", "ministry")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `parent` is a unit's id and `manager` a person's, «» where there is none."""

    id: str
    name: str
    parent: str = ""
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `unit` and `manager` are ids, «» where there is none; `language` is nb or nn."""

    id: str
    name: str
    email: str
    unit: str = ""
    manager: str = ""
    role: str = "contributor"
    language: str = "nb"
