"""What a subscription shows, from the words of a command to a filter on the entries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from projections.feeds.selection import FeedFilter, KindGroup
from workflow.directory.directory import Directory
from workflow.directory.people import Person
from workflow.feeds.refusals import FilterUnclear, UnitUnknown

GROUPS: dict[str, KindGroup] = {"assignments": "assignments", "reports": "reports", "meetings": "meetings"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a subscription shows: all that is given must hold; nothing given is everything."""

    mine: bool = False
    my_unit: bool = False
    unit: str | None = None
    goal: int | None = None
    group: KindGroup | None = None

    def shown_to(self, owner: Person) -> FeedFilter:
        """Give the filter as it is for the owner today; refuses a unit that the owner has not got."""
        if self.my_unit and not owner.unit:
            raise UnitUnknown(name=owner.name)
        unit = owner.unit if self.my_unit else self.unit
        return FeedFilter(owner.id if self.mine else None, unit, self.goal, self.group)


def chosen(words: str, directory: Directory) -> Chosen:
    """Read «mine», «unit:Økonomi,goal:2,reports»; refuses what it does not know."""
    found = Chosen()
    for part in filter(None, (part.strip() for part in words.split(","))):
        found = _with(found, part, directory)
    return found


def _with(found: Chosen, part: str, directory: Directory) -> Chosen:
    name, _, value = part.partition(":")
    if part == "all":
        return found
    if part == "mine":
        return replace(found, mine=True)
    if part == "my-unit":
        return replace(found, my_unit=True)
    if part in GROUPS:
        return replace(found, group=GROUPS[part])
    if name == "unit" and value:
        return replace(found, unit=directory.find_unit(value).id)
    if name == "goal" and value.isascii() and value.isdigit():
        return replace(found, goal=int(value))
    raise FilterUnclear(part=part)
