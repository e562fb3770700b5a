"""The words of a line of Markdown, without the marks."""

from __future__ import annotations

import html
import re

from workflow.reading.documents.cleaning import clean

_FOOTNOTE = re.compile(r"<sup[^<>]*>\s*(\d+)\s*</sup>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*]*?\S)\1(?!\w)|(\*{1,3})(?=\S)([^*]*?\S)\3")
_LONGEST = 20_000
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def words_of(text: str) -> str:
    """Take away tags, emphasis, link targets and escapes; what is left is what a person reads.

    A raised digit is a footnote's number and must not grow into the date before it: «2026[1]».
    A break inside the line becomes a space. A line too long for any letter keeps its marks.
    """
    if len(text) > _LONGEST:
        return clean(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", _FOOTNOTE.sub(r"[\1]", text)))
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _without_emphasis(text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return clean(html.unescape(text) if "&" in text else text)


def _without_emphasis(text: str) -> str:
    return _STRONG.sub(lambda found: found[2] or found[4], text)
