"""What templates see: every notice of a mail in words, nothing in it that the reader may not see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceTold:
    """Where something is said: the letter or reference, the place in it («linje 1234»), the words there."""

    name: str
    place: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineTold:
    """A deadline: its day or days, the words of the source, how they were read, what is worth knowing."""

    stated: str
    words: str = ""
    explanation: str = ""
    deliver_by: str = ""
    """The working date, where it is another than the stated day."""
    moved_from: str = ""
    """The first deadline, where it was moved."""
    tentative: bool = False
    firm: bool = False
    asked_on: str = ""
    """The last day on which the ministry was asked."""
    leads: tuple[tuple[str, str], ...] = ()
    """Internal dates: to whom, and by which day."""
    sources: tuple[SourceTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTold:
    """A corrective measure."""

    number: int
    what: str
    who: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationTold:
    """A deviation; `missed` where the clock opened it, and nobody has described it."""

    discovered_on: str
    reported_by: str
    missed: bool
    material: bool
    cause: str
    consequence: str
    told: str
    """When and how the ministry was told; «» where it was not."""
    measures: tuple[MeasureTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """A meeting: place, clock times, agenda."""

    place: str
    hours: str
    agenda: str
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold:
    """One notice. `headline` says what is the matter, `name` what it is about, `subject` both."""

    kind: str
    step: str
    headline: str
    subject: str
    name: str
    reference: str
    key: str
    """What commands know the duty by: its reference, or its id."""
    duty_kind: str
    part: str
    state: str
    link: str
    why: str
    rule: str
    owner: str
    deputy: str
    unit: str
    is_alert: bool
    is_late: bool
    is_shielded: bool
    """Whether the words of the source are kept from this reader."""
    when: str
    """The day it is about, for an overview."""
    deadline: DeadlineTold | None = None
    deviation: DeviationTold | None = None
    measure: MeasureTold | None = None
    meeting: MeetingTold | None = None

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a digest: the day, the matter, a note, who is responsible, where it is read."""

    day: str
    name: str
    note: str
    who: str
    link: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a digest, with a code that templates may ask for."""

    code: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DigestTold:
    """A person's week. It is a notice too, with a subject and a reason of its own."""

    subject: str
    week: int
    sections: tuple[Section, ...]
    why: str
    rule: str
    kind: str = "digest"


@dataclass(frozen=True, slots=True)
class MailTold:
    """A whole mail: its subject, its notices with the most urgent first, or a digest."""

    language: str
    subject: str
    greeting: str
    notices: tuple[NoticeTold, ...] = ()
    digest: DigestTold | None = None
