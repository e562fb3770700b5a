"""What may be asked of notices that were raised."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryNotices:
    """Try failed notices (ids) again; those of one mail share a mail again."""

    notices: tuple[UUID, ...]
    by: str
