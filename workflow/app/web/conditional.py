"""Conditional requests (RFC 9110 section 13): has the client already what we would send?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?("[^"]*")')


@dataclass(frozen=True, slots=True)
class Current:
    """What identifies the bytes of today: `etag` has its quotes, `last_modified` is in whole seconds.

    `by_date` says whether a date is enough to tell that nothing changed.
    """

    etag: str
    last_modified: dt.datetime
    by_date: bool = True


def unchanged(headers: Mapping[str, str], current: Current) -> bool:
    """Tell whether a 304 is the answer.

    If-None-Match is compared weakly and beats If-Modified-Since; a date that cannot be read, or
    that is not a date, is ignored.
    """
    wanted = headers.get("if-none-match")
    if wanted is not None:
        return wanted.strip() == "*" or current.etag in _TAG.findall(wanted)
    since = _moment(headers.get("if-modified-since")) if current.by_date else None
    return since is not None and current.last_modified <= since


def _moment(text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    try:
        parsed = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=dt.UTC)
