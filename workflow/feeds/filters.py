"""What a subscription shows, from the words of a command to a filter on the entries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from projections.feeds.selection import FeedFilter, KindGroup
from workflow.directory.directory import Directory
from workflow.directory.people import Person
from workflow.feeds.refusals import FilterUnclear, UnitUnknown

GROUPS: dict[str, KindGroup] = {"assignments": "assignments", "reports": "reports", "meetings": "meetings"}
IN_NORWEGIAN = {
    "alle": "all",
    "min-enhet": "my-unit",
    "mi-eining": "my-unit",
    "enhet": "unit",
    "eining": "unit",
    "mål": "goal",
    "oppdrag": "assignments",
    "rapporter": "reports",
    "rapportar": "reports",
    "møter": "meetings",
    "møte": "meetings",
}


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
    """Read «mine», «enhet:Økonomi,mål:2,rapporter», also in English; refuses what it does not know."""
    found = Chosen()
    for part in filter(None, (part.strip() for part in words.split(","))):
        found = _with(found, part, directory)
    return found


def _with(found: Chosen, part: str, directory: Directory) -> Chosen:
    name, _, value = part.partition(":")
    name = IN_NORWEGIAN.get(name.lower(), name.lower())
    if value:
        return _narrowed(found, name, value.strip(), part, directory)
    if name == "all":
        return found
    if name == "mine":
        return replace(found, mine=True)
    if name == "my-unit":
        return replace(found, my_unit=True)
    if name in GROUPS:
        return replace(found, group=GROUPS[name])
    raise FilterUnclear(part=part)


def _narrowed(found: Chosen, name: str, value: str, part: str, directory: Directory) -> Chosen:
    if name == "unit":
        return replace(found, unit=directory.find_unit(value).id)
    if name == "goal" and value.isascii() and value.isdigit():
        return replace(found, goal=int(value))
    raise FilterUnclear(part=part)
