"""Merging: the notices of one person at one moment share a mail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from workflow.identity import NAMESPACE
from workflow.notices.model import Kind, Notice, Planned

ALERT, REMINDER, DIGEST, INVITATION = "alert", "reminder", "digest", "invitation"
"""The classes of mail: an alert waits for no reminder, a digest stands alone, and so does each invitation."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A mail to be: its id, derived from what it carries, its recipient, its class and its notices."""

    id: UUID
    recipient: str
    kind: str
    notices: tuple[Notice, ...]


def bundles(planned: Iterable[Planned], agency: str) -> list[Bundle]:
    """Give one mail for each recipient and class, in the order in which they come."""
    gathered: dict[tuple[object, ...], list[Notice]] = defaultdict(list)
    for each in planned:
        notice, kind = each.notice, class_of(each)
        alone = notice.id(agency) if kind in (DIGEST, INVITATION) else None
        gathered[notice.recipient, kind, alone].append(notice)
    return [
        Bundle(_mail_id(notices, agency), notices[0].recipient, str(key[1]), tuple(notices))
        for key, notices in gathered.items()
    ]


def class_of(planned: Planned) -> str:
    """Give the class of the mail that carries a notice."""
    if planned.is_urgent:
        return ALERT
    return {Kind.DIGEST: DIGEST, Kind.INVITATION: INVITATION}.get(planned.notice.kind, REMINDER)


def _mail_id(notices: Iterable[Notice], agency: str) -> UUID:
    return uuid5(NAMESPACE, "mail|" + "|".join(sorted(str(notice.id(agency)) for notice in notices)))
