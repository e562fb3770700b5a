"""A mail as it arrived: read back from its bytes by the standard library, not by what wrote it."""

from __future__ import annotations

import datetime as dt
import email
import html.parser
import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from functools import cached_property

from calendars.zone import OSLO

LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Arrived:
    """A mail that the server took; `at` is the year's clock, aware and in UTC."""

    at: dt.datetime
    recipients: tuple[str, ...]
    content: bytes

    @cached_property
    def message(self) -> EmailMessage:
        """The mail, read back."""
        return email.message_from_bytes(self.content, policy=policy.default)

    @property
    def local(self) -> dt.datetime:
        """When it arrived, by the clocks of Norway."""
        return self.at.astimezone(OSLO)

    @property
    def recipient(self) -> str:
        """The address that it was delivered to."""
        return self.recipients[0]

    @cached_property
    def message_id(self) -> str:
        """Its Message-ID."""
        return str(self.message["Message-ID"] or "")

    @cached_property
    def subject(self) -> str:
        """Its subject, decoded."""
        return str(self.message["Subject"] or "")

    @cached_property
    def text(self) -> str:
        """What a reader of plain text sees; «» where there is no such part."""
        return self._body("plain")

    @cached_property
    def html_words(self) -> str:
        """What a reader of HTML sees; «» where there is no such part."""
        seen = _Words()
        seen.feed(self._body("html"))
        return " ".join(" ".join(seen.words).split())

    @cached_property
    def calendars(self) -> tuple[str, ...]:
        """Every calendar in it, as text."""
        parts = [part for part in self.message.walk() if part.get_content_type() == "text/calendar"]
        return tuple(str(part.get_content()) for part in parts)

    @cached_property
    def everything(self) -> str:
        """All that a person or a program could read in it, headers too."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.message.items())
        return "\n".join((headers, self.text, self.html_words, *self.calendars))

    def _body(self, form: str) -> str:
        part = self.message.get_body((form,))
        return str(part.get_content()) if part is not None else ""


class _Words(html.parser.HTMLParser):
    """Gathers the words of a page, styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is not shown."""
        self._hidden += tag in ("style", "script", "title")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of what is not shown."""
        self._hidden -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        """Take what is shown."""
        if not self._hidden:
            self.words.append(data)
