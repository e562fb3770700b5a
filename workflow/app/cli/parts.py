"""Commands, options and arguments whose help is translated when it is shown, each with an example."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import click

from workflow.app.cli.speech import say
from workflow.language import N_


class Option(click.Option):
    """An option whose help stands in the catalogues."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the row of the help page, in the chosen language."""
        if self.hidden:
            return None
        return self.get_help_spec(ctx), say(self.help or "")

    def make_metavar(self, ctx: click.Context) -> str:
        """Give what the help calls the value."""
        return say(self.metavar) if self.metavar else super().make_metavar(ctx)


class Argument(click.Argument):
    """An argument whose help stands in the catalogues."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Give the row of the help page, in the chosen language."""
        return self.make_metavar(ctx), say(self.help or "")

    def make_metavar(self, ctx: click.Context) -> str:
        """Give what the usage line calls the value."""
        return say(self.metavar or "")


class _Translated(click.Command):
    """What commands and groups share: the help page in the chosen language."""

    example: str = ""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the usage line without click's English placeholders."""
        pieces = [say(N_("[OPTIONS]"))]
        for parameter in self.get_params(ctx):
            pieces.extend(parameter.get_usage_pieces(ctx))
        return pieces

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the first sentence of the help, for the list of commands."""
        return say(self.help or "").partition("\n")[0].removesuffix(".")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help or ""))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example, one line for each line of it."""
        if not self.example:
            return
        with formatter.section(say(N_("Example"))):
            for line in self.example.splitlines():
                formatter.write(f"  {line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help` with help of our own."""
        if self._help_option is None:
            self._help_option = Option(
                ["--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help=N_("Show this help."),
            )
        return self._help_option


def _show_help(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class Command(_Translated):
    """A command with an example."""

    def __init__(self, *args: Any, example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example


class Group(_Translated, click.Group):
    """A group that lists its commands in the order given, and imports each when it is used.

    `members` is command name -> (module below `workflow.app.cli`, short help as msgid).
    """

    def __init__(
        self, *args: Any, members: Mapping[str, tuple[str, str]], example: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.example = example

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which a letter's life meets them."""
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command: the function `<name>` of its module."""
        if cmd_name not in self.members:
            return None
        module = importlib.import_module(f"workflow.app.cli.{self.members[cmd_name][0]}")
        command = getattr(module, attribute_of(cmd_name))
        assert isinstance(command, click.Command)
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the usage line without click's English placeholders."""
        return [*super().collect_usage_pieces(ctx), say(N_("COMMAND …"))]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(say(N_("Commands"))):
            formatter.write_dl([(name, say(short)) for name, (_, short) in self.members.items()])


def attribute_of(name: str) -> str:
    """Give the Python name of a command: `import` and `return` are taken, and a hyphen is no letter."""
    return f"{name.replace('-', '_')}_command"


def command(name: str, text: str, example: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function: `text` is its help as msgid, `example` real command lines."""

    def decorate(function: Callable[..., Any]) -> Command:
        return click.command(name, cls=Command, help=text, example=example)(function)

    return decorate


def option(*names: str, text: str, **kwargs: Any) -> Callable[[Any], Any]:
    """Add an option: `text` is its help as msgid."""
    return click.option(*names, cls=Option, help=text, **kwargs)


def argument(name: str, text: str, metavar: str, **kwargs: Any) -> Callable[[Any], Any]:
    """Add an argument: `text` is its help as msgid, `metavar` what the usage line calls it."""
    return click.argument(name, cls=Argument, help=text, metavar=metavar, **kwargs)


formatted = option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    text=N_("Show a table (the default), or JSON for programs."),
)

deciding = option(
    "--as",
    "person",
    metavar=N_("PERSON"),
    default="",
    text=N_("Who decides: name, e-mail or id from the directory (default: FRISTVAKT_USER)."),
)
