"""Ids that follow from what they name, so that reading the same letter twice changes nothing."""

from __future__ import annotations

import datetime as dt
import re
from uuid import UUID, uuid5

NAMESPACE = UUID("5b0d6a2e-3c0f-5d59-9a52-0f4cf1a2d7c4")
"""The root of every derived id; it never changes."""

_WITH_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|[23]\d[-/]\d{1,3})(?!\d)")


def names_its_year(reference: str) -> bool:
    """Tell whether a reference («2026-02», «O-26-03») stays the same duty from letter to letter.

    «Oppdrag 7» does not: next year's number 7 is another duty.
    """
    return _WITH_YEAR.search(reference) is not None


def letter_id(agency: str, sha256: str) -> UUID:
    """Give the id of a letter: the same bytes are the same letter."""
    return uuid5(NAMESPACE, f"letter|{agency}|{sha256}")


def duty_id(agency: str, year: int, reference: str | None, key: str) -> UUID:
    """Give the id of a duty: by reference where that names its year, else by letter year and key."""
    if reference and names_its_year(reference):
        return uuid5(NAMESPACE, f"duty|{agency}|{reference}")
    return uuid5(NAMESPACE, f"duty|{agency}|{year}|{reference or key}")


def series_id(duty: UUID, part: str) -> UUID:
    """Give the id of what recurs in a duty; `part` is «» where the whole duty recurs."""
    return uuid5(duty, f"series|{part}")


def occurrence_id(series: UUID, day: dt.date, opened_before: int = 0) -> UUID:
    """Give the id of the report that a series opens for a stated day.

    `opened_before` counts reports of the same day that were withdrawn with an earlier rule.
    """
    again = f"|{opened_before + 1}" if opened_before else ""
    return uuid5(series, f"{day.isoformat()}{again}")


def missed_id(duty: UUID, part: str, number: int) -> UUID:
    """Give the id of the deviation that the clock opens when a part's deadline of this number passes."""
    return uuid5(duty, f"missed|{part}|{number}")


def deviation_id(duty: UUID, discovered_on: dt.date, known: int) -> UUID:
    """Give the id of a deviation that a person reports, when the duty has `known` of them already."""
    return uuid5(duty, f"deviation|{discovered_on.isoformat()}|{known}")


def year_id(agency: str, year: int) -> UUID:
    """Give the id of an agency's year."""
    return uuid5(NAMESPACE, f"year|{agency}|{year}")
