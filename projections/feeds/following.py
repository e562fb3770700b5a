"""One duty through a batch: what its entries were, what they became, and whose feeds that touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from calendars.ical.entry import Entry
from events.store.application import Recorded
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty
from projections.feeds.entries import entries
from projections.feeds.selection import group_of, marks
from projections.feeds.stamps import Stamps, stamped, stamped_again

Membership = tuple[str, str, int | None, str]


@dataclass(slots=True)
class Followed:
    """A duty while a batch is taken. `rows` is the position of each part's last change in this batch."""

    duty: Duty
    stamps: Stamps
    letters: Mapping[UUID, Letter]
    link: str
    plain: dict[str, Entry]
    """The entries as they are now, not stamped."""
    membership: Membership
    at_first: dict[str, Entry]
    """The stamped entries as they were before the batch."""
    marks: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @classmethod
    def new(cls, duty: Duty, letters: Mapping[UUID, Letter], link: str) -> Followed:
        """Begin with a duty that has had no entry yet."""
        return cls(duty, {}, letters, link, {}, _membership(duty), {})

    @classmethod
    def loaded(cls, duty: Duty, stamps: Stamps, letters: Mapping[UUID, Letter], link: str) -> Followed:
        """Go on with a duty as it was stored."""
        plain = entries(duty, letters, link)
        return cls(duty, stamps, letters, link, plain, _membership(duty), stamped(plain, stamps))

    @property
    def now(self) -> dict[str, Entry]:
        """The stamped entries as they are now."""
        return stamped(self.plain, self.stamps)

    @property
    def gone(self) -> list[UUID]:
        """The entries that no longer stand."""
        return [entry.uid for part, entry in self.at_first.items() if part not in self.plain]

    @property
    def touched(self) -> list[Entry]:
        """The entries whose row must be written."""
        return [entry for part, entry in self.now.items() if part in self.rows]

    def looks_new(self, entry: Entry) -> bool:
        """Tell whether an entry must be rendered again."""
        return self.at_first.get(entry.part) != entry

    def take(self, recorded: Recorded) -> None:
        """Compare the duty, which has just taken the event, with what was there before it."""
        before, after = self.plain, entries(self.duty, self.letters, self.link)
        membership = _membership(self.duty)
        everywhere = membership != self.membership
        touched = [part for part in before | after if everywhere or before.get(part) != after.get(part)]
        if not touched:
            self.membership = membership
            return
        self.stamps = stamped_again(self.stamps, before, after, recorded.event.timestamp)
        for key in (*marks(*self.membership), *marks(*membership)):
            self.marks[key] = recorded.position
        self.rows.update(dict.fromkeys(touched, recorded.position))
        self.plain, self.membership = after, membership


def _membership(duty: Duty) -> Membership:
    """Give what decides in which feeds its entries stand."""
    return duty.owner, duty.unit, duty.goal, group_of(duty.kind)
