"""Every mail can be read: as text, as HTML, by a program, and in the reader's language."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from icalendar import Calendar

from events.vocabulary.notice import NoticeRaised
from scripts.simulation.arrived import LINK, Arrived
from scripts.simulation.checks.wording import duty_name, mail_name
from scripts.simulation.classes import DIGEST, INVITATION, class_of
from scripts.simulation.evidence import Evidence, Violation

WORD = re.compile(r"\w{3,}")
HIDDEN = re.compile("[Ss]kjerm|[Ss]hielded")
NEEDED = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version")


def headers_are_whole(evidence: Evidence) -> Iterator[Violation]:
    """Every mail says from and to whom, when, and that a program wrote it; digests how to stop them."""
    for mail in evidence.arrived:
        missing = [name for name in NEEDED if not mail.message[name]]
        if str(mail.message["Auto-Submitted"]) != "auto-generated":
            missing.append("Auto-Submitted")
        if class_of(evidence, mail) == DIGEST and not mail.message["List-Unsubscribe"]:
            missing.append("List-Unsubscribe")
        if missing:
            yield Violation("hele hoder", f"{mail_name(mail)}: mangler {', '.join(missing)}")


def addressed_to_one(evidence: Evidence) -> Iterator[Violation]:
    """The envelope and the header name the same one person, who is in the house."""
    for mail in evidence.arrived:
        named = [address.addr_spec for address in mail.message["To"].addresses]
        if list(mail.recipients) != named or len(named) != 1 or named[0] not in _addresses(evidence):
            yield Violation("én mottaker", f"{mail_name(mail)}: {named}")


def in_the_readers_language(evidence: Evidence) -> Iterator[Violation]:
    """Every mail is in the language that its reader chose."""
    for mail in evidence.arrived:
        wanted = evidence.office.staff.by_email(mail.recipient).language
        if str(mail.message["Content-Language"]) != wanted:
            told = f"{mail.message['Content-Language']}, ikke {wanted}"
            yield Violation("mottakerens språk", f"{mail_name(mail)}: {told}")


def text_and_page_say_the_same(evidence: Evidence) -> Iterator[Violation]:
    """Whoever reads the text reads what whoever sees the page sees."""
    for mail in evidence.arrived:
        text = Counter(WORD.findall(LINK.sub("", mail.text).casefold()))
        page = Counter(WORD.findall(LINK.sub("", mail.html_words).casefold()))
        if not text or not page or set(text) != set(page):
            apart = sorted(set(text) ^ set(page))[:6]
            yield Violation("tekst og side er like", f"{mail_name(mail)}: {apart}")


def every_duty_is_named(evidence: Evidence) -> Iterator[Violation]:
    """Each notice's duty is named in the mail that carries it."""
    for mail, raised in evidence.sent:
        name = duty_name(evidence, raised.duty)
        story = evidence.stories.get(raised.duty) if raised.duty is not None else None
        if story is None:
            continue
        told = " ".join(mail.text.split())
        hidden = story.is_shielded(mail.at) and HIDDEN.search(told)
        if (
            name not in told
            and " ".join(story.title(mail.at).split())[:60].strip() not in told
            and not hidden
        ):
            yield Violation("nevner plikten", f"{mail_name(mail)}: {name}")


def calendars_can_be_opened(evidence: Evidence) -> Iterator[Violation]:
    """Every calendar in a mail parses, has one entry, and stands on the day of a deadline of the mail."""
    for mail in evidence.arrived:
        for text in mail.calendars:
            try:
                entries = Calendar.from_ical(text).walk("VEVENT")
            except ValueError as error:
                yield Violation("kalenderen kan åpnes", f"{mail_name(mail)}: {error}")
                continue
            if len(entries) != 1 or "DTSTART" not in entries[0]:
                yield Violation("én oppføring, med dag", f"{mail_name(mail)}: {len(entries)}")
            elif class_of(evidence, mail) != INVITATION:
                yield from _on_its_day(evidence, mail, entries[0].decoded("DTSTART"))


def _on_its_day(evidence: Evidence, mail: Arrived, start: dt.date | dt.datetime) -> Iterator[Violation]:
    day = start.date() if isinstance(start, dt.datetime) else start
    days = {each for raised in evidence.carried.get(mail.message_id, ()) for each in _days(evidence, raised)}
    if day not in days:
        yield Violation("oppføringen på fristens dag", f"{mail_name(mail)}: {day}, ikke {sorted(days)}")


def _days(evidence: Evidence, raised: NoticeRaised) -> Iterator[dt.date]:
    story = evidence.stories.get(raised.duty) if raised.duty else None
    for version in story.versions() if story else ():
        deadline = version.deadline
        found = (deadline.due, deadline.working_date, deadline.earliest, deadline.first)
        yield from (day for day in found if day is not None)


def _addresses(evidence: Evidence) -> frozenset[str]:
    return frozenset(evidence.office.ids.values())
