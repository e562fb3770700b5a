"""What a calendar says in bokmål and nynorsk: one table per language, the same fields in both."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from calendars.ical.entry import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; {…} is filled in where it is used."""

    deadline: str
    meeting: str
    shielded_deadline: str
    shielded_meeting: str
    delivered: str
    held: str
    cancelled: str
    carried_over: str
    deliver_by: str
    day_not_set: str
    stated: str
    stated_window: str
    stated_meeting: str
    stated_meeting_window: str
    reference: str
    working: str
    source: str
    source_not_named: str
    channels: dict[str, str]
    other_channel: str
    line: str
    page: str
    standings: dict[str, str]
    meeting_standings: dict[str, str]
    held_on: str
    delivered_on: str
    returned: str
    deviates: str
    tentative: str
    firm: str
    no_end_time: str
    hidden: str
    alarm_soon: str
    feed_about: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


NB = Wording(
    deadline="Frist: {title}",
    meeting="Møte: {title}",
    shielded_deadline="skjermet sak",
    shielded_meeting="skjermet møte",
    delivered="Levert: {title}",
    held="Avholdt: {title}",
    cancelled="Avlyst: {title}",
    carried_over="Overført: {title}",
    deliver_by="lever senest {day}",
    day_not_set="dag ikke fastsatt",
    stated="Fristen i kilden: «{words}» ({day})",
    stated_window="Fristen i kilden: «{words}» ({first}–{last})",
    stated_meeting="Tidspunktet i kilden: «{words}» ({day})",
    stated_meeting_window="Tidspunktet i kilden: «{words}» ({first}–{last})",
    reference="Referanse: {reference}",
    working="Siste dag er ikke en arbeidsdag. Lever senest {day}.",
    source="Kilde: {name}{place}",
    source_not_named="ikke oppgitt",
    channels={
        "allocation_letter": "Tildelingsbrev",
        "supplementary_letter": "Supplerende tildelingsbrev",
        "assignment_letter": "Oppdragsbrev",
        "instruction": "Instruks",
        "email": "E-post",
        "oral": "Muntlig",
    },
    other_channel="Brev",
    line="linje {number}",
    page="side {number}",
    standings={
        "given": "Status: gitt",
        "in_progress": "Status: under arbeid",
        "delivered": "Status: levert",
        "accepted": "Status: godkjent",
        "cancelled": "Status: gjelder ikke lenger",
        "carried_over": "Status: overført til neste brev",
    },
    meeting_standings={
        "given": "Status: planlagt",
        "in_progress": "Status: forberedes",
        "delivered": "Status: avholdt",
        "accepted": "Status: referatet er godkjent",
        "cancelled": "Status: avlyst",
        "carried_over": "Status: overført til neste brev",
    },
    held_on="Avholdt {day}",
    delivered_on="Levert {day}",
    returned="Departementet har sendt leveransen tilbake.",
    deviates="Det er meldt avvik som ikke er lukket.",
    tentative="Dagen er foreløpig og kan bli endret.",
    firm="Absolutt frist.",
    no_end_time="Sluttidspunkt er ikke oppgitt.",
    hidden="Innholdet er skjermet. Se saken i Fristvakt.",
    alarm_soon="Påminnelse: {summary}",
    feed_about="Frister og møter i {first} og {last}. Avlyste oppføringer står i 30 dager etter sin dag.",
    weekdays=("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."),
    months=("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
            "oktober", "november", "desember"),
)  # fmt: skip

NN = Wording(
    deadline="Frist: {title}",
    meeting="Møte: {title}",
    shielded_deadline="skjerma sak",
    shielded_meeting="skjerma møte",
    delivered="Levert: {title}",
    held="Halde: {title}",
    cancelled="Avlyst: {title}",
    carried_over="Overført: {title}",
    deliver_by="lever seinast {day}",
    day_not_set="dag ikkje fastsett",
    stated="Fristen i kjelda: «{words}» ({day})",
    stated_window="Fristen i kjelda: «{words}» ({first}–{last})",
    stated_meeting="Tidspunktet i kjelda: «{words}» ({day})",
    stated_meeting_window="Tidspunktet i kjelda: «{words}» ({first}–{last})",
    reference="Referanse: {reference}",
    working="Siste dag er ikkje ein arbeidsdag. Lever seinast {day}.",
    source="Kjelde: {name}{place}",
    source_not_named="ikkje oppgitt",
    channels={
        "allocation_letter": "Tildelingsbrev",
        "supplementary_letter": "Supplerande tildelingsbrev",
        "assignment_letter": "Oppdragsbrev",
        "instruction": "Instruks",
        "email": "E-post",
        "oral": "Munnleg",
    },
    other_channel="Brev",
    line="linje {number}",
    page="side {number}",
    standings={
        "given": "Status: gitt",
        "in_progress": "Status: under arbeid",
        "delivered": "Status: levert",
        "accepted": "Status: godkjend",
        "cancelled": "Status: gjeld ikkje lenger",
        "carried_over": "Status: overført til neste brev",
    },
    meeting_standings={
        "given": "Status: planlagt",
        "in_progress": "Status: blir førebudd",
        "delivered": "Status: halde",
        "accepted": "Status: referatet er godkjent",
        "cancelled": "Status: avlyst",
        "carried_over": "Status: overført til neste brev",
    },
    held_on="Halde {day}",
    delivered_on="Levert {day}",
    returned="Departementet har sendt leveransen tilbake.",
    deviates="Det er meldt avvik som ikkje er lukka.",
    tentative="Dagen er førebels og kan bli endra.",
    firm="Absolutt frist.",
    no_end_time="Sluttidspunkt er ikkje oppgitt.",
    hidden="Innhaldet er skjerma. Sjå saka i Fristvakt.",
    alarm_soon="Påminning: {summary}",
    feed_about="Fristar og møte i {first} og {last}. Avlyste oppføringar står i 30 dagar etter dagen sin.",
    weekdays=("mån.", "tys.", "ons.", "tor.", "fre.", "lau.", "søn."),
    months=("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
            "oktober", "november", "desember"),
)  # fmt: skip

WORDING: dict[Language, Wording] = {"nb": NB, "nn": NN}


def short_day(day: dt.date, words: Wording) -> str:
    """Write «fre. 13.03», for a line that already stands on its date."""
    return f"{words.weekdays[day.weekday()]} {day:%d.%m}"


def long_day(day: dt.date, words: Wording) -> str:
    """Write «fre. 13. mars 2026»."""
    return f"{words.weekdays[day.weekday()]} {day.day}. {words.months[day.month - 1]} {day.year}"
