from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import update

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.topics import event_classes
from events.vocabulary.trail import TrailConsulted
from projections.due.tables import due_parts
from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty
from tests.kit.command_line import CommandLine
from tests.kit.eventful_year import year
from tests.kit.happened import Past, record
from workflow.app.cli.replay_between import MARKS
from workflow.app.cli.speech import use_language
from workflow.app.cli.trail_words import FACTS, event_said
from workflow.replaying import differences
from workflow.replaying.history import is_duty
from workflow.replaying.picture import picture

AS_OF = ("replay", "--as-of")


def with_past(fristvakt: CommandLine, past: Past) -> CommandLine:
    """Record a past, with people who may ask about it."""
    fristvakt.with_people()
    datastore = Datastore(fristvakt.environment["FRISTVAKT_DATABASE_URL"])
    record(EventStore(datastore), past)
    datastore.close()
    return fristvakt


def of_two_years() -> Past:
    """Give an eventful year, after which a deadline is moved and a duty given in the autumn."""
    past = year()
    past.now += dt.timedelta(days=200)
    return past.postponed("2026-03", "2026-12-01").assignment("2026-99").due("2026-99", "2026-12-15")


@pytest.mark.parametrize("view", ["register", "due", "waiting", "deviation list"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_replaying_a_view_prints_what_the_command_would_have_printed(
    fristvakt: CommandLine, view: str, form: str
) -> None:
    """Word for word, although the world has gone on since."""
    with_past(fristvakt, of_two_years())
    shown = view.replace("deviation list", "deviations")
    now = fristvakt.done(*view.split(), "--format", form).out
    day = "2026-11-22"
    assert fristvakt.done(*AS_OF, day, shown, "--format", form).out == now
    assert fristvakt.done(*AS_OF, day, "--format", form, shown).out == now
    before = fristvakt.done(*AS_OF, "2026-01-31", shown, "--format", form).out
    assert ("2026-99" in before, before == now) == (False, view == "deviation list")


def test_replaying_passes_the_views_own_options_on_and_asks_its_day(fristvakt: CommandLine) -> None:
    """What is overdue is counted from the day that is asked about, not from today."""
    with_past(fristvakt, of_two_years())
    rows = fristvakt.done(*AS_OF, "2026-06-30", "due", "--overdue", "--format", "json").json
    assert {row["reference"] for row in rows} >= {"2026-03", "2026-04"}
    assert fristvakt.done(*AS_OF, "2026-03-01", "due", "--overdue", "--format", "json").json == []
    assert "2026-01" in fristvakt.done(*AS_OF, "2026-06-30", "show", "2026-01").out
    assert "«2026-99»" in fristvakt.refused(*AS_OF, "2026-06-30", "show", "2026-99")
    assert "hoppet" not in fristvakt.done(*AS_OF, "2026-06-30", "notices").out
    assert len(fristvakt.done(*AS_OF, "2026-06-30", "notices", "--format", "json").json) == 4


def test_replaying_as_it_was_puts_late_entries_in_their_place(fristvakt: CommandLine) -> None:
    """Known in October to have been delivered in March: in April it was delivered, and nobody knew."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15")
    past.now += dt.timedelta(days=270)
    with_past(fristvakt, past.delivered("2026-01", day="2026-03-01"))
    known = fristvakt.done(*AS_OF, "2026-04-01", "register", "--format", "json").json
    was = fristvakt.done(*AS_OF, "2026-04-01", "--effective", "register", "--format", "json").json
    assert [each["state"] for each in known + was] == ["given", "delivered"]


def test_comparing_the_rows_in_use_says_whether_they_are_what_the_events_say(fristvakt: CommandLine) -> None:
    """0 and «stemmer» for each projection; 1 and «avviker» where somebody changed a row."""
    with_past(fristvakt, year())
    printed = fristvakt.done("replay", "--digest")
    assert (printed.out.count("stemmer"), printed.out.count("avviker")) == (7, 0)
    datastore = Datastore(fristvakt.environment["FRISTVAKT_DATABASE_URL"])
    with datastore.unit_of_work() as connection:
        connection.execute(update(due_parts).values(owner="noen andre"))
    datastore.close()
    differing = fristvakt("replay", "--digest", "--format", "json")
    assert differing.code == 1
    assert [each["name"] for each in differing.json if not each["agrees"]] == ["due"]
    day = fristvakt.done(*AS_OF, "2026-11-23", "--digest", "--format", "json").json["digests"]
    assert day == {each["name"]: each["replayed"] for each in differing.json}


def test_telling_what_changed_names_duties_people_and_words(fristvakt: CommandLine) -> None:
    """Before and after in the reader's words, and who recorded it; the same in JSON."""
    with_past(fristvakt, of_two_years())
    between = ("replay", "--between", "31.01.2026", "22.11.2026")
    printed = fristvakt.done(*between).out
    assert "2026-03  Oppdrag 2026-03 (oppdrag): flyttet" in printed
    assert "  Frist: fre. 15.05.2026 → tir. 01.12.2026" in printed
    assert "Frist flyttet · p-controller · Etter avtale · 26/12-4" in printed
    assert printed.splitlines()[-1] == "2 plikter endret"
    told = fristvakt.done(*between, "--format", "json").json
    assert [each["marks"] for each in told["duties"]] == [["moved"], ["added"]]
    assert fristvakt.done("--language", "nn", *between).out.splitlines()[-1] == "2 plikter endra"
    happened = fristvakt.done("replay", "--between", "2026-02-15", "2026-02-20", "--effective").out
    assert "2026-06" in happened


def test_showing_the_history_of_a_duty_tells_who_when_what_and_why(fristvakt: CommandLine) -> None:
    """Each event with its changes, the notices about it in between, and its place in the letter."""
    with_past(fristvakt, year())
    printed = fristvakt.done("trail", "show", "2026-01").out
    for line in (
        "Gitt  · p-controller",
        "    Ansvarlig: – → kari",
        "    Tilstand: gitt → avvik",
        "    Skjedde 11.02.2026",
        "    Departementet ble orientert (1): – → 11.02.2026",
        "    Grunn: Ferie",
        "    Merknad: Ringt departementet",
        "Varsel til kari: påminnelse, forfalt 01.03.2026, sendt 05.01.2026",
    ):
        assert line in printed, line
    told = fristvakt.done("trail", "show", "2026-01", "--format", "json").json
    assert [each["version"] for each in told["history"]] == list(range(1, len(told["history"]) + 1))
    assert len(told["notices"]) == 3


def test_listing_the_trail_narrows_to_days_people_and_kinds(fristvakt: CommandLine) -> None:
    """Only what is asked for, in the order it was recorded; JSON is one list."""
    with_past(fristvakt, year())
    rows = fristvakt.done("trail", "list", "--kind", "assignment.delivered", "--format", "json").json
    assert [each["topic"] for each in rows] == ["assignment.delivered"] * 3
    assert "3 hendelser" in fristvakt.done("trail", "list", "--kind", "assignment.delivered").out
    assert fristvakt.done("trail", "list", "--to", "2026-01-04", "--format", "json").json == []
    mine = fristvakt.done("trail", "list", "--by", "Kari Nordås", "--format", "json").json
    assert {each["topic"] for each in mine} == {"trail.consulted"}
    assert "tull" in fristvakt.misused("trail", "list", "--kind", "tull")


def test_reading_the_past_is_itself_recorded_and_asks_who_reads(fristvakt: CommandLine) -> None:
    """Each look leaves who and what, and no name of anybody."""
    with_past(fristvakt, year())
    fristvakt.done(*AS_OF, "2026-06-30", "register", "--owner", "Åse Øvrebø")
    fristvakt.done("trail", "list", "--by", "Åse Øvrebø")
    looks = fristvakt.done("trail", "list", "--kind", TrailConsulted.TOPIC, "--format", "json").json
    assert looks[0]["note"] == "--as-of 2026-06-30 register"
    assert "Åse" not in json.dumps([each["note"] for each in looks], ensure_ascii=False)
    del fristvakt.environment["FRISTVAKT_USER"]
    assert "--as" in fristvakt.refused("replay", "--digest")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--as-of", "2026-01-01", "--between", "2026-01-01", "2026-02-01"),
        ("--as-of", "2026-01-01", "tull"),
        ("--digest", "register"),
        ("--effective", "--digest"),
        ("--between", "2026-02-01", "2026-01-01"),
    ],
)
def test_replaying_what_does_not_go_together_is_wrong_use(
    fristvakt: CommandLine, arguments: tuple[str, ...]
) -> None:
    """It says how to write it, and opens nothing."""
    assert fristvakt.misused("replay", *arguments)


def _is_ours(cls: type) -> bool:
    """Tell our events from those that other tests define."""
    return cls.__module__.startswith("events.")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_naming_events_and_facts_leaves_none_without_words(language: str) -> None:
    """Every event, every fact of a duty and every mark has words."""
    use_language(language)
    said = {topic: event_said(topic) for topic, cls in event_classes().items() if _is_ours(cls)}
    assert all(said.values())
    assert said["governance-meeting.held"] != said["assignment.delivered"]
    assert {mark for _, mark in differences.MARKS} | {differences.ADDED, differences.LATE} == set(MARKS)


def test_naming_facts_covers_all_that_a_picture_has() -> None:
    """Whatever may change has a word."""
    duties: dict[object, Duty] = {}
    for event in year().events:
        if is_duty(event.TOPIC):
            duties[event.originator_id] = folded(duties.get(event.originator_id), event)
    named = {what for each in duties.values() for what, _ in picture(each)}
    assert named == set(FACTS)
