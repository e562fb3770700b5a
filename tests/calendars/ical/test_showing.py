from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
import recurring_ical_events
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component, Event, Timezone

from calendars.days import is_working_day
from calendars.ical.component import render
from calendars.ical.description import description
from calendars.ical.entry import Entry
from calendars.ical.summary import summary
from calendars.ical.text import clean, one_line
from calendars.ical.timezone import VTIMEZONE
from calendars.ical.wording import WORDING
from calendars.zone import OSLO
from tests.calendars.ical import samples
from tests.calendars.ical.samples import EVERY, PLAIN, content


def parsed(entry: Entry) -> Component:
    """Give the entry as a parser reads it."""
    return Calendar.from_ical(content(entry)).walk("VEVENT")[0]


def line(entry: Entry, language: str = "nb") -> str:
    """Give the one line of the entry."""
    return summary(entry, WORDING[language])  # type: ignore[index]  # a test's language is nb or nn


def test_showing_a_deadline_puts_it_on_the_stated_day_and_names_the_working_day() -> None:
    """A deadline on a Sunday stands on the Sunday, and says when to deliver."""
    event = parsed(PLAIN)
    assert event.decoded("DTSTART") == dt.date(2026, 3, 15)
    assert event.decoded("DTEND") == dt.date(2026, 3, 16)
    assert line(PLAIN) == "Frist: Årsrapport for 2025 – Del 1 (lever senest fre. 13.03)"
    assert line(PLAIN, "nn") == "Frist: Årsrapport for 2025 – Del 1 (lever seinast fre. 13.03)"


def test_showing_a_window_puts_it_on_its_last_day_and_tells_the_window() -> None:
    """A window falls due on its last day; the text has the words and both ends."""
    assert parsed(samples.WINDOW).decoded("DTSTART") == dt.date(2026, 9, 10)
    assert "«primo september» (tir. 1. september 2026–tor. 10. september 2026)" in description(
        samples.WINDOW, WORDING["nb"]
    )


def test_showing_a_description_gives_words_source_and_the_link_last() -> None:
    """Whoever reads the entry can check it against the letter."""
    assert description(PLAIN, WORDING["nb"]).splitlines() == [
        "Fristen i kilden: «15. mars 2026» (søn. 15. mars 2026)",
        "15.03.2026 er søndag; siste arbeidsdag før er fredag 13.03",
        "Referanse: 2026-02",
        "Status: gitt",
        "Siste dag er ikke en arbeidsdag. Lever senest fre. 13. mars 2026.",
        "Kilde: Tildelingsbrev 2026 (18.12.2025), 25/1234, side 4, linje 207",
        "«Frist 15. mars»",
        "https://frister.example.no/plikt/2026-02",
    ]


@pytest.mark.parametrize(
    ("entry", "start"),
    [
        (samples.DELIVERED, "Levert: "),
        (samples.WITHDRAWN, "Avlyst: "),
        (samples.HELD, "Avholdt: "),
        (samples.MEETING_CANCELLED, "Avlyst: "),
        (samples.TIMED, "Møte: "),
    ],
)
def test_showing_what_became_of_it_begins_the_line(entry: Entry, start: str) -> None:
    """A client that shows only the line still tells what became of it."""
    assert line(entry).startswith(start)


@pytest.mark.parametrize(
    "entry", [samples.DELIVERED, samples.WITHDRAWN, samples.HELD, samples.MEETING_WINDOW]
)
def test_showing_what_needs_no_reminder_gives_none(entry: Entry) -> None:
    """What is delivered, withdrawn, or has no day yet reminds no one."""
    assert render(entry, "nb").alarms == b""


def test_showing_a_shielded_entry_gives_no_word_of_it() -> None:
    """Of a shielded duty only its day leaves."""
    for language in ("nb", "nn"):
        text = content(samples.SHIELDED, language=language).decode().replace("\r\n ", "")  # type: ignore[arg-type]
        for word in ("Hemmelig", "hemmelig", "H-1", "Frist 15. mars", "25/1234", "Tildelingsbrev"):
            assert word not in text.replace("/plikt/2026-02", "")
    assert line(samples.SHIELDED) == "Frist: skjermet sak (lever senest fre. 13.03)"


def test_showing_a_meeting_with_a_window_is_tentative_over_all_of_it() -> None:
    """Until the day is set a meeting spans its window and blocks nothing."""
    event = parsed(samples.MEETING_WINDOW)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (dt.date(2026, 6, 1), dt.date(2026, 7, 1))
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert line(samples.MEETING_WINDOW) == "Møte: Særmøte (dag ikke fastsatt)"


def test_showing_a_meeting_speaks_of_a_meeting() -> None:
    """A meeting is planned and held, and has a time rather than a deadline."""
    assert description(samples.TIMED, WORDING["nb"]).splitlines()[0].startswith("Tidspunktet i kilden: ")
    assert "Status: planlagt" in description(samples.TIMED, WORDING["nb"])
    assert "Avholdt ons. 4. februar 2026" in description(samples.HELD, WORDING["nb"])
    assert "Status: halde" in description(samples.HELD, WORDING["nn"])


def test_showing_a_meeting_without_an_end_gives_it_an_hour_and_says_so() -> None:
    """Every entry has an end; one that is made up is called so."""
    event = parsed(samples.TIMED_OPEN_END)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == dt.timedelta(hours=1)
    assert "Sluttidspunkt er ikke oppgitt." in str(event["DESCRIPTION"])


def test_showing_a_long_title_keeps_the_note_and_the_limit() -> None:
    """However long the title, the line stays under 200 characters and still says when to deliver."""
    assert len(line(samples.LONG)) <= 200
    assert line(samples.LONG).endswith("(lever senest fre. 13.03)")


def test_reminding_counts_from_the_working_date() -> None:
    """For a Sunday with a Friday before it: 09:00 on the Thursday, and on the Friday a week before."""
    midnight = dt.datetime(2026, 3, 15, tzinfo=OSLO)
    alarms = [midnight + alarm.decoded("TRIGGER") for alarm in parsed(PLAIN).walk("VALARM")]
    assert alarms == [dt.datetime(2026, 3, day, 9, tzinfo=OSLO) for day in (6, 12)]


@given(st.dates(dt.date(2021, 2, 1), dt.date(2035, 12, 1)))
def test_reminding_of_any_day_comes_on_working_days_at_nine(day: dt.date) -> None:
    """No reminder comes on a holiday, at night, or after the working date."""
    entry = replace(PLAIN, first_day=day, last_day=day, working_date=day)
    for alarm in parsed(entry).walk("VALARM"):
        at = dt.datetime.combine(day, dt.time()) + alarm.decoded("TRIGGER")
        assert at.hour == 9
        assert at.date() < day
        assert is_working_day(at.date())


@given(st.text())
def test_rendering_any_title_gives_it_back_cleaned(title: str) -> None:
    """No line is over 75 octets, none breaks a character, and a parser reads the title that is shown."""
    rendered = render(replace(PLAIN, title=title), "nb")
    pieces = rendered.plain.split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.decode("utf-8") is not None for piece in pieces)
    assert str(Event.from_ical(rendered.plain)["SUMMARY"]) == rendered.summary


def test_rendering_in_nynorsk_explains_in_nynorsk() -> None:
    """The explanation is shown in the calendar's language, where the event keeps it in both."""
    entry = replace(PLAIN, explanation="Leveres fredag.", explanation_nn="Blir levert fredag.")
    shown = {
        language: str(Event.from_ical(render(entry, language).plain)["DESCRIPTION"]) for language in WORDING
    }
    assert "Leveres fredag." in shown["nb"]
    assert "Blir levert fredag." in shown["nn"]
    assert "Leveres fredag." not in shown["nn"]


@given(st.text())
def test_cleaning_any_text_leaves_nothing_hidden(text: str) -> None:
    """One line is one line, short enough, and cleaning it again changes nothing."""
    cleaned = one_line(text, 200)
    assert len(cleaned) <= 200
    assert "\n" not in cleaned
    assert clean(cleaned) == cleaned
    assert clean(clean(text)) == clean(text)


def test_reading_a_calendar_by_three_parsers_gives_the_same_days() -> None:
    """icalendar, vobject and recurring_ical_events agree on every start, end and title."""
    whole = content(*EVERY)
    by_icalendar = {
        (str(e["UID"]), e.decoded("DTSTART"), e.decoded("DTEND"), str(e["SUMMARY"]))
        for e in Calendar.from_ical(whole).walk("VEVENT")
    }
    assert len(by_icalendar) == len(EVERY)
    by_vobject = {
        (e.uid.value, e.dtstart.value, e.dtend.value, e.summary.value)
        for e in vobject.readOne(whole.decode()).vevent_list
    }
    assert {_comparable(fact) for fact in by_vobject} == {_comparable(fact) for fact in by_icalendar}
    occurring = recurring_ical_events.of(Calendar.from_ical(whole)).between((2026, 1, 1), (2066, 1, 1))
    expanded = {(str(e["UID"]), e.start, e.end, str(e["SUMMARY"])) for e in occurring}
    assert {_comparable(fact) for fact in expanded} == {_comparable(fact) for fact in by_icalendar}


def _comparable(fact: tuple[str, dt.date, dt.date, str]) -> tuple[str, str, str, str]:
    """Give days as days and moments in UTC."""
    uid, start, end, shown = fact
    return uid, _moment(start), _moment(end), shown


def _moment(when: dt.date) -> str:
    return when.astimezone(dt.UTC).isoformat() if isinstance(when, dt.datetime) else when.isoformat()


def test_meeting_at_nine_is_at_nine_before_and_after_the_clock_changes() -> None:
    """09:00 in Oslo is 08:00 UTC on 27 March and 07:00 UTC on 30 March."""
    utc = [parsed(entry).decoded("DTSTART").astimezone(dt.UTC).hour
           for entry in (samples.TIMED, samples.TIMED_SUMMER)]  # fmt: skip
    assert utc == [8, 7]


def test_reading_the_time_zone_agrees_with_the_tz_database() -> None:
    """Our constant rules give the offset of Europe/Oslo in every hour of the years that are published."""
    zone = Timezone.from_ical(VTIMEZONE).to_tz()
    at = dt.datetime(2026, 1, 1, tzinfo=OSLO)
    while at.year < 2029:
        assert at.replace(tzinfo=zone).utcoffset() == at.utcoffset(), at
        at += dt.timedelta(hours=6) if at.month not in (3, 10) else dt.timedelta(hours=1)


def test_rendering_twice_gives_the_same_bytes() -> None:
    """No clock and nothing random goes into a calendar."""
    assert content(*EVERY) == content(*EVERY)
