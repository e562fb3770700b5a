"""The first chapter: how the period went, in a few sentences and key numbers."""

from __future__ import annotations

from workflow.language import N_
from workflow.reporting.building import deviations, numbers
from workflow.reporting.building.scope import ASSIGNMENTS, REPORTS, Scope
from workflow.reporting.building.speech import Speech
from workflow.reporting.building.typed import with_typed
from workflow.reporting.model import Paragraph, Section


def section(scope: Scope) -> Section:
    """Give the summary."""
    speech, owed = scope.speech, scope.counted()
    blocks = (
        _what(scope),
        numbers.sentence(speech, owed),
        _deviations(scope),
        numbers.key_numbers(speech, "key-numbers", owed),
    )
    return with_typed(scope, Section("summary", speech.say(N_("Summary")), 1, blocks))


def _what(scope: Scope) -> Paragraph:
    """Say how many duties of each kind the period had."""
    speech = scope.speech
    kinds = (
        (N_("{count} assignment"), N_("{count} assignments"), scope.of(ASSIGNMENTS[0])),
        (N_("{count} R&D assignment"), N_("{count} R&D assignments"), scope.of(ASSIGNMENTS[1])),
        (N_("{count} report or input"), N_("{count} reports and inputs"), scope.of(*REPORTS)),
        (N_("{count} governance meeting"), N_("{count} governance meetings"), scope.of("meeting")),
    )
    said = [speech.count(one, many, len(found)) for one, many, found in kinds if found]
    traces = tuple(each.trace() for _, _, found in kinds for each in found)
    if not said:
        return Paragraph(speech.say(N_("Nothing is recorded for the period.")))
    return Paragraph(speech.say(N_("The period had {what}."), what=speech.joined(said)), traces)


def _deviations(scope: Scope) -> Paragraph:
    """Say how many deviations there were, and whether the ministry was told at once of material ones."""
    speech, found = scope.speech, list(deviations.found_in(scope))
    if not found:
        return Paragraph(speech.say(N_("No deviations are recorded for the period.")))
    material = [each for _, each in found if each.material]
    late = [each for each in material if deviations.told_at_once(each) is not True]
    said = _counted(speech, len(found), len(material), len(late))
    return Paragraph(said, tuple(followed.trace_of_deviation(each.id) for followed, each in found))


def _counted(speech: Speech, found: int, material: int, late: int) -> str:
    said = [
        speech.count(
            N_("There is {count} deviation in the period."),
            N_("There are {count} deviations in the period."),
            found,
        ),
        speech.count(N_("{count} is material."), N_("{count} are material."), material),
    ]
    if material and not late:
        said.append(speech.say(N_("The ministry was told within a working day of each material deviation.")))
    elif late:
        told = (
            N_("The ministry was not told within a working day of {count} material deviation."),
            N_("The ministry was not told within a working day of {count} material deviations."),
        )
        said.append(speech.count(*told, late))
    return " ".join(said)
