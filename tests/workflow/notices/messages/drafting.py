"""Drafts for tests: one duty, one reader, and whatever a test changes about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Mention, Source
from projections.engine.duty.state import Deviation, Duty, Measure, Meeting, Part, Version
from workflow.directory.people import Person
from workflow.duty.deadlines import read_words
from workflow.notices.draft import Draft
from workflow.notices.messages.addresses import mailbox
from workflow.notices.messages.writing import Writer
from workflow.notices.model import Kind, Notice

NOW = dt.datetime(2026, 2, 27, 6, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 2, 27)
"""Ten working days before Friday 13 March, the last working day of the deadline."""
DUTY, LETTER, MAIL, DEVIATION = UUID(int=5), UUID(int=9), UUID(int=77), UUID(int=13)
KARI = Person("p-kari", "Kari Nordås", "kari@prove.example")
OLA = Person("p-ola", "Ola Li", "ola@prove.example", language="nn")
QUOTE = "Rapporten skal være mottatt innen søndag 15. mars"
NAMES = {KARI.id: KARI.name, OLA.id: OLA.name, "u-1": "Analyse", str(LETTER): "Tildelingsbrev 2026"}
SOURCE = Source(letter=LETTER, reference="26/118-1", mentions=(Mention(line=1203, page=14, quote=QUOTE),))


def deadline(words: str = "15.03.2026", **changes: Any) -> DeadlineFact:
    """Give a deadline as its words are read; 15 March 2026 is a Sunday."""
    return read_words(words, 2026).model_copy(update=changes)


def duty(stated: DeadlineFact | None = None, part: str = "", **changes: Any) -> Duty:
    """Give Kari's report, due on a Sunday."""
    made = Duty(
        id=DUTY,
        version=1,
        stream="report",
        reference="2026-02",
        kind="report",
        title="Årsrapport 2025",
        raw_title="Årsrapport 2025",
        goal=None,
        owed_to="",
        led_by="",
        parent=None,
        given_on=None,
        sources=[SOURCE],
        created_at=NOW,
        changed_at=NOW,
        owner=KARI.id,
        unit="u-1",
    )
    made.parts[part] = Part(part, [Version(stated or deadline(), NOW, SOURCE)])
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def meeting(**changes: Any) -> Duty:
    """Give a meeting on 16 March at ten."""
    facts = {
        "kind": "meeting",
        "stream": "governance-meeting",
        "reference": "M-1",
        "title": "Etatsstyringsmøte",
    }
    held = Meeting("Møterom 1", dt.time(10), dt.time(11, 30), "1. Årsrapport\n2. Risiko", sequence=1)
    return duty(deadline("16.03.2026"), **(facts | {"meeting": held} | changes))


def deviating(**changes: Any) -> Duty:
    """Give the report with a material deviation and one measure of Ola's."""
    facts = {"cause": "Dataene kom for sent", "consequence": "To uker forsinket", "material": True}
    found = Deviation(DEVIATION, "", TODAY, NOW, KARI.id, **(facts | changes))
    found.measures[1] = Measure(1, "Leie inn hjelp", OLA.id, dt.date(2026, 3, 9), dt.date(2026, 3, 9), NOW)
    return duty(state="deviation", deviations={DEVIATION: found})


def notice(kind: Kind = Kind.DEADLINE, step: str = "-10", **changes: Any) -> Notice:
    """Give a notice to Kari, as owner, today."""
    made = Notice(
        kind=kind,
        duty=DUTY,
        subject="",
        version="1",
        step=step,
        role="owner",
        recipient=KARI.id,
        due_on=TODAY,
    )
    return replace(made, **changes)


def draft(about: Duty | Mapping[UUID, Duty], *notices: Notice, to: Person = KARI, **changes: Any) -> Draft:
    """Give a mail with these notices; the deadline's own where none are given."""
    duties = {about.id: about} if isinstance(about, Duty) else about
    told = Draft(MAIL, to, notices or (notice(),), duties, NAMES, NOW)
    return replace(told, **changes)


def writer(templates: Path | None = None) -> Writer:
    """Give a writer whose links show whose they are."""
    return Writer(
        ("Fristvakt i Prøveetaten", "fristvakt@prove.example"),
        lambda about, person: f"https://frist.example/plikt/{about}/{person}/mac",
        templates=templates,
    )


def written(told: Draft, templates: Path | None = None) -> EmailMessage:
    """Write a draft, send it through bytes, and read it back as a mail program does."""
    message = writer(templates).write(told, mailbox(told.recipient.name, told.recipient.email))
    content = message.as_bytes()
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    return cast(EmailMessage, message_from_bytes(content, policy=policy.default))


def recipient(message: EmailMessage) -> tuple[str, str]:
    """Give name and address of the recipient; the library's own reading of folded names adds spaces."""
    raw = dict(message.raw_items())["To"].replace("\r\n", "")
    name, address = parseaddr(raw)
    return str(make_header(decode_header(name))), address


def subject(message: EmailMessage) -> str:
    """Give the subject, decoded by the rules of RFC 2047."""
    raw = dict(message.raw_items())["Subject"].replace("\r\n", "")
    return str(make_header(decode_header(raw)))


def text(message: EmailMessage, form: str = "plain") -> str:
    """Give what is read: the plain text, or the HTML as source; spaces and line breaks made one."""
    body = message.get_body((form,))
    assert body is not None
    return " ".join(str(body.get_content()).split())


DIGEST = notice(Kind.DIGEST, "", duty=None, role="reader", subject=KARI.id, version="2026-W09")
