"""The plain text of a mail: read from its HTML, so that the two can never say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import fill

from lxml import html
from lxml.html import HtmlElement

WIDTH = 76
_BLOCKS = (
    frozenset(("address", "article", "blockquote", "body", "div", "dl", "dd", "dt", "footer", "h1", "h2"))
    | frozenset(("h3", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section"))
    | frozenset(("table", "tbody", "thead", "tr", "ul"))
)
_SILENT = frozenset(("head", "style", "script", "title", "template"))
_SPACE = re.compile(r"[ \t\r\n\f]+")  # a no-break space is meant to stay


def plain(page: str) -> str:
    """Read a page as text of lines up to 76 characters, links with their addresses behind them."""
    document = html.document_fromstring(page)
    paragraphs = [each for each in _paragraphs(document) if each.strip()]
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(element: HtmlElement, margin: str = "") -> Iterator[str]:
    """Give the paragraphs of an element, in order."""
    loose = _inline(element.text)
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            pass
        elif child.tag in _BLOCKS:
            yield _wrapped(loose, margin)
            loose = ""
            yield from _block(child, margin)
        else:
            loose += _words(child)
        loose += _inline(child.tail)
    yield _wrapped(loose, margin)


def _block(element: HtmlElement, margin: str) -> Iterator[str]:
    match element.tag:
        case "table":
            yield "\n".join(_rows(element, margin))
        case "ul" | "ol":
            yield "\n".join(_wrapped(_words(item), margin, "- ") for item in element.iterchildren("li"))
        case "h1":
            yield _underlined(_words(element), "=")
        case "h2":
            yield _underlined(_words(element), "-")
        case "blockquote":
            yield from _paragraphs(element, margin + "> ")
        case "hr":
            yield margin + "-" * 40
        case _:
            yield from _paragraphs(element, margin)


def _rows(table: HtmlElement, margin: str) -> Iterator[str]:
    """Give «name: value» for each fact; else a point for each row, addresses on lines of their own."""
    for caption in table.iterchildren("caption"):
        yield _wrapped(_words(caption), margin)
    has_head = table.find("thead") is not None
    for row in table.iter("tr"):
        cells = list(row.iterchildren("th", "td"))
        if [cell.tag for cell in cells] == ["th", "td"] and not has_head:
            name, value = (_one_line(_words(cell)) for cell in cells)
            yield _wrapped(f"{name}: {value}", margin, "", "  ")
        elif has_head and all(cell.tag == "th" for cell in cells):
            yield _wrapped(" | ".join(_one_line(_words(cell)) for cell in cells), margin)
        else:
            yield _wrapped(" | ".join(_one_line(cell.text_content()) or "–" for cell in cells), margin, "- ")
            for link in row.iter("a"):
                yield f"{margin}  <{link.get('href')}>"


def _underlined(words: str, line: str) -> str:
    text = _one_line(words)
    return f"{text}\n{line * min(len(text), WIDTH)}" if text else ""


def _words(element: HtmlElement) -> str:
    """Give the words of an element on one line, the address of a link behind its name."""
    if element.tag in _SILENT or not isinstance(element.tag, str):
        return ""
    if element.tag == "br":
        return "\n"
    text = _inline(element.text)
    for child in element:
        gap = " " if child.tag in _BLOCKS and text and not text.endswith((" ", "\n")) else ""
        text += gap + _words(child) + _inline(child.tail)
    address = element.get("href") if element.tag == "a" else None
    shown = text.strip()
    if address and address.removeprefix("mailto:") != shown:
        return f"{text} <{address}>" if shown else f"<{address}>"
    return text


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _inline(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _wrapped(text: str, margin: str, bullet: str = "", hanging: str | None = None) -> str:
    """Break at words, keeping addresses whole, with a hanging margin under a bullet."""
    behind = margin + (hanging if hanging is not None else " " * len(bullet))
    lines = [" ".join(line.split(" ")).strip(" ") for line in text.split("\n")]
    return "\n".join(
        fill(
            line,
            WIDTH,
            initial_indent=margin + bullet if number == 0 else behind,
            subsequent_indent=behind,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(lines)
        if line
    )
