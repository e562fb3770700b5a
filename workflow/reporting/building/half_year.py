"""The half-year report: where it stands, deviations, risk of not delivering, measures."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.reporting.building import (
    annex,
    definitions,
    demands,
    deviations,
    figures,
    goals,
    postponements,
    risk,
    summary,
)
from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Section


def sections(scope: Scope) -> Iterator[Section | None]:
    """Give the chapters in their order; None where there is nothing to say."""
    yield summary.section(scope)
    yield deviations.section(scope)
    yield risk.section(scope)
    yield postponements.section(scope)
    yield from goals.sections(scope)
    yield figures.section(scope)
    yield demands.section(scope)
    yield annex.section(scope)
    yield definitions.section(scope)
