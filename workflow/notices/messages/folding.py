"""How the headers of our mails are written: as the library does, but for one thing."""

from __future__ import annotations

from email.policy import SMTP, EmailPolicy


class Folding(EmailPolicy):
    """Begins a header's value on the line of its name.

    The library moves a value that would fit on a line of its own to the next one. A first line
    without a value is allowed (RFC 5322 section 2.2.3), but some programs then show no subject.
    """

    def fold(self, name: str, value: str) -> str:
        """Give the header's lines."""
        folded: str = super().fold(name, value)
        return folded.replace(f"{name}:{self.linesep} ", f"{name}: ", 1)

    def fold_binary(self, name: str, value: str) -> bytes:
        """Give the header's lines as bytes."""
        empty = f"{name}:{self.linesep} ".encode()
        folded: bytes = super().fold_binary(name, value)
        return folded.replace(empty, f"{name}: ".encode(), 1)


POLICY = Folding(
    linesep=SMTP.linesep, raise_on_defect=SMTP.raise_on_defect, max_line_length=78, cte_type="7bit"
)
"""Seven bits only, so that every server takes it."""
