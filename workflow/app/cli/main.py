"""The entry point `fristvakt`: runs a command, and turns what went wrong into a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import click

from workflow.app.cli import speech
from workflow.app.cli.group import fristvakt
from workflow.app.cli.output import complain
from workflow.app.clock import Clock, now
from workflow.app.settings import language_of
from workflow.app.unusable_setting import UnusableSetting
from workflow.language import N_
from workflow.refusals import Refusal

DONE, REFUSED, WRONG_USE, STOPPED = 0, 1, 2, 130


def main() -> None:
    """Run what the command line says and leave with its exit code."""
    code = run(sys.argv[1:])
    if code == STOPPED:
        # Whoever stops us does not wait for a job in the background: what it has not committed is undone.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str], clock: Clock = now) -> int:
    """Run one command line; gives 0 done, 1 refused or differs, 2 wrong use, 130 stopped."""
    try:
        speech.use_language("nb")
        speech.use_language(language_of(os.environ))
        with fristvakt.make_context("fristvakt", list(arguments), obj=clock) as context:
            code = fristvakt.invoke(context)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_the_pipe()
        return DONE
    except (click.exceptions.Abort, KeyboardInterrupt):
        complain(speech.say(N_("Stopped.")))
        return STOPPED
    except Exception as error:
        return _explained(error)
    return code if isinstance(code, int) else DONE


def _explained(error: Exception) -> int:
    """Say in the user's words what went wrong; what nobody expected is raised again."""
    for kind, explain in _EXPLANATIONS:
        if isinstance(error, kind):
            return explain(error)
    # Imported here, because a command that needs no database must not load it.
    from events.store.errors import StoreUnavailable
    from workflow.app.cli.unavailable import unavailable

    if not isinstance(error, StoreUnavailable):
        raise error
    complain(unavailable(error))
    return REFUSED


def _wrong_use(error: Exception) -> int:
    assert isinstance(error, click.ClickException)
    error.show()
    return WRONG_USE


def _refused(error: Exception) -> int:
    assert isinstance(error, Refusal)
    complain(speech.refused(error))
    return WRONG_USE if isinstance(error, UnusableSetting) else REFUSED


def _exit(error: Exception) -> int:
    assert isinstance(error, click.exceptions.Exit)
    return error.exit_code


_EXPLANATIONS: tuple[tuple[type[Exception], Callable[[Exception], int]], ...] = (
    (click.exceptions.Exit, _exit),
    (click.ClickException, _wrong_use),
    (Refusal, _refused),
)


def _leave_the_pipe() -> None:
    """Whoever read our output has enough: send the rest nowhere, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
