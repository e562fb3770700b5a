"""What the text above says of the text that follows, and the mentions found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from calendars.language import Context
from workflow.reading import layout, titles
from workflow.reading.actors import Actors
from workflow.reading.ledger import Ledger
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.passage import Passage
from workflow.reading.references import Reference


@dataclass
class Telling:
    """Carries what the text above says: the goal, the headings, the assignment that is described."""

    ledger: Ledger
    actors: Actors
    ids: frozenset[str]
    year: int
    mentions: list[Mention] = field(default_factory=list)
    goal: int | None = None
    headings: list[tuple[int, str]] = field(default_factory=list)
    scope: Mention | None = None
    scope_level: int | None = None
    scope_done: bool = False
    last: Passage | None = None
    last_mention: Mention | None = None
    month: Passage | None = None
    undated: Passage | None = None
    section_number: tuple[int, bool] | None = None
    item_number: tuple[int, bool] | None = None
    row_month: str = ""
    """The month that the row above named."""
    sub_number: int = 0
    """The last numbered heading inside the description of an assignment: «2. Vedtak 585»."""
    intro: str = ""
    point: Mention | None = None
    """The point of a list that names itself first: «Designkonkurranse. Lyse ut …»."""

    @property
    def heading(self) -> str:
        """The nearest heading."""
        return self.headings[-1][1] if self.headings else ""

    def under(self, test: Callable[[str], bool]) -> bool:
        """Whether any heading above passes a test of `layout`."""
        return any(test(text) for _, text in self.headings[-4:])

    def context(self, *neighbours: str, cell: bool = False, column: str = "", heading: str = "") -> Context:
        """What the deadline language needs to know of the surroundings."""
        return Context(self.year, heading or self.heading, column, neighbours, cell)

    def _close(self) -> None:
        self.scope, self.scope_level, self.scope_done, self.last_mention, self.last = (
            None,
            None,
            False,
            None,
            None,
        )

    def new(self, where: Where, title: Passage, kind: str, text: str | None = None) -> Mention:
        """Begin a mention; its title is the passage's words or `text`."""
        raw = " ".join(title.text.split()) if text is None else text
        mention = Mention(where, self.ledger.quote(title), kind, titles.of_row(raw), section=self.heading)
        mention.goal = self.goal if where in (Where.LIST, Where.DESCRIPTION) else None
        self.mentions.append(mention)
        return mention

    def attach(self, mention: Mention, found: list[Due]) -> None:
        """Give a mention its deadlines."""
        for due in found:
            self.ledger.place(due.phrase)
            mention.dues.append(due)

    def begin(self, reference: Reference, place: Passage, title: str, level: int | None = None) -> None:
        """Begin the description of an assignment: what follows belongs to it."""
        is_rd = reference.is_rd or self.under(layout.is_rd)
        mention = self.new(
            Where.DESCRIPTION, place, "rd_assignment" if is_rd else "assignment", " ".join(title.split())
        )
        mention.reference, mention.in_rd = reference, is_rd
        self.scope, self.scope_level, self.scope_done = mention, level, False
        self.last_mention, self.sub_number = mention, 0
