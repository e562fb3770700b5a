"""The deviations of a duty on its page, with what is done about them."""

from __future__ import annotations

from dataclasses import dataclass

from projections.engine.duty.state import Deviation, Measure
from workflow.app.web.duty_reader import DutyReader
from workflow.language import N_


@dataclass(frozen=True, slots=True)
class DeviationShown:
    """A deviation: facts as (label, value), and measures as (what, who, by, standing)."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str, str, str], ...]


def deviation_shown(found: Deviation, reader: DutyReader) -> DeviationShown:
    """Show one deviation; what a person wrote only to who may read it."""
    say = reader.speech
    closed = say.day(found.closed_on) if found.closed_on else ""
    told_on = say.day(found.told_on) if found.told_on else ""
    told = (told_on, reader.words(found.told_how), reader.words(found.told_reference))
    pairs = (
        (N_("Discovered"), say.day(found.discovered_on)),
        (N_("Part"), reader.words(found.part)),
        (N_("Cause"), reader.words(found.cause)),
        (N_("Consequence"), reader.words(found.consequence)),
        (N_("Material"), say(N_("yes")) if found.material else say(N_("no"))),
        (N_("Ministry told"), " · ".join(filter(None, told)) or say(N_("not yet"))),
        (N_("Closed"), " – ".join(filter(None, (closed, reader.words(found.result))))),
    )
    return DeviationShown(
        heading=_heading(found, reader),
        facts=tuple((say(label), value) for label, value in pairs if value),
        measures=tuple(_measure(each, reader) for each in found.measures.values()),
    )


def _heading(found: Deviation, reader: DutyReader) -> str:
    if found.closed_on is not None:
        return reader.speech(N_("Closed deviation"))
    missed = N_("Deviation: the deadline passed undelivered")
    return reader.speech(N_("Deviation") if found.missed is None else missed)


def _measure(measure: Measure, reader: DutyReader) -> tuple[str, str, str, str]:
    """Show a measure; its words also to whoever is to carry it out."""
    say = reader.speech
    what = measure.what if measure.who == reader.person else reader.words(measure.what)
    standing = say(N_("dropped")) if measure.dropped else say(N_("open"))
    if measure.completed_on is not None:
        standing = say(N_("done {day}"), day=say.day(measure.completed_on))
    return what or say(N_("shielded")), reader.who(measure.who), say.day(measure.due), standing
