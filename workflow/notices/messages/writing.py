"""The writer of mails: from a draft to a message that every server takes and every mail program reads."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID

from calendars.ical.invitation import Method, Organizer
from calendars.ical.text import one_line
from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from workflow.invitations.ics import invitation_ics
from workflow.notices.draft import Draft
from workflow.notices.ladder import lead_dates
from workflow.notices.messages.addresses import mailbox
from workflow.notices.messages.calendar_file import calendar_file
from workflow.notices.messages.folding import POLICY
from workflow.notices.messages.plain import plain
from workflow.notices.messages.reader import Leads, Link, Reader
from workflow.notices.messages.rendering import Rendering
from workflow.notices.messages.speech import Speech
from workflow.notices.messages.telling import tell
from workflow.notices.model import Kind, Notice

_NO_REPLIES = "DR, RN, NRN, OOF, AutoReply"
"""What Exchange is not to answer with. Notes of non-delivery are wanted: they say that nobody was told."""


class Writer:
    """Writes mails. `sender` is a name and a bare address; the address also organises meetings."""

    def __init__(
        self,
        sender: tuple[str, str],
        link: Link,
        *,
        leads: Leads = lambda _duty, working_date: lead_dates(working_date),
        templates: Path | None = None,
    ) -> None:
        """Write from this sender; `templates` is the folder of the agency's own."""
        self._sender = mailbox(*sender)
        self._link = link
        self._leads = leads
        self._rendering = Rendering(templates)

    def check(self, draft: Draft) -> None:
        """Try the agency's own templates. Raises `BrokenTemplate`."""
        self._rendering.strict(tell(self._reader(draft)))

    def write(self, draft: Draft, address: Address) -> EmailMessage:
        """Write a mail to one address. The same draft gives the same Message-ID."""
        reader = self._reader(draft)
        mail = tell(reader)
        page = self._rendering.html(mail)
        message = EmailMessage(policy=POLICY)
        self._address(message, draft, address, mail.subject, reader)
        message.set_content(plain(page), cte="quoted-printable")
        message.add_alternative(page, subtype="html", cte="quoted-printable")
        if len(draft.notices) == 1:
            self._attach(message, draft.notices[0], reader)
        message["Content-Language"] = reader.speech.language  # last, or it would move into a part
        return message

    def _reader(self, draft: Draft) -> Reader:
        return Reader(draft, Speech(draft.recipient.language), self._link, self._leads)

    def _address(
        self, message: EmailMessage, draft: Draft, address: Address, subject: str, reader: Reader
    ) -> None:
        """Add the headers; whatever a name or a title holds, each is one line."""
        message["Subject"] = one_line(subject)
        message["From"] = self._sender
        message["To"] = address
        message["Date"] = draft.written_at.astimezone(OSLO)
        message["Message-ID"] = self._id(draft.id)
        if (thread := _thread(draft)) is not None:
            message["In-Reply-To"] = message["References"] = self._id(thread)
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = _NO_REPLIES
        if any(each.kind is Kind.DIGEST for each in draft.notices):
            message["List-Unsubscribe"] = f"<mailto:{self._sender.addr_spec}?subject=unsubscribe>"

    def _id(self, what: UUID) -> str:
        return f"<{what}@{self._sender.domain}>"

    def _attach(self, message: EmailMessage, notice: Notice, reader: Reader) -> None:
        duty = reader.draft.duties.get(notice.duty) if notice.duty else None
        if duty is None:
            return
        if notice.kind is Kind.INVITATION:
            self._invite(message, notice, duty, reader)
        elif notice.kind is Kind.DEADLINE and not notice.step.startswith("+"):
            found = calendar_file(duty, notice.subject, reader)
            if found is not None:
                name = "avtale.ics" if duty.is_meeting else "frist.ics"
                _attach_calendar(message, found, name)

    def _invite(self, message: EmailMessage, notice: Notice, duty: Duty, reader: Reader) -> None:
        """Add what calendars act on (RFC 6047 section 2.4): an alternative with METHOD, and a file."""
        method: Method = "CANCEL" if notice.step == "cancel" else "REQUEST"
        draft = reader.draft
        invited = duty.meeting.attendees if duty.meeting is not None and method == "REQUEST" else ()
        everyone = {draft.recipient.id: draft.recipient} | {
            person: draft.people[person] for person in invited if person in draft.people
        }
        file = invitation_ics(
            duty,
            method,
            {person: (one.name, one.email) for person, one in everyone.items()},
            Organizer(self._sender.display_name, self._sender.addr_spec),
            draft.written_at,
            reader.speech.norwegian,
        )
        message.add_alternative(
            file.decode("utf-8"), subtype="calendar", params={"method": method}, cte="base64"
        )
        _attach_calendar(message, file, "invite.ics")


def _thread(draft: Draft) -> UUID | None:
    """Give what a mail is about, so that all mails of one duty stand together."""
    duties = {each.duty for each in draft.notices}
    return duties.pop() if len(duties) == 1 else None


def _attach_calendar(message: EmailMessage, file: bytes, name: str) -> None:
    message.add_attachment(
        file, maintype="text", subtype="calendar", filename=name, params={"charset": "utf-8"}
    )
