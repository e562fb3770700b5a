"""Conditional requests (RFC 9110 section 13): has the client already what we would send?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def unchanged(headers: Mapping[str, str], etag: str, last_modified: dt.datetime) -> bool:
    """Tell whether a 304 is the answer; `etag` has its quotes, `last_modified` is in whole seconds.

    If-None-Match is compared weakly and beats If-Modified-Since; a date that cannot be read, or
    that is not a date, is ignored.
    """
    wanted = headers.get("if-none-match")
    if wanted is not None:
        return wanted.strip() == "*" or etag in _TAG.findall(wanted)
    since = _moment(headers.get("if-modified-since", ""))
    return since is not None and last_modified <= since


def _moment(text: str) -> dt.datetime | None:
    try:
        parsed = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=dt.UTC)
