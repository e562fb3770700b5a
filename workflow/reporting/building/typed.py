"""What persons typed for the report, in its place and marked with the name."""

from __future__ import annotations

from workflow.reporting.building.scope import Scope
from workflow.reporting.model import Paragraph, Section, Trace


def typed(scope: Scope, place: str) -> tuple[Paragraph, ...]:
    """Give the text that was typed for a place, a paragraph between empty lines; none where none was."""
    found = scope.history.year(scope.order.year).texts.get((scope.order.kind.value, place))
    if found is None or not found.text.strip():
        return ()
    trace = (Trace(None, "", (found.position,)),)
    by = scope.person(found.by)
    pieces = (piece.strip() for piece in found.text.split("\n\n"))
    return tuple(Paragraph(piece, trace, typed=True, by=by) for piece in pieces if piece)


def with_typed(scope: Scope, section: Section) -> Section:
    """Put what was typed for a section after its first paragraph, or first where it has none."""
    leading = 1 if section.blocks and isinstance(section.blocks[0], Paragraph) else 0
    blocks = (*section.blocks[:leading], *typed(scope, section.key), *section.blocks[leading:])
    return Section(section.key, section.heading, section.level, blocks)
