"""The UID that binds a meeting, its invitations and their answers."""

from __future__ import annotations

from uuid import UUID, uuid5


def invitation_uid(meeting: UUID) -> UUID:
    """Give the UID of a meeting's invitation: the same for its whole life, and another than in feeds.

    A calendar that both subscribes to a feed and holds the invitation keeps the two apart.
    """
    return uuid5(meeting, "invitation")
