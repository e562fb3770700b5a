"""How the headers of our mails are written, where the library's own way comes out wrong."""

from __future__ import annotations

from email.header import Header
from email.policy import SMTP, EmailPolicy
from typing import Any


class Folding(EmailPolicy):
    """Writes the library's headers, but for two things.

    Its encoding of text beyond ASCII (RFC 2047) loses the spaces between some words of a long
    value; we encode such a text, or the name before an address, as a whole. And it begins a value
    that would fit on a line of its own on the second line: a first line without a value is allowed
    (RFC 5322 section 2.2.3), but some programs then show no subject.
    """

    def fold(self, name: str, value: str) -> str:
        """Give the header's lines."""
        is_text = name.lower() == "subject" or hasattr(value, "addresses")
        if self.utf8 or not is_text or str(value).isascii():
            folded: str = super().fold(name, value)
            return folded.replace(f"{name}:{self.linesep} ", f"{name}: ", 1)
        return f"{name}: {self._encoded(name, value)}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        """Give the header's lines as bytes."""
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii")

    def _encoded(self, name: str, value: Any) -> str:
        """Encode a text, or the names of addresses; the library gives each header the kind it has."""
        addresses = getattr(value, "addresses", None)
        if addresses is None:
            return self._words(name, str(value))
        between = f",{self.linesep} "
        return between.join(self._address(name, each.display_name, each.addr_spec) for each in addresses)

    def _address(self, name: str, display_name: str, address: str) -> str:
        return f"{self._words(name, display_name)}{self.linesep} <{address}>" if display_name else address

    def _words(self, name: str, text: str) -> str:
        return Header(text, "utf-8", header_name=name).encode(linesep=self.linesep)


POLICY = Folding(
    linesep=SMTP.linesep, raise_on_defect=SMTP.raise_on_defect, max_line_length=78, cte_type="7bit"
)
"""Seven bits only, so that every server takes it."""
