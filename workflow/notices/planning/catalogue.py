"""The planners: which kind of notice is planned where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from projections.engine.duty.state import Duty
from workflow.notices.model import Kind, Planned
from workflow.notices.planning import (
    agenda,
    chase,
    deadline,
    deviation,
    invitation,
    measure,
    minutes,
    missed,
    oral,
    straks,
)
from workflow.notices.planning.surroundings import Surroundings

Planner = Callable[[Duty, Surroundings], Iterator[Planned]]
"""Plans one kind of notice for one duty: whatever falls due on the days asked for, said before or not.

It is pure: the same duty in the same surroundings gives the same notices. A step keeps its name
(`subject`, `version`, `step`, `role`) for as long as it means the same, because that is what is
said once. Every day it gives is a working day. The planner of all (`workflow.notices.planner`)
takes away what was said, keeps the latest of several steps, and minds pauses and quiet hours.
"""

PLANNERS: Mapping[Kind, Planner] = MappingProxyType(
    {
        Kind.DEADLINE: deadline.plan,
        Kind.MISSED: missed.plan,
        Kind.DEVIATION: deviation.plan,
        Kind.STRAKS: straks.plan,
        Kind.MEASURE: measure.plan,
        Kind.CHASE: chase.plan,
        Kind.ORAL: oral.plan,
        Kind.AGENDA: agenda.plan,
        Kind.MINUTES: minutes.plan,
        Kind.INVITATION: invitation.plan,
    }
)
