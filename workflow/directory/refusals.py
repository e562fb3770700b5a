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


class WorkbookLocked(Refusal):
    """A workbook opens without a password, and is not of the format before 2007."""

    code = "workbook-locked"
    message = N_(
        "The workbook has a password, or is saved in the old format (.xls). "
        "Save it as an Excel workbook (.xlsx) without a password."
    )


class WorkbookBroken(Refusal):
    """A workbook is whole."""

    code = "workbook-broken"
    message = N_(
        "The file cannot be read as an Excel workbook ({why}). Open it in Excel and save it again as .xlsx."
    )


class WorkbookTooLarge(Refusal):
    """A list unpacks to what a list can be."""

    code = "workbook-too-large"
    message = N_(
        "The workbook unpacks to more than {limit} MB: no list of people does. "
        "Copy the list to a workbook of its own."
    )


class BadAddress(Refusal):
    """An address for mail is one."""

    code = "bad-address"
    message = N_("«{email}» is not an e-mail address.")


class EmailTaken(Refusal):
    """An e-mail address is one person's."""

    code = "email-taken"
    message = N_("Somebody else in the directory has the address {email}.")


class AboveThemselves(Refusal):
    """The line leads up, and never back to the person."""

    code = "above-themselves"
    message = N_("{person} would stand above themselves. Choose another manager.")


class OwnDeputy(Refusal):
    """A deputy is somebody else."""

    code = "own-deputy"
    message = N_("{person} cannot be their own deputy.")


class BadDigestTime(Refusal):
    """A digest comes on a working day, at a full hour."""

    code = "bad-digest-time"
    message = N_("A digest comes on one of the days from Monday to Friday, at a full hour from 0 to 23.")


class QuietAllDay(Refusal):
    """Quiet hours end."""

    code = "quiet-all-day"
    message = N_("Quiet hours cannot last all day: choose two different times.")


class EndsBeforeItBegins(Refusal):
    """An absence has a last day that is not before its first."""

    code = "ends-before-it-begins"
    message = N_("The absence ends ({last}) before it begins ({first}).")


class NoSuchAbsence(Refusal):
    """An absence that is taken away was there."""

    code = "no-such-absence"
    message = N_("{person} has no absence that begins on {first}. See them with: fristvakt people absent")
