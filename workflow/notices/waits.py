"""How long a mail waits between attempts, and when it is given up."""

from __future__ import annotations

import datetime as dt

from workflow.notices.outbox import LONGEST_WAIT

_FIRST_WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15))
MOST_ATTEMPTS_ANSWERED = len(_FIRST_WAITS) + 24
"""A day of «not now» about this very mail; nights and days off, when nothing is sent, not counted."""
MOST_ATTEMPTS_UNANSWERED = 3 * MOST_ATTEMPTS_ANSWERED
"""A working week: no server answered, which says nothing about the mail (RFC 5321, 4.5.4.1)."""


def wait_after(attempts: int, code: int | None) -> dt.timedelta | None:
    """Give how long to wait after so many attempts; None where it is to be given up.

    `code` is the server's latest answer, None where no server answered. Attempts are counted, not
    hours, so that the time our own machine was down is not held against the mail.
    """
    if attempts >= (MOST_ATTEMPTS_UNANSWERED if code is None else MOST_ATTEMPTS_ANSWERED):
        return None
    return _FIRST_WAITS[attempts - 1] if attempts <= len(_FIRST_WAITS) else LONGEST_WAIT
