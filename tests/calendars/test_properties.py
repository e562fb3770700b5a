"""What holds for every deadline, whatever the phrase."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.catalogue import all_forms
from calendars.deadline import Deadline, Form
from calendars.language import Context, find, read, write
from calendars.periods import MONTHS
from tests.calendars.phrasebook import meaning

DAYS = st.dates(dt.date(2020, 1, 8), dt.date(2035, 12, 31))
LANGUAGES = st.sampled_from(["nb", "nn"])

WAYS = {
    "dotted": lambda d: f"{d:%d.%m.%Y}",
    "unpadded": lambda d: f"{d.day}.{d.month}.{d.year}",
    "short year": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "gap before the year": lambda d: f"{d:%d.%m}. {d.year}",
    "gap after the day": lambda d: f"{d.day}. {d.month}.{d.year}",
    "named": lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    "named without spaces": lambda d: f"{d.day}.{MONTHS[d.month - 1]} {d.year}",
    "named in capitals": lambda d: f"{d.day}. {MONTHS[d.month - 1].upper()} {d.year}",
    "abbreviated": lambda d: f"{d:%d}. {MONTHS[d.month - 1][:3]}. {d.year}",
    "slash": lambda d: f"{d.day}/{d.month}-{d:%y}",
    "ISO": lambda d: d.isoformat(),
    "innen": lambda d: f"innen {d.day}. {MONTHS[d.month - 1]} {d.year}",
    "seinast innan": lambda d: f"seinast innan {d:%d.%m.%Y}",
    "over two lines": lambda d: f"{d.day}. {MONTHS[d.month - 1]}\n{d.year}",
    "l for 1": lambda d: f"{d:%d}".replace("1", "l") + f".{d:%m.%Y}",
    "in brackets": lambda d: f"({d:%d.%m.%Y})",
}


@pytest.mark.parametrize("way", WAYS)
@given(day=DAYS)
@settings(max_examples=60, deadline=None)
def test_reading_any_day_in_any_way_of_writing_gives_that_day(way: str, day: dt.date) -> None:
    """However a day is written, it is that day."""
    deadline = read(WAYS[way](day), Context(2026, cell=True))
    assert deadline is not None
    assert (deadline.form, deadline.day) == (Form.DATE, day)


@given(day=DAYS)
@settings(max_examples=60, deadline=None)
def test_reading_any_day_without_its_year_takes_the_letters(day: dt.date) -> None:
    """A date without a year belongs to the letter's year."""
    for phrase in (
        f"{day.day}. {MONTHS[day.month - 1]}",
        f"{day:%d.%m}",
        f"{day.day}. {MONTHS[day.month - 1][:3]}.",
    ):
        deadline = read(phrase, Context(day.year, cell=True))
        assert deadline is not None
        assert deadline.day == day


PHRASES = st.one_of(
    DAYS.map(lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}"),
    DAYS.map(lambda d: f"før {d.day}. {MONTHS[d.month - 1]} {d.year}"),
    DAYS.map(lambda d: f"innen utgangen av {MONTHS[d.month - 1]} {d.year}"),
    DAYS.map(lambda d: f"{MONTHS[d.month - 1]} {d.year}"),
    st.tuples(st.sampled_from(["primo", "medio", "ultimo"]), DAYS).map(
        lambda x: f"{x[0]} {MONTHS[x[1].month - 1]} {x[1].year}"
    ),
    st.tuples(st.sampled_from(["ca.", "rundt"]), DAYS).map(lambda x: f"{x[0]} {x[1]:%d.%m.%Y}"),
    st.tuples(st.integers(1, 52), st.integers(2021, 2034)).map(lambda x: f"uke {x[0]} {x[1]}"),
    st.tuples(st.sampled_from(["mandag", "tirsdag", "fredag"]), st.integers(1, 52)).map(
        lambda x: f"{x[0]} i uke {x[1]}"
    ),
    st.tuples(st.integers(1, 4), st.integers(2021, 2034)).map(lambda x: f"{x[0]}. kvartal {x[1]}"),
    st.tuples(st.integers(1, 3), st.integers(2021, 2034)).map(lambda x: f"{x[0]}. tertial {x[1]}"),
    st.tuples(st.sampled_from(["våren", "høsten", "sommeren"]), st.integers(2021, 2034)).map(
        lambda x: f"{x[0]} {x[1]}"
    ),
    DAYS.map(lambda d: f"{d:%d.%m.%Y} og deretter årlig"),
    DAYS.map(lambda d: f"{d:%d.%m.%Y} (til og med {d.year + 2})"),
    st.integers(1, 28).map(lambda n: f"den {n}. hver måned"),
    st.integers(1, 9).map(lambda n: f"{n}. virkedag i hver måned"),
    st.tuples(st.integers(1, 4), st.sampled_from(["mandag", "torsdag"])).map(
        lambda x: f"{x[0]}. {x[1]} i måneden"
    ),
    st.integers(1, 60).map(lambda n: f"senest {n} dager før møtet"),
    st.integers(1, 11).map(lambda n: f"innen {n} måneder etter avslutningen"),
    st.integers(2, 9).map(lambda n: f"minst hvert {n}. år"),
    st.sampled_from(["Månedlig", "tertialvis", "straks", "Flerårig", "løpende", "etter avtale", "ved behov"]),
)


@given(phrase=PHRASES, language=LANGUAGES, tentative=st.booleans(), firm=st.booleans())
@settings(max_examples=100, deadline=None)
def test_wording_any_deadline_reads_back_as_the_same(
    phrase: str, language: str, tentative: bool, firm: bool
) -> None:
    """Writing and reading are each other's reverse, in both languages and with every mark."""
    marked = (
        ("Tentativ frist: " if tentative else "") + phrase + (". Fristen kan ikke fravikes." if firm else "")
    )
    deadline = read(marked, Context(2026, cell=True))
    assert deadline is not None
    assert deadline.firm is firm
    again = read(write(deadline, "nn" if language == "nn" else "nb"), Context(2026, cell=True))
    assert again is not None
    assert meaning(again) == meaning(deadline)


@given(phrase=PHRASES)
@settings(max_examples=100, deadline=None)
def test_reading_any_deadline_keeps_its_days_in_order(phrase: str) -> None:
    """A working date is never later than stated, and a window holds its due day."""
    deadline = read(phrase, Context(2026, cell=True))
    assert deadline is not None
    assert deadline.explanation.startswith("«")
    if deadline.due is not None and deadline.working_date is not None:
        assert deadline.working_date <= deadline.due
        assert deadline.working_date.weekday() < 5
    if deadline.form is Form.WINDOW:
        assert deadline.earliest is not None
        assert deadline.latest is not None
        assert deadline.earliest <= deadline.latest == deadline.due


WORDS = st.sampled_from(
    [
        "Frist",
        "innen",
        "senest",
        "1.",
        "15. mars",
        "2026",
        "31.12.",
        "ultimo",
        "mai",
        "uke 4",
        "Mål 1:",
        "2026-05",
        "|",
        "\n",
        "Del 1:",
        "månedlig",
        "kap. 671",
        "per 31. august",
        "hver",
        "mandag",
        "og",
        "deretter årlig",
        "før",
        "møtet",
        "(2024-2027)",
        "31.06.2026",
        "etter avtale",
        "§ 10",
        "22/8848-7",
        "våren",
        "\t",
        "  ",
        "-\n",
        "år",
        "i løpet av",
    ]
)


@given(words=st.lists(WORDS, max_size=14), cell=st.booleans())
@settings(max_examples=100, deadline=None)
def test_finding_in_any_text_gives_spans_in_order_inside_it(words: list[str], cell: bool) -> None:
    """Spans lie inside the text, in order, without overlap; and a found day stands in its words."""
    text = " ".join(words)
    at = 0
    for found in find(text, Context(2026, cell=cell)):
        assert at <= found.start < found.end <= len(text)
        at = found.end
        assert (found.deadline is None) == bool(found.reason)
        if found.deadline and found.deadline.pattern == "day" and found.deadline.day:
            assert re.search(rf"\b0?{found.deadline.day.day}\b|virkedag|dag", text[found.start : found.end])


@given(st.text(max_size=200), st.booleans())
@settings(max_examples=100, deadline=None)
def test_finding_in_any_text_at_all_never_fails(text: str, cell: bool) -> None:
    """Whatever characters a document holds, the search ends and its spans are inside the text."""
    for found in find(text, Context(2026, cell=cell)):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("year", [1970, 2019, 2036, 2065, 2085])
def test_reading_a_day_outside_the_verified_years_never_fails(year: int) -> None:
    """No working date is claimed there."""
    deadline = read(f"1. mars {year}", Context(year, cell=True))
    assert deadline is not None
    assert deadline.working_date is None


def test_wording_an_impossible_date_keeps_the_sources_words() -> None:
    """It is never corrected, not even in wording."""
    assert write(Deadline("31.06.2026", Form.DATE, "day", impossible=True), "nb") == "31.06.2026"


def test_every_form_has_its_own_test_file() -> None:
    """A new form is not finished without its tests."""
    from pathlib import Path

    tried = {path.stem.removeprefix("test_") for path in (Path(__file__).parent / "forms").glob("test_*.py")}
    assert set(all_forms()) <= tried
