"""How a violation names what it is about."""

from __future__ import annotations

from uuid import UUID

from events.vocabulary.notice import NoticeRaised
from scripts.simulation.arrived import Arrived
from scripts.simulation.evidence import Evidence


def mail_name(mail: Arrived) -> str:
    """Name a mail: when, to whom, and its subject."""
    return f"{mail.local:%a %d.%m.%Y %H:%M} til {mail.recipient}: «{mail.subject}»"


def duty_name(evidence: Evidence, duty: UUID | None) -> str:
    """Name a duty by what people call it."""
    story = evidence.stories.get(duty) if duty else None
    return story.given.reference if story else "–"


def notice_name(evidence: Evidence, raised: NoticeRaised) -> str:
    """Name a notice: kind, duty, part, version, step and role."""
    part = f"/{raised.subject}" if raised.subject else ""
    about = f"{duty_name(evidence, raised.duty)}{part}"
    return f"{raised.kind} {about} v{raised.version} trinn {raised.step} ({raised.role})"
