"""What a reader can do next with a duty, and by which command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.app.web.duty_reader import DutyReader
from workflow.language import N_

DELIVER = N_("Deliver, and register it with the case number")
START = N_("Say that the work has begun")
POSTPONE = N_("Ask for, or register, another deadline")
ACCEPT = N_("Register that the ministry accepted it")
RETURN = N_("Register that the ministry sent it back")
REPORT = N_("Report a deviation as soon as you see it")
DESCRIBE = N_("Describe the deviation: cause, consequence, whether it is material")
MEASURE = N_("Propose a measure: what, who, by when")
TELL = N_("Register that the ministry was told")
CLOSE = N_("Close the deviation with its result")
HOLD = N_("Register that the meeting was held")
OWN = N_("Say who answers for it")

COMMANDS = {
    OWN: "duty assign {reference}",
    START: "duty start {reference}",
    DELIVER: "duty deliver {reference}",
    POSTPONE: "deadline {reference}",
    ACCEPT: "duty accept {reference}",
    RETURN: "duty return {reference}",
    REPORT: "deviation report {reference}",
    DESCRIBE: "deviation describe {reference}",
    MEASURE: "deviation measure {reference}",
    TELL: "deviation told {reference}",
    CLOSE: "deviation close {reference}",
    HOLD: "meeting held {reference}",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: the sentence, and the command that does it."""

    text: str
    command: str


def steps(reader: DutyReader, reference: str) -> Iterator[Step]:
    """Give the steps for who answers for the duty and for controllers; others are told whom to ask."""
    if not (reader.answers or reader.is_controller):
        return
    for text in _open_to(reader):
        command = COMMANDS[text].format(reference=reference)
        yield Step(reader.speech(text), f"fristvakt {command} --help")


def _open_to(reader: DutyReader) -> Iterator[str]:
    duty = reader.duty
    if duty.has_ended or duty.is_series or duty.state == "accepted":
        return
    if reader.is_controller and not duty.owner:
        yield OWN
    if duty.is_meeting:
        yield HOLD
    elif duty.standing == "delivered":
        yield from (ACCEPT, RETURN)
    else:
        yield from (START, DELIVER, POSTPONE) if duty.standing == "given" else (DELIVER, POSTPONE)
    yield from _about_deviations(reader)


def _about_deviations(reader: DutyReader) -> Iterator[str]:
    found = [one for one in reader.duty.deviations.values() if one.closed_on is None]
    if not found:
        yield REPORT
        return
    if any(not one.cause for one in found):
        yield DESCRIBE
    yield MEASURE
    if any(one.told_on is None for one in found):
        yield TELL
    yield CLOSE
