"""Nothing is said twice, and nobody is flooded."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

from events.vocabulary.notice import NoticeRaised
from scripts.simulation.arrived import LINK, Arrived
from scripts.simulation.checks.wording import mail_name, notice_name
from scripts.simulation.classes import DIGEST, INVITATION, class_of
from scripts.simulation.evidence import Evidence, Violation

SEVERAL = ("controller", "attendee", "reader")
"""Roles that several people have, each a place of its own."""


def each_notice_once(evidence: Evidence) -> Iterator[Violation]:
    """No notice is carried by two mails."""
    counted = Counter(_key(raised) for _, raised in evidence.sent)
    named = {_key(raised): raised for _, raised in evidence.sent}
    for key, times in counted.items():
        if times > 1:
            yield Violation("aldri to ganger", f"{notice_name(evidence, named[key])}: {times} ganger")


def each_mail_once(evidence: Evidence) -> Iterator[Violation]:
    """No mail comes twice under one Message-ID, and none is without."""
    counted = Counter(mail.message_id for mail in evidence.arrived)
    for mail in evidence.arrived:
        if not mail.message_id or counted[mail.message_id] > 1:
            yield Violation("samme Message-ID", mail_name(mail))


def each_text_once(evidence: Evidence) -> Iterator[Violation]:
    """Nobody gets the same words twice, addresses of pages apart.

    A digest says how things stand, which may be as they stood; once a week is another check.
    """
    seen: dict[tuple[str, str, str], dt.datetime] = {}
    for mail in evidence.arrived:
        key = mail.recipient, mail.subject, LINK.sub("", mail.text)
        if class_of(evidence, mail) == DIGEST:
            continue
        if key in seen:
            yield Violation("samme innhold", f"{mail_name(mail)} – også {seen[key]:%d.%m.%Y %H:%M}")
        seen[key] = mail.at


def without_floods(evidence: Evidence) -> Iterator[Violation]:
    """Each time the service looks, a person gets at most one mail of each class; invitations apart."""
    counted: dict[tuple[dt.datetime, str, str], int] = defaultdict(int)
    for mail in evidence.arrived:
        counted[mail.at, mail.recipient, _kind(evidence, mail)] += 1
    for (at, recipient, kind), times in counted.items():
        if times > 1 and kind != INVITATION:
            yield Violation("ingen flom", f"{recipient} fikk {times} av «{kind}» {at:%d.%m.%Y %H:%M} UTC")


def every_mail_is_of_one_class(evidence: Evidence) -> Iterator[Violation]:
    """Every mail carries notices that were raised, all of one class."""
    for mail in evidence.arrived:
        kind = class_of(evidence, mail)
        if not kind or "/" in kind:
            yield Violation("én slags varsler i hver e-post", f"{mail_name(mail)}: {kind or 'ingen'}")


def _kind(evidence: Evidence, mail: Arrived) -> str:
    """Give the class; a deputy's own digest and an absent colleague's are two."""
    kind = class_of(evidence, mail)
    subjects = (raised.subject for raised in evidence.carried.get(mail.message_id, ()))
    return f"{kind} {min(subjects)}" if kind == DIGEST else kind


def _key(raised: NoticeRaised) -> tuple[object, ...]:
    person = raised.recipient if raised.role in SEVERAL else ""
    return raised.kind, raised.duty, raised.subject, raised.version, raised.step, raised.role, person
