"""The classes of mail, which are never merged with each other."""

from __future__ import annotations

from scripts.simulation.arrived import Arrived
from scripts.simulation.evidence import Evidence

ALERT, REMINDER, DIGEST, INVITATION = "varsel straks", "påminnelse", "ukesbrev", "innkalling"
CLASSES = {
    "missed": ALERT,
    "deviation": ALERT,
    "straks": ALERT,
    "digest": DIGEST,
    "invitation": INVITATION,
}


def class_of(evidence: Evidence, mail: Arrived) -> str:
    """Give the class of a mail by the notices that it carries; «» for one that carries none."""
    found = {CLASSES.get(raised.kind, REMINDER) for raised in evidence.carried.get(mail.message_id, ())}
    return found.pop() if len(found) == 1 else "/".join(sorted(found))
