"""Templates: ours, or the agency's own where it has one; a broken one of theirs costs no notice."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
)

from workflow.language import translator
from workflow.notices.messages.told import MailTold

OURS = Path(__file__).parent / "templates"
FRAME = "mail.html"
_log = logging.getLogger(__name__)


class BrokenTemplate(Exception):
    """A template of the agency's own cannot be used; the text says which one and why."""


class Rendering:
    """Fills templates; `folder` has the agency's own, under the same names as ours.

    A template of theirs reaches the one of ours that it stands in for as «ours/NAME».
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use the agency's folder before ours."""
        self._folder = folder

    def html(self, mail: MailTold) -> str:
        """Give the page of a mail; with our own templates where the agency's fail, which is logged."""
        try:
            return self.strict(mail)
        except BrokenTemplate as error:
            _log.error("%s; our own templates are used", error)
            return _render(None, mail)

    def strict(self, mail: MailTold) -> str:
        """Give the page of a mail. Raises `BrokenTemplate`."""
        if self._folder is None:
            return _render(None, mail)
        try:
            return _render(self._folder, mail)
        except Exception as error:  # a template is a program of the agency's: it may fail in any way
            raise BrokenTemplate(_about(error, self._folder)) from error


def _render(folder: Path | None, mail: MailTold) -> str:
    return _environment(folder, mail.language).get_template(FRAME).render(mail=mail)


@cache
def _environment(folder: Path | None, language: str) -> Environment:
    """Make the templates of a language; everything that is filled in is escaped."""
    ours = FileSystemLoader(OURS)
    theirs = [] if folder is None else [FileSystemLoader(folder)]
    environment = Environment(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({"ours": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translator(language), newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    return environment


def _about(error: Exception, folder: Path) -> str:
    """Name the file and the line that failed."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or folder}, line {error.lineno}: {error.message}"
    trace, place = error.__traceback__, str(folder)
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(str(folder)):
            place = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{place}: {type(error).__name__}: {error}"
