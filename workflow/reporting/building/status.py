"""The status of a day: what is overdue, what falls due next, deviations and risk."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.reporting.building import annex, definitions, deviations, due, figures, risk, summary
from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Section


def sections(scope: Scope) -> Iterator[Section | None]:
    """Give the chapters in their order; None where there is nothing to say."""
    yield summary.section(scope)
    yield due.overdue(scope)
    yield due.ahead(scope)
    yield deviations.section(scope)
    yield risk.section(scope)
    yield figures.section(scope)
    yield annex.section(scope)
    yield definitions.section(scope)
