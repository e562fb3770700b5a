"""What may not be done with the trail's proofs."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class UnusableKey(Refusal):
    """The file of the key holds no key that can be used."""

    code = "unusable-key"
    message = N_(
        "The key in {file} cannot be used: {why}. A passphrase is given in FRISTVAKT_LEDGER_KEY_PASSPHRASE."
    )


class NoPublicKey(Refusal):
    """What was given as a public key is none."""

    code = "no-public-key"
    message = N_(
        "«{text}» is no public key and no file with one. Write its 64 digits, as fristvakt trail key does."
    )


class UnsoundTrail(Refusal):
    """A checkpoint would vouch for a trail that does not hold."""

    code = "unsound-trail"
    message = N_(
        "No checkpoint was taken: the trail does not hold. What is wrong is shown by: fristvakt trail verify"
    )


class UnreadableCheckpoint(Refusal):
    """A file is no checkpoint."""

    code = "unreadable-checkpoint"
    message = N_("{file} is no checkpoint that fristvakt trail checkpoint wrote: {why}")


class NoCheckpoint(Refusal):
    """A proof needs a checkpoint that covers the event."""

    code = "no-checkpoint"
    message = N_("There is no checkpoint that covers it. Take one first with: fristvakt trail checkpoint")


class NoSuchCheckpoint(Refusal):
    """What was named is neither a file nor a checkpoint of this database."""

    code = "no-such-checkpoint"
    message = N_(
        "«{name}» is neither a file nor the beginning of one checkpoint's digest. There are: {digests}."
    )


class NoSuchEvent(Refusal):
    """Nothing is recorded at the position, or not yet at the checkpoint."""

    code = "no-such-event"
    message = N_("No event with position {position} is among the first {size}.")


class DidNotGrow(Refusal):
    """The newer checkpoint is not of this trail's growth from the older one."""

    code = "did-not-grow"
    message = N_(
        "The trail as it stands does not lead from the one checkpoint to the other. "
        "What is wrong is shown by: fristvakt trail verify"
    )


class UnreadableProof(Refusal):
    """A file is no proof."""

    code = "unreadable-proof"
    message = N_("{file} is no proof that fristvakt trail prove wrote: {why}")


class ProofFails(Refusal):
    """A proof does not prove what it says."""

    code = "proof-fails"
    message = N_("The proof does not hold: {why}")


class MayNotTakeOut(Refusal):
    """Whole events, with all that is shielded in them, are for few."""

    code = "may-not-take-out"
    message = N_(
        "{name} may not take whole events out: what is shielded stands in them. "
        "The auditor, a controller or an administrator may."
    )


class FolderInTheWay(Refusal):
    """What would be written is there already."""

    code = "folder-in-the-way"
    message = N_("{path} is there already. Choose another place, or take it away first.")
