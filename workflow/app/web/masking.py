"""Secret addresses stay out of the logs."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"(/kalender/|/plikt/[^/?\s\"]+/[^/?\s\"]+/)[^/?\s\"]+")


def masked(text: str) -> str:
    """Give a text with the secret part of every address in it hidden."""
    return _SECRET.sub(r"\1***", text)


class Masking(logging.Filter):
    """Hides secrets in what is logged, in the message and in its arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record, and let it pass."""
        record.msg = masked(str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(masked(each) if isinstance(each, str) else each for each in record.args)
        return True
