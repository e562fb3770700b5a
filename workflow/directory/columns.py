"""What lists call their columns and say in them, in Norwegian and English."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from workflow.language import N_

NAME, EMAIL, UNIT, MANAGER, ROLE, LANGUAGE = "name", "email", "unit", "manager_email", "role", "language"
DEPUTY, ABSENT_FROM, ABSENT_TO, PARENT = "deputy_email", "absent_from", "absent_to", "parent"

LABELS = {
    NAME: N_("name"),
    EMAIL: N_("e-mail"),
    UNIT: N_("unit"),
    MANAGER: N_("manager"),
    ROLE: N_("role"),
    LANGUAGE: N_("language"),
    DEPUTY: N_("deputy"),
    ABSENT_FROM: N_("absent from"),
    ABSENT_TO: N_("absent to"),
    PARENT: N_("parent unit"),
}
"""What a column is called when we speak of it."""

_PEOPLE = {
    NAME: "name fullname navn fulltnavn namn fulltnamn",
    EMAIL: "email emailaddress mail epost epostadresse",
    UNIT: "unit enhet eining avdeling",
    MANAGER: "manageremail manager leder leiar lederepost leiarepost nærmesteleder nærasteleiar",
    ROLE: "role rolle",
    LANGUAGE: "language språk målform",
    DEPUTY: "deputyemail deputy stedfortreder stedfortredar stadfortredar stedfortrederepost vikar",
    ABSENT_FROM: "absentfrom bortefra fraværfra fråværfrå bortefrå",
    ABSENT_TO: "absentto bortetil fraværtil fråværtil",
}
_UNITS = {
    UNIT: "unit enhet eining avdeling name navn namn",
    PARENT: "parent parentunit overordnet overordnetenhet overordna overordnaeining",
    MANAGER: _PEOPLE[MANAGER],
}
PEOPLE_COLUMNS = {word: column for column, words in _PEOPLE.items() for word in words.split()}
UNIT_COLUMNS = {word: column for column, words in _UNITS.items() for word in words.split()}

ROLE_WORDS = {
    "leser": "reader",
    "lesar": "reader",
    "bidragsyter": "contributor",
    "bidragsytar": "contributor",
    "leder": "manager",
    "leiar": "manager",
    "virksomhetsstyrer": "controller",
    "verksemdsstyrar": "controller",
    "revisor": "auditor",
    "departement": "ministry",
}
LANGUAGE_WORDS = {"bokmål": "nb", "nynorsk": "nn", "english": "en", "engelsk": "en"}
_DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")


def key_of(heading: str) -> str:
    """Give a heading as the tables above have it: «E-post» and «e_post» are «epost»."""
    return re.sub(r"[\W_]+", "", heading.casefold())


def day_of(text: str) -> dt.date | None:
    """Read a day as lists write it: 2026-07-06, 06.07.2026 or 6/7/2026; None for anything else."""
    for form in _DAY_FORMS:
        with suppress(ValueError):
            return dt.datetime.strptime(text.partition("T")[0], form).date()  # noqa: DTZ007 - a civil day
    return None
