"""What may be written on the command line: days as Norwegians write them, and pairs of name and value."""

from __future__ import annotations

import datetime as dt
import re

import click

from workflow.app.cli.speech import say
from workflow.language import N_

_NORWEGIAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


class Day(click.ParamType[dt.date]):
    """A day, written 31.12.2026 or 2026-12-31."""

    name = "DD.MM.YYYY"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Give what the help calls a day."""
        return say(N_("DD.MM.YYYY"))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read the day, or say how it is written."""
        found = _NORWEGIAN.fullmatch(value.strip())
        try:
            if found:
                return dt.date(int(found[3]), int(found[2]), int(found[1]))
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            self.fail(say(N_("«{value}» is no day. Write it as 31.12.2026."), value=value), param, ctx)


class Pair(click.ParamType[tuple[str, str]]):
    """A name and a value, written NAME=VALUE; quotes round either of them fall away."""

    name = "NAME=VALUE"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Divide at the first equals sign, or say how a pair is written."""
        if isinstance(value, tuple):
            return value
        name, equals, after = value.partition("=")
        if not equals or not name.strip():
            self.fail(say(N_("«{value}» lacks an equals sign. Write NAME=VALUE."), value=value), param, ctx)
        return name.strip(), after.strip()


DAY = Day()
PAIR = Pair()
