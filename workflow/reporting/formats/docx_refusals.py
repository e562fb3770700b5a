"""Why a Word template is not used."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class NotATemplate(Refusal):
    """The file is no Word document, or is damaged."""

    code = "report-not-a-template"
    message = N_(
        "The template is no Word document (.docx), or is damaged. Open it in Word and save it again."
    )


class TemplateTooLarge(Refusal):
    """The file, or what it unpacks to, is larger than a template has reason to be."""

    code = "report-template-too-large"
    message = N_("The template is larger than {limit} MB. Take out large pictures and try again.")


class TemplateWithMacros(Refusal):
    """The file holds programs."""

    code = "report-template-with-macros"
    message = N_("The template has macros or embedded files ({part}). Save it as .docx without them.")


class TemplateReachingOut(Refusal):
    """The file fetches something from elsewhere, or links to it."""

    code = "report-template-reaching-out"
    message = N_(
        "The template links to something outside of itself ({target}). Take the link out and try again."
    )


class UnknownPlaceholder(Refusal):
    """A placeholder has a name that we have nothing for."""

    code = "report-unknown-placeholder"
    message = N_("The template has the unknown placeholder {name}. The known ones are: {known}.")


class PlaceholderNotAlone(Refusal):
    """What becomes several paragraphs stands inside another text, in a table or in a header."""

    code = "report-placeholder-not-alone"
    message = N_(
        "{name} must stand alone in a paragraph of its own in the template's main text, and only once."
    )


class NoPlaceForContent(Refusal):
    """The template has no place for the report."""

    code = "report-no-place-for-content"
    message = N_(
        "The template has no {name}. Write it in a paragraph of its own where the report is to stand."
    )
