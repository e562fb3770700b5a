"""Content lines (RFC 5545 section 3.1): escaped text, folded at 75 octets and never inside a character.

icalendar writes the same lines and is what the tests hold these to, but it takes ten times as long
for it, which a rebuild of every entry feels.
"""

from __future__ import annotations

import datetime as dt

_LIMIT = 75
_BREAK = b"\r\n"


def line(name: str, value: str) -> bytes:
    """Give one folded content line; `name` may carry parameters, `value` is already escaped."""
    raw = f"{name}:{value}".encode()
    return (raw if len(raw) <= _LIMIT else _folded(raw)) + _BREAK


def text(name: str, value: str) -> bytes:
    """Give a line whose value is TEXT (section 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return line(name, escaped)


def day(name: str, value: dt.date) -> bytes:
    """Give a line whose value is a DATE."""
    return line(f"{name};VALUE=DATE", f"{value:%Y%m%d}")


def oslo_time(name: str, value: dt.datetime) -> bytes:
    """Give a line whose value is a clock time in Norway."""
    return line(f"{name};TZID=Europe/Oslo", f"{value:%Y%m%dT%H%M%S}")


def utc_time(name: str, value: dt.datetime) -> bytes:
    """Give a line whose value is a moment (aware), in whole seconds of UTC."""
    return line(name, f"{value.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}")


def _folded(raw: bytes) -> bytes:
    """Break the line before the character that would cross the limit."""
    pieces, start, room = [], 0, _LIMIT
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, _LIMIT - 1  # the space that continues a line counts too
    return b"\r\n ".join([*pieces, raw[start:]])
