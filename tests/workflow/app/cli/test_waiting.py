from __future__ import annotations

from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.kit.command_line import CommandLine
from tests.kit.eventful_year import year
from tests.kit.happened import record


def after_a_year(fristvakt: CommandLine) -> CommandLine:
    """Give the command line of an agency to which something of everything has happened."""
    datastore = Datastore(fristvakt.environment["FRISTVAKT_DATABASE_URL"])
    record(EventStore(datastore), year())
    datastore.close()
    return fristvakt


def test_listing_what_we_wait_for_gives_each_group_with_when_it_was_last_asked(
    fristvakt: CommandLine,
) -> None:
    """Every group has its heading and its number, and a missing deadline says when it was last asked for."""
    printed = after_a_year(fristvakt).done("waiting").out
    for heading in (
        "Frist mangler: skal fastsettes eller avtales (1)",
        "Møtedag mangler (1)",
        "Fristen er foreløpig (1)",
        "Bedt om ny frist, ikke besvart (1)",
        "Gitt muntlig, ikke bekreftet skriftlig (1)",
        "Levert, ikke godkjent (1)",
        "Referatet er ikke godkjent (1)",
        "Departementet er orientert om avvik som ikke er lukket (1)",
    ):
        assert heading in printed
    assert "«avklares med departementet»" in printed
    assert "02.02.2026" in printed
    assert "ikke spurt" in printed
    assert printed.splitlines()[-1] == "Vi venter på 8 ting."


def test_listing_what_we_wait_for_narrows_to_what_is_asked(fristvakt: CommandLine) -> None:
    """A kind leaves out the others, and JSON tells the same as the table."""
    rows = after_a_year(fristvakt).done("waiting", "--kind", "deadline", "--format", "json").json
    assert [(row["reference"], row["asked_on"], row["times_asked"]) for row in rows] == [
        ("2026-02", "2026-02-02", 1)
    ]
    assert fristvakt.done("--language", "nn", "waiting", "--kind", "minutes").out.splitlines()[-1] == (
        "Vi ventar på 1 ting."
    )


def test_showing_a_duty_gives_deviations_measures_and_comments(fristvakt: CommandLine) -> None:
    """Whoever opens a duty sees all that has happened to it."""
    printed = after_a_year(fristvakt).done("show", "2026-01").out
    for line in (
        "Tilstand: avvik",
        "Stedfortreder: ola",
        "Avvik 1 (åpent, vesentlig, Del 2)",
        "Årsak: Lite data",
        "Departementet ble orientert: 11.02.2026 e-post 26/12-8",
        "Tiltak 1: Hente data (ola, frist 20.03.2026; gjennomført 19.03.2026)",
        "Tiltak 2: Leie inn (ola, frist 09.03.2026; droppet: For dyrt)",
        "Avvik 2 (lukket, Del 1)",
        "fristen gikk ut uten levering",
        "Lukket: 01.04.2026 Levert sent",
        "p-controller: Ringt departementet",
    ):
        assert line in printed


def test_showing_a_duty_gives_the_dialogue_with_the_ministry(fristvakt: CommandLine) -> None:
    """What was asked, what was given orally, what was corrected and what lives on elsewhere."""
    after_a_year(fristvakt)
    assert "(muntlig, ikke bekreftet skriftlig)" in fristvakt.done("show", "2026-02").out
    assert "Departementet ble spurt: 02.02.2026" in fristvakt.done("show", "2026-02").out
    assert (
        "Bedt om ny frist man. 15.06.2026 den 03.02.2026, ikke besvart"
        in fristvakt.done("show", "2026-03").out
    )
    assert "(rettet: den var ført feil)" in fristvakt.done("show", "2026-04").out
    assert "overført (Videreføres · Tildelingsbrev 2027)" in fristvakt.done("show", "2026-06").out


def test_showing_a_meeting_gives_what_only_meetings_have(fristvakt: CommandLine) -> None:
    """Place and time, agenda, minutes, decisions and who answered what."""
    printed = after_a_year(fristvakt).done("show", "esm").out
    for line in (
        "Sted: Møterom 1",
        "Klokkeslett: 09.00–11.00",
        "Dagsorden: 20.04.2026, 26/9: Status",
        "Referatutkast: 08.05.2026, 26/9-2",
        "1. Utrede → ",
        "kari: kommer",
    ):
        assert line in printed
    told = fristvakt.done("show", "esm", "--format", "json").json
    assert told["meeting"]["attendees"][0]["reply"] == "accepted"
    assert told["parts"][0]["history"][0]["number"] == 1


def test_listing_the_register_marks_open_deviations(fristvakt: CommandLine) -> None:
    """A deviation beside a delivery shows too, not only the state."""
    rows = after_a_year(fristvakt).done("register", "--state", "deviation", "--format", "json").json
    assert [row["reference"] for row in rows] == ["2026-01"]
    assert [deviation["closed_on"] for deviation in rows[0]["deviations"]] == [None, "2026-04-01"]


def test_listing_what_is_due_with_internal_dates_counts_back_from_the_working_date(
    fristvakt: CommandLine,
) -> None:
    """Over the first of May and Ascension Day, which offices do not work; a meeting has none."""
    rows = after_a_year(fristvakt).done("due", "--internal", "--format", "json").json
    internal = {row["reference"]: row["internal"] for row in rows}
    assert internal["2026-03"] == {"unit": "2026-04-29", "director": "2026-05-07", "archive": "2026-05-13"}
    assert internal["juni"] is None
    printed = fristvakt.done("due", "--internal").out
    assert "Hos enheten" in printed
    assert "29.04.2026" in printed
