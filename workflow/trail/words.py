"""What is wrong with the trail, in the words of whoever has to do something about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from events.ledger.findings import Finding, Kind
from workflow.language import N_
from workflow.trail.examining import Fault, Wrong

FINDINGS: Mapping[Kind, str] = {
    Kind.CHANGED: N_("Changed: the event with position {position} ({topic}) is not as it was recorded."),
    Kind.REMOVED: N_("Removed: one event or more are gone between position {other} and {position}."),
    Kind.BROKEN: N_(
        "Rewritten: between position {other} and {position} something was changed, hash and all."
    ),
    Kind.INSERTED: N_("Inserted: the event with position {position} ({topic}) was put in afterwards."),
    Kind.MOVED: N_(
        "Out of order: the event with position {position} ({topic}) belongs right after the one at {other}."
    ),
    Kind.UNCHAINED: N_(
        "Inserted: the event with position {position} ({topic}) has no place in the chain; "
        "the program did not record it."
    ),
    Kind.HOLE: N_("Removed: version {version} of {stream} is gone; the next one has position {position}."),
    Kind.TAIL_REMOVED: N_("Removed: the newest events, after position {position}, are gone."),
    Kind.REWRITTEN: N_(
        "Rewritten: the trail is another than at the checkpoint of {taken} ({size} events), "
        "though its hashes fit."
    ),
    Kind.RESTORED: N_(
        "Restored from an older copy, or another trail: the checkpoint of {taken} ({size} events) is "
        "unknown here and does not fit."
    ),
    Kind.CHECKPOINT_CHANGED: N_(
        "Changed checkpoint: that of {taken} ({size} events) says something else than a trail that a later "
        "one vouches for."
    ),
}

FAULTS: Mapping[Wrong, str] = {
    Wrong.UNREADABLE: N_("Changed checkpoint: {digest} in {place} cannot be read."),
    Wrong.CHANGED: N_("Changed checkpoint: the signature of {digest} in {place} is of other words."),
    Wrong.UNKNOWN_KEY: N_("Foreign checkpoint: {digest} in {place} is signed with a key that is not known."),
    Wrong.LOST: N_("Removed checkpoint: the one before {digest} in {place} is gone."),
}

Say = Callable[[str], str]


def finding_words(finding: Finding, say: Say) -> str:
    """Say what does not fit and where."""
    taken = finding.checkpoint
    facts = {
        "position": finding.position,
        "other": finding.other,
        "stream": finding.stream,
        "version": finding.version,
        "topic": finding.topic,
        "taken": taken.taken_at if taken else "",
        "size": taken.size if taken else 0,
    }
    return say(FINDINGS[finding.kind]).format(**facts)


def fault_words(fault: Fault, say: Say) -> str:
    """Say what is wrong with a checkpoint, and where it is kept."""
    place = fault.given.place or say(N_("the database"))
    return say(FAULTS[fault.wrong]).format(digest=fault.given.digest[:12], place=place)
