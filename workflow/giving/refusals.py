"""What may not be given by hand, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class TitleMissing(Refusal):
    """A duty is called something."""

    code = "title-missing"
    message = N_("Write what is to be done.")


class UnknownGivingChannel(Refusal):
    """How a duty was given is one of a few ways."""

    code = "unknown-giving-channel"
    message = N_("«{channel}» is no way of giving a duty; there are: {channels}.")


class UnknownKind(Refusal):
    """A duty is of one of the kinds."""

    code = "unknown-kind"
    message = N_("«{kind}» is no kind of duty; there are: {kinds}.")


class WrittenSourceMissing(Refusal):
    """Only what was given by word of mouth has no written source."""

    code = "written-source-missing"
    message = N_("Name the written source, such as a case number; only what was given orally has none.")


class ReferenceTaken(Refusal):
    """A reference is that of one duty."""

    code = "reference-taken"
    message = N_("{reference} is given already, as «{title}».")
