"""What may not be done, and why: one class for each broken rule."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """A command or an input was refused; nothing was changed.

    `code` is stable and for programs; `message` is the msgid of the sentence a person reads,
    filled with the facts given here.
    """

    code: ClassVar[str]
    message: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        """Keep the facts that fill the message."""
        self.facts = facts
        super().__init__(self.message.format(**facts))
