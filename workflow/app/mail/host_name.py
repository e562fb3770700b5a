"""The name by which this machine greets a mail server."""

from __future__ import annotations

import re
import socket
from functools import cache

_NAME = re.compile(r"[A-Za-z0-9.-]+")


@cache  # asking may mean asking a name server that is slow to answer
def host_name() -> str:
    """Give the machine's full name, or an address literal (RFC 5321 section 4.1.3) where it has none."""
    name = socket.getfqdn()
    return name if _NAME.fullmatch(name) else "[127.0.0.1]"
