"""A report as PDF/A-2a and PDF/UA-1 at once: to be kept, and to be read aloud."""

from __future__ import annotations

import json
from functools import cache

import typst

from workflow.reporting.formats.glyphs import FONTS, shown
from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.layout import Laid, LaidBlock, LaidFigure, LaidParagraph, LaidTable, Run
from workflow.reporting.formats.pdf_template import TEMPLATE
from workflow.reporting.model import Report
from workflow.reporting.plots.drawing import draw

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_CONTENTS_FROM = 4
"""How many chapters a report has before it gets a table of contents."""


def write_pdf(report: Report) -> bytes:
    """Write the report; the same report gives the same bytes, dated by what it knew and when."""
    data = json.dumps(_data(lay_out(report)), ensure_ascii=False)
    return typst.compile(
        TEMPLATE.encode(),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"report": shown(data)},
        pdf_standards=_STANDARDS,
        timestamp=int(report.known_at.timestamp()),
    )


@cache
def _fonts() -> typst.Fonts:
    # Fonts of the machine would make two machines write two documents.
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _data(laid: Laid) -> dict[str, object]:
    contents = laid.words.contents if len(laid.sections) >= _CONTENTS_FROM else ""
    return {
        "title": laid.title,
        "agency": laid.agency,
        "language": laid.language,
        "facts": laid.facts,
        "made": laid.words.made,
        "page": laid.words.page,
        "contents": contents,
        "runs": [_run(each, laid.language) for each in laid.runs],
        "references": laid.references,
        "references_heading": laid.words.references,
        "references_about": laid.words.references_about,
    }


def _run(run: Run, language: str) -> dict[str, object]:
    sections = [
        {
            "heading": each.heading,
            "level": each.level,
            "blocks": [_block(block, language) for block in each.blocks],
        }
        for each in run.sections
    ]
    return {"landscape": run.landscape, "sections": sections}


def _block(block: LaidBlock, language: str) -> dict[str, object]:
    if isinstance(block, LaidParagraph):
        return {
            "kind": "paragraph",
            "lines": block.lines,
            "typed_by": block.typed_by,
            "reference": block.reference,
        }
    if isinstance(block, LaidTable):
        return _table(block)
    return _figure(block, language)


def _table(table: LaidTable) -> dict[str, object]:
    return {
        "kind": "table",
        "caption": table.caption,
        "headings": table.headings,
        "widths": table.widths,
        "numeric": table.numeric,
        "referred": table.referred,
        "typed_note": table.typed_note,
        "rows": [
            {
                "reference": row.reference,
                "cells": [{"text": c.text, "typed": c.typed, "number": c.number} for c in row.cells],
            }
            for row in table.rows
        ],
    }


def _figure(figure: LaidFigure, language: str) -> dict[str, object]:
    return {
        "kind": "figure",
        "caption": figure.caption,
        "alternative": figure.alternative,
        "svg": draw(figure.drawn, language, "svg").decode(),
        "table": _table(figure.table),
    }
