"""Pages for people: plain HTML from templates, in bokmål or nynorsk, with nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from workflow.app.web.door import PRIVATE
from workflow.language import translator

TEMPLATES = Path(__file__).parent / "templates"
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@cache
def templates(language: str) -> Environment:
    """Give the templates of a language; everything that is filled in is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translator(language), newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    return environment


def page(template: str, language: str, **facts: object) -> Response:
    """Render one page; `lang` is set, and no page is kept or sent along by a browser."""
    content = templates(language).get_template(template).render(language=language, **facts)
    headers = PRIVATE | {"content-security-policy": POLICY, "cache-control": "no-store"}
    return HTMLResponse(content, headers=headers)
