"""Trying failed notices again: each mail that was given up gets a new one in its place."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID, uuid5

from sqlalchemy import insert, select

from workflow.duty.state import Stamp
from workflow.language import N_
from workflow.loading import load
from workflow.notices.commands import RetryNotices
from workflow.notices.notice import RaisedNotice
from workflow.notices.outbox import WAITING
from workflow.notices.tables import mail
from workflow.refusals import Refusal
from workflow.work import Outcome, Work


class UnknownNotice(Refusal):
    """No notice has this id."""

    code = "unknown-notice"
    message = N_("There is no notice {notice}.")


def retry(command: RetryNotices, work: Work) -> Outcome:
    """Put the notices in new mails; refuses what is no notice, or has not failed."""
    mails: dict[UUID | None, list[RaisedNotice]] = defaultdict(list)
    for id in command.notices:
        notice = load(work, id)
        if not isinstance(notice, RaisedNotice):
            raise UnknownNotice(notice=id)
        mails[notice.mail].append(notice)
    for before, notices in mails.items():
        _retry(before, notices, Stamp(work.now, command.by), work)
    changed = [notice for notices in mails.values() for notice in notices]
    work.store.save(*changed)
    return Outcome(tuple(one.id for one in changed), {"mails": len(mails)})


def _retry(before: UUID | None, notices: list[RaisedNotice], stamp: Stamp, work: Work) -> None:
    """Make the mail; another id than before is another Message-ID, for it may read otherwise by now."""
    versions = "|".join(f"{one.id}.{one.version}" for one in sorted(notices, key=lambda one: one.id))
    new = uuid5(before or notices[0].id, f"retry|{versions}")
    for notice in notices:
        notice.retry(new, stamp)
    with work.store.datastore.unit_of_work() as connection:
        kind = connection.execute(select(mail.c.kind).where(mail.c.id == before)).scalar_one_or_none()
        row = {
            "id": new,
            "recipient": notices[0].notice.recipient,
            "kind": kind or "",
            "created_at": work.now,
            "state": WAITING,
            "attempts": 0,
            "not_before": work.now,
            "leased_until": None,
            "answer": "",
        }
        connection.execute(insert(mail).values(row))
