"""What a mail says: why it came, what it is about, and nothing that is not for its reader."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser
from uuid import UUID

import pytest

from projections.engine.duty.state import Asked
from tests.workflow.notices.messages.drafting import (
    DEVIATION,
    DIGEST,
    DUTY,
    KARI,
    NOW,
    OLA,
    QUOTE,
    TODAY,
    deadline,
    deviating,
    draft,
    duty,
    meeting,
    notice,
    subject,
    text,
    writer,
    written,
)
from workflow.language import MAIL_LANGUAGES
from workflow.notices.draft import Draft
from workflow.notices.messages.addresses import mailbox
from workflow.notices.messages.specimens import specimens
from workflow.notices.model import Kind


class _Words(HTMLParser):
    """Reads the words of a page by itself, apart from what makes the plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("title", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("title", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found += re.findall(r"\w+", data)


def _samples(language: str) -> list[Draft]:
    return list(specimens(replace(KARI, language=language), UUID(int=1), NOW))


@pytest.mark.parametrize("language", MAIL_LANGUAGES)
def test_writing_any_mail_says_the_same_in_text_and_html(language: str) -> None:
    """Word for word, in order: whoever reads plain text misses nothing."""
    for told in _samples(language):
        message = written(told)
        page = _Words()
        page.feed(text(message, "html"))
        plain = re.sub(r"<(https?|mailto):[^>]*>", "", text(message))
        assert re.findall(r"\w+", plain) == page.found
        assert len(page.found) > 40


@pytest.mark.parametrize("language", MAIL_LANGUAGES)
def test_writing_every_kind_says_why_it_came_and_what_the_rule_is(language: str) -> None:
    """No mail leaves its reader wondering."""
    because, rule = {
        "nb": ("Du får dette fordi", "Regelen er"),
        "nn": ("Du får dette fordi", "Regelen er"),
        "en": ("You get this because", "The rule:"),
    }[language]
    for told in _samples(language):
        read = text(written(told))
        assert read.count(because) == read.count(rule) == len(told.notices)


def test_sampling_covers_every_kind_of_notice() -> None:
    """A kind without a specimen would be a kind whose mail nobody has seen."""
    assert {each.kind for told in _samples("nb") for each in told.notices} == set(Kind)


def test_reminding_tells_day_words_reading_source_and_link() -> None:
    """All that an owner needs, in one mail."""
    message = written(draft(duty()))
    assert subject(message) == "Frist om 10 arbeidsdager: Årsrapport 2025 (2026-02)"
    read = text(message)
    for expected in (
        "Frist: søndag 15. mars 2026",
        "Siste arbeidsdag: fredag 13. mars 2026",
        "I kilden: «15.03.2026»",
        "leveres senest fredag 13.03",
        "Til direktøren: fredag 6. mars 2026",
        "Til arkivet: torsdag 12. mars 2026",
        f"Kilde: Tildelingsbrev 2026 · 26/118-1, side 14, linje 1203: «{QUOTE}»",
        "Ansvarlig: Kari Nordås",
        "Enhet: Analyse",
        "fristvakt duty deliver 2026-02 --reference SAKSNUMMER",
        f"<https://frist.example/plikt/{DUTY}/{KARI.id}/mac>",
    ):
        assert expected in read


def test_reminding_counts_from_the_day_it_is_written() -> None:
    """After downtime a reminder says how it is now, and which rule it came by."""
    late = written(draft(duty(), written_at=NOW + dt.timedelta(days=3)))
    assert subject(late).startswith("Frist om 9 arbeidsdager")
    assert "Regelen er 10 arbeidsdager før fristen." in text(late)


@pytest.mark.parametrize(
    ("step", "now", "expected"),
    [
        ("-1", "2026-03-12", "Frist om 1 arbeidsdag:"),
        ("0", "2026-03-13", "Frist i dag:"),
        ("+1", "2026-03-16", "1 arbeidsdag over fristen:"),
        ("+5", "2026-03-20", "5 arbeidsdager over fristen:"),
    ],
)
def test_reminding_at_each_step_says_how_far_it_is(step: str, now: str, expected: str) -> None:
    """The stated day is a Sunday: the day before it is Thursday, the last working day is the day."""
    today = dt.date.fromisoformat(now)
    at = dt.datetime.combine(today, dt.time(6), dt.UTC)
    assert subject(written(draft(duty(), notice(step=step, due_on=today), written_at=at))).startswith(
        expected
    )


def test_reminding_over_the_joint_holiday_says_that_it_was_not_counted() -> None:
    """Ten steps back over the fellesferie are thirty working days, and both numbers are true."""
    at = dt.datetime(2026, 6, 26, 6, tzinfo=dt.UTC)
    told = notice(due_on=at.date())
    read = written(draft(duty(deadline("07.08.2026")), told, written_at=at))
    assert subject(read).startswith("Frist om 30 arbeidsdager")
    assert "10 arbeidsdager før fristen, fellesferien ikke medregnet" in text(read)


def test_reminding_of_a_moved_deadline_shows_the_first_one() -> None:
    """The first deadline stays visible."""
    moved = duty(deadline("15.04.2026"))
    moved.parts[""].history.insert(0, duty().parts[""].history[0])
    assert "Opprinnelig frist: søndag 15. mars 2026" in text(written(draft(moved)))


def test_reminding_of_a_part_names_it() -> None:
    """Also in the command to register it with."""
    told = written(draft(duty(part="Del 1"), notice(subject="Del 1")))
    assert "Årsrapport 2025 – Del 1 (2026-02)" in subject(told)
    assert '--part "Del 1"' in text(told)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "fordi du er ansvarlig."),
        ({"instead_of": OLA.id}, "fordi Ola Li er borte."),
        ({"instead_of": "p-erased"}, "fordi den det gjelder, er borte."),
        ({"role": "manager"}, "fordi du er leder for den som er ansvarlig."),
        ({"role": "director"}, "fordi du er direktør."),
        ({"role": "controller"}, "fordi du er virksomhetsstyrer."),
    ],
)
def test_telling_why_follows_the_role(changes: dict[str, str], expected: str) -> None:
    """The reason is the reader's own."""
    assert expected in text(written(draft(duty(), notice(**changes))))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"owner": ""}, "fordi ingen er satt som ansvarlig ennå."),
        ({"owner": "p-x", "deputy": KARI.id}, "fordi du er stedfortreder for den som er ansvarlig."),
        ({"owner": "p-x"}, "fordi den som var ansvarlig, ikke lenger er her."),
    ],
)
def test_telling_why_where_the_reader_is_not_the_owner(changes: dict[str, str], expected: str) -> None:
    """A step for the owner may reach another, and says so."""
    assert expected in text(written(draft(duty(**changes))))


def test_writing_nynorsk_writes_days_and_words_so() -> None:
    """Måndag, not mandag; and the reading of the deadline in nynorsk too."""
    message = written(draft(duty(), to=replace(KARI, language="nn")))
    assert "søndag 15. mars 2026" in text(message)
    assert "Du får dette fordi du er ansvarleg. Regelen er 10 arbeidsdagar før fristen." in text(message)
    assert "Siste dag er ikkje ein arbeidsdag." in text(message)


def test_writing_english_writes_english() -> None:
    """The letter's own words stay as they are."""
    message = written(draft(duty(), to=replace(KARI, language="en")))
    assert subject(message) == "Due in 10 working days: Årsrapport 2025 (2026-02)"
    assert "Deadline: Sunday 15 March 2026" in text(message)
    assert f"«{QUOTE}»" in text(message)


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("2026-02", " (2026-02)"),
        ("26/118-1", " (26/118-1)"),
        ("M-HØST", " (M-HØST)"),
        ("strategimote", ""),
        ("ukentlig-rapportering-av-tall/2026-01-05", " (05.01.2026)"),
        ("2026-07/2026-01-05", " (2026-07/2026-01-05)"),
        ("2026-01-12-vurdere-felles-opplæring-over", ""),
        ("", ""),
    ],
)
def test_referring_shows_numbers_and_codes_but_no_titles_made_small(reference: str, shown: str) -> None:
    """What repeats the title is left out of the name, and stands in the command and on its own line."""
    message = written(draft(duty(reference=reference)))
    assert subject(message) == f"Frist om 10 arbeidsdager: Årsrapport 2025{shown}"
    assert f"fristvakt duty deliver {reference or DUTY} --reference" in text(message)


def test_merging_puts_the_most_urgent_first_and_counts_the_rest() -> None:
    """The subject names what is worst; a table shows them all, with links."""
    duties = {UUID(int=n): duty(id=UUID(int=n), reference=f"2026-0{n}") for n in range(1, 5)}
    told = written(
        draft(
            duties,
            notice(duty=UUID(int=1)),
            notice(Kind.ORAL, "1", duty=UUID(int=2), role="controller"),
            notice(duty=UUID(int=3), step="+3", role="manager"),
            notice(Kind.MISSED, "alert", duty=UUID(int=4), role="controller"),
        )
    )
    assert subject(told) == "Fristen er brutt: Årsrapport 2025 (2026-04), og 3 til"
    read = text(told)
    order = [read.index(f"| Årsrapport 2025 (2026-0{n})") for n in (4, 3, 1)]
    assert order == sorted(order)


def test_merging_fifty_tells_all_and_dwells_on_ten() -> None:
    """Fifty replanned duties are one mail that can be read."""
    duties = {UUID(int=n): duty(id=UUID(int=n), reference=f"R-{n:02}") for n in range(1, 51)}
    read = text(written(draft(duties, *(notice(duty=each) for each in duties))))
    assert all(f"| Årsrapport 2025 (R-{n:02})" in read for n in range(1, 51))
    assert read.count("Dette kan du gjøre") == 10


def test_digesting_sorts_a_week_into_what_is_late_near_and_awaited() -> None:
    """Every duty stands where its reader looks for it, and the subject counts them."""
    oral = duty(deadline("01.12.2026"), id=UUID(int=4), reference="R-4", orally=True)
    asked = duty(deadline("01.12.2026"), id=UUID(int=5), reference="R-5")
    asked.parts[""].asked = Asked(deadline("24.12.2026"), TODAY, "Mer tid")
    week = (
        duty(deadline("20.02.2026"), id=UUID(int=1), reference="R-1"),
        duty(deadline("27.02.2026"), id=UUID(int=2), reference="R-2", owner=OLA.id),
        duty(deadline("20.03.2026"), id=UUID(int=3), reference="R-3"),
        oral,
        asked,
        deviating(),
    )
    told = written(draft({}, DIGEST, week=week))
    assert subject(told) == "Fristene dine i uke 9: 1 over fristen, 1 denne uken, 2 de neste ukene"
    read = text(told)
    for section, reference in [
        ("Over fristen ---", "(R-1)"),
        ("Denne uken ---", "(R-2)"),
        ("De neste fire ukene ---", "(R-3)"),
        ("Venter på departementet ---", "(R-4), gitt muntlig, ikke bekreftet skriftlig"),
        ("Venter på departementet ---", "(R-5), bedt om ny frist"),
        ("Åpne avvik ---", "(2026-02), vesentlig, departementet er ikke orientert, Dataene kom for sent"),
        ("Tiltak ---", "(2026-02), Leie inn hjelp | Ola Li"),
    ]:
        after = read[read.index(section) :]
        assert reference in after
    assert "Neste" not in read


def test_digesting_tells_nothing_of_what_is_done() -> None:
    """Delivered and ended duties have no line."""
    done, ended = duty(reference="R-1"), duty(reference="R-2", state="withdrawn")
    done.parts[""].delivered_on = TODAY
    read = text(written(draft({}, DIGEST, week=(done, ended, duty(reference="R-3")))))
    assert "R-1" not in read
    assert "R-2" not in read
    assert "R-3" in read


def test_alerting_of_a_deviation_tells_cause_measures_and_whether_the_ministry_knows() -> None:
    """A manager who reads only this mail knows what happened."""
    told = notice(Kind.DEVIATION, "alert", subject=str(DEVIATION), role="controller")
    message = written(draft(deviating(), told))
    assert subject(message) == "Vesentlig avvik meldt: Årsrapport 2025 (2026-02)"
    for expected in (
        "Årsak: Dataene kom for sent",
        "Konsekvens: To uker forsinket",
        "Departementet orientert: ikke ennå",
        "Leie inn hjelp | Ola Li | mandag 9. mars 2026",
    ):
        assert expected in text(message)


def test_asking_the_ministry_tells_when_it_was_last_asked() -> None:
    """«Frist mangler, spurt sist …»"""
    waiting = duty(deadline().model_copy(update={"form": "open", "day": None, "working_date": None}))
    waiting.parts[""].history[0].recorded_at = dt.datetime(2026, 1, 30, 9, tzinfo=dt.UTC)
    waiting.parts[""].inquired_on = [dt.date(2026, 1, 5), dt.date(2026, 2, 2)]
    message = written(draft(waiting, notice(Kind.CHASE, "1", version="1.2")))
    assert subject(message).startswith("Frist mangler etter 20 arbeidsdager, spør departementet: ")
    assert "Departementet ble sist spurt mandag 2. februar 2026." in text(message)


@pytest.mark.parametrize(
    ("step", "version", "expected"),
    [
        ("request", "1", "Invitasjon: Etatsstyringsmøte"),
        ("request", "3", "Oppdatert invitasjon: Etatsstyringsmøte"),
        ("cancel", "4", "Avlyst: Etatsstyringsmøte"),
    ],
)
def test_inviting_says_in_the_subject_what_has_happened(step: str, version: str, expected: str) -> None:
    """An update is not taken for a new meeting."""
    told = notice(Kind.INVITATION, step, version=version, role="attendee")
    message = written(draft(meeting(), told, people={KARI.id: KARI}))
    assert subject(message).startswith(expected)
    assert "Klokkeslett: kl. 10.00–11.30" in text(message)


def test_writing_any_duty_without_reference_or_names_still_says_enough() -> None:
    """What was given orally has no reference, and people may have been erased."""
    bare = duty(reference="", owner="p-gone", unit="")
    message = writer().write(draft(bare, names={}), mailbox("", KARI.email))
    assert str(message["Subject"]) == "Frist om 10 arbeidsdager: Årsrapport 2025"
    assert "None" not in text(message)
    assert f"fristvakt duty deliver {DUTY}" in text(message)
