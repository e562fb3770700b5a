"""A deviation and its measures in words."""

from __future__ import annotations

from projections.engine.duty.state import Deviation, Duty, Measure
from workflow.notices.messages.reader import Reader
from workflow.notices.messages.told import DeviationTold, MeasureTold


def deviation_told(duty: Duty, deviation: Deviation | None, reader: Reader) -> DeviationTold | None:
    """Tell a deviation; what a person wrote of a shielded duty only to who may read it."""
    if deviation is None:
        return None
    told = " · ".join(
        each
        for each in (
            reader.speech.day(deviation.told_on) if deviation.told_on else "",
            reader.words(duty, deviation.told_how),
            reader.words(duty, deviation.told_reference),
        )
        if each
    )
    return DeviationTold(
        discovered_on=reader.speech.day(deviation.discovered_on),
        reported_by=reader.who(deviation.reported_by),
        missed=deviation.missed is not None and not deviation.cause,
        material=deviation.material,
        cause=reader.words(duty, deviation.cause),
        consequence=reader.words(duty, deviation.consequence),
        told=told,
        measures=tuple(
            measure_told(duty, each, reader) for each in deviation.measures.values() if each.is_open
        ),
    )


def measure_told(duty: Duty, measure: Measure, reader: Reader) -> MeasureTold:
    """Tell a measure; its words also to whoever is to carry it out."""
    mine = measure.who == reader.draft.recipient.id
    return MeasureTold(
        number=measure.number,
        what=measure.what if mine else reader.words(duty, measure.what),
        who=reader.who(measure.who),
        due=reader.speech.day(measure.due),
    )
