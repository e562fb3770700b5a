"""A report as JSON for programs: the whole model with stable keys, ISO days, and every trace.

The document is `{"format", "version", "report"}`; `report` has the fields of
`workflow.reporting.model.Report`. Each block has `block`: paragraph, table or figure. The version
changes when a key changes its meaning or leaves; new keys may come at any time.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from workflow.reporting.model import Report

FORMAT, VERSION = "fristvakt-report", 1


@cache
def _adapter() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


def write_json(report: Report) -> bytes:
    """Write the whole report; the same bytes for the same report."""
    plain = _adapter().dump_python(report, mode="json")
    for section in plain["sections"]:
        section["blocks"] = [{"block": _block(each)} | each for each in section["blocks"]]
    document = {"format": FORMAT, "version": VERSION, "report": plain}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _block(block: dict[str, Any]) -> str:
    if "series" in block:
        return "figure"
    return "table" if "rows" in block else "paragraph"
