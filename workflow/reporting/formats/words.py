"""The few words that documents add to a report: the names of their own parts."""

from __future__ import annotations

from babel.dates import format_date

from calendars.zone import OSLO
from workflow.language import N_, translator
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.layout import Words
from workflow.reporting.model import Report

_CONTENTS = N_("Contents")
_REFERENCES = N_("References to the trail")
_ABOUT = N_(
    "Each number points to the assignments and the events in the trail that a statement rests on: "
    "the reference, and the events' positions."
)
_COLUMN = N_("Trail")
_PAGE = N_("Page {page} of {pages}")
_MADE = N_("Made by {name} from what was known on {day} at {time}.")
_SKIP = N_("Skip to the report")
_TYPED_BY = N_("Written by {name}")
_TYPED_NOTE = N_("* Written by a person, not read from the trail.")


def words(report: Report) -> Words:
    """Give the words in the report's language, with who made it and what it knew."""
    say = translator(report.language).gettext
    known = report.known_at.astimezone(OSLO)
    made = say(_MADE).format(
        name=clean(report.made_by), day=format_date(known, "long", locale="nb"), time=f"{known:%H.%M}"
    )
    if any(said == report.made_by for _, said in report.facts):
        # The front says already who made it and what was known.
        made = ""
    return Words(say(_CONTENTS), say(_REFERENCES), say(_ABOUT), say(_PAGE), made, say(_SKIP))


def column_heading(language: str) -> str:
    """Head the column that holds the references."""
    return translator(language).gettext(_COLUMN)


def typed_by(name: str, language: str) -> str:
    """Say who wrote a text that is not read from the trail."""
    return translator(language).gettext(_TYPED_BY).format(name=name)


def typed_note(language: str) -> str:
    """Explain the star at cells that a person wrote."""
    return translator(language).gettext(_TYPED_NOTE)
