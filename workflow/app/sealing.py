"""Sealing the trail with the agency's own key, and telling the auditor."""

from __future__ import annotations

from collections.abc import Callable
from email.headerregistry import Address
from email.message import EmailMessage
from typing import TYPE_CHECKING
from uuid import uuid5

from calendars.zone import OSLO
from events.ledger.checkpoint import Signed
from workflow.app.mail.opening import post_of
from workflow.identity import NAMESPACE
from workflow.language import N_, translator
from workflow.notices.messages.addresses import mailbox
from workflow.notices.messages.folding import POLICY
from workflow.notices.post import Delivery, Outgoing
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.keys import signer_of

if TYPE_CHECKING:
    from workflow.app.mail.settings import MailSettings
    from workflow.app.wiring import App


def seal(app: App, progress: Callable[[int], object] = lambda count: None) -> Signed:
    """Take a checkpoint of the trail as it stands and keep it; the key is made where there is none.

    Raises `UnsoundTrail` where the trail does not hold, and `UnusableKey`.
    """
    signer = signer_of(app.settings.ledger_key, app.settings.ledger_key_passphrase)
    return Checkpoints(app.datastore).take(app.settings.agency, signer, app.clock(), progress)


def tell_auditor(app: App, mail: MailSettings, signed: Signed, address: str) -> Delivery:
    """Mail a checkpoint as an attached file, and give what the mail server answered.

    Raises `UnusableAddress`. What the server took is noted beside the checkpoint.
    """
    to = mailbox("", address)
    message = _message(app, mail, signed, to)
    outgoing = Outgoing(uuid5(NAMESPACE, signed.checkpoint.digest), message, (to.addr_spec,))
    (delivery,) = post_of(mail, app.settings.language).deliver([outgoing])
    if delivery.answer == "accepted":
        Checkpoints(app.datastore).mailed(signed, app.clock())
    return delivery


def _message(app: App, mail: MailSettings, signed: Signed, to: Address) -> EmailMessage:
    say, taken = translator(app.settings.language).gettext, signed.checkpoint
    day = app.today().strftime("%d.%m.%Y")
    message = EmailMessage(policy=POLICY)
    message["Subject"] = say(N_("Checkpoint {day}: {size} events")).format(day=day, size=taken.size)
    message["From"] = mailbox(mail.sender_name, mail.sender)
    message["To"] = to
    message["Date"] = app.clock().astimezone(OSLO)
    domain = mail.sender.rpartition("@")[2]
    message["Message-ID"] = f"<checkpoint.{taken.digest[:32]}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    body = say(
        N_(
            "The attached file says how far the trail of {agency} had come, and what it was. "
            "Keep it outside the agency: with it anyone can show later that nothing before it was "
            "changed or removed.\n\nEvents: {size}\nDigest: {digest}\nPublic key: {key}\n"
        )
    )
    facts = {"agency": taken.agency, "size": taken.size, "digest": taken.digest, "key": signed.key}
    message.set_content(body.format(**facts), cte="quoted-printable")
    message.add_attachment(
        signed.to_json().encode(), maintype="application", subtype="json", filename=file_name(signed)
    )
    return message


def file_name(signed: Signed) -> str:
    """Give what the file of a checkpoint is called when nobody says otherwise."""
    return f"sjekkpunkt-{signed.checkpoint.taken_at[:10]}-{signed.checkpoint.size}.json"
