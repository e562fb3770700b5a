"""Test mode: every mail goes to one address, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from workflow.notices.post import Delivery, Outgoing, Post

_ADDRESSED = ("To", "Cc", "Bcc", "Reply-To")


class Redirecting:
    """Hands mails on with another recipient; the subject tells who would have got them."""

    def __init__(self, post: Post, address: str) -> None:
        """Redirect to an address."""
        self._post = post
        self._address = address

    def deliver(self, mails: Sequence[Outgoing]) -> Iterator[Delivery]:
        """Deliver to the one address."""
        return self._post.deliver([self._redirected(mail) for mail in mails])

    def _redirected(self, mail: Outgoing) -> Outgoing:
        message = deepcopy(mail.message)
        subject = str(message["Subject"])
        for header in (*_ADDRESSED, "Subject"):
            del message[header]
        message["To"] = self._address
        message["Subject"] = f"[{', '.join(mail.to)}] {subject}"
        return replace(mail, message=message, to=(self._address,))
