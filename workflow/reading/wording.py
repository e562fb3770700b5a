"""What a doubt or a reason says to a person."""

from __future__ import annotations

from workflow.language import N_, translator
from workflow.reading.model import Doubt

DOUBTS = {
    "dates_disagree": N_(
        "The letter gives two different deadlines: “{first}” and “{second}”. Which one holds?"
    ),
    "impossible_date": N_("“{text}” is a day that does not exist. What was meant?"),
    "before_letter": N_("“{text}” is before the letter itself ({issued})."),
    "parts_out_of_order": N_("{second} is due before {first}."),
    "reference_differs": N_("This is written “{written}”, but elsewhere the same assignment is {elsewhere}."),
    "missing_in_calendar": N_(
        "{reference} is given in the letter, but the reporting calendar does not list it."
    ),
    "placeholder": N_("“{text}” is a field that was never filled in."),
    "meeting_missing": N_("The text promises {meeting} ({promised}), but the calendar has only: {listed}."),
    "two_readings": N_("“{text}” can be read in two ways: {readings}"),
    "titles_differ": N_("{reference} stands over two different titles: “{first}” and “{second}”."),
    "page_not_read": N_("Page {page} is a picture and was not read; look at it yourself."),
    "not_working_day": N_("“{text}” is not a working day; the last working day before is {working}."),
}
REASONS = {
    "figure_day": N_("the day a figure is counted from"),
    "figure_period": N_("the period the figures are about"),
    "period": N_("the period something is about"),
    "in_force": N_("the day something enters into force"),
    "decided_on": N_("the date of a decision or a letter"),
    "document_number": N_("the number of a document"),
    "case_number": N_("a case number"),
    "span_of_years": N_("the period a plan or a document is about"),
    "law_paragraph": N_("a section of a law"),
    "placeholder": N_("a field that was never filled in"),
    "policy_target": N_("a target of policy, not a deadline"),
    "past": N_("something that has already happened"),
    "circular": N_("the number of a circular"),
    "letter_date": N_("the date of the letter"),
    "moved_from": N_("the deadline before it was moved"),
    "content": N_("what a report shall hold, not when it is due"),
    "since": N_("a day that something counts from"),
    "owed_by_others": N_("a deadline of others"),
    "heading": N_("stands in a heading"),
    "title": N_("part of a title"),
    "outside_text": N_("stands outside the running text"),
    "uncertain_place": N_("it is uncertain which duty it belongs to"),
    "no_duty_found": N_("no duty was found that it belongs to"),
}


def doubt_text(doubt: Doubt, language: str) -> str:
    """Say what the doubt is about."""
    return translator(language).gettext(DOUBTS[doubt.code]).format(**doubt.facts)


def reason_text(code: str, language: str) -> str:
    """Say why a phrase became no deadline; a code that the deadline language added speaks for itself."""
    return translator(language).gettext(REASONS[code]) if code in REASONS else code
