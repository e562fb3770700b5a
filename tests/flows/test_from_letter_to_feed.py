from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from icalendar import Calendar, Event
from sqlalchemy import delete, select, update

from events.store.datastore import Datastore
from projections.feeds.tables import feed_entries, feed_texts
from tests.kit.command_line import CORRECTED, CommandLine


def published(fristvakt: CommandLine, *arguments: str) -> Mapping[str, Event]:
    """Print a calendar, read it as a client does, and give its entries by their line."""
    calendar = Calendar.from_ical(fristvakt.done("feed", "print", *(arguments or ("--all",))).out)
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def days(fristvakt: CommandLine, *arguments: str) -> dict[str, dt.date]:
    """Give the stated day of each entry by its line."""
    return {line: event.decoded("DTSTART") for line, event in published(fristvakt, *arguments).items()}


def test_taking_a_letter_to_the_calendar_publishes_each_row_on_its_day(fristvakt: CommandLine) -> None:
    """The main journey: read, decided, confirmed, published, and proved row by row."""
    found = days(fristvakt.confirmed())
    assert found["Frist: Lage plan for prøvene"] == dt.date(2027, 3, 1)
    assert found["Frist: Utrede et prøveregister"] == dt.date(2027, 10, 1)
    assert found["Frist: Årsrapport for 2026 (lever senest fre. 12.03)"] == dt.date(2027, 3, 14)
    assert found["Møte: Etatsstyringsmøte"] == dt.date(2027, 4, 22)
    assert not any("Vurdere nye prøver" in line for line in found)
    proof = fristvakt.done("reconcile", "--format", "json").json
    assert proof["agree"]
    assert proof["agreeing"] >= 16
    assert {"label": "2027-03 · Vurdere nye prøver", "reason": "open"} in proof["explained"]


def test_publishing_a_monthly_report_gives_one_entry_a_month(fristvakt: CommandLine) -> None:
    """Each occurrence of a series has a life and an entry of its own."""
    calendar = Calendar.from_ical(fristvakt.confirmed().done("feed", "print", "--filter", "rapporter").out)
    starts = [
        event.decoded("DTSTART") for event in calendar.walk("VEVENT") if "Prøvetall" in event["SUMMARY"]
    ]
    assert sorted(starts)[-12:] == [dt.date(2027, month, 1) for month in range(1, 13)]


def test_subscribing_shows_the_address_once_and_ends_when_revoked(fristvakt: CommandLine) -> None:
    """The address is secret and stored hashed; a revoked feed shows nothing."""
    fristvakt.confirmed().done("duty", "assign", "2027-01", "--owner", "ase@prove.example")
    made = fristvakt.done(
        "feed", "add", "--owner", "ase@prove.example", "--filter", "mine", "--format", "json"
    ).json
    assert made["address"].startswith("http://127.0.0.1:9/kalender/")
    assert days(fristvakt, made["id"]) == {"Frist: Lage plan for prøvene": dt.date(2027, 3, 1)}
    token = made["address"].split("/")[4]
    assert token not in fristvakt.done("feed", "list", "--format", "json").out
    fristvakt.done("feed", "revoke", made["id"][:8])
    assert fristvakt.refused("feed", "print", made["id"])
    assert fristvakt.done("feed", "list", "--format", "json").json == []


def test_moving_and_withdrawing_follow_in_the_same_entries(fristvakt: CommandLine) -> None:
    """A moved deadline keeps its identity and grows its sequence; a withdrawn one is cancelled."""
    before = published(fristvakt.confirmed())["Frist: Lage plan for prøvene"]
    moved = ("--postpone-to", "01.06.2027", "--reason", "Avtalt", "--source", "26/101-4")
    fristvakt.now += dt.timedelta(hours=1)
    fristvakt.done("deadline", "2027-01", *moved)
    after = published(fristvakt)["Frist: Lage plan for prøvene"]
    assert (after["UID"], after.decoded("DTSTART")) == (before["UID"], dt.date(2027, 6, 1))
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.decoded("LAST-MODIFIED") > before.decoded("LAST-MODIFIED")
    fristvakt.done("duty", "withdraw", "2027-01", "--reason", "Faller bort", "--reference", "26/101-9")
    cancelled = published(fristvakt)["Avlyst: Lage plan for prøvene"]
    assert (cancelled["UID"], cancelled["STATUS"]) == (before["UID"], "CANCELLED")
    fristvakt.done("reconcile")


def test_shielding_keeps_the_title_out_of_every_calendar(fristvakt: CommandLine) -> None:
    """No word of a shielded duty leaves."""
    fristvakt.confirmed().done("duty", "shield", "2027-02", "--reason", "offentleglova § 15")
    assert "prøveregister" not in fristvakt.done("feed", "print", "--all").out
    assert fristvakt.done("reconcile", "--format", "json").json["agree"]


def test_correcting_a_letter_gives_differences_to_accept_one_by_one(fristvakt: CommandLine) -> None:
    """New, changed, unchanged and gone are shown with what stands, and nothing moves by itself."""
    fristvakt.confirmed().done("letter", "add", CORRECTED, "--corrects", "1")
    items = fristvakt.done("review", "--all", "--format", "json").json["items"]
    what = {item["key"]: item["what"] for item in items}
    assert what["2027-01"] == "changed"
    assert what["2027-02"] == "unchanged"
    assert what["2027-04"] == "new"
    assert what["gone:2027-03"] == "gone"
    shown = fristvakt.done("review").out
    assert "Før: «01.03.2027»" in shown
    assert "Nå: «01.04.2027»" in shown
    assert days(fristvakt)["Frist: Lage plan for prøvene"] == dt.date(2027, 3, 1)

    fristvakt.done("accept", "2027-01", "2027-04")
    assert "withdrawal" in fristvakt.refused("accept", "gone:2027-03")
    fristvakt.done("accept", "gone:2027-03", "--decide", "withdrawal=26/101-12")
    fristvakt.done("confirm")
    assert days(fristvakt)["Frist: Lage plan for prøvene"] == dt.date(2027, 4, 1)
    assert fristvakt.done("show", "2027-03", "--format", "json").json["state"] == "withdrawn"
    fristvakt.done("reconcile")


@pytest.mark.parametrize("planted", ["missing", "extra", "wrong_day"])
def test_reconciling_finds_a_planted_difference(
    fristvakt: CommandLine, database_url: str, planted: str
) -> None:
    """The proof can fail: an entry taken away, added or moved is named, with exit code 1."""
    fristvakt.confirmed()
    _plant(database_url, planted)
    printed = fristvakt("reconcile", "--format", "json")
    assert printed.code == 1
    assert planted in {each["code"] for each in printed.json["differences"]}
    assert fristvakt("reconcile").code == 1


def _plant(url: str, planted: str) -> None:
    """Change the published entries behind the projections' back."""
    datastore = Datastore(url)
    uid = feed_entries.c.uid
    with datastore.unit_of_work() as connection:
        chosen, other = connection.execute(select(uid).order_by(uid).limit(2)).scalars()
        if planted == "missing":
            connection.execute(delete(feed_entries).where(uid == chosen))
        else:
            texts = connection.execute(select(feed_texts).where(feed_texts.c.uid == chosen)).mappings().all()
            for row in texts:
                content = {name: _changed(value, planted, chosen, other) for name, value in row.items()}
                where = [feed_texts.c[key.name] == row[key.name] for key in feed_texts.primary_key]
                connection.execute(update(feed_texts).where(*where).values(content))
    datastore.close()


def _changed(value: object, planted: str, chosen: object, other: object) -> object:
    if not isinstance(value, bytes):
        return value
    if planted == "extra":
        return value.replace(str(chosen).encode(), b"00000000-0000-5000-8000-000000000000")
    return value.replace(b"DTSTART;VALUE=DATE:20", b"DTSTART;VALUE=DATE:19")
