"""The made-up report written once in each format, and what all of them must say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tests.kit.made_year import made_report
from workflow.reporting.formats.catalogue import FORMATS
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.layout import Laid, LaidParagraph, LaidTable
from workflow.reporting.model import Figure, Paragraph, Report, Table


@cache
def written(ending: str, language: str = "nb") -> bytes:
    """Write the made-up report."""
    return FORMATS[ending].write(made_report(language))


def said_by_the_model(report: Report) -> Iterator[str]:
    """Give every text of a report in order, as documents may hold it, but the alternative texts."""
    yield from (clean(report.title), clean(report.agency))
    for label, what in report.facts:
        yield from (clean(label), clean(what))
    for section in report.sections:
        yield clean(section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield clean(block.text)
                continue
            if isinstance(block, Figure):
                yield clean(block.caption)
            yield from _said_by_table(block.table if isinstance(block, Figure) else block)


def _said_by_table(table: Table) -> Iterator[str]:
    yield clean(table.caption)
    yield from map(clean, table.headings)
    for row in table.rows:
        yield from (clean(cell.text) for cell in row)


def added_by_formats(report: Report) -> set[str]:
    """Give what a format may say besides: its own controls, marks and references."""
    laid = lay_out(report)
    words = laid.words
    marks = {f"[{number}]" for number in range(1, len(laid.references) + 1)}
    own = {words.contents, words.references, words.references_about, words.made, words.skip, "*", "Spor"}
    return own | marks | _about_persons(laid) | set(laid.references)


def _about_persons(laid: Laid) -> set[str]:
    """Give what is said of texts that a person typed."""
    blocks = [each for section in laid.sections for each in section.blocks]
    notes = {each.typed_note for each in blocks if isinstance(each, LaidTable)}
    return (notes | {each.typed_by for each in blocks if isinstance(each, LaidParagraph)}) - {""}
