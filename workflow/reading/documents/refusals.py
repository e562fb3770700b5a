"""Why a document was not read: one class for each reason, and what the user can do about it."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class DocumentRefusal(Refusal):
    """A document was not read, and nothing was written."""


class DocumentNotFound(DocumentRefusal):
    """There is no file at that path."""

    code = "document.not-found"
    message = N_("There is no file {path}. Check the name and the folder.")


class DocumentIsFolder(DocumentRefusal):
    """The path is a folder."""

    code = "document.is-folder"
    message = N_("{path} is a folder. Give one file at a time.")


class DocumentNotAccessible(DocumentRefusal):
    """The file is there, but the system does not let us read it."""

    code = "document.not-accessible"
    message = N_(
        "{path} cannot be opened: {cause}. Ask for access to the file, or copy it to a folder of yours."
    )


class DocumentEmpty(DocumentRefusal):
    """The file has no content."""

    code = "document.empty"
    message = N_("{name} is empty. Fetch the letter again from the archive.")


class DocumentTooLarge(DocumentRefusal):
    """The file has more bytes than we read."""

    code = "document.too-large"
    message = N_(
        "{name} is {megabytes} MB; the limit is {limit} MB. "
        "Take out pictures and annexes that are not part of the letter, and try again."
    )


class TooManyPages(DocumentRefusal):
    """The document has more pages than we read."""

    code = "document.too-many-pages"
    message = N_(
        "{name} has {pages} pages; the limit is {limit}. Save the letter itself as a file of its own."
    )


class TooMuchText(DocumentRefusal):
    """The document has more lines or table cells than any letter."""

    code = "document.too-much-text"
    message = N_(
        "{name} has more than {limit} lines or table cells. Save the letter itself as a file of its own."
    )


class UnpacksTooLarge(DocumentRefusal):
    """A compressed document unpacks to far more than a letter can hold."""

    code = "document.unpacks-too-large"
    message = N_(
        "{name} unpacks to more than {limit} MB and was not opened. "
        "Open it in Word, take out pictures, and save it again."
    )


class PasswordProtected(DocumentRefusal):
    """The document is encrypted and cannot be opened without a password."""

    code = "document.password-protected"
    message = N_(
        "{name} is protected by a password. Open it, save a copy without the password, and read the copy."
    )


class NoTextLayer(DocumentRefusal):
    """The document is pictures of pages, with no text behind them."""

    code = "document.no-text-layer"
    message = N_(
        "{name} is scanned: {scanned} of {pages} pages are pictures without text. Ask the archive "
        "for the original or a searchable PDF, or run text recognition (OCR) on it first."
    )


class PictureOnly(DocumentRefusal):
    """The file is a picture."""

    code = "document.picture"
    message = N_(
        "{name} is a picture ({format}). Ask the archive for the original or a searchable PDF, "
        "or run text recognition (OCR) on it first."
    )


class NoReadableText(DocumentRefusal):
    """The document opened, but holds no text that can be read."""

    code = "document.no-readable-text"
    message = N_(
        "{name} holds no readable text. Check that it is the right file, "
        "or ask the archive for a searchable PDF."
    )


class OldWordFormat(DocumentRefusal):
    """The file is in Word's format from before 2007."""

    code = "document.old-word"
    message = N_("{name} is an old Word document. Open it in Word, save it as .docx, and read that file.")


class OtherFormat(DocumentRefusal):
    """The file is a document of a format that we do not read."""

    code = "document.other-format"
    message = N_(
        "{name} is {format}, which cannot be read. Save the letter as PDF or .docx, and read that file."
    )


class NotADocument(DocumentRefusal):
    """The file is no document at all."""

    code = "document.not-a-document"
    message = N_("{name} is not a document. PDF, Word (.docx), HTML, Markdown and plain text can be read.")


class DocumentBroken(DocumentRefusal):
    """The file is damaged, or not what it says it is."""

    code = "document.broken"
    message = N_(
        "{name} is damaged and could not be read as {format}. Fetch it again from the archive, "
        "or open it and save a new copy."
    )


class TookTooLong(DocumentRefusal):
    """Reading was stopped at the time limit."""

    code = "document.took-too-long"
    message = N_(
        "{name} took more than {seconds} seconds to read, and was stopped. "
        "Save the letter itself as a file of its own, or as plain text."
    )


class NeedsTooMuchMemory(DocumentRefusal):
    """Reading was stopped at the memory limit."""

    code = "document.too-much-memory"
    message = N_(
        "{name} needs more than {megabytes} MB of memory to read, and was stopped. "
        "Save the letter itself as a file of its own, or as plain text."
    )


def refusal_of(code: str) -> type[DocumentRefusal]:
    """Find the class of a refusal by its code; raises `KeyError` for a code that is none of ours."""
    return {kind.code: kind for kind in DocumentRefusal.__subclasses__()}[code]
