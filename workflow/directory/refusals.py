"""What may not be done with the directory, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class UnknownPerson(Refusal):
    """Who is named stands in the directory."""

    code = "unknown-person"
    message = N_("There is no «{who}» in the directory. Import people with «fristvakt people import FILE».")


class UnknownUnit(Refusal):
    """A unit that is named stands in the directory."""

    code = "unknown-unit"
    message = N_("There is no unit «{unit}» in the directory. Import units with «fristvakt people import».")


class AmbiguousName(Refusal):
    """A name that several have names nobody."""

    code = "ambiguous-name"
    message = N_("Several people are called «{who}»: {emails}. Use the e-mail address.")


class FileNotImported(Refusal):
    """A list is imported whole or not at all; every row that is wrong is named."""

    code = "file-not-imported"
    message = N_("Nothing was imported. {errors}")
