from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workflow.language import LANGUAGES, LOCALE_DIR, translator

WORKFLOW = LOCALE_DIR.parent
MARKING = {"N_", "_", "gettext", "ngettext"}
PAGES = [("**/templates/**.html", "jinja2.ext:babel_extract")]
PLACEHOLDER = re.compile(r"{(\w+)")


def _flat(ids: Iterable[str | tuple[str, ...] | list[str]]) -> set[str]:
    return {one for each in ids for one in ((each,) if isinstance(each, str) else each) if one}


def _said(folder: Path) -> set[str]:
    """Find every text that code and pages mark for translation; both forms of what counts something."""
    pages = _flat(message for _, _, message, _, _ in extract_from_dir(folder, PAGES))
    return pages.union(*(_said_in(path) for path in folder.rglob("*.py")))


def _said_in(path: Path) -> set[str]:
    """Find the marked texts of one file, also inside f-strings, which gettext's own tools pass over."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    marked = [
        node
        for node in calls
        if isinstance(node.func, ast.Name | ast.Attribute) and _name(node.func) in MARKING
    ]
    values = [each.value for node in marked for each in node.args[:2] if isinstance(each, ast.Constant)]
    return {value for value in values if isinstance(value, str)}


def _name(function: ast.Name | ast.Attribute) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr


def _catalogues(language: str) -> dict[str, Catalog]:
    """Read every catalogue of a language by its area."""
    read = {}
    for path in sorted((LOCALE_DIR / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as source:
            read[path.stem] = read_po(source, locale=language)
    return read


def _messages(language: str) -> list[tuple[str, Message]]:
    return [(area, each) for area, read in _catalogues(language).items() for each in read if each.id]


def test_extracting_from_the_code_finds_texts_of_every_kind() -> None:
    """The search sees refusals, help, counted texts and constants; else the tests below prove nothing."""
    said = _said(WORKFLOW)
    assert {"Show the version.", "Stopped.", "{count} duties", "report"} <= said
    assert len(said) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_translating_what_the_code_says_leaves_no_english(language: str) -> None:
    """Every text that a user may meet is translated, in every area."""
    translated = _flat(each.id for _, each in _messages(language))
    assert not _said(WORKFLOW) - translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_the_catalogues_finds_each_text_filled_and_its_facts_kept(language: str) -> None:
    """No empty or doubtful translation, and none that drops or invents a {fact}."""
    for area, each in _messages(language):
        strings = each.string if isinstance(each.string, tuple | list) else (each.string,)
        assert all(strings), (area, each.id)
        assert not each.fuzzy, (area, each.id)
        ids = [each.id] if isinstance(each.id, str) else list(each.id)
        for written, text in zip(ids, strings, strict=True):
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(written)), (area, each.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_merging_the_catalogues_finds_no_text_translated_in_two_ways(language: str) -> None:
    """All areas are one catalogue, so a text has one translation."""
    ways = defaultdict(set)
    for _, each in _messages(language):
        ways[each.id if isinstance(each.id, str) else tuple(each.id)].add(str(each.string))
    assert not {text: found for text, found in ways.items() if len(found) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_the_catalogues_finds_nothing_that_nobody_says(language: str) -> None:
    """A text that left the code leaves the catalogues too; those of click are click's own."""
    said, theirs = _said(WORKFLOW), _said_by_click()
    for area, each in _messages(language):
        assert _flat([each.id]) <= (theirs if area == "click" else said), (area, each.id)


def _said_by_click() -> set[str]:
    return set().union(*(_said_in(path) for path in Path(click.__file__).parent.glob("*.py")))


def test_asking_for_another_language_is_an_error() -> None:
    """Only bokmål and nynorsk exist."""
    with pytest.raises(ValueError, match="sv"):
        translator("sv")
