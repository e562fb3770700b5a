"""The table of steps: what takes a stored event from one schema number to the next.

A step is written once, when `class_version` of an event goes up, and never changed again:

    @step("assignment.delivered", 1)
    def reference_became_required(state: State) -> State: ...
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

State = dict[str, Any]
Step = Callable[[State], State]

STEPS: dict[tuple[str, int], Step] = {}
"""By stored name and the schema number the step starts from."""


class MissingStep(LookupError):
    """No step leads on from this schema number."""


def step(topic: str, from_version: int) -> Callable[[Step], Step]:
    """Enter a function in the table; two steps for one place are refused."""

    def enter(function: Step) -> Step:
        if (topic, from_version) in STEPS:
            raise ValueError(f"{topic} has a step from version {from_version} already")
        STEPS[topic, from_version] = function
        return function

    return enter


def upcast(topic: str, state: State, from_version: int, to_version: int) -> State:
    """Take a decoded state step by step to `to_version`; raises `MissingStep`."""
    if from_version > to_version:
        raise MissingStep(f"written by a newer program: version {from_version}, known is {to_version}")
    for version in range(from_version, to_version):
        if (topic, version) not in STEPS:
            raise MissingStep(f"no step from version {version}")
        state = STEPS[topic, version](state)
    return state
