from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.kit.made_year import INJECTED, made_report
from tests.kit.written_reports import written


def _page(language: str = "nb") -> HtmlElement:
    return html.document_fromstring(written("html", language).decode())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_writing_html_sets_language_title_and_landmarks(language: str) -> None:
    """A screen reader knows the language, and jumps to contents and report."""
    page = _page(language)
    assert page.get("lang") == language
    assert len(page.xpath("//header")) == len(page.xpath("//nav")) == len(page.xpath("//main")) == 1
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]


def test_writing_html_gives_headings_in_order() -> None:
    """There is one title, and no heading jumps over a level."""
    levels = [int(each.tag[1]) for each in _page().xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_writing_html_gives_tables_captions_and_headings_with_scope() -> None:
    """Each cell is heard with its row and its column."""
    tables = _page().xpath("//table")
    assert len(tables) == len(list(made_report().tables()))
    for table in tables:
        assert table.xpath("./caption/text()")
        assert {each.get("scope") for each in table.xpath("./thead//th")} == {"col"}
        assert all(row.xpath("./*[1][self::th][@scope='row']") for row in table.xpath("./tbody/tr"))


def test_writing_html_gives_figures_alternative_texts() -> None:
    """Who does not see the figure hears what it shows, and has the numbers after it."""
    alternatives = _page().xpath("//figure/img/@alt")
    assert len(alternatives) == 4
    assert all(alternatives)


def test_writing_html_loads_and_runs_nothing() -> None:
    """No script, no event, no address outside of the page; and the page forbids it besides."""
    page = _page()
    assert not page.xpath("//script|//iframe|//object|//link|//form|//base")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert all(each.startswith("#") for each in page.xpath("//@href"))
    assert all(each.startswith("data:image/svg+xml;base64,") for each in page.xpath("//@src"))
    assert not page.xpath("//@style")


def test_writing_html_allows_exactly_its_own_style() -> None:
    """The rule of content names the digest of the style that stands in the page."""
    source = written("html").decode()
    style = re.search(r"<style>(.*)</style>", source, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.fromstring(source).xpath("//meta/@content")[0]


def test_writing_html_keeps_harmful_titles_as_plain_text() -> None:
    """A title with tags is read as it was written."""
    assert INJECTED[5] in [each.text_content() for each in _page().xpath("//h4")]


def test_writing_html_leads_to_places_that_are_there() -> None:
    """Every link of the page ends somewhere."""
    page = _page()
    assert {each[1:] for each in page.xpath("//@href")} <= set(page.xpath("//@id"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
