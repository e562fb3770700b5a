from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from tests.kit.command_line import CommandLine
from workflow.app.cli.group import COMMANDS
from workflow.app.cli.group import fristvakt as root
from workflow.app.cli.parts import Command, Group
from workflow.app.cli.speech import use_language

ISSUE = (
    "read review accept amend reject confirm register show due deadline feed reconcile rebuild demo db serve"
)


def commands(
    group: Group = root, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Command | Group]]:
    """Give every command and group below a group, with the words that call it."""
    yield path, group
    for name in group.members:
        found = group.get_command(click.Context(group), name)
        if isinstance(found, Group):
            yield from commands(found, (*path, name))
        else:
            assert isinstance(found, Command)
            yield (*path, name), found


ALL = list(commands())
PATHS = [path for path, _ in ALL]


def test_listing_the_commands_finds_every_verb_that_was_promised() -> None:
    """The verbs of the contract stand at the top, by exactly these names."""
    assert set(ISSUE.split()) <= set(COMMANDS)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
@pytest.mark.parametrize(
    ("language", "usage", "example"), [("nb", "Bruk:", "Eksempel:"), ("nn", "Bruk:", "Døme:")]
)
def test_asking_for_help_gives_norwegian_help_with_an_example(
    fristvakt: CommandLine, path: tuple[str, ...], language: str, usage: str, example: str
) -> None:
    """Every command says in the user's language what it does, and shows a real command line."""
    printed = fristvakt.done("--language", language, *path, "--help").out
    assert printed.startswith(usage)
    assert f"{example}\n  fristvakt" in printed or "FRISTVAKT_" in printed
    without_options = re.sub(r"--[a-z-]+", "", printed)
    assert not re.search(r"\b(Usage|Options|Commands|Show|the|of)\b", without_options)


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path in PATHS])
def test_parsing_the_examples_finds_each_well_formed(path: tuple[str, ...], command: Command | Group) -> None:
    """What the help shows can be typed: every option in the examples exists and has its value."""
    use_language("nb")
    for line in command.example.splitlines():
        words = shlex.split(line.partition(" > ")[0])
        words = words[words.index("fristvakt") + 1 :]
        called = next(found for at, found in reversed(ALL) if tuple(words[: len(at)]) == at)
        rest = words[len(next(at for at, found in ALL if found is called)) :]
        assert isinstance(called, Command), line
        called.make_context("fristvakt", rest)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_writing_an_unknown_option_is_wrong_use(fristvakt: CommandLine, path: tuple[str, ...]) -> None:
    """Exit code 2, in Norwegian, with the way to the help."""
    told = fristvakt.misused(*path, "--finnes-ikke")
    assert "Valget '--finnes-ikke' finnes ikke." in told
    assert "--help" in told


def test_writing_an_unknown_command_is_wrong_use(fristvakt: CommandLine) -> None:
    """The name is repeated in the user's language."""
    assert "Kommandoen 'registr' finnes ikke." in fristvakt.misused("registr")


def test_setting_an_unknown_language_is_wrong_use_and_says_what_to_write(fristvakt: CommandLine) -> None:
    """A setting that cannot be used is named with an example that can."""
    fristvakt.environment["FRISTVAKT_LANGUAGE"] = "sv"
    assert "FRISTVAKT_LANGUAGE=nn" in fristvakt.misused("register")


def test_setting_nynorsk_makes_everything_nynorsk(fristvakt: CommandLine) -> None:
    """The setting counts for refusals as for help."""
    fristvakt.environment["FRISTVAKT_LANGUAGE"] = "nn"
    assert "finst inga plikt" in fristvakt.with_people().refused("show", "2099-01")
