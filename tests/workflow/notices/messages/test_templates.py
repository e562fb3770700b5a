"""The agency's own templates: used where they work, named where they do not, and no notice is lost."""

from __future__ import annotations

import html
import re
import shlex
from pathlib import Path
from uuid import UUID

import click
import pytest

from tests.workflow.notices.messages.drafting import KARI, NOW, draft, duty, notice, text, writer, written
from workflow.app.cli.group import fristvakt
from workflow.notices.messages.rendering import BrokenTemplate
from workflow.notices.messages.specimens import specimens
from workflow.notices.model import Kind


def test_overriding_one_block_changes_it_and_keeps_the_rest(tmp_path: Path) -> None:
    """An agency words what it wants to, in its own file of the same name."""
    (tmp_path / "deadline.html").write_text(
        '{% extends "ours/deadline.html" %}{% block say %}<p>Husk {{ it.name }}!</p>{% endblock %}', "utf-8"
    )
    read = text(written(draft(duty()), tmp_path))
    assert "Husk Årsrapport 2025!" in read
    assert "Siste dag er ikke en arbeidsdag" not in read
    assert "Lever, og registrer" in read
    assert "Regelen er 10 arbeidsdager før fristen." in read


def test_overriding_a_template_leaves_the_others_as_ours(tmp_path: Path) -> None:
    """What is not in the folder is ours."""
    (tmp_path / "footer.html").write_text("<footer><p>Hilsen Prøveetaten</p></footer>", "utf-8")
    read = text(written(draft(duty(), notice(Kind.MISSED, "alert", role="controller")), tmp_path))
    assert "Hilsen Prøveetaten" in read
    assert "det er opprettet et avvik" in read


@pytest.mark.parametrize(
    ("name", "source", "why"),
    [
        ("deadline.html", "{% block say %}", "deadline.html, line 1: "),
        ("deadline.html", "<p>\n{{ it.owners_phone }}</p>", "deadline.html, line 2: UndefinedError"),
        ("deadline.html", "{{ 1 / 0 }}", "ZeroDivisionError"),
        ("deadline.html", '{% include "borte.html" %}', "borte.html"),
        ("mail.html", "{% for it in mail.notices %}{{ it.nope() }}{% endfor %}", "mail.html, line 1"),
        ("footer.html", "\xff", "UnicodeDecodeError"),
    ],
)
def test_breaking_a_template_loses_no_notice_and_names_the_place(
    name: str, source: str, why: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Ours is used instead, the log says so, and the check that `notices test` makes says where."""
    (tmp_path / name).write_bytes(source.encode("latin-1"))
    message = written(draft(duty()), tmp_path)
    assert text(message) == text(written(draft(duty())))
    assert "our own templates are used" in caplog.text
    with pytest.raises(BrokenTemplate, match=re.escape(why)):
        writer(tmp_path).check(draft(duty()))


def test_checking_our_own_templates_finds_nothing_wrong() -> None:
    """For every kind, with every field that a template names in place."""
    for told in specimens(KARI, UUID(int=1), NOW):
        writer().check(told)


def test_filling_a_template_of_the_agencys_escapes_what_it_fills_in(tmp_path: Path) -> None:
    """Titles are never markup, whoever wrote the template."""
    (tmp_path / "deadline.html").write_text("<p>{{ it.name }}</p>", "utf-8")
    message = written(draft(duty(title="<img src=x onerror=alert(1)>")), tmp_path)
    assert "<img" not in text(message, "html")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_naming_commands_in_mails_names_ones_that_exist(language: str) -> None:
    """Whoever copies a line from a mail gets no «no such command», nor a wrong option."""
    found = set()
    for told in specimens(KARI, UUID(int=1), NOW):
        page = text(written(told), "html")
        found.update(html.unescape(each) for each in re.findall(r"<code>(.*?)</code>", page))
    assert len(found) >= 6
    for line in found:
        _parse(shlex.split(line))


def _parse(words: list[str]) -> None:
    """Read a command line without running it."""
    assert words[0] == "fristvakt"
    command: click.Command = fristvakt
    context = click.Context(fristvakt, info_name="fristvakt")
    rest = words[1:]
    while isinstance(command, click.Group):
        _, found, rest = command.resolve_command(context, rest)
        assert found is not None, words
        command = found
    command.make_context(command.name, list(rest), parent=context)
