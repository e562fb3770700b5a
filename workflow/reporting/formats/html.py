"""A report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workflow.reporting.formats.laying import lay_out
from workflow.reporting.formats.layout import LaidFigure, LaidParagraph, LaidTable
from workflow.reporting.model import Report
from workflow.reporting.plots.drawing import draw

_PACKAGE = "workflow.reporting.formats"


def write_html(report: Report) -> bytes:
    """Write the report; its own rule of content (CSP) lets a browser load nothing at all."""
    page = _environment().get_template("report.html")
    style = _style()
    return page.render(
        laid=lay_out(report),
        # The style is ours and holds no text of the report.
        style=Markup(style),
        style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
        drawn=lambda figure: _address(figure, report.language),
    ).encode()


@cache
def _environment() -> Environment:
    made = Environment(loader=PackageLoader(_PACKAGE), autoescape=True, undefined=StrictUndefined)
    made.tests["paragraph"] = lambda block: isinstance(block, LaidParagraph)
    made.tests["table"] = lambda block: isinstance(block, LaidTable)
    return made


@cache
def _style() -> str:
    return (files(_PACKAGE) / "templates" / "report.css").read_text("utf-8")


def _address(figure: LaidFigure, language: str) -> str:
    """Give the drawing as an address of its own; as a picture it can run nothing."""
    return "data:image/svg+xml;base64," + b64encode(draw(figure.drawn, language, "svg")).decode()
