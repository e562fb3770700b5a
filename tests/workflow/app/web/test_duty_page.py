"""The page that a mail links to: one duty, for one person."""

from __future__ import annotations

import datetime as dt
import html
import re
from itertools import pairwise
from uuid import UUID

import click
import pytest

from events.vocabulary import assignment as said
from events.vocabulary.deviation import Measure
from events.vocabulary.values import Mention, Source
from tests.kit.happened import LETTER, on, stream
from tests.workflow.app.web.service import KARI, OLA, Service
from tests.workflow.app.web.test_pages import Read
from workflow.app.cli.group import fristvakt
from workflow.app.web.duty_steps import COMMANDS
from workflow.app.web.masking import masked
from workflow.directory.changing import Changing
from workflow.directory.erasing import erase
from workflow.links.links import Links

DUTY = "2026-01"


def person(service: Service, who: str = KARI) -> str:
    """Give somebody's id."""
    return service.app.directory.find_person(who).id


def path(service: Service, who: str = KARI, duty: str = DUTY) -> str:
    """Give the address of a duty for a person, as a path."""
    return Links(service.app.datastore, "").address(stream(duty), person(service, who))


def read(service: Service, who: str = KARI, duty: str = DUTY) -> Read:
    """Open the page of a duty as a person, and read it."""
    answer = service.get(path(service, who, duty))
    assert answer.status_code == 200
    return Read(answer.text)


def heard(text: str) -> str:
    """Give the words of a page in their order, each cell apart."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def eventful(service: Service) -> None:
    """Let Kari's assignment be moved, deviate, and be spoken of; Ola is her deputy."""
    kari, ola = person(service), person(service, OLA)
    deviation, past = UUID(int=9), service.past.owned(DUTY, kari)
    past.happens(said.AssignmentDeputyAssigned, DUTY, deputy=ola)
    past.happens(
        said.AssignmentDeadlinePostponed,
        DUTY,
        part="",
        deadline=on("2026-05-31", working_date=dt.date(2026, 5, 29), explanation="31. mai er en søndag."),
        reason="Datagrunnlaget kommer senere",
        source=Source(letter=LETTER, mentions=(Mention(line=12, page=3, quote="ny frist 31. mai"),)),
        agreed_on=dt.date(2026, 1, 9),
    )
    past.happens(
        said.AssignmentDeviationReported,
        DUTY,
        deviation=deviation,
        part="",
        discovered_on=dt.date(2026, 1, 12),
        cause="Leverandøren er <forsinket>",
        consequence="Tallene blir ikke klare",
        material=True,
        measures=(
            Measure(
                number=1,
                what="Leie inn hjelp",
                who=ola,
                due=dt.date(2026, 2, 9),
                working_date=dt.date(2026, 2, 9),
            ),
        ),
    )
    past.happens(said.AssignmentCommented, DUTY, comment="Snakket med\ndepartementet")
    service.follow()


def test_opening_the_page_shows_the_duty_whole(service: Service) -> None:
    """Every deadline with why and where it is said, the deviation with its measure, people by name."""
    eventful(service)
    words = heard(service.get(path(service)).text)
    for each in (
        "2026-01",
        "Oppdrag 2026-01",
        "Ansvarlig Kari Nes",
        "Stedfortreder Ola Li",
        "søndag 31. mai 2026",
        "Siste virkedag: fredag 29. mai 2026",
        "31. mai er en søndag.",
        "Datagrunnlaget kommer senere, avtalt fredag 9. januar 2026",
        "brev.txt, side 3, linje 12: ny frist 31. mai",
        "fredag 13. mars 2026",
        "Til direktøren torsdag 21. mai 2026",
        "Leverandøren er <forsinket>",
        "Leie inn hjelp Ola Li mandag 9. februar 2026 åpent",
        "Departementet orientert ikke ennå",
        "Snakket med departementet",
        "fristvakt duty deliver 2026-01 --help",
        "fristvakt deviation told 2026-01 --help",
    ):
        assert each in words
    assert words.index("søndag 31. mai 2026") < words.index("fredag 13. mars 2026")


@pytest.mark.parametrize(
    ("language", "heading", "day"),
    [
        ("nb", "Frister", "fredag 13. mars 2026"),
        ("nn", "Fristar", "fredag 13. mars 2026"),
        ("en", "Deadlines", "Friday 13 March 2026"),
    ],
)
def test_opening_the_page_speaks_the_readers_language(
    sqlite_service: Service, language: str, heading: str, day: str
) -> None:
    """The page is in the language of the mail that led to it."""
    Changing(sqlite_service.app.datastore).person(person(sqlite_service), language=language)
    answer = sqlite_service.get(path(sqlite_service))
    assert f'<html lang="{language}">' in answer.text
    assert heading in Read(answer.text).words
    assert day in Read(answer.text).words


def test_opening_the_page_of_a_shielded_duty_shows_words_only_to_who_may_see_them(
    sqlite_service: Service,
) -> None:
    """Owner, deputy, their managers and controllers read it; others see a shielded matter with a day."""
    eventful(sqlite_service)
    sqlite_service.past.shielded(DUTY)
    sqlite_service.follow()
    for who in (KARI, OLA):
        assert "Oppdrag 2026-01" in read(sqlite_service, who).words
    changing, ola = Changing(sqlite_service.app.datastore), person(sqlite_service, OLA)
    sqlite_service.past.happens(said.AssignmentDeputyAssigned, DUTY, deputy="")
    sqlite_service.follow()
    hidden = sqlite_service.get(path(sqlite_service, OLA)).text
    for secret in (
        "Oppdrag 2026-01",
        "Leverandøren",
        "Tallene",
        "Datagrunnlaget",
        "ny frist",
        "brev.txt",
        "Snakket",
        "en søndag",
        "31.05.2026",
    ):
        assert secret not in hidden
    assert "Skjerma oppdrag" in hidden
    assert "søndag 31. mai 2026" in hidden
    assert "Leie inn hjelp" in hidden  # his own measure
    changing.person(person(sqlite_service), manager=ola)
    assert "Oppdrag 2026-01" in read(sqlite_service, OLA).words
    changing.person(person(sqlite_service), manager="")
    assert "Oppdrag 2026-01" not in read(sqlite_service, OLA).words
    changing.person(ola, role="controller")
    assert "Oppdrag 2026-01" in read(sqlite_service, OLA).words


def test_opening_the_page_of_who_only_reads_says_whom_to_ask(sqlite_service: Service) -> None:
    """Who neither answers for it nor keeps it all gets no commands, but a name."""
    eventful(sqlite_service)
    changing = Changing(sqlite_service.app.datastore)
    import_third(sqlite_service)
    changing.person(person(sqlite_service, OLA), role="controller")
    words = read(sqlite_service, "per@prove.example").words
    assert "fristvakt duty" not in words
    assert "svarer på spørsmål: Ola Li" in words


def import_third(service: Service) -> None:
    """Let a third person in."""
    from workflow.directory.importing import import_lists

    import_lists(service.app.datastore, service.app.new_id, b"name;email\nPer;per@prove.example\n")


def test_asking_with_a_wrong_address_gets_the_same_answer_whatever_is_wrong(service: Service) -> None:
    """Wrong signature, person, duty, no duty, no id, an erased person and the ministry look alike."""
    right, erased = path(service), path(service, OLA)
    import_third(service)
    Changing(service.app.datastore).person(person(service, "per@prove.example"), role="ministry")
    front, mac = right.rsplit("/", 1)
    assert erase(service.app.datastore, person(service, OLA), "noen", service.now)
    nobody = Links(service.app.datastore, "").address(stream(DUTY), "ingen")
    no_duty = Links(service.app.datastore, "").address(stream("ingen"), person(service))
    wrong = [
        front + "/" + mac[::-1],
        right.replace(str(stream(DUTY)), str(stream("2026-02"))),
        right.replace(str(stream(DUTY)), "2026-01"),
        right.replace(person(service), "ingen"),
        erased,
        nobody,
        no_duty,
        path(service, "per@prove.example"),
    ]
    answers = [service.get(each) for each in wrong]
    assert {each.status_code for each in answers} == {404}
    headers = [{**each.headers, "date": ""} for each in answers]
    assert [(each.content, header) for each, header in zip(answers, headers, strict=True)] == [
        (answers[0].content, headers[0])
    ] * len(wrong)
    assert service.get(right).status_code == 200


def test_opening_the_page_is_kept_by_nobody_and_told_to_nobody(sqlite_service: Service) -> None:
    """No cookie, no store, no referrer, no script, nothing from elsewhere."""
    answer = sqlite_service.get(path(sqlite_service))
    assert Read(answer.text).loads == ["/stil.css"]
    assert "script" not in Read(answer.text).tags
    assert "set-cookie" not in answer.headers
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert sqlite_service.get(path(sqlite_service), "HEAD").content == b""


def test_opening_the_page_has_headings_in_order_and_named_tables(sqlite_service: Service) -> None:
    """Who listens to the page finds one main heading, no level skipped, and headers in every table."""
    eventful(sqlite_service)
    tags = read(sqlite_service).tags
    levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tags.count("caption") == tags.count("table")
    assert tags.count("th") >= tags.count("tr")


def test_guessing_addresses_of_duties_is_slowed_down_but_spares_who_has_one(sqlite_service: Service) -> None:
    """A search is told to wait; a real address behind the same network still opens."""
    right = path(sqlite_service)
    codes = [sqlite_service.get(f"{right[:-4]}{number:04}").status_code for number in range(22)]
    assert codes[-1] == 429
    assert sqlite_service.get(right).status_code == 200


def test_logging_the_address_of_a_duty_hides_its_signature() -> None:
    """Neither the mail's reader nor anyone else is let in by a log."""
    line = masked(f'"GET /plikt/{stream(DUTY)}/p-1/sEcReT-1_x HTTP/1.1" 200')
    assert line == f'"GET /plikt/{stream(DUTY)}/p-1/*** HTTP/1.1" 200'


@pytest.mark.parametrize("command", sorted(COMMANDS.values()))
def test_naming_a_command_on_the_page_names_one_that_exists(command: str) -> None:
    """Who does as the page says is not met by «no such command»."""
    found: click.Command | None = fristvakt
    for name in command.partition(" {")[0].split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), name)
    assert isinstance(found, click.Command)
