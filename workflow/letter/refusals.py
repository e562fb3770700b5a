"""What may not be done with a letter, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class UnknownLetter(Refusal):
    """A command names a letter that was registered."""

    code = "unknown-letter"
    message = N_("There is no letter with the id {letter}.")


class UnknownChannel(Refusal):
    """A governing document comes through one of the known channels."""

    code = "unknown-channel"
    message = N_("«{channel}» is not a kind of letter. Choose one of: {channels}.")


class CorrectsAnotherYear(Refusal):
    """A corrected letter replaces a letter of its own year."""

    code = "corrects-another-year"
    message = N_("The letter is for {year}, but the one it corrects is for {other}.")


class LetterClosed(Refusal):
    """What was confirmed is closed; a change comes with a new letter."""

    code = "letter-closed"
    message = N_("{letter} has been confirmed and is closed.")


class UnknownProposal(Refusal):
    """A decision names a proposal of the letter."""

    code = "unknown-proposal"
    message = N_("{letter} has no proposal «{key}».")


class AlreadyDecided(Refusal):
    """Each proposal is decided once."""

    code = "already-decided"
    message = N_("«{key}» has already been decided.")


class DoubtsUndecided(Refusal):
    """What is in doubt is accepted only with a decision about each doubt."""

    code = "doubts-undecided"
    message = N_("«{key}» has doubts that need a decision each: {doubts}.")


class ProposalsUndecided(Refusal):
    """A letter is confirmed when everything in it has a decision."""

    code = "proposals-undecided"
    message = N_("Still without a decision ({count}): {keys}.")


class NotAmongTheWords(Refusal):
    """A disputed deadline is settled by the words of one place, or left open, or amended."""

    code = "not-among-the-words"
    message = N_(
        "«{chosen}» is not among what the letter says about «{key}» ({choices}). "
        "Choose one of them, leave it open with «to_be_clarified», or amend the proposal."
    )


class UnknownChange(Refusal):
    """Only what a proposal has can be amended."""

    code = "unknown-change"
    message = N_("«{field}» cannot be amended. What can be: {fields}, or «deadline:PART».")


class UnknownKind(Refusal):
    """A duty is of one of the known kinds."""

    code = "unknown-kind"
    message = N_("«{kind}» is not a kind of duty. Choose one of: {kinds}.")


class GoalNotANumber(Refusal):
    """A goal is named by its number."""

    code = "goal-not-a-number"
    message = N_("«{goal}» is not the number of a goal.")


class NothingAmended(Refusal):
    """Amending changes something."""

    code = "nothing-amended"
    message = N_("Say what is to be amended in «{key}».")


class WithdrawalNeedsApproval(Refusal):
    """What a new letter no longer lists lapses only with the ministry's approval."""

    code = "withdrawal-needs-approval"
    message = N_(
        "«{key}» lapses only with the ministry's approval: "
        "give its reference as the decision «withdrawal», or reject the proposal and let the duty stand."
    )


class WithdrawnBefore(Refusal):
    """A letter does not bring back by itself what was withdrawn under the same number."""

    code = "withdrawn-before"
    message = N_(
        "{duty} was withdrawn before. If it is to be done after all, reopen it first: fristvakt duty reopen "
        "{duty}. Else reject the proposal, or ask the ministry for a new number."
    )


class NoDecisionNeeded(Refusal):
    """A decision answers something that the letter leaves open."""

    code = "no-decision-needed"
    message = N_("Nothing in «{key}» asks for a decision about «{code}». What does: {codes}.")
