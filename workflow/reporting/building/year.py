"""The year-end report: what became of everything that the year's letters gave."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.reporting.building import (
    annex,
    definitions,
    demands,
    deviations,
    ended,
    figures,
    goals,
    meetings,
    postponements,
    reports,
    standing,
    summary,
)
from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Section


def sections(scope: Scope) -> Iterator[Section | None]:
    """Give the chapters in their order; None where there is nothing to say."""
    yield summary.section(scope)
    yield from goals.sections(scope)
    yield reports.section(scope)
    yield meetings.section(scope)
    yield deviations.section(scope)
    yield postponements.section(scope)
    yield standing.orally(scope)
    yield from ended.sections(scope)
    yield standing.section(scope)
    yield figures.section(scope)
    yield demands.section(scope)
    yield annex.section(scope)
    yield definitions.section(scope)
