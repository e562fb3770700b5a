"""What stands of the earlier letters: duties and their series, found by the decisions that made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from workflow.duty.aggregate import Duty
from workflow.identity import duty_id, names_its_year, series_id
from workflow.kinds import always_has_a_stream
from workflow.letter.comparison import Standing, StandingPart
from workflow.letter.letter import Verdict
from workflow.lifecycle import Step, allowed
from workflow.loading import load, load_letter
from workflow.reading.model import Proposal, Reading
from workflow.recurring import register
from workflow.report_series.report_series import ReportSeries
from workflow.work import Work


@dataclass(slots=True)
class Group:
    """One duty of earlier letters: its head (where it has one), its series, and where they come from."""

    id: UUID
    """The id of the duty, from which the ids of its series follow."""
    given_in: int
    """The year of the letter that gave it."""
    head: Duty | None = None
    series: list[ReportSeries] = field(default_factory=list)
    origins: list[tuple[UUID, str]] = field(default_factory=list)
    """Letter and key of every decision that gave or changed it."""
    said: Proposal | None = None
    """What the latest of those letters says about it."""

    @property
    def first(self) -> Duty | ReportSeries:
        """The stream that speaks for the duty."""
        return self.head or self.series[0]

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Every stream of the duty."""
        head = (self.head.id,) if self.head else ()
        return head + tuple(one.id for one in self.series)

    @property
    def is_live(self) -> bool:
        """Tell whether anything of it is still owed."""
        head_open = self.head is not None and allowed(self.head.state, Step.WITHDRAW)
        return head_open or any(one.ended_on is None for one in self.series)

    @property
    def running(self) -> dict[str, ReportSeries]:
        """The series that have not ended, by part."""
        return {one.part: one for one in self.series if one.ended_on is None}

    @property
    def is_numbered_assignment(self) -> bool:
        """Tell whether the next letter is expected to list it until it is delivered."""
        return always_has_a_stream(self.first.kind) and names_its_year(self.first.reference)

    def as_standing(self) -> Standing:
        """Give what the comparison looks at."""
        first = self.first
        return Standing(
            title=first.title,
            raw_title=first.raw_title,
            goal=first.goal,
            owed_to=first.owed_to,
            led_by=first.led_by,
            mentions=first.source.mentions,
            parts=tuple(self._parts()),
        )

    def _parts(self) -> Iterator[StandingPart]:
        for part in self.head.parts.values() if self.head else ():
            if part.current is not None:
                source = part.versions[-1].source
                yield StandingPart(part.name, part.current, source.mentions, source.letter)
        for name, one in self.running.items():
            source = one.source_of_rule
            yield StandingPart(name, one.deadline, source.mentions, source.letter)


def what_stands(work: Work, letter: UUID) -> list[Group]:
    """Give every duty that letters before this one gave, in the order they were given."""
    groups: list[Group] = []
    of_stream: dict[UUID, Group] = {}
    for row in work.readings.letters(work.agency):
        if row.id == letter:
            break
        _gather(work, row.id, groups, of_stream)
    return groups


def given_by_hand(work: Work, duty: UUID, year: int) -> Group | None:
    """Give the duty that a person gave under the id of a proposal, before any letter stated it."""
    found, alone = load(work, duty), load(work, series_id(duty, ""))
    head = found if isinstance(found, Duty) and found.channel else None
    series = [*register.below(work, duty)] if head else [alone] if isinstance(alone, ReportSeries) else []
    unlettered = [one for one in series if one.source.letter is None]
    return Group(duty, year, head, unlettered) if head or unlettered else None


def proposal_id(work: Work, year: int, proposal: Proposal, reading: Reading) -> UUID:
    """Give the id of the duty that a proposal is about.

    Where a letter gives two duties one number, the number belongs to the one whose key it is.
    """
    holders = [one.key for one in reading.proposals if one.reference == proposal.reference]
    holder = proposal.reference if proposal.reference in holders else holders[0]
    reference = proposal.reference if holder == proposal.key else None
    return duty_id(work.agency, year, reference, proposal.key)


def _gather(work: Work, letter_id: UUID, groups: list[Group], of_stream: dict[UUID, Group]) -> None:
    letter = load_letter(work, letter_id)
    reading = work.readings.of(letter_id)
    proposals = {one.key: one for one in reading.proposals} if reading else {}
    for key, decided in letter.decided.items():
        if decided.verdict is Verdict.REJECTED or not decided.duties:
            continue
        group = next((of_stream[one] for one in decided.duties if one in of_stream), None)
        if group is None and reading is not None and key in proposals:
            group = Group(proposal_id(work, letter.year, proposals[key], reading), letter.year)
            groups.append(group)
        if group is not None:
            group.origins.append((letter_id, key))
            group.said = proposals.get(key, group.said)
            _load_into(work, group, [one for one in decided.duties if one not in of_stream])
            of_stream.update(dict.fromkeys(decided.duties, group))


def _load_into(work: Work, group: Group, streams: list[UUID]) -> None:
    for stream in streams:
        found = load(work, stream)
        if isinstance(found, ReportSeries):
            group.series.append(found)
        elif isinstance(found, Duty):
            group.head = found


def origin_letters(group: Group) -> set[UUID]:
    """Give the letters that a duty comes from."""
    return {letter for letter, _ in group.origins}
