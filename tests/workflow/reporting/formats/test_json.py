"""A report as JSON: the whole model, read back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.kit.made_year import made_report
from workflow.reporting.formats.json import FORMAT, VERSION, write_json
from workflow.reporting.model import Report, ReportKind

REPORT: TypeAdapter[Report] = TypeAdapter(Report)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("kind", [ReportKind.YEAR, ReportKind.CALENDAR])
def test_reading_back_what_was_written_gives_the_same_report(kind: ReportKind, language: str) -> None:
    """Every text, number, day and trace, also those that would be markup elsewhere."""
    report = made_report(language, kind)
    assert REPORT.validate_python(_document(report)["report"]) == report


def test_writing_says_the_format_its_version_and_what_each_block_is() -> None:
    """A program knows what it reads before it reads it."""
    document = _document(made_report())
    assert (document["format"], document["version"]) == (FORMAT, VERSION)
    blocks = {each["block"] for section in document["report"]["sections"] for each in section["blocks"]}
    assert blocks == {"paragraph", "table", "figure"}


def test_writing_gives_exactly_the_keys_of_the_schema() -> None:
    """The JSON Schema of the model holds for the document: each object has its keys, and no others."""
    schema = REPORT.json_schema(mode="serialization")
    report = _document(made_report())["report"]
    assert report.keys() == schema["properties"].keys()
    shapes = schema["$defs"]
    for section in report["sections"]:
        assert section.keys() == shapes["Section"]["properties"].keys()
        for block in section["blocks"]:
            shape = shapes[block["block"].capitalize()]["properties"]
            assert block.keys() - {"block"} == shape.keys()


def test_writing_gives_days_moments_and_traces_in_open_forms() -> None:
    """Days as 2026-01-31, moments with their zone, a trace with the duty's id and the positions."""
    report = _document(made_report())["report"]
    assert (report["first"], report["known_at"]) == ("2026-01-01", "2027-01-20T09:30:00Z")
    cell = report["sections"][2]["blocks"][0]["rows"][0][2]
    assert cell["value"] == "2026-02-01"
    assert cell["traces"][0]["positions"] == [1, 41]


def _document(report: Report) -> Any:
    return json.loads(write_json(report))
